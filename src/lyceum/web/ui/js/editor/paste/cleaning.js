/** Makes plain page HTML of what Word, Google Docs and web pages put on the clipboard. */

import { inert } from "../inert.js";
import { fileAddress, linkAddress, playerAddress } from "../schema/places.js";
import { listsFromWord } from "./word.js";

const NOISE = "meta, link, title, head, xml, template, object";

function style(element) {
  return (element.dataset.style || "").toLowerCase().replace(/\s+/g, "");
}

function has(text, property, pattern) {
  return new RegExp(`(?:^|;)${property}:(?:${pattern})`).test(text);
}

const MEANINGS = [
  ["strong", (text) => has(text, "font-weight", "bold|[6-9]00")],
  ["em", (text) => has(text, "font-style", "italic|oblique")],
  ["u", (text) => has(text, "text-decoration(?:-line)?", "[^;]*underline")],
  ["s", (text) => has(text, "text-decoration(?:-line)?", "[^;]*line-through")],
  ["sub", (text) => has(text, "vertical-align", "sub")],
  ["sup", (text) => has(text, "vertical-align", "super")],
];

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

/** Google Docs wraps everything in a bold that says it is not bold. */
function dropFalseBold(body) {
  for (const bold of body.querySelectorAll("b, strong")) {
    if (has(style(bold), "font-weight", "normal|400")) unwrap(bold);
  }
}

/** A styled span becomes the marks that its style means; headings are bold by themselves. */
function marksFromStyles(body) {
  for (const span of body.querySelectorAll("span[data-style], font[data-style]")) {
    const text = style(span);
    const inHeading = span.closest("h1, h2, h3, h4, h5, h6, th, a");
    for (const [tag, means] of MEANINGS) {
      if (!means(text) || (inHeading && ["strong", "u"].includes(tag))) continue;
      const mark = body.ownerDocument.createElement(tag);
      mark.append(...span.childNodes);
      span.append(mark);
    }
  }
}

function dropNoise(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const each of [...comments, ...body.querySelectorAll(NOISE)]) each.remove();
  for (const each of body.querySelectorAll("*")) {
    if (/^(o|w|v|m|st1):/.test(each.localName)) unwrap(each);
  }
}

/** Images of other places would not show for learners, so they are left out and counted. */
function dropForeignImages(body) {
  let count = 0;
  for (const image of body.querySelectorAll("img")) {
    if (fileAddress(image.getAttribute("src"))) continue;
    image.remove();
    count += 1;
  }
  return count;
}

/** Players that one cannot add by hand do not slip in by a paste either: a link leads there. */
function linkForeignPlayers(body) {
  for (const frame of body.querySelectorAll("iframe, embed")) {
    const address = linkAddress(frame.getAttribute("src"));
    if (playerAddress(frame.getAttribute("src") || "")) continue;
    const link = body.ownerDocument.createElement("a");
    link.textContent = frame.title || address || "";
    if (address) link.href = address;
    frame.replaceWith(link);
  }
}

/** `{html, images}`: the clean HTML and how many images were left out. */
export function cleaned(html) {
  const body = inert(html);
  if (body.querySelector("[data-pm-slice]")) return { html: body.innerHTML, images: 0 };
  dropNoise(body);
  listsFromWord(body);
  dropFalseBold(body);
  marksFromStyles(body);
  linkForeignPlayers(body);
  const images = dropForeignImages(body);
  return { html: body.innerHTML, images };
}
