/** Keys of the text itself. Toolbar, menus and dialogs have their own. */

import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { Plugin } from "prosemirror-state";
import { addRowAfter, goToNextCell, isInTable } from "prosemirror-tables";
import {
  enterFromDetails,
  enterFromLine,
  leaveBlock,
  toggleBlock,
  toggleList,
  toggleQuote,
} from "./commands.js";
import { around } from "./finding.js";
import { schema } from "./schema/index.js";

const { nodes, marks } = schema;

function lineBreak(state, dispatch) {
  if (dispatch) {
    dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  }
  return true;
}

const textKeys = {
  "Mod-b": toggleMark(marks.strong),
  "Mod-i": toggleMark(marks.em),
  "Mod-u": toggleMark(marks.u),
  "Mod-e": toggleMark(marks.code),
  "Mod-Shift-x": toggleMark(marks.s),
  "Mod-,": toggleMark(marks.sub),
  "Mod-.": toggleMark(marks.sup),
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-Alt-0": setBlockType(nodes.paragraph),
  "Mod-Alt-2": toggleBlock(nodes.heading, { level: 2 }),
  "Mod-Alt-3": toggleBlock(nodes.heading, { level: 3 }),
  "Mod-Alt-4": toggleBlock(nodes.heading, { level: 4 }),
  "Mod-Shift-7": toggleList(nodes.ordered_list),
  "Mod-Shift-8": toggleList(nodes.bullet_list),
  "Mod-Shift-9": toggleQuote,
  "Mod-Enter": chainCommands(exitCode, leaveBlock),
  "Shift-Enter": chainCommands(exitCode, lineBreak),
  Enter: chainCommands(enterFromLine, enterFromDetails, splitListItem(nodes.list_item)),
  Backspace: undoInputRule,
};

/** Keys that the editor opens something with: link, formula, toolbar. */
export function openingKeys(editor) {
  const opens = (open) => () => {
    open();
    return true;
  };
  return keymap({
    "Mod-k": opens(() => editor.askLink()),
    "Mod-Shift-m": opens(() => editor.askMath()),
    "Alt-F10": opens(() => editor.toolbar.focus()),
  });
}

function nextCell(state, dispatch, view) {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, dispatch);
}

function previousCell(state, dispatch) {
  return isInTable(state) && (goToNextCell(-1)(state, dispatch) || true);
}

function indentCode(state, dispatch) {
  if (!around(state, "code_block")) return false;
  if (dispatch) dispatch(state.tr.insertText("  "));
  return true;
}

function moveItem(command) {
  return (state, dispatch) => {
    if (!around(state, "list_item")) return false;
    command(nodes.list_item)(state, dispatch);
    return true;
  };
}

const forward = chainCommands(indentCode, moveItem(sinkListItem), nextCell);
const backward = chainCommands(moveItem(liftListItem), previousCell);

/** Tab means something in lists, tables and code. After Esc it leaves the editor, always. */
function tabKeys() {
  let leaving = false;
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key === "Tab" && !leaving && !event.ctrlKey && !event.altKey) {
          const command = event.shiftKey ? backward : forward;
          if (!command(view.state, view.dispatch, view)) return false;
          event.preventDefault();
          return true;
        }
        if (event.key !== "Shift") leaving = event.key === "Escape";
        return false;
      },
      handleDOMEvents: {
        blur() {
          leaving = false;
          return false;
        },
      },
    },
  });
}

export function keys() {
  return [tabKeys(), keymap(textKeys), keymap(baseKeymap)];
}
