/** Reads HTML of unknown origin without a trace of it taking effect. */

const SECTIONS = /<(style|script|noscript|title)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ACTIVE = /([\s"'/])(style|on[a-z]+)(?=\s*=)/gi;

/**
 * A detached body. Styles wait in `data-style`, handlers in `data-on…`: even a detached document
 * lets the browser try a style attribute, and the page's policy then reports it as an attack.
 */
export function inert(html) {
  const tamed = html
    .replace(SECTIONS, "")
    .replace(TAG, (tag) => tag.replace(ACTIVE, "$1data-$2"));
  return new DOMParser().parseFromString(tamed, "text/html").body;
}
