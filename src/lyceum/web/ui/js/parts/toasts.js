/** Messages stay until read: closed by hand, and by themselves only where nothing can be undone. */

const LASTS = 8000;

export function startToasts() {
  for (const toast of document.querySelectorAll("[data-toast]")) {
    const close = toast.querySelector("[data-dismiss]");
    close.hidden = false;
    close.addEventListener("click", () => toast.remove());
    const stays = toast.querySelector("form") || toast.dataset.tone === "error";
    if (!stays) setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), LASTS);
  }
}
