import "../../css/editor.css";
import { PageEditor } from "../editor/element.js";

customElements.define("page-editor", PageEditor);
