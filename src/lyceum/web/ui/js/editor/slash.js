/** "/" on an empty line opens the list of blocks; letters narrow it, Enter takes one. */

import { Plugin, PluginKey } from "prosemirror-state";
import { element, freshId, placeBeside } from "./build.js";
import { icon } from "./icons.js";
import { schema } from "./schema/index.js";
import { insertItems } from "./toolbar/items.js";

const key = new PluginKey("slash");

/** The letters after "/" when the cursor is at the end of such a line, else null. */
function queryAt(state) {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== schema.nodes.paragraph) return null;
  if ($from.parentOffset !== $from.parent.content.size) return null;
  return /^\/([\p{L}\d ]{0,24})$/u.exec($from.parent.textContent)?.[1] ?? null;
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

class SlashList {
  constructor(editor, view) {
    this.editor = editor;
    this.view = view;
    this.id = freshId("blocks");
    this.items = insertItems(editor);
    this.root = element("div", {
      class: "pe-menu",
      role: "listbox",
      id: this.id,
      tabindex: "0",
      popover: "manual",
      "aria-label": editor.words.say("insert"),
      mousedown: (event) => event.preventDefault(),
      click: (event) => this.take(event.target.closest("[role=option]")?.index),
    });
    this.dismissed = null;
  }

  get isOpen() {
    return this.root.matches(":popover-open");
  }

  update(view) {
    const query = queryAt(view.state);
    if (query === null) this.dismissed = null;
    const wanted = query !== null && this.dismissed === null && view.hasFocus();
    if (!wanted) {
      this.hide();
      return;
    }
    if (this.isOpen && query === this.query) return;
    this.show(query);
  }

  show(query) {
    this.query = query;
    const wanted = plain(query.trim());
    this.found = this.items.filter((item) =>
      plain(this.editor.words.say(item.name)).includes(wanted));
    if (!this.found.length) {
      this.hide();
      return;
    }
    this.root.replaceChildren(...this.found.map((item, index) => this.option(item, index)));
    if (!this.root.isConnected) this.view.dom.closest("page-editor").append(this.root);
    if (!this.isOpen) this.root.showPopover();
    const { pos } = this.view.state.selection.$from;
    placeBeside(this.root, { getBoundingClientRect: () => this.caret(pos) });
    this.mark(0);
  }

  caret(pos) {
    const { left, right, top, bottom } = this.view.coordsAtPos(pos);
    return { left, right, top, bottom };
  }

  option(item, index) {
    const option = element(
      "div",
      { class: "pe-item", role: "option", id: `${this.id}-${index}` },
      icon(item.icon),
      element("span", { class: "pe-item-text" }, this.editor.words.say(item.name)),
    );
    option.index = index;
    return option;
  }

  mark(index) {
    const count = this.found.length;
    this.at = (index + count) % count;
    [...this.root.children].forEach((option, each) => {
      option.setAttribute("aria-selected", String(each === this.at));
    });
    this.root.children[this.at].scrollIntoView({ block: "nearest" });
    this.view.dom.setAttribute("aria-controls", this.id);
    this.view.dom.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
  }

  hide() {
    if (!this.isOpen) return;
    this.root.hidePopover();
    this.view.dom.removeAttribute("aria-controls");
    this.view.dom.removeAttribute("aria-activedescendant");
  }

  onKey(event) {
    if (!this.isOpen) return false;
    if (event.key === "ArrowDown") this.mark(this.at + 1);
    else if (event.key === "ArrowUp") this.mark(this.at - 1);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.at);
    else if (event.key === "Escape") {
      this.dismissed = this.query;
      this.hide();
    } else return false;
    event.preventDefault();
    return true;
  }

  take(index) {
    if (index === undefined) return;
    const item = this.found[index];
    const { $from } = this.view.state.selection;
    this.hide();
    this.view.dispatch(this.view.state.tr.delete($from.start(), $from.end()));
    item.run();
  }

  destroy() {
    this.root.remove();
  }
}

export function slashMenu(editor) {
  let list = null;
  return new Plugin({
    key,
    view(view) {
      list = new SlashList(editor, view);
      return { update: (each) => list.update(each), destroy: () => list.destroy() };
    },
    props: {
      handleKeyDown: (view, event) => list?.onKey(event) || false,
      handleDOMEvents: {
        blur() {
          list?.hide();
          return false;
        },
      },
    },
  });
}
