/** What happens to pasted and dropped text and files. */

import { Plugin } from "prosemirror-state";
import { cleaned } from "./cleaning.js";

/** Characters of HTML or text that one paste may have; more would stall the editor. */
export const PASTE_LIMIT = 2 * 1024 * 1024;

const DATA_IMAGE = /\ssrc=(["'])data:[^"']*\1/gi;

function megabytes(length) {
  return (length / 1024 / 1024).toFixed(1);
}

/** Office programs put a picture of the text beside the text: then the text is meant. */
function pastedFiles(data, html) {
  const files = [...data.files];
  return /\S/.test(html.replace(/<style[\s\S]*?<\/style>|<[^>]*>|<!--[\s\S]*?-->/g, "")) ? [] : files;
}

function refuseLarge(editor, view, html, text) {
  const size = Math.max(html.replace(DATA_IMAGE, "").length, text.length);
  if (size <= PASTE_LIMIT) return false;
  const { words } = editor;
  const plain = text && text.length <= PASTE_LIMIT
    ? [[words.say("pastePlain"), () => view.pasteText(text)]]
    : [];
  const values = { size: megabytes(size), limit: megabytes(PASTE_LIMIT) };
  editor.status.notice(words.say("pasteTooLarge", values), plain, { problem: true });
  return true;
}

function receive(editor, view, event, data) {
  if (!data || view.dragging) return false;
  const html = data.getData("text/html");
  if (refuseLarge(editor, view, html, data.getData("text/plain"))) {
    event.preventDefault();
    return true;
  }
  const files = data.files.length ? pastedFiles(data, html) : [];
  if (!files.length) return false;
  event.preventDefault();
  if (event.type === "drop") editor.selectAt(event);
  editor.addFiles(files);
  return true;
}

export function pasting(editor) {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => receive(editor, view, event, event.clipboardData),
        drop: (view, event) => receive(editor, view, event, event.dataTransfer),
      },
      transformPastedHTML(html) {
        const { html: clean, images } = cleaned(html.replace(DATA_IMAGE, ' src="data:"'));
        if (images) editor.status.notice(editor.words.say("imagesLeft", { count: images }));
        return clean;
      },
    },
  });
}
