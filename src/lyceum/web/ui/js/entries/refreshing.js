/** A part of the page that is fetched anew while something runs; reloads once it has ended. */

const part = document.querySelector("[data-refresh]");
const EVERY = 1000;

async function refresh() {
  const answer = await fetch(part.dataset.refresh, { headers: { "X-Fragment": part.dataset.fragment } });
  if (!answer.ok) return setTimeout(refresh, EVERY * 5);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const [shown, now] = [part, fresh].map((one) => one.querySelectorAll("progress"));
  if (!fresh.dataset.refresh || shown.length !== now.length) return location.reload();
  shown.forEach((progress, at) => progress.replaceWith(now[at]));
  setTimeout(refresh, document.hidden ? EVERY * 10 : EVERY);
}
if (part) setTimeout(refresh, EVERY);
