/** Images, own video and audio, and players of allowed hosts; each may have a caption. */

import { number, present } from "./attributes.js";
import { fileAddress, linkAddress, playerAddress } from "./places.js";

/** Where the caption of a figure is; an empty element when it has none. */
function captionOf(dom) {
  return dom.querySelector("figcaption") || dom.ownerDocument.createElement("figcaption");
}

function captioned(spec) {
  return { content: "inline*", group: "block", defining: true, isolating: true, ...spec };
}

function readImage(image) {
  const src = fileAddress(image.getAttribute("src"));
  if (!src) return false;
  const alt = image.getAttribute("alt") || "";
  return { src, alt, width: number(image, "width"), height: number(image, "height") };
}

function writeImage({ attrs }) {
  const { src, alt, width, height } = attrs;
  return ["img", present({ src, alt, width, height })];
}

const imageAttributes = {
  src: {},
  alt: { default: "" },
  width: { default: null },
  height: { default: null },
};

const image = {
  inline: true,
  group: "inline",
  draggable: true,
  attrs: imageAttributes,
  parseDOM: [{ tag: "img[src]", getAttrs: readImage }],
  toDOM: writeImage,
};

const figure = captioned({
  draggable: true,
  attrs: { ...imageAttributes, href: { default: null } },
  parseDOM: [
    {
      tag: "figure",
      contentElement: captionOf,
      getAttrs: (dom) => {
        const [found, another] = dom.querySelectorAll("img[src]");
        const read = found && !another && readImage(found);
        if (!read) return false;
        return { ...read, href: linkAddress(found.closest("a")?.getAttribute("href")) };
      },
    },
  ],
  toDOM: (node) => {
    const shown = writeImage(node);
    const { href } = node.attrs;
    return ["figure", href ? ["a", { href }, shown] : shown, ["figcaption", 0]];
  },
});

/** The server knows more players than one can add here; what it let through stays. */
function readPlayer(dom) {
  const frame = dom.matches("iframe") ? dom : dom.querySelector("iframe");
  const address = frame?.getAttribute("src") || "";
  const src = playerAddress(address) || (/^https:\/\/[^/]/.test(address) ? address : null);
  return src ? { src, title: frame.getAttribute("title") || "" } : false;
}

const embed = captioned({
  draggable: true,
  attrs: { src: {}, title: { default: "" } },
  parseDOM: [
    { tag: "figure", priority: 60, contentElement: captionOf, getAttrs: readPlayer },
    { tag: "iframe[src]", contentElement: captionOf, getAttrs: readPlayer },
  ],
  toDOM: ({ attrs }) => [
    "figure",
    { class: "embed" },
    ["iframe", present({ src: attrs.src, title: attrs.title })],
    ["figcaption", 0],
  ],
});

function readTracks(dom) {
  return [...dom.querySelectorAll("track[src]")]
    .map((track) => ({
      kind: track.getAttribute("kind") || "captions",
      src: fileAddress(track.getAttribute("src")),
      srclang: track.getAttribute("srclang"),
      label: track.getAttribute("label"),
    }))
    .filter((track) => track.src);
}

function readMedia(tag) {
  return (dom) => {
    const media = dom.matches(tag) ? dom : dom.querySelector(tag);
    const source = media?.getAttribute("src")
      || media?.querySelector("source[src]")?.getAttribute("src");
    const src = fileAddress(source);
    if (!src) return false;
    return {
      src,
      title: media.getAttribute("title"),
      poster: fileAddress(media.getAttribute("poster")),
      width: number(media, "width"),
      height: number(media, "height"),
      tracks: readTracks(media),
    };
  };
}

function media(tag) {
  return captioned({
    draggable: true,
    attrs: {
      src: {},
      title: { default: null },
      poster: { default: null },
      width: { default: null },
      height: { default: null },
      tracks: { default: [] },
    },
    parseDOM: [
      { tag: "figure", priority: 60, contentElement: captionOf, getAttrs: readMedia(tag) },
      { tag, contentElement: captionOf, getAttrs: readMedia(tag) },
    ],
    toDOM: ({ attrs }) => {
      const { src, title, poster, width, height, tracks } = attrs;
      const shown = present({ src, title, poster, width, height, controls: "" });
      const parts = tracks.map((track) => ["track", present(track)]);
      return ["figure", [tag, shown, ...parts], ["figcaption", 0]];
    },
  });
}

export const mediaNodes = { image, figure, embed, video: media("video"), audio: media("audio") };
