/** What may be said about a stretch of text. */

import { languageOf, present, readCommon } from "./attributes.js";
import { linkAddress } from "./places.js";

const link = {
  attrs: { href: {}, title: { default: null } },
  inclusive: false,
  parseDOM: [
    {
      tag: "a[href]",
      getAttrs: (dom) => {
        const href = linkAddress(dom.getAttribute("href"));
        return href ? { href, title: dom.getAttribute("title") } : false;
      },
    },
  ],
  toDOM: ({ attrs }) => ["a", present({ href: attrs.href, title: attrs.title }), 0],
};

const language = {
  attrs: { lang: { default: null }, dir: { default: null } },
  parseDOM: [
    {
      tag: "span, bdi, bdo",
      getAttrs: (dom) => {
        const { lang, dir } = readCommon(dom);
        return lang || dir ? { lang: languageOf(lang), dir } : false;
      },
    },
  ],
  toDOM: ({ attrs }) => ["span", present({ lang: attrs.lang, dir: attrs.dir }), 0],
};

const abbr = {
  attrs: { title: { default: null } },
  parseDOM: [{ tag: "abbr", getAttrs: (dom) => ({ title: dom.getAttribute("title") }) }],
  toDOM: ({ attrs }) => ["abbr", present({ title: attrs.title }), 0],
};

function simple(tag, others = [], more = {}) {
  const parseDOM = [tag, ...others].map((each) => ({ tag: each }));
  return { parseDOM, toDOM: () => [tag, 0], ...more };
}

export const markSpecs = {
  link,
  language,
  strong: simple("strong", ["b"]),
  em: simple("em", ["i", "dfn"]),
  cite: simple("cite"),
  q: simple("q"),
  var: simple("var"),
  abbr,
  u: simple("u", ["ins"]),
  s: simple("s", ["del", "strike"]),
  sub: simple("sub", [], { excludes: "sub sup" }),
  sup: simple("sup", [], { excludes: "sub sup" }),
  highlight: simple("mark"),
  small: simple("small"),
  code: simple("code", ["tt"], { code: true }),
  kbd: simple("kbd", [], { code: true }),
  samp: simple("samp", [], { code: true }),
};
