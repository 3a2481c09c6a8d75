/** Single keys, which a person can turn off (WCAG 2.1.4), and the list of them. */

const WRITING = "input, textarea, select, [contenteditable]:not([contenteditable=false]), page-editor";

export function startShortcuts() {
  const dialog = document.getElementById("shortcuts");
  const button = document.querySelector("[data-shortcuts]");
  if (!dialog || document.body.hasAttribute("data-no-shortcuts")) return;
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());

  const follow = (selector) => document.querySelector(selector)?.click();
  const goes = { h: ".rail a[href='/']", c: ".rail a[href='/courses']" };
  let leading = false;
  addEventListener("keydown", (event) => {
    const busy = event.target.closest?.(WRITING) || document.querySelector("dialog[open]");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    if (leading && goes[event.key]) follow(goes[event.key]);
    leading = event.key === "g";
    if (event.key === "?") dialog.showModal();
    if (event.key === "n") follow("a[rel=next]");
    if (event.key === "p") follow("a[rel=prev]");
  });
}
