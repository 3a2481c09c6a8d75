/**
 * Putting parts in order: drag by the handle, Alt+arrow keys, or the buttons Up and Down, which are forms
 * and work without this script. Each way says aloud where the part is now (WCAG 2.5.7, 4.1.3).
 *
 *   <sort-list data-moved="{name} is now {place} of {count}." data-moved-to="… in {group}." data-failed="…">
 *     <section data-sort="module" data-name="…" data-position-url="…">
 *       <form class="position">…  <ul data-sort-group="id"> <li data-sort="item" …>
 *
 * The order is shown at once, sent one step after another, and put back if the server refuses.
 */

import { ours } from "../forms.js";
import { say } from "../toasts.js";
import { startDragging } from "./drag.js";

export class SortList extends HTMLElement {
  connectedCallback() {
    this.dataset.ready = "";
    this.sent = Promise.resolve();
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.after(this.status);
    this.addEventListener("submit", (event) => this.onButton(event));
    this.addEventListener("keydown", (event) => this.onKey(event));
    startDragging(this);
  }

  onButton(event) {
    if (!event.target.matches("form.position")) return;
    event.preventDefault();
    this.step(event.target.closest("[data-sort]"), Number(event.submitter.value));
    const stop = event.submitter.disabled ? event.target.querySelector("button:not(:disabled)") : event.submitter;
    stop?.focus();
  }

  onKey(event) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const part = event.target.closest("[data-sort]");
    if (!part) return;
    event.preventDefault();
    const held = event.target;
    this.step(part, event.key === "ArrowUp" ? -1 : 1);
    held.focus();
  }

  /** Move by one; an item at the end of its module goes on into the next. */
  step(part, by) {
    const place = this.peers(part).indexOf(part) + by;
    if (place >= 0 && place < this.peers(part).length) return this.put(part, part.parentElement, place);
    const groups = [...this.querySelectorAll("[data-sort-group]")];
    const group = groups[groups.indexOf(part.parentElement) + by];
    if (part.dataset.sort === "item" && group) this.put(part, group, by < 0 ? this.inside(group, "item").length : 0);
  }

  inside(parent, kind) {
    return [...parent.children].filter((one) => one.dataset.sort === kind);
  }

  peers(part) {
    return this.inside(part.parentElement, part.dataset.sort);
  }

  /** Show the part at its new place, say so, and tell the server. */
  put(part, parent, place) {
    const from = { parent: part.parentElement, place: this.peers(part).indexOf(part) };
    if (from.parent === parent && from.place === place) return;
    this.show(part, parent, place);
    this.announce(part, place, from.parent === parent ? this.dataset.moved : this.dataset.movedTo);
    this.sent = this.sent.then(() => this.tell(part, place)).then((kept) => kept || this.putBack(part, from));
  }

  announce(part, place, sentence) {
    const group = part.parentElement.closest("[data-sort]")?.dataset.name;
    const words = { name: part.dataset.name, place: place + 1, count: this.peers(part).length, group };
    this.status.textContent = sentence.replace(/{(\w+)}/g, (_all, word) => words[word]);
  }

  show(part, parent, place) {
    const others = this.inside(parent, part.dataset.sort).filter((one) => one !== part);
    if (place < others.length) others[place].before(part);
    else if (others.length) others.at(-1).after(part);
    else parent.append(part);
    this.querySelectorAll("[data-sort]").forEach((one) => this.refresh(one));
  }

  refresh(part) {
    const peers = this.peers(part);
    const [up, down] = part.querySelectorAll("form.position button");
    if (up) up.disabled = peers[0] === part;
    if (down) down.disabled = peers.at(-1) === part;
  }

  async tell(part, place) {
    const body = new URLSearchParams({ position: place });
    if (part.dataset.sort === "item") body.set("module", part.parentElement.dataset.sortGroup);
    const asked = { method: "POST", body, headers: ours(), redirect: "manual" };
    const answer = await fetch(part.dataset.positionUrl, asked).catch(() => null);
    return answer?.type === "opaqueredirect" || Boolean(answer?.ok);
  }

  putBack(part, { parent, place }) {
    this.show(part, parent, place);
    this.status.textContent = "";
    say(this.dataset.failed, "error");
  }
}
