/** Page HTML to document and back. The HTML is the one that the server's cleaning keeps. */

import { DOMParser as ModelParser, DOMSerializer } from "prosemirror-model";
import { inert } from "./inert.js";
import { schema } from "./schema/index.js";

const parser = ModelParser.fromSchema(schema);
const serializer = DOMSerializer.fromSchema(schema);

export function parse(html) {
  return parser.parse(inert(html));
}

/** A list item or cell of one plain paragraph needs no paragraph: `<li>Text</li>`. */
function unwrapLoneParagraphs(root) {
  for (const holder of root.querySelectorAll("li, td, th")) {
    const [first, ...rest] = holder.children;
    const lists = rest.every((each) => /^[uo]l$/.test(each.localName));
    const cell = holder.localName !== "li";
    if (first?.localName !== "p" || first.attributes.length || !lists) continue;
    if (cell && rest.length) continue;
    first.replaceWith(...first.childNodes);
  }
}

function dropEmptyCaptions(root) {
  for (const caption of root.querySelectorAll("figcaption")) {
    if (caption.childNodes.length) continue;
    const figure = caption.parentElement;
    caption.remove();
    const [only] = figure.children;
    if (["video", "audio"].includes(only?.localName)) figure.replaceWith(only);
  }
}

/** The empty paragraphs in which somebody was about to write. */
function dropEmptyEnd(root) {
  while (root.lastElementChild?.matches("p:empty")) root.lastElementChild.remove();
}

function isHeaderRow(row) {
  return row.cells.length > 0 && [...row.cells].every((cell) => cell.localName === "th");
}

/** The first row of header cells becomes the head; each header cell says what it heads. */
function giveTablesHeads(root) {
  for (const table of root.querySelectorAll("table")) {
    const [first] = table.rows;
    if (first && isHeaderRow(first)) table.createTHead().append(first);
    for (const cell of table.querySelectorAll("th:not([scope])")) {
      cell.setAttribute("scope", cell.closest("thead") ? "col" : "row");
    }
  }
}

export function serialize(doc) {
  const body = inert("");
  serializer.serializeFragment(doc.content, { document: body.ownerDocument }, body);
  unwrapLoneParagraphs(body);
  dropEmptyCaptions(body);
  giveTablesHeads(body);
  dropEmptyEnd(body);
  return [...body.children].map((each) => each.outerHTML).join("\n");
}

/** Read-only elements of a document, for showing it beside another. */
export function render(doc) {
  return serializer.serializeFragment(doc.content);
}
