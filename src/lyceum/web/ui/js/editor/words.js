/** Translated words, from the `<template>` that the page's own template fills. */

export class Words {
  #texts = new Map();

  constructor(root) {
    const listed = root?.content.querySelectorAll("[data-word]") || [];
    for (const each of listed) this.#texts.set(each.dataset.word, each.textContent.trim());
  }

  /** The text of this name, its {places} filled. An unknown name shows itself. */
  say(name, values = {}) {
    const text = this.#texts.get(name) ?? name;
    return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }
}

/** How many words a text has, also in languages that write without spaces. */
export function countWords(text, language) {
  if (!globalThis.Intl?.Segmenter) return text.split(/\s+/).filter(Boolean).length;
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: "word" });
  let count = 0;
  for (const segment of segmenter.segment(text)) count += segment.isWordLike ? 1 : 0;
  return count;
}
