/** Asks for the address and title of a video player, a caption, a title, a language. */

import { element } from "../build.js";
import { languageOf } from "../schema/attributes.js";
import { playerAddress } from "../schema/places.js";
import { ask, field } from "./dialog.js";

function line(value = "", attributes = {}) {
  return element("input", { type: "text", autocomplete: "off", value, ...attributes });
}

/** `{src, title}` or null; only players of hosts that the site allows. */
export function askForEmbed(words, { src = "", title = "" } = {}) {
  const address = line(src, { inputmode: "url", dir: "ltr", spellcheck: "false" });
  const name = line(title);
  return ask({
    words,
    title: words.say("video"),
    body: [
      field(words.say("videoAddress"), address, words.say("videoHint")),
      field(words.say("videoTitle"), name, words.say("videoTitleHint")),
    ],
    confirm: words.say("apply"),
    read: () => {
      const player = playerAddress(address.value);
      if (!player) return { problem: words.say("videoWrong"), at: address };
      const given = name.value.trim();
      if (!given) return { problem: words.say("videoTitleMissing"), at: name };
      return { src: player, title: given };
    },
  });
}

/** `{text}` or null; an empty answer is allowed unless `missing` says why not. */
export function askForText(words, { title, label, hint, value, missing }) {
  const input = line(value);
  return ask({
    words,
    title,
    body: [field(label, input, hint)],
    confirm: words.say("apply"),
    read: () => {
      const text = input.value.trim();
      return missing && !text ? { problem: missing, at: input } : { text };
    },
  });
}

/** `{lang, dir}` (both null to remove) or null. */
export function askForLanguage(words, { lang = "", dir = "" }) {
  const code = line(lang || "", { dir: "ltr", spellcheck: "false", autocapitalize: "none" });
  const direction = element(
    "select",
    {},
    element("option", { value: "" }, words.say("dirInherit")),
    element("option", { value: "ltr", selected: dir === "ltr" }, words.say("dirLtr")),
    element("option", { value: "rtl", selected: dir === "rtl" }, words.say("dirRtl")),
  );
  return ask({
    words,
    title: words.say("language"),
    body: [
      field(words.say("languageCode"), code, words.say("languageHint")),
      field(words.say("direction"), direction),
    ],
    confirm: words.say("apply"),
    read: () => {
      const given = code.value.trim();
      if (given && !languageOf(given)) return { problem: words.say("languageWrong"), at: code };
      return { lang: given || null, dir: direction.value || null };
    },
  });
}
