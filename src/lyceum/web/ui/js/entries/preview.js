/** A field whose effect is drawn by the server while one chooses: [data-preview] is the address. */

const field = document.querySelector("[data-preview]");
const into = document.getElementById(field?.dataset.into);
const CALM = 120;
let waiting;
let asked = 0;

async function draw(input) {
  const mine = ++asked;
  const url = `${field.dataset.preview}?${new URLSearchParams({ [input.name]: input.value })}`;
  const answer = await fetch(url, { headers: { "X-Fragment": field.dataset.fragment } });
  if (!answer.ok || mine !== asked) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  into.replaceChildren(...fresh.childNodes);
}

field?.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(draw, CALM, event.target);
});
