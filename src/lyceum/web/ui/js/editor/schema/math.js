/** Formulas. The page stores TeX; the server adds the MathML that learners see. */

import { present } from "./attributes.js";

const ANNOTATION = 'annotation[encoding="application/x-tex"]';

/** The TeX of a formula: our attribute, or the note inside the server's MathML. */
export function readTex(dom) {
  const tex = dom.getAttribute("data-tex") ?? dom.querySelector(ANNOTATION)?.textContent;
  return tex?.trim() ? { tex: tex.trim() } : false;
}

function shownAsBlock(dom) {
  return dom.getAttribute("display") === "block";
}

/** What the server could not read is shown as code; here it is a formula again, to be corrected. */
function refused(inline) {
  const tag = "code.math-refused";
  const getAttrs = (dom) => (dom.textContent.trim() ? { tex: dom.textContent.trim() } : false);
  return inline ? [{ tag, priority: 75, contentElement: empty, getAttrs }] : [];
}

const empty = (dom) => dom.ownerDocument.createElement("span");

function formula(tag, inline) {
  return {
    inline,
    group: inline ? "inline" : "block",
    atom: true,
    attrs: { tex: {} },
    leafText: ({ attrs }) => attrs.tex,
    parseDOM: [
      ...refused(inline),
      { tag: `${tag}.math`, priority: 70, contentElement: empty, getAttrs: readTex },
      {
        tag: "math",
        priority: 65,
        contentElement: empty,
        getAttrs: (dom) => (shownAsBlock(dom) !== inline ? readTex(dom) : false),
      },
    ],
    toDOM: ({ attrs }) => [tag, present({ class: "math", "data-tex": attrs.tex }), attrs.tex],
  };
}

export const mathNodes = {
  math_inline: formula("span", true),
  math_block: formula("div", false),
};
