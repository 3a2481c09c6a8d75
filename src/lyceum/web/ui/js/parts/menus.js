/** Menus made of <details>: one open at a time, all of it in sight, closed by Escape and by a click elsewhere. */

export function startMenus() {
  const open = () => document.querySelectorAll("details.menu[open]");
  addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("toggle", ({ target }) => {
    if (target.matches("details.menu[open]")) target.lastElementChild.scrollIntoView({ block: "nearest" });
  }, true);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
