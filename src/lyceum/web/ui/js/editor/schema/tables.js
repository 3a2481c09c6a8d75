/** Tables with header cells and a caption. The caption is an attribute, because the table
 * commands count every child of a table as a row. */

import { tableNodes } from "prosemirror-tables";
import { present, readCommon } from "./attributes.js";

const SCOPES = ["col", "row", "colgroup", "rowgroup"];

const base = tableNodes({
  tableGroup: "block",
  cellContent: "block+",
  cellAttributes: {
    scope: {
      default: null,
      getFromDOM: (dom) => {
        const scope = dom.getAttribute("scope");
        return SCOPES.includes(scope) ? scope : null;
      },
      setDOMAttr: (value, attributes) => {
        if (value) attributes.scope = value;
      },
    },
  },
});

function captionOf(table) {
  const caption = [...table.children].find((child) => child.localName === "caption");
  return caption?.textContent.replace(/\s+/g, " ").trim() || "";
}

const table = {
  ...base.table,
  attrs: { caption: { default: "" }, lang: { default: null }, dir: { default: null } },
  parseDOM: [
    {
      tag: "table",
      getAttrs: (dom) => {
        const { lang, dir } = readCommon(dom);
        return { caption: captionOf(dom), lang, dir };
      },
    },
    { tag: "caption", ignore: true },
    { tag: "colgroup", ignore: true },
  ],
  toDOM: ({ attrs }) => {
    const caption = attrs.caption ? [["caption", attrs.caption]] : [];
    return ["table", present({ lang: attrs.lang, dir: attrs.dir }), ...caption, ["tbody", 0]];
  },
};

export const tableSpecs = { ...base, table };
