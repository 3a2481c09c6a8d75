/** Formulas that came as MathML without TeX, from packages and office programs. One cannot edit
 * them here, but they stay. */

import { inert } from "../inert.js";

const SPACE = "http://www.w3.org/1998/Math/MathML";
const TAGS = new Set(
  ("math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts "
    + "mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover "
    + "none semantics").split(" "),
);
const ATTRIBUTES = new Set(
  ("accent accentunder columnalign columnlines columnspacing columnspan depth dir display "
    + "displaystyle fence height largeop linethickness lspace mathvariant maxsize minsize "
    + "movablelimits notation rowalign rowlines rowspacing rowspan rspace scriptlevel separator "
    + "stretchy symmetric voffset width").split(" "),
);

/** A copy of only what MathML needs: no links, no handlers, nothing of other languages. */
function copyOf(element) {
  const copy = document.createElementNS(SPACE, element.localName);
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (TAGS.has(child.localName) && child.namespaceURI === SPACE) copy.append(copyOf(child));
  }
  return copy;
}

export function drawn(source) {
  return copyOf(inert(source).querySelector("math") || document.createElementNS(SPACE, "math"));
}

function formula(inline) {
  const getAttrs = (dom) => {
    const block = dom.getAttribute("display") === "block";
    return block === inline || !dom.textContent.trim() ? false : { source: copyOf(dom).outerHTML };
  };
  return {
    inline,
    group: inline ? "inline" : "block",
    atom: true,
    attrs: { source: {} },
    leafText: ({ attrs }) => drawn(attrs.source).textContent,
    parseDOM: [
      { tag: "math", contentElement: (dom) => dom.ownerDocument.createElement("span"), getAttrs },
    ],
    toDOM: ({ attrs }) => drawn(attrs.source),
  };
}

export const mathmlNodes = { mathml_inline: formula(true), mathml_block: formula(false) };
