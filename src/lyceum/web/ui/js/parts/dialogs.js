/** Buttons that open dialogs (`command`, `commandfor`), for browsers that do not know them yet. */

const DO = { "show-modal": "showModal", close: "close" };

export function startDialogs() {
  if ("commandForElement" in HTMLButtonElement.prototype) return;
  addEventListener("click", (event) => {
    const button = event.target.closest("button[commandfor]");
    const dialog = button && document.getElementById(button.getAttribute("commandfor"));
    dialog?.[DO[button.getAttribute("command")]]?.();
  });
}
