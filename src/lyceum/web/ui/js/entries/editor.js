import "../../css/editor.css";
import { PageEditor } from "../editor/element.js";

customElements.define("page-editor", PageEditor);

/** The title comes first: it is selected on a new page, and Enter leads on into the text. */
const title = document.querySelector(".title-input");
if (title?.hasAttribute("data-select")) title.select();
title?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.querySelector("page-editor [contenteditable=true]")?.focus();
});
