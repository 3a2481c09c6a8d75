/** The small schema of a page. What it does not name, a page cannot contain. */

import { Schema } from "prosemirror-model";
import { markSpecs } from "./marks.js";
import { mathNodes } from "./math.js";
import { mathmlNodes } from "./mathml.js";
import { mediaNodes } from "./media.js";
import { tableSpecs } from "./tables.js";
import { textNodes } from "./text.js";

const hard_break = {
  inline: true,
  group: "inline",
  selectable: false,
  parseDOM: [{ tag: "br" }],
  toDOM: () => ["br"],
  leafText: () => "\n",
};

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    ...textNodes,
    ...tableSpecs,
    ...mediaNodes,
    ...mathNodes,
    ...mathmlNodes,
    text: { group: "inline" },
    hard_break,
  },
  marks: markSpecs,
});
