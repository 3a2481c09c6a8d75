/** How some blocks look while one writes: formulas drawn, players as quiet cards. */

import { element } from "./build.js";
import { icon } from "./icons.js";
import { drawn } from "./schema/mathml.js";
import { drawTex } from "./tex.js";

/** Details are always open here, and a click on their summary writes instead of closing. */
function detailsView() {
  const dom = element("div", { class: "details" });
  return { dom, contentDOM: dom };
}

function summaryView() {
  const dom = element("div", { class: "summary" });
  return { dom, contentDOM: dom };
}

/** A note, not a landmark: a page being written is one text box, not a list of regions. */
function calloutView(node) {
  const dom = element("div", { class: `callout callout-${node.attrs.kind}`, role: "note" });
  return { dom, contentDOM: dom };
}

class MathView {
  constructor(node, editor) {
    this.editor = editor;
    const tag = node.isInline ? "span" : "div";
    this.dom = element(tag, { class: "math", dblclick: () => editor.askMath() });
    this.draw(node);
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    if (node.attrs.tex !== this.node.attrs.tex) this.draw(node);
    return true;
  }

  draw(node) {
    this.node = node;
    const { tex } = node.attrs;
    this.dom.replaceChildren(element("code", { dir: "ltr" }, tex));
    drawTex(tex, !node.isInline).then((drawn) => {
      if (this.node === node && drawn.math) this.dom.replaceChildren(drawn.math);
      this.dom.classList.toggle("is-wrong", Boolean(drawn.problem));
    });
  }

  ignoreMutation() {
    return true;
  }
}

const CARD_ICONS = { embed: "clapperboard", video: "film", audio: "music" };

/** A player is not loaded while one writes: a card names it, its caption can be written. */
class CardView {
  constructor(node) {
    this.node = node;
    this.title = element("strong");
    this.address = element("span", { class: "pe-card-address", dir: "ltr" });
    this.contentDOM = element("figcaption");
    const words = element("div", {}, this.title, this.address);
    const card = element("div", { class: "pe-card", contenteditable: "false" },
      icon(CARD_ICONS[node.type.name]), words);
    this.dom = element("figure", { class: "pe-player" }, card, this.contentDOM);
    this.write();
  }

  write() {
    const { src, title } = this.node.attrs;
    this.title.textContent = title || decodeURIComponent(src.split("/").pop());
    this.address.textContent = src.replace(/^https:\/\/(www\.)?/, "");
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.write();
    return true;
  }

  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}

/** The drawing that came with the page; a wrapper of HTML, so that it can be selected. */
function mathmlView(node) {
  const dom = element(node.isInline ? "span" : "div", { class: "math" }, drawn(node.attrs.source));
  return { dom, ignoreMutation: () => true };
}

export function nodeViews(editor) {
  const math = (node) => new MathView(node, editor);
  const card = (node) => new CardView(node);
  return {
    details: detailsView,
    summary: summaryView,
    callout: calloutView,
    math_inline: math,
    math_block: math,
    mathml_inline: mathmlView,
    mathml_block: mathmlView,
    embed: card,
    video: card,
    audio: card,
  };
}
