/** Faint words where one can write: in an empty page, summary or caption. */

import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

function hintFor(node, state, doc) {
  if (node.content.size) return null;
  const name = node.type.name;
  if (name === "summary") return "summaryHint";
  if (["figure", "embed", "video", "audio"].includes(name)) return "captionHint";
  if (name !== "paragraph") return null;
  if (doc.childCount === 1 && doc.firstChild === node) return "emptyHint";
  return state.selection.empty && state.selection.$from.parent === node ? "lineHint" : null;
}

/** A drawing property of CSS carries the words, because captions are inside their figure. */
export function hints(words) {
  return new Plugin({
    props: {
      attributes: {
        spellcheck: "true",
      },
      decorations(state) {
        const found = [];
        state.doc.descendants((node, pos) => {
          if (!node.isTextblock) return true;
          const hint = hintFor(node, state, state.doc);
          if (hint) {
            const attributes = { class: "is-empty", "data-hint": words.say(hint) };
            found.push(Decoration.node(pos, pos + node.nodeSize, attributes));
          }
          return false;
        });
        return DecorationSet.create(state.doc, found);
      },
    },
    view(view) {
      view.dom.style.setProperty("--caption-hint", JSON.stringify(words.say("captionHint")));
      return {};
    },
  });
}
