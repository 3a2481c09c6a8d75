/** What the toolbar, the keys and the menus do to the document. */

import { lift, setBlockType, wrapIn } from "prosemirror-commands";
import { Fragment } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { around, markedRange } from "./finding.js";
import { schema } from "./schema/index.js";

const { nodes } = schema;
const LISTS = ["bullet_list", "ordered_list"];

/** Turns the block into this kind, or back into a paragraph when it is one already. */
export function toggleBlock(type, attrs = null) {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    const same = parent.hasMarkup(type, { ...parent.attrs, ...attrs });
    return setBlockType(same ? nodes.paragraph : type, same ? null : attrs)(state, dispatch);
  };
}

export function toggleList(type) {
  return (state, dispatch) => {
    const list = around(state, ...LISTS);
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
    if (dispatch) dispatch(state.tr.setNodeMarkup(list.pos, type));
    return true;
  };
}

export function toggleQuote(state, dispatch) {
  const inside = around(state, "blockquote");
  return (inside ? lift : wrapIn(nodes.blockquote))(state, dispatch);
}

/** Puts the attributes on the nearest node of this type. */
export function setAttributes(name, attrs) {
  return (state, dispatch) => {
    const found = around(state, name);
    if (!found) return false;
    if (dispatch) {
      const { node, pos } = found;
      const selected = state.selection instanceof NodeSelection;
      const tr = state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...attrs });
      dispatch(selected ? tr.setSelection(NodeSelection.create(tr.doc, pos)) : tr);
    }
    return true;
  };
}

function isEmptyParagraph(node) {
  return node.type === nodes.paragraph && node.content.size === 0;
}

/** Places a block where the cursor is: instead of an empty paragraph, else after the block. */
export function insertBlock(node) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const tr = state.tr;
    let at;
    if ($from.depth && isEmptyParagraph($from.parent) && canReplaceHere($from, node)) {
      at = $from.before();
      tr.replaceWith(at, $from.after(), node);
    } else {
      at = placeAfter($from, node, state.selection.to);
      if (at === null) return false;
      tr.insert(at, node);
    }
    if (dispatch) dispatch(leaveRoomAfter(selectWithin(tr, at), at).scrollIntoView());
    return true;
  };
}

function canReplaceHere($from, node) {
  const index = $from.index(-1);
  return $from.node(-1).canReplaceWith(index, index + 1, node.type);
}

function placeAfter($from, node, fallback) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const index = $from.indexAfter(depth - 1);
    if ($from.node(depth - 1).canReplaceWith(index, index, node.type)) return $from.after(depth);
  }
  return $from.depth ? null : fallback;
}

/** The cursor goes to the first place in the new block where one can write. */
function selectWithin(tr, at) {
  const node = tr.doc.nodeAt(at);
  const selection = node.isAtom || (node.isTextblock && node.type.spec.isolating)
    ? NodeSelection.create(tr.doc, at)
    : Selection.near(tr.doc.resolve(at + 1), 1);
  return tr.setSelection(selection);
}

/** A block at the very end gets a paragraph after it, so that one can go on. */
function leaveRoomAfter(tr, at) {
  const node = tr.doc.nodeAt(at);
  const after = at + node.nodeSize;
  if (node.type !== nodes.paragraph && tr.doc.resolve(after).parentOffset === tr.doc.content.size) {
    tr.insert(after, nodes.paragraph.create());
  }
  return tr;
}

/** A new paragraph after the outermost special block around the cursor. */
export function leaveBlock(state, dispatch) {
  const { $from } = state.selection;
  const depth = Math.min(1, $from.depth);
  const after = depth ? $from.after(1) : state.selection.to;
  if (dispatch) {
    const tr = state.tr.insert(after, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  }
  return true;
}

const CAPTIONED = ["figure", "embed", "video", "audio"];

/** Enter in a caption goes on below the figure; Enter in a summary goes into the details. */
export function enterFromLine(state, dispatch) {
  const { $from, empty } = state.selection;
  const name = $from.parent.type.name;
  if (!empty && !(state.selection instanceof NodeSelection)) return false;
  if (name === "summary") {
    if (dispatch) {
      const next = Selection.near(state.doc.resolve($from.after()), 1);
      dispatch(state.tr.setSelection(next).scrollIntoView());
    }
    return true;
  }
  return CAPTIONED.includes(name) && leaveBlock(state, dispatch);
}

/** Enter in the last, empty line of details leaves them. */
export function enterFromDetails(state, dispatch) {
  const { $from, empty } = state.selection;
  const last = $from.depth > 1 && $from.node(-1).type === nodes.details
    && $from.index(-1) === $from.node(-1).childCount - 1;
  if (!empty || !last || !isEmptyParagraph($from.parent) || $from.node(-1).childCount < 3) {
    return false;
  }
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after());
    const after = tr.mapping.map($from.after(-1));
    tr.insert(after, nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  }
  return true;
}

function cells(type, count) {
  return Array.from({ length: count }, () => type.createAndFill());
}

export function newTable(rows, columns) {
  const head = nodes.table_row.create(null, cells(nodes.table_header, columns));
  const body = Array.from({ length: rows - 1 }, () =>
    nodes.table_row.create(null, cells(nodes.table_cell, columns)));
  return nodes.table.create(null, Fragment.fromArray([head, ...body]));
}

export function newDetails() {
  return nodes.details.create(null, [nodes.summary.create(), nodes.paragraph.create()]);
}

export function newCallout(kind) {
  return nodes.callout.create({ kind }, nodes.paragraph.create());
}

/** Links the selection, or the link around the cursor, or new text when nothing is selected. */
export function setLink(href, text) {
  return (state, dispatch) => {
    const mark = schema.marks.link.create({ href });
    const { from, to } = markedRange(state, "link") || state.selection;
    const tr = state.tr;
    const shown = from === to || (text && text !== state.doc.textBetween(from, to));
    if (shown) tr.replaceWith(from, to, schema.text(text || href));
    const end = shown ? from + (text || href).length : to;
    tr.removeMark(from, end, mark.type).addMark(from, end, mark);
    if (dispatch) dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView());
    return true;
  };
}

export function removeMarkAround(name) {
  return (state, dispatch) => {
    const { from, to } = markedRange(state, name) || state.selection;
    if (dispatch) dispatch(state.tr.removeMark(from, to, schema.marks[name]));
    return true;
  };
}

/** Plain text again: no marks on the selection, no link around the cursor. */
export function clearMarks(state, dispatch) {
  const { from, to } = state.selection;
  if (dispatch) dispatch(state.tr.removeMark(from, to).setStoredMarks([]));
  return true;
}
