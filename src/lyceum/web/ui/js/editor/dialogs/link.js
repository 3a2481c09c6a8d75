/** Asks for the address and text of a link. */

import { element } from "../build.js";
import { typedAddress } from "../schema/places.js";
import { ask, field } from "./dialog.js";

/** `{href, text}`, `{remove: true}` when the address was emptied, or null. */
export function askForLink(words, { href, text, hasText }) {
  const address = element("input", {
    type: "text",
    inputmode: "url",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    dir: "ltr",
    value: href || "",
  });
  const shown = element("input", { type: "text", autocomplete: "off", value: text || "" });
  const body = [field(words.say("address"), address, href ? words.say("addressHint") : null)];
  if (hasText) body.push(field(words.say("linkText"), shown));
  return ask({
    words,
    title: words.say("link"),
    body,
    confirm: words.say("apply"),
    read: () => {
      if (!address.value.trim()) {
        return href ? { remove: true } : { problem: words.say("addressMissing"), at: address };
      }
      const good = typedAddress(address.value);
      if (!good) return { problem: words.say("addressWrong"), at: address };
      return { href: good, text: shown.value.trim() };
    },
  });
}
