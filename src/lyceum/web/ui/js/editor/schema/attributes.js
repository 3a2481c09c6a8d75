/** Attributes that any block may carry (language, direction, anchor) and how they are read. */

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const DIRECTIONS = ["ltr", "rtl", "auto"];

export const common = {
  lang: { default: null },
  dir: { default: null },
  id: { default: null },
};

export function languageOf(text) {
  return LANGUAGE.test(text || "") ? text : null;
}

export function readCommon(dom) {
  const dir = (dom.getAttribute("dir") || "").toLowerCase();
  return {
    lang: languageOf(dom.getAttribute("lang")),
    dir: DIRECTIONS.includes(dir) ? dir : null,
    id: dom.getAttribute("id") || null,
  };
}

/** Only the attributes that have a value, in one order, so that equal pages give equal HTML. */
export function present(attributes) {
  const kept = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) kept[name] = value;
  }
  return kept;
}

export function writeCommon(node, more = {}) {
  const { lang, dir, id } = node.attrs;
  return present({ id, ...more, lang, dir });
}

export function number(dom, name) {
  const value = Number.parseInt(dom.getAttribute(name) || "", 10);
  return value > 0 ? value : null;
}
