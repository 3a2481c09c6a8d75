/** The buttons that are always there, and the blocks that one can insert. */

import { setBlockType, toggleMark } from "prosemirror-commands";
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import {
  clearMarks,
  insertBlock,
  newCallout,
  newDetails,
  newTable,
  toggleBlock,
  toggleList,
  toggleQuote,
} from "../commands.js";
import { around, blockKind, hasMark } from "../finding.js";
import { schema } from "../schema/index.js";
import { CALLOUTS } from "../schema/text.js";

const { nodes, marks } = schema;
const apple = /Mac|iP(hone|ad|od)/.test(navigator.platform || "");

/** How a person of this machine writes "Mod-Shift-7". */
export function shownKeys(keys) {
  const parts = keys.split("-");
  if (!apple) return parts.join("+").replace("Mod", "Ctrl");
  return parts.join("").replace("Mod", "⌘").replace("Shift", "⇧").replace("Alt", "⌥");
}

function withKeys(item, keys) {
  const aria = keys.replace("Mod", apple ? "Meta" : "Control").replaceAll("-", "+");
  return { ...item, keys: shownKeys(keys.replace(/-(\w)$/, (_, key) => `-${key.toUpperCase()}`)), aria };
}

function markItem(editor, name, mark, icon, keys) {
  const item = {
    name,
    icon,
    run: () => editor.run(toggleMark(marks[mark])),
    pressed: (state) => hasMark(state, mark),
    enabled: (state) => toggleMark(marks[mark])(state),
  };
  return keys ? withKeys(item, keys) : item;
}

const STYLES = [
  ["paragraph", "pilcrow", "Mod-Alt-0", null],
  ["heading2", "heading-2", "Mod-Alt-2", 2],
  ["heading3", "heading-3", "Mod-Alt-3", 3],
  ["heading4", "heading-4", "Mod-Alt-4", 4],
];

function styleItem(editor) {
  const { words } = editor;
  const known = STYLES.map(([name]) => name);
  return {
    name: "style",
    shown: (state) => {
      const kind = blockKind(state);
      return words.say(known.includes(kind) ? kind : "paragraph");
    },
    menu: (state) =>
      STYLES.map(([name, icon, keys, level]) => ({
        name,
        icon,
        keys: shownKeys(keys),
        checked: blockKind(state) === name,
        run: () => {
          const command = level
            ? setBlockType(nodes.heading, { level })
            : setBlockType(nodes.paragraph);
          editor.runAndFocus(command);
        },
      })),
  };
}

/** Everything that "+" and "/" offer: `{name, icon, words, run}`. */
export function insertItems(editor) {
  const puts = (make) => () => editor.runAndFocus(insertBlock(make()));
  const turns = (type, attrs) => () => editor.runAndFocus(toggleBlock(type, attrs));
  const calloutIcons = ["info", "lightbulb", "triangle-alert", "circle-alert"];
  return [
    { name: "heading2", icon: "heading-2", run: turns(nodes.heading, { level: 2 }) },
    { name: "heading3", icon: "heading-3", run: turns(nodes.heading, { level: 3 }) },
    { name: "image", icon: "image", run: () => editor.pickImage() },
    { name: "table", icon: "table", run: puts(() => newTable(3, 3)) },
    { name: "mathBlock", icon: "sigma", run: () => editor.askMath({ block: true }) },
    { name: "video", icon: "clapperboard", run: () => editor.askEmbed() },
    { name: "mediaFile", icon: "film", run: () => editor.pickMedia() },
    { name: "bulletList", icon: "list", run: () => editor.runAndFocus(toggleList(nodes.bullet_list)) },
    {
      name: "numberedList",
      icon: "list-ordered",
      run: () => editor.runAndFocus(toggleList(nodes.ordered_list)),
    },
    { name: "quote", icon: "text-quote", keys: shownKeys("Mod-Shift-9"), run: () => editor.runAndFocus(toggleQuote) },
    { name: "codeBlock", icon: "square-code", run: turns(nodes.code_block, { language: null }) },
    ...CALLOUTS.map((kind, index) => ({
      name: kind,
      icon: calloutIcons[index],
      run: puts(() => newCallout(kind)),
    })),
    { name: "details", icon: "list-collapse", run: puts(newDetails) },
    { name: "rule", icon: "minus", run: puts(() => nodes.horizontal_rule.create()) },
  ];
}

function moreItems(editor, state) {
  const toggles = [
    ["underline", "u", "underline", "Mod-U"],
    ["strike", "s", "strikethrough", "Mod-Shift-X"],
    ["highlight", "highlight", "highlighter", null],
    ["subscript", "sub", "subscript", "Mod-,"],
    ["superscript", "sup", "superscript", "Mod-."],
  ];
  return [
    ...toggles.map(([name, mark, icon, keys]) => ({
      name,
      icon,
      keys: keys && shownKeys(keys),
      checked: hasMark(state, mark),
      run: () => editor.runAndFocus(toggleMark(marks[mark])),
    })),
    { name: "language", icon: "languages", run: () => editor.askLanguage() },
    { name: "clear", icon: "remove-formatting", run: () => editor.runAndFocus(clearMarks) },
  ];
}

export function mainItems(editor) {
  return [
    styleItem(editor),
    "|",
    markItem(editor, "bold", "strong", "bold", "Mod-b"),
    markItem(editor, "italic", "em", "italic", "Mod-i"),
    markItem(editor, "code", "code", "code", "Mod-e"),
    withKeys(
      {
        name: "link",
        icon: "link",
        opens: true,
        pressed: (state) => hasMark(state, "link"),
        run: () => editor.askLink(),
      },
      "Mod-k",
    ),
    { name: "more", icon: "ellipsis", menu: (state) => moreItems(editor, state) },
    "|",
    listItem(editor, "bulletList", "bullet_list", "list", "Mod-Shift-8"),
    listItem(editor, "numberedList", "ordered_list", "list-ordered", "Mod-Shift-7"),
    "|",
    { name: "image", icon: "image", opens: true, run: () => editor.pickImage() },
    withKeys({ name: "math", icon: "sigma", opens: true, run: () => editor.askMath() }, "Mod-Shift-m"),
    { name: "insert", icon: "plus", menu: () => insertItems(editor) },
    "|",
    withKeys({ name: "undo", icon: "undo-2", stays: true, run: () => editor.run(undo), enabled: undoDepth }, "Mod-z"),
    withKeys({ name: "redo", icon: "redo-2", stays: true, run: () => editor.run(redo), enabled: redoDepth }, "Mod-y"),
  ];
}

function listItem(editor, name, list, icon, keys) {
  return withKeys(
    {
      name,
      icon,
      run: () => editor.run(toggleList(nodes[list])),
      pressed: (state) => around(state, "bullet_list", "ordered_list")?.node.type.name === list,
    },
    keys,
  );
}
