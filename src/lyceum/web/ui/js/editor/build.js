/** Elements, without a word of HTML in a string. */

/** `element("button", { type: "button" }, icon, "Save")`; a null attribute is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

let counted = 0;

/** An id that no other element of this page has. */
export function freshId(stem) {
  counted += 1;
  return `editor-${stem}-${counted}`;
}

/** Places a floating element under (or above) an anchor, inside the window. */
export function placeBeside(floating, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const gap = 4;
  const rightToLeft = getComputedStyle(document.documentElement).direction === "rtl";
  const wanted = rightToLeft ? box.right - width : box.left;
  const left = Math.max(8, Math.min(wanted, innerWidth - width - 8));
  const below = box.bottom + gap;
  const fits = below + height <= innerHeight - 8 || box.top < height + gap + 8;
  const top = fits ? Math.min(below, Math.max(8, innerHeight - height - 8)) : box.top - height - gap;
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}
