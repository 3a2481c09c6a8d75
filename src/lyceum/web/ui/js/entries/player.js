/** The open item tells by itself: that it was opened, where the reader is, and for how long. */

import { ours } from "../parts/forms.js";

const EVERY = 60_000;
const player = document.querySelector("[data-place-url]");
const blocks = [...(player.querySelector("[data-blocks]")?.children ?? [])];
let since = document.hidden ? null : performance.now();
let unsent = 0;
let told = player.dataset.place;

function seconds() {
  if (since !== null) unsent += (performance.now() - since) / 1000;
  since = document.hidden ? null : performance.now();
  return Math.floor(unsent);
}

/** The number of the first block that is not above the window. */
function place() {
  const at = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
  return at < 0 ? "" : String(at);
}

async function tell(data) {
  const body = new URLSearchParams(data);
  try {
    const answer = await fetch(player.dataset.placeUrl, { method: "POST", body, headers: ours(), keepalive: true });
    if (answer.ok && (await answer.json()).state === "done") showDone();
  } catch {
    return false;
  }
  return true;
}

function showDone() {
  const word = player.querySelector(".done-word");
  if (!word) return;
  word.hidden = false;
  player.querySelector(".time-word")?.remove();
}

async function beat() {
  const spent = seconds();
  const here = place();
  if (spent < 1 && here === told) return;
  unsent -= spent;
  told = here;
  if (!(await tell({ place: here, seconds: spent }))) unsent += spent;
}

function resume() {
  const block = blocks[Number(player.dataset.place)];
  if (!block || player.dataset.place === "0" || location.hash) return;
  block.classList.add("here");
  block.scrollIntoView({ block: "start" });
}

resume();
tell({ opened: 1 });
setInterval(() => document.hidden || beat(), EVERY);
document.addEventListener("visibilitychange", beat);
addEventListener("pagehide", beat);
let resting;
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(beat, 1500);
}, { passive: true });
