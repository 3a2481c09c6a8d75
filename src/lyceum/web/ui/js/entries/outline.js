/** Putting the outline in order: drag by the handle, or Alt+arrow keys; the buttons are their twins. */

import { ours } from "../parts/forms.js";

class SortList extends HTMLElement {
  connectedCallback() {
    this.dataset.ready = "";
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.append(this.status);
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("pointerdown", (event) => this.onGrab(event));
  }

  /** Alt+↑ and Alt+↓ press the twin buttons of the part that has the focus. */
  onKey(event) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    const part = event.target.closest("[data-sort]");
    const by = event.key === "ArrowUp" ? -1 : 1;
    const button = part?.querySelector(`:scope > .position [value="${by}"], :scope > .module-head .position [value="${by}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    sessionStorage.setItem("moved", part.id);
    button.click();
  }

  onGrab(event) {
    const handle = event.target.closest(".handle");
    const part = handle?.closest("[data-sort]");
    if (!part || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    part.classList.add("dragging");
    const drag = { part, target: null, after: false };
    const move = (moved) => this.aim(drag, moved);
    const end = () => {
      handle.removeEventListener("pointermove", move);
      part.classList.remove("dragging");
      this.unmark();
      if (drag.target) this.drop(drag);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end, { once: true });
    handle.addEventListener("pointercancel", end, { once: true });
  }

  /** Find the part under the pointer; an item can also be dropped into an empty module. */
  aim(drag, event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    this.unmark();
    const kind = drag.part.dataset.sort;
    drag.target = under?.closest(`[data-sort="${kind}"]`) ?? (kind === "item" ? under?.closest("[data-sort-group]") : null);
    if (!drag.target || drag.target === drag.part) return (drag.target = null);
    const box = drag.target.getBoundingClientRect();
    drag.after = event.clientY > box.top + box.height / 2;
    drag.target.classList.add(drag.after ? "drop-after" : "drop-before");
  }

  unmark() {
    for (const one of this.querySelectorAll(".drop-before, .drop-after")) one.classList.remove("drop-before", "drop-after");
  }

  async drop({ part, target, after }) {
    if (target.dataset.sortGroup) target.append(part);
    else target[after ? "after" : "before"](part);
    const siblings = [...part.parentElement.children].filter((one) => one.dataset.sort === part.dataset.sort);
    const body = new URLSearchParams({ position: siblings.indexOf(part) });
    const group = part.closest("[data-sort-group]");
    if (part.dataset.sort === "item") body.set("module", group.dataset.sortGroup);
    const answer = await fetch(part.dataset.positionUrl, { method: "POST", body, headers: ours() });
    if (!answer.ok) location.reload();
    else if (answer.redirected) location.replace(answer.url);
  }
}
customElements.define("sort-list", SortList);

const moved = sessionStorage.getItem("moved");
if (moved) {
  sessionStorage.removeItem("moved");
  document.getElementById(moved)?.querySelector(".position button:not(:disabled)")?.focus();
}
