/** Messages stay until read: closed by hand, and by themselves only where nothing can be undone. */

const LASTS = 8000;

export function startToasts() {
  for (const toast of document.querySelectorAll("[data-toast]")) start(toast);
  setTimeout(sayAgain, 300);
}

/** A live region is read when it changes, not when the page comes with it. */
function sayAgain() {
  const region = document.querySelector(".toasts");
  const spoken = [...(region?.querySelectorAll("[data-toast] > span") ?? [])];
  region?.nextElementSibling?.append(spoken.map((one) => one.textContent).join(" "));
}

/** Say something that the page itself found out; `tone` is "", "success" or "error". */
export function say(text, tone = "") {
  const region = document.querySelector(".toasts");
  const toast = region.querySelector("template").content.firstElementChild.cloneNode(true);
  toast.dataset.tone = tone;
  toast.querySelector("span").textContent = text;
  region.append(toast);
  start(toast);
}

function start(toast) {
  const close = toast.querySelector("[data-dismiss]");
  close.hidden = false;
  close.addEventListener("click", () => toast.remove());
  const stays = toast.querySelector("form") || toast.dataset.tone === "error";
  if (!stays) setTimeout(leave, LASTS, toast);
}

/** Whoever reads or holds it keeps it. */
function leave(toast) {
  if (toast.matches(":hover, :focus-within")) setTimeout(leave, LASTS, toast);
  else toast.remove();
}
