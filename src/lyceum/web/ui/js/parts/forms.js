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
    for (const one of document.querySelectorAll("button[aria-busy]")) one.removeAttribute("aria-busy");
  });
}

export function sendOnChange(root) {
  root.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
  });
}

/** Ask before words in a `form[data-guard]` are lost; the editor keeps its own. */
export function guardUnsent(root) {
  const unsent = new Set();
  root.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.matches("[data-guard]") && !event.target.closest("page-editor")) unsent.add(form);
  });
  root.addEventListener("submit", (event) => unsent.delete(event.target));
  addEventListener("beforeunload", (event) => {
    if ([...unsent].some((form) => form.isConnected)) event.preventDefault();
  });
}

/** Headers that our own POSTs carry. */
export function ours() {
  return { "X-CSRFToken": document.querySelector("meta[name=csrf]").content, Accept: "application/json" };
}
