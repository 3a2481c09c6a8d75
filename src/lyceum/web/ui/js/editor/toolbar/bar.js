/** The toolbar: one stop for Tab, arrow keys within (WAI-ARIA toolbar pattern). */

import { element } from "../build.js";
import { icon } from "../icons.js";
import { contextItems } from "./context.js";
import { mainItems } from "./items.js";
import { openMenu } from "./menu.js";

export class Toolbar {
  constructor(editor) {
    this.editor = editor;
    this.words = editor.words;
    this.main = this.row(mainItems(editor));
    this.context = element("div", { class: "pe-row pe-context", hidden: true });
    this.shownContext = "";
    this.root = element(
      "div",
      {
        class: "pe-bar",
        role: "toolbar",
        "aria-label": this.words.say("toolbar"),
        "aria-controls": editor.textId,
        keydown: (event) => this.onKey(event),
        focusin: (event) => this.rove(event.target.closest("button")),
      },
      this.main,
      editor.status.state,
      this.context,
    );
    this.rove(this.buttons()[0]);
  }

  row(items) {
    return element("div", { class: "pe-row" }, ...items.map((item) => this.part(item)));
  }

  part(item) {
    if (item === "|") return element("span", { class: "pe-rule", "aria-hidden": "true" });
    const label = item.label ?? this.words.say(item.name);
    const title = item.keys ? `${label} (${item.keys})` : label;
    const button = element(
      "button",
      {
        type: "button",
        class: item.shown ? "pe-tool pe-named" : "pe-tool",
        tabindex: "-1",
        title,
        "aria-label": label,
        "aria-keyshortcuts": item.aria,
        "aria-haspopup": item.menu ? "menu" : null,
        "aria-expanded": item.menu ? "false" : null,
        "aria-pressed": item.pressed ? "false" : null,
        mousedown: (event) => event.preventDefault(),
        click: (event) => this.press(item, button, event),
      },
      item.icon ? icon(item.icon) : null,
      item.shown ? element("span", { class: "pe-shown" }) : null,
      item.menu ? icon("chevron-down") : null,
    );
    button.item = item;
    return button;
  }

  press(item, button, event) {
    if (button.getAttribute("aria-disabled") === "true") return;
    const byKeyboard = event.detail === 0;
    const { view } = this.editor;
    if (item.menu) {
      openMenu(button, item.menu(view.state), this.words, byKeyboard ? null : view);
      return;
    }
    item.run();
    const stays = byKeyboard && (item.pressed || item.stays);
    if (!item.opens && !stays) view.focus();
  }

  buttons() {
    return [...this.root.querySelectorAll("button")].filter((each) => !each.closest("[hidden]"));
  }

  rove(button) {
    if (!button || !this.root.contains(button)) return;
    for (const each of this.root.querySelectorAll("button")) {
      each.tabIndex = each === button ? 0 : -1;
    }
  }

  focus() {
    const buttons = this.buttons();
    (buttons.find((each) => each.tabIndex === 0) || buttons[0]).focus();
  }

  onKey(event) {
    const buttons = this.buttons();
    const at = buttons.indexOf(document.activeElement);
    if (at < 0) return;
    const forward = getComputedStyle(this.root).direction === "rtl" ? -1 : 1;
    const moves = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: buttons.length - 1,
    };
    if (event.key in moves) {
      buttons[(moves[event.key] + buttons.length) % buttons.length].focus();
    } else if (event.key === "ArrowDown" && buttons[at].item.menu) {
      buttons[at].click();
    } else if (event.key === "Escape") {
      this.editor.view.focus();
    } else return;
    event.preventDefault();
  }

  /** Shows what holds where the cursor is. */
  update(state) {
    this.updateContext(state);
    for (const button of this.root.querySelectorAll("button")) {
      const { pressed, enabled, shown } = button.item;
      if (pressed) button.setAttribute("aria-pressed", String(pressed(state)));
      if (enabled) button.setAttribute("aria-disabled", String(!enabled(state)));
      if (shown) this.show(button, shown(state));
    }
  }

  show(button, text) {
    const place = button.querySelector(".pe-shown");
    if (place.textContent === text) return;
    place.textContent = text;
    button.setAttribute("aria-label", `${this.words.say(button.item.name)}: ${text}`);
  }

  updateContext(state) {
    const { id, label, items } = contextItems(this.editor, state);
    if (id === this.shownContext) return;
    const hadFocus = this.context.contains(document.activeElement);
    this.shownContext = id;
    this.context.hidden = !items.length;
    const name = element("span", { class: "pe-context-name" }, label || "");
    this.context.replaceChildren(name, ...items.map((item) => this.part(item)));
    if (!this.buttons().some((each) => each.tabIndex === 0)) this.rove(this.buttons()[0]);
    if (hadFocus) this.focus();
  }
}
