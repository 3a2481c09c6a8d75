/** Blocks of text: paragraphs, headings, lists, quotes, code, callouts, details. */

import { common, number, present, readCommon, writeCommon } from "./attributes.js";

export const CALLOUTS = ["note", "tip", "warning", "important"];

function plain(tag, content, group) {
  return {
    content,
    group,
    attrs: common,
    parseDOM: [{ tag, getAttrs: readCommon }],
    toDOM: (node) => [tag, writeCommon(node), 0],
  };
}

const paragraph = plain("p", "inline*", "block");

const LEVELS = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

const heading = {
  attrs: { level: { default: 2 }, ...common },
  content: "inline*",
  group: "block",
  defining: true,
  parseDOM: Object.entries(LEVELS).map(([tag, level]) => ({
    tag,
    getAttrs: (dom) => ({ level, ...readCommon(dom) }),
  })),
  toDOM: (node) => [`h${node.attrs.level}`, writeCommon(node), 0],
};

const blockquote = { ...plain("blockquote", "block+", "block"), defining: true };
const bullet_list = plain("ul", "list_item+", "block");

const ordered_list = {
  content: "list_item+",
  group: "block",
  attrs: {
    start: { default: 1 },
    reversed: { default: false },
    type: { default: null },
    ...common,
  },
  parseDOM: [
    {
      tag: "ol",
      getAttrs: (dom) => ({
        start: number(dom, "start") || 1,
        reversed: dom.hasAttribute("reversed"),
        type: /^[aAiI]$/.test(dom.getAttribute("type") || "") ? dom.getAttribute("type") : null,
        ...readCommon(dom),
      }),
    },
  ],
  toDOM: (node) => {
    const { start, type, reversed } = node.attrs;
    const told = { start: start === 1 ? null : start, reversed: reversed ? "" : null, type };
    return ["ol", writeCommon(node, told), 0];
  },
};

const list_item = { ...plain("li", "paragraph block*"), defining: true };

const horizontal_rule = {
  group: "block",
  parseDOM: [{ tag: "hr" }],
  toDOM: () => ["hr"],
};

function languageOfCode(dom) {
  const code = dom.querySelector("code") || dom;
  return /(?:^|\s)language-([\w+#.-]+)/.exec(code.className)?.[1] || null;
}

const code_block = {
  attrs: { language: { default: null } },
  content: "text*",
  marks: "",
  group: "block",
  code: true,
  defining: true,
  parseDOM: [
    {
      tag: "pre",
      preserveWhitespace: "full",
      getAttrs: (dom) => ({ language: languageOfCode(dom) }),
    },
  ],
  toDOM: ({ attrs }) => [
    "pre",
    ["code", present({ class: attrs.language && `language-${attrs.language}` }), 0],
  ],
};

const callout = {
  attrs: { kind: { default: "note" }, ...common },
  content: "block+",
  group: "block",
  defining: true,
  parseDOM: [
    {
      tag: "aside.callout",
      getAttrs: (dom) => ({
        kind: CALLOUTS.find((kind) => dom.classList.contains(`callout-${kind}`)) || "note",
        ...readCommon(dom),
      }),
    },
  ],
  toDOM: (node) => [
    "aside",
    writeCommon(node, { class: `callout callout-${node.attrs.kind}` }),
    0,
  ],
};

const details = {
  ...plain("details", "summary block+", "block"),
  defining: true,
  isolating: true,
};
const summary = { ...plain("summary", "inline*"), defining: true };

const definition_list = plain("dl", "(definition_term | definition)+", "block");
const definition_term = { ...plain("dt", "inline*"), defining: true };
const definition = { ...plain("dd", "block+"), defining: true };

export const textNodes = {
  paragraph,
  heading,
  blockquote,
  bullet_list,
  ordered_list,
  list_item,
  code_block,
  callout,
  details,
  summary,
  definition_list,
  definition_term,
  definition,
  horizontal_rule,
};
