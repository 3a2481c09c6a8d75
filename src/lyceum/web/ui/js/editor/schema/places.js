/** Which addresses a page may name: links, files of this institution, and videos of known hosts. */

const LINK = /^(https?:|mailto:|tel:|\/|#|\?|\.\.?\/)/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HIDDEN = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]/g;

/** The address without characters that browsers skip, so that "java\tscript:" cannot hide. */
function bare(address) {
  return (address || "").replace(HIDDEN, "");
}

/** The address when a link may have it, else null. An address without a scheme is relative. */
export function linkAddress(address) {
  const plain = bare(address);
  if (!plain || plain.startsWith("//")) return null;
  return LINK.test(plain) || !SCHEME.test(plain) ? address.trim() : null;
}

/** What a person meant who typed "example.org" or "someone@example.org" into the link dialog. */
export function typedAddress(text) {
  const plain = text.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(plain)) return `mailto:${plain}`;
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/.test(plain)) return `https://${plain}`;
  return linkAddress(plain);
}

/** The address when it is a file of this site, else null: pages show no images of strangers. */
export function fileAddress(address) {
  const plain = bare(address);
  if (/^\/(?!\/|\\)/.test(plain)) return address.trim();
  return plain && !SCHEME.test(plain) && !/^[/\\]/.test(plain) ? address.trim() : null;
}

const YOUTUBE = /^(?:www\.|m\.)?(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/;
const VIDEO_ID = /^[\w-]{6,20}$/;

function youtube(url) {
  const [, first, second] = url.pathname.split("/");
  if (/youtu\.be$/.test(url.hostname)) return youtubePlayer(url, first);
  const id = first === "watch" ? url.searchParams.get("v") : second;
  const known = ["watch", "embed", "shorts", "live"].includes(first);
  return known ? youtubePlayer(url, id) : null;
}

function youtubePlayer({ searchParams }, id) {
  if (!VIDEO_ID.test(id || "")) return null;
  const start = Number.parseInt(searchParams.get("start") || searchParams.get("t") || "", 10);
  return `https://www.youtube-nocookie.com/embed/${id}${start > 0 ? `?start=${start}` : ""}`;
}

function vimeo(url) {
  const [id, hash] = url.pathname.replace(/^\/video/, "").split("/").filter(Boolean);
  if (!/^\d+$/.test(id || "")) return null;
  const secret = url.searchParams.get("h") || hash;
  const query = /^[0-9a-f]+$/.test(secret || "") ? `?h=${secret}` : "";
  return `https://player.vimeo.com/video/${id}${query}`;
}

/** The player address for the address of a YouTube or Vimeo page or player, else null. */
export function playerAddress(address) {
  let url;
  try {
    url = new URL(/^\/\//.test(address) ? `https:${address}` : address.trim());
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  if (YOUTUBE.test(url.hostname)) return youtube(url);
  return /^(www\.|player\.)?vimeo\.com$/.test(url.hostname) ? vimeo(url) : null;
}
