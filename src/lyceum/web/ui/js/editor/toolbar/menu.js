/** A menu of commands that opens from a button (WAI-ARIA menu button pattern). */

import { element, freshId, placeBeside } from "../build.js";
import { icon } from "../icons.js";

function itemButton(item, words) {
  const checkable = item.checked !== undefined;
  return element(
    "button",
    {
      type: "button",
      class: "pe-item",
      role: checkable ? "menuitemradio" : "menuitem",
      "aria-checked": checkable ? String(Boolean(item.checked)) : null,
      "aria-disabled": item.disabled ? "true" : null,
      tabindex: "-1",
    },
    item.icon ? icon(item.icon) : element("span", { class: "i" }),
    element("span", { class: "pe-item-text" }, item.label ?? words.say(item.name)),
    item.keys ? element("kbd", { dir: "ltr" }, item.keys) : null,
  );
}

class Menu {
  constructor(anchor, items, words, back) {
    this.anchor = anchor;
    this.back = back;
    this.buttons = items.map((item) => itemButton(item, words));
    this.items = items;
    this.root = element(
      "div",
      {
        class: "pe-menu",
        role: "menu",
        id: freshId("menu"),
        popover: "auto",
        "aria-label": anchor.getAttribute("aria-label") || anchor.textContent.trim(),
        keydown: (event) => this.onKey(event),
        toggle: (event) => event.newState === "closed" && this.finish(),
      },
      ...this.buttons,
    );
    this.root.addEventListener("click", (event) => this.onClick(event));
  }

  open() {
    this.anchor.closest("page-editor").append(this.root);
    this.anchor.setAttribute("aria-expanded", "true");
    this.root.showPopover();
    placeBeside(this.root, this.anchor);
    const chosen = this.items.findIndex((item) => item.checked);
    this.focus(Math.max(0, chosen));
  }

  focus(index) {
    const count = this.buttons.length;
    this.buttons[(index + count) % count].focus();
  }

  onClick(event) {
    const index = this.buttons.indexOf(event.target.closest("button"));
    if (index < 0 || this.items[index].disabled) return;
    this.close();
    this.items[index].run();
  }

  onKey(event) {
    const at = this.buttons.indexOf(document.activeElement);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    if (event.key in moves) this.focus(moves[event.key]);
    else if (event.key === "Tab") this.close();
    else if (event.key === "Escape") this.close();
    else if (!this.findByLetter(event, at)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  findByLetter(event, at) {
    if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey) return false;
    const order = this.buttons.map((_, step) => (at + 1 + step) % this.buttons.length);
    const letter = event.key.toLocaleLowerCase();
    const found = order.find((index) =>
      this.buttons[index].textContent.trim().toLocaleLowerCase().startsWith(letter));
    if (found !== undefined) this.focus(found);
    return true;
  }

  close() {
    const inside = this.root.contains(document.activeElement);
    this.root.hidePopover();
    if (inside) (this.back || this.anchor).focus();
  }

  finish() {
    this.anchor.setAttribute("aria-expanded", "false");
    this.root.remove();
  }
}

/**
 * Opens the menu; each item is `{name | label, icon, keys, checked, disabled, run}`.
 * `back` gets the focus when the menu closes; without it the button does.
 */
export function openMenu(anchor, items, words, back) {
  new Menu(anchor, items, words, back).open();
}
