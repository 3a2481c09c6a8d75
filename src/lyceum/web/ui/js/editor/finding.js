/** Questions about where the cursor is. */

import { NodeSelection } from "prosemirror-state";

/** The selected or nearest surrounding node of one of these types, with its place; or null. */
export function around(state, ...names) {
  const { selection } = state;
  if (selection instanceof NodeSelection && names.includes(selection.node.type.name)) {
    return { node: selection.node, pos: selection.from };
  }
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (names.includes(node.type.name)) return { node, pos: $from.before(depth) };
  }
  return null;
}

export function hasMark(state, name) {
  const { from, $from, to, empty } = state.selection;
  const type = state.schema.marks[name];
  if (empty) return Boolean(type.isInSet(state.storedMarks || $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

/** The stretch of text around the cursor that carries this mark, or null. */
export function markedRange(state, name) {
  const { $from } = state.selection;
  const type = state.schema.marks[name];
  const start = $from.parent.childAfter($from.parentOffset);
  const at = start.node && type.isInSet(start.node.marks)
    ? start
    : $from.parent.childBefore($from.parentOffset);
  const mark = at.node && type.isInSet(at.node.marks);
  if (!mark) return null;
  let from = $from.start() + at.offset;
  let to = from + at.node.nodeSize;
  const { parent } = $from;
  for (let i = at.index - 1; i >= 0 && mark.isInSet(parent.child(i).marks); i -= 1) {
    from -= parent.child(i).nodeSize;
  }
  for (let i = at.index + 1; i < parent.childCount && mark.isInSet(parent.child(i).marks); i += 1) {
    to += parent.child(i).nodeSize;
  }
  return { from, to, mark };
}

/** The text block kind at the cursor: "paragraph", "heading2", "code_block" … */
export function blockKind(state) {
  const { parent } = state.selection.$from;
  return parent.type.name === "heading" ? `heading${parent.attrs.level}` : parent.type.name;
}
