/** Asks what an image shows, before it is placed: nobody adds an image without a decision. */

import { element, freshId } from "../build.js";
import { ask, choice, field } from "./dialog.js";

function preview(source) {
  return source && element("img", { class: "pe-preview", src: source, alt: "" });
}

/** `{alt}` (empty when decorative) or null. `source` is shown above the question. */
export function askForAlt(words, { source, alt = null, name = "", uploaded = null }) {
  const group = freshId("alt");
  const text = element("textarea", { rows: "3", maxlength: "1000" });
  text.value = alt || "";
  const says = element("input", { type: "radio", name: group, checked: alt !== "" });
  const decorates = element("input", { type: "radio", name: group, checked: alt === "" });
  const described = field(words.say("altText"), text, words.say("altHint"));
  const follow = () => {
    described.hidden = decorates.checked;
  };
  says.addEventListener("change", follow);
  decorates.addEventListener("change", follow);
  follow();
  const choices = element(
    "fieldset",
    { class: "pe-choices" },
    element("legend", {}, words.say("altQuestion")),
    choice(words.say("altMeaning"), says),
    described,
    choice(words.say("altDecorative"), decorates),
  );
  return ask({
    words,
    title: words.say(alt === null ? "addImage" : "editAlt"),
    body: [preview(source), name && element("p", { class: "pe-hint" }, name), choices].filter(Boolean),
    confirm: words.say(alt === null ? "addImage" : "apply"),
    read: async () => {
      const given = decorates.checked ? "" : text.value.trim();
      if (!decorates.checked && !given) return { problem: words.say("altMissing"), at: text };
      const outcome = await uploaded;
      if (outcome?.problem) return { problem: outcome.problem };
      return { alt: given, file: outcome };
    },
  });
}
