/** Modal questions on the native `<dialog>`. It lives outside the page's form. */

import { element, freshId } from "../build.js";

/** A labelled field: `field(words.say("address"), input, "A hint")`. */
export function field(label, input, hint) {
  input.id ||= freshId("field");
  const described = hint && element("p", { class: "pe-hint", id: `${input.id}-hint` }, hint);
  if (described) input.setAttribute("aria-describedby", described.id);
  return element(
    "div",
    { class: "pe-field" },
    element("label", { for: input.id }, label),
    input,
    described,
  );
}

/** A checkbox or radio with its label beside it. */
export function choice(label, input) {
  return element("label", { class: "pe-choice" }, input, element("span", {}, label));
}

/**
 * Opens a dialog and resolves with what `read` returns, or null when the person backs out.
 * `read` returns `{problem}` to keep the dialog open and say what is wrong.
 */
export function ask({ words, title, body, confirm, read, wide = false }) {
  const heading = freshId("title");
  const problem = element("p", { class: "pe-problem", role: "alert" });
  const dialog = element(
    "dialog",
    { class: wide ? "pe-dialog pe-wide" : "pe-dialog", "aria-labelledby": heading },
    element(
      "form",
      { method: "dialog", novalidate: true },
      element("h2", { id: heading }, title),
      ...body,
      problem,
      element(
        "div",
        { class: "pe-actions" },
        element("button", { type: "submit", class: "pe-button pe-main" }, confirm),
        element(
          "button",
          { type: "button", class: "pe-button", click: () => dialog.close() },
          words.say("cancel"),
        ),
      ),
    ),
  );
  return new Promise((resolve) => {
    let answer = null;
    dialog.addEventListener("submit", async (event) => {
      event.preventDefault();
      const result = await read();
      problem.textContent = result?.problem || "";
      if (result?.problem) {
        (result.at || dialog.querySelector("input, textarea"))?.focus();
        return;
      }
      answer = result;
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
