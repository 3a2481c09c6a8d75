/** What one may type instead of reaching for the toolbar: "## ", "- ", "**bold**", "$x^2$" … */

import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import { TextSelection } from "prosemirror-state";
import { schema } from "./schema/index.js";

const { nodes, marks } = schema;

/** Text between two signs gets a mark and loses the signs. */
function markRule(pattern, type) {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before, text] = match;
    const from = start + before.length;
    if (state.doc.rangeHasMark(from, end, marks.code)) return null;
    const tr = state.tr;
    const opening = (whole.length - before.length - text.length) / 2;
    tr.delete(from + opening + text.length, end);
    tr.delete(from, from + opening);
    tr.addMark(from, from + text.length, type.create());
    return tr.removeStoredMark(type);
  });
}

const headings = textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, (match) => ({
  level: Math.max(2, match[1].length),
}));

const code = textblockTypeInputRule(/^```([\w+#.-]*)\s$/, nodes.code_block, (match) => ({
  language: match[1].toLowerCase() || null,
}));

const numbered = wrappingInputRule(
  /^(\d{1,4})[.)]\s$/,
  nodes.ordered_list,
  (match) => ({ start: Number(match[1]) || 1 }),
  (match, node) => node.childCount + node.attrs.start === Number(match[1]),
);

const rule = new InputRule(/^(---|\*\*\*|___)\s?$/, (state, match, start, end) => {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== nodes.paragraph || $start.parent.content.size > 3) return null;
  const at = $start.before();
  const tr = state.tr.delete(start, end).insert(at, nodes.horizontal_rule.create());
  return tr.setSelection(TextSelection.create(tr.doc, at + 2));
});

/** A dollar sign that follows a space or a digit is money, not the end of a formula. */
const inlineMath = new InputRule(
  /(^|[^$\\\w])\$([^\s$](?:[^$]*[^\s$\\])?)\$$/,
  (state, match, start, end) => {
    const formula = nodes.math_inline.create({ tex: match[2] });
    return state.tr.replaceWith(start + match[1].length, end, formula);
  },
);

const blockMath = new InputRule(/^\$\$([^$]+)\$\$$/, (state, match, start) => {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== nodes.paragraph) return null;
  const formula = nodes.math_block.create({ tex: match[1].trim() });
  const tr = state.tr.replaceWith($start.before(), $start.after(), [
    formula,
    nodes.paragraph.create(),
  ]);
  return tr.setSelection(TextSelection.create(tr.doc, $start.before() + formula.nodeSize + 1));
});

export function typingRules() {
  return inputRules({
    rules: [
      headings,
      code,
      numbered,
      wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      rule,
      blockMath,
      inlineMath,
      markRule(/(^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
      markRule(/(^|[^*])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em),
      markRule(/(^|[^~])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.s),
      markRule(/(^|[^`])`([^`\s](?:[^`]*[^`\s])?)`$/, marks.code),
    ],
  });
}
