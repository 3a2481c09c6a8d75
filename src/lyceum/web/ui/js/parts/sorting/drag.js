/** Dragging a part by its handle: a line shows where it would land; Escape lets go. */

const EDGE = 60;

export function startDragging(list) {
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    const part = handle?.closest("[data-sort]");
    if (!part || event.button !== 0) return;
    event.preventDefault();
    drag(list, handle, part, event.pointerId);
  });
}

function drag(list, handle, part, pointer) {
  const stop = new AbortController();
  let aim = null;
  const end = (drop) => {
    stop.abort();
    mark(list, null);
    part.classList.remove("dragging");
    if (drop && aim) list.put(part, aim.parent, aim.place);
  };
  const on = (name, does) => addEventListener(name, does, { signal: stop.signal });
  handle.setPointerCapture(pointer);
  part.classList.add("dragging");
  on("pointermove", (event) => {
    aim = aimed(list, part, event);
    mark(list, aim);
    scrollAtEdge(event.clientY);
  });
  on("pointerup", () => end(true));
  on("pointercancel", () => end(false));
  on("keydown", (event) => event.key === "Escape" && end(false));
}

/** The part under the pointer and the side of it; an item may also land in an empty module. */
function aimed(list, part, event) {
  const kind = part.dataset.sort;
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const target = under?.closest(`[data-sort="${kind}"]`);
  if (!target || !list.contains(target)) {
    const group = kind === "item" ? under?.closest("[data-sort-group], [data-sort=module]") : null;
    const parent = group?.matches("[data-sort-group]") ? group : group?.querySelector("[data-sort-group]");
    return parent && parent !== part.parentElement ? { parent, place: list.inside(parent, kind).length, target: parent } : null;
  }
  if (target === part) return null;
  const box = target.getBoundingClientRect();
  const after = event.clientY > box.top + box.height / 2;
  const others = list.inside(target.parentElement, kind).filter((one) => one !== part);
  return { parent: target.parentElement, place: others.indexOf(target) + (after ? 1 : 0), target, after };
}

function mark(list, aim) {
  for (const one of list.querySelectorAll(".drop-before, .drop-after")) one.classList.remove("drop-before", "drop-after");
  aim?.target.classList.add(aim.after === false ? "drop-before" : "drop-after");
}

function scrollAtEdge(y) {
  if (y < EDGE) scrollBy(0, y - EDGE);
  else if (y > innerHeight - EDGE) scrollBy(0, y - innerHeight + EDGE);
}
