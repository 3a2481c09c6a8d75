/** Jump: Ctrl/⌘-K opens it from anywhere; every result is a plain link. */

export function startPalette() {
  const dialog = document.getElementById("jump");
  if (!dialog) return;
  const form = dialog.querySelector("form");
  const hits = dialog.querySelector("[data-hits]");
  let waiting;

  const look = async () => {
    const query = new URLSearchParams(new FormData(form));
    const answer = await fetch(`${form.action}?${query}`, { headers: { "HX-Request": "true" } });
    if (answer.ok) hits.innerHTML = await answer.text();
  };
  const open = (event) => {
    event?.preventDefault();
    dialog.showModal();
    form.elements.q.select();
    look();
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 120);
  });
  form.addEventListener("submit", (event) => {
    const first = hits.querySelector("a");
    if (!first) return;
    event.preventDefault();
    location.assign(first.href);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [form.elements.q, ...hits.querySelectorAll("a")];
    const step = event.key === "ArrowDown" ? 1 : -1;
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
    event.preventDefault();
  });
  for (const link of document.querySelectorAll("[data-jump]")) link.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) open(event);
  });
}
