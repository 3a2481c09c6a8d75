/** Two people wrote the same page: both texts, and three ways out. Nothing is lost. */

import { element, freshId } from "../build.js";
import { render } from "../html.js";

/** Blocks that only this side has are marked, so that the difference is found at a glance. */
function pane(doc, other, title, onlyHere) {
  const known = new Set();
  other.forEach((node) => known.add(JSON.stringify(node.toJSON())));
  const shown = element("div", { class: "pe-pane prose", tabindex: "0", role: "region" });
  shown.append(render(doc));
  for (const player of shown.querySelectorAll("iframe")) {
    player.replaceWith(element("p", { class: "pe-card" }, player.title, " ", player.src));
  }
  [...shown.children].forEach((block, index) => {
    if (known.has(JSON.stringify(doc.child(index).toJSON()))) return;
    const mark = element("span", { class: "pe-spoken" }, onlyHere);
    shown.replaceChild(element("div", { class: "is-only" }, mark, block.cloneNode(true)), block);
  });
  const heading = element("h3", { id: freshId("pane") }, title);
  shown.setAttribute("aria-labelledby", heading.id);
  return element("section", { class: "pe-side" }, heading, shown);
}

/** Resolves to "mine", "theirs", "both", or null when the person closes it to decide later. */
export function askAboutConflict(words, { mine, theirs, by }) {
  const title = freshId("conflict");
  const who = by || words.say("someone");
  const onlyHere = words.say("onlyHere");
  let answer = null;
  const take = (choice) => () => {
    answer = choice;
    dialog.close();
  };
  const button = (name, main) =>
    element(
      "button",
      { type: "button", class: main ? "pe-button pe-main" : "pe-button", click: take(name) },
      words.say(`${name}Keep`),
    );
  const dialog = element(
    "dialog",
    { class: "pe-dialog pe-conflict", "aria-labelledby": title },
    element("h2", { id: title, tabindex: "-1", autofocus: true }, words.say("conflictTitle")),
    element("p", {}, words.say("conflictText", { who })),
    element(
      "div",
      { class: "pe-sides" },
      pane(mine, theirs, words.say("yourText"), onlyHere),
      pane(theirs, mine, words.say("theirText", { who }), onlyHere),
    ),
    element(
      "div",
      { class: "pe-actions" },
      button("both", true),
      button("mine"),
      button("theirs"),
      element(
        "button",
        { type: "button", class: "pe-button pe-later", click: take(null) },
        words.say("decideLater"),
      ),
    ),
  );
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
