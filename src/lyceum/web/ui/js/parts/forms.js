/** Small comforts of forms: sent once, sent on change, guarded while something is unsent. */

export function sendOnce(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    event.submitter?.setAttribute("aria-busy", "true");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    for (const one of document.querySelectorAll("[aria-busy]")) one.removeAttribute("aria-busy");
  });
}

export function sendOnChange(root) {
  root.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
  });
}

/** Headers that our own POSTs carry. */
export function ours() {
  return { "X-CSRFToken": document.querySelector("meta[name=csrf]").content, Accept: "application/json" };
}
