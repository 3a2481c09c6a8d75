/** Word writes lists as paragraphs with a drawn bullet; here they become lists again. */

function levelOf(paragraph) {
  const found = /mso-list:[^;]*level(\d)/i.exec(paragraph.dataset.style || "");
  return found ? Number(found[1]) : 0;
}

/** Takes the drawn bullet or number out and returns it. */
function takeSign(paragraph) {
  const signs = [...paragraph.querySelectorAll("span[data-style]")].filter((span) =>
    /mso-list:\s*ignore/i.test(span.dataset.style));
  const text = signs.map((span) => span.textContent).join("").trim();
  for (const sign of signs) sign.remove();
  return text;
}

function newList(document, sign) {
  return document.createElement(/^[\dA-Za-z]{1,4}[.)]/.test(sign) ? "ol" : "ul");
}

function place(open, paragraph, level, document) {
  const sign = takeSign(paragraph);
  while (open.length > level) open.pop();
  while (open.length < level) {
    const list = newList(document, sign);
    const parent = open.at(-1)?.lastElementChild;
    if (parent) parent.append(list);
    else if (open.length) open.at(-1).append(list);
    else paragraph.before(list);
    open.push(list);
  }
  const item = document.createElement("li");
  item.append(...paragraph.childNodes);
  open.at(-1).append(item);
  paragraph.remove();
}

export function listsFromWord(body) {
  let open = [];
  let last = null;
  for (const paragraph of [...body.querySelectorAll("p[data-style*='mso-list' i]")]) {
    const level = levelOf(paragraph);
    if (!level) continue;
    if (paragraph.previousElementSibling !== last) open = [];
    place(open, paragraph, level, body.ownerDocument);
    last = open[0];
  }
}
