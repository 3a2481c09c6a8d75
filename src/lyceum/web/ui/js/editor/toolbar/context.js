/** The second row: what can be done with the table, figure, code … around the cursor. */

import { lift } from "prosemirror-commands";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from "prosemirror-tables";
import { setAttributes } from "../commands.js";
import { around } from "../finding.js";
import { CALLOUTS } from "../schema/text.js";

const LANGUAGES = [
  "bash", "c", "cpp", "csharp", "css", "go", "html", "java", "javascript", "json", "kotlin",
  "latex", "markdown", "php", "python", "r", "ruby", "rust", "sql", "swift", "typescript", "xml",
  "yaml",
];

function tableContext(editor) {
  const does = (name, icon, command) => ({
    name,
    icon,
    stays: true,
    run: () => editor.run(command),
    enabled: (state) => command(state),
  });
  return [
    does("rowAbove", "arrow-up-from-line", addRowBefore),
    does("rowBelow", "arrow-down-from-line", addRowAfter),
    does("columnBefore", "arrow-left-from-line", addColumnBefore),
    does("columnAfter", "arrow-right-from-line", addColumnAfter),
    "|",
    does("headerRow", "panel-top", toggleHeaderRow),
    does("headerColumn", "panel-left", toggleHeaderColumn),
    does("mergeCells", "table-cells-merge", mergeCells),
    does("splitCell", "table-cells-split", splitCell),
    { name: "tableCaption", icon: "captions", opens: true, run: () => editor.askTableCaption() },
    "|",
    {
      name: "remove",
      icon: "trash-2",
      menu: () => [
        { name: "deleteRow", run: () => editor.runAndFocus(deleteRow) },
        { name: "deleteColumn", run: () => editor.runAndFocus(deleteColumn) },
        { name: "deleteTable", run: () => editor.runAndFocus(deleteTable) },
      ],
    },
  ];
}

/** Removes the block of this type around the cursor, whole. */
function removeBlock(name) {
  return (state, dispatch) => {
    const found = around(state, name);
    if (!found) return false;
    if (dispatch) {
      const end = found.pos + found.node.nodeSize;
      dispatch(state.tr.delete(found.pos, end).scrollIntoView());
    }
    return true;
  };
}

function removal(editor, name) {
  return { name: "remove", icon: "trash-2", run: () => editor.run(removeBlock(name)) };
}

function codeContext(editor) {
  const languageIn = (state) => around(state, "code_block")?.node.attrs.language;
  const choice = (language, state) => ({
    label: language || editor.words.say("noLanguage"),
    checked: (languageIn(state) || null) === language,
    run: () => editor.runAndFocus(setAttributes("code_block", { language })),
  });
  return [
    {
      name: "codeLanguage",
      shown: (state) => languageIn(state) || editor.words.say("noLanguage"),
      menu: (state) => [null, ...LANGUAGES].map((each) => choice(each, state)),
    },
    removal(editor, "code_block"),
  ];
}

function calloutContext(editor) {
  const kindIn = (state) => around(state, "callout")?.node.attrs.kind || "note";
  return [
    {
      name: "calloutKind",
      shown: (state) => editor.words.say(kindIn(state)),
      menu: (state) =>
        CALLOUTS.map((kind) => ({
          name: kind,
          checked: kindIn(state) === kind,
          run: () => editor.runAndFocus(setAttributes("callout", { kind })),
        })),
    },
    { name: "unwrap", icon: "pilcrow", run: () => editor.run(lift), enabled: (state) => lift(state) },
    removal(editor, "callout"),
  ];
}

function mediaContext(name) {
  return (editor) => [
    { name: "editMedia", icon: "pencil", opens: true, run: () => editor.askTitle(name) },
    removal(editor, name),
  ];
}

const CONTEXTS = {
  figure: (editor) => [
    { name: "editAlt", icon: "pencil", opens: true, run: () => editor.askAlt("figure") },
    removal(editor, "figure"),
  ],
  image: (editor) => [
    { name: "editAlt", icon: "pencil", opens: true, run: () => editor.askAlt("image") },
    removal(editor, "image"),
  ],
  embed: mediaContext("embed"),
  video: mediaContext("video"),
  audio: mediaContext("audio"),
  math_inline: (editor) => [
    { name: "editMath", icon: "pencil", opens: true, run: () => editor.askMath() },
    removal(editor, "math_inline"),
  ],
  math_block: (editor) => [
    { name: "editMath", icon: "pencil", opens: true, run: () => editor.askMath() },
    removal(editor, "math_block"),
  ],
  mathml_inline: (editor) => [removal(editor, "mathml_inline")],
  mathml_block: (editor) => [removal(editor, "mathml_block")],
  code_block: codeContext,
  table: tableContext,
  callout: calloutContext,
  details: (editor) => [removal(editor, "details")],
};

const NAMED = {
  code_block: "codeBlock",
  math_inline: "math",
  math_block: "math",
  mathml_inline: "math",
  mathml_block: "math",
  figure: "image",
};

/** `{id, label, items}` of the innermost thing that has a row of its own. */
export function contextItems(editor, state) {
  const found = around(state, ...Object.keys(CONTEXTS));
  const name = found?.node.type.name;
  if (!name) return { id: "", label: "", items: [] };
  const label = editor.words.say(NAMED[name] || name);
  return { id: name, label, items: CONTEXTS[name](editor) };
}
