/** Asks for a formula in TeX and shows it while one types. */

import { element } from "../build.js";
import { drawTex } from "../tex.js";
import { ask, choice, field } from "./dialog.js";

/** `{tex, block}` or null. */
export function askForMath(words, { tex = "", block = false }) {
  const source = element("textarea", {
    class: "pe-tex",
    rows: "3",
    dir: "ltr",
    spellcheck: "false",
    autocapitalize: "none",
  });
  source.value = tex;
  const own = element("input", { type: "checkbox", checked: block });
  const shown = element("div", { class: "pe-math-preview", "aria-live": "polite", tabindex: "0" });
  shown.setAttribute("role", "group");
  shown.setAttribute("aria-label", words.say("preview"));
  let problem = "";
  const draw = async () => {
    const wanted = source.value;
    if (!wanted.trim()) {
      problem = "";
      shown.replaceChildren();
      return;
    }
    const drawn = await drawTex(wanted, own.checked);
    if (wanted !== source.value) return;
    problem = drawn.problem || "";
    shown.replaceChildren(drawn.math || element("p", { class: "pe-problem" }, drawn.problem));
  };
  source.addEventListener("input", draw);
  own.addEventListener("change", draw);
  source.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      source.closest("form").requestSubmit();
    }
  });
  draw();
  return ask({
    words,
    title: words.say("math"),
    body: [
      field(words.say("tex"), source, words.say("texHint")),
      shown,
      choice(words.say("mathOwnLine"), own),
    ],
    confirm: words.say("apply"),
    read: async () => {
      await draw();
      const text = source.value.trim();
      if (!text) return { problem: words.say("texMissing"), at: source };
      if (problem) return { problem: words.say("texWrong"), at: source };
      return { tex: text, block: own.checked };
    },
  });
}
