/** One editor: the view, its toolbar, and what they ask the person. */

import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { EditorState, NodeSelection, Plugin, Selection } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { freshId } from "./build.js";
import { parse, serialize } from "./html.js";
import { hints } from "./hints.js";
import { keys, openingKeys } from "./keys.js";
import { pasting } from "./paste/index.js";
import { Questions } from "./questions.js";
import { typingRules } from "./rules.js";
import { slashMenu } from "./slash.js";
import { Toolbar } from "./toolbar/bar.js";
import { nodeViews } from "./views.js";

/** As the page has it that readers see (`language_direction` of the templates). */
const directionOf = (language) => (/^(ar|fa|he|ur|yi)\b/.test(language) ? "rtl" : "ltr");

/** Room that the sticky toolbar takes, so that the cursor never hides behind it. */
const SCROLL_ROOM = { top: 120, bottom: 60, left: 0, right: 0 };

export class Editor extends Questions {
  /** `place` holds the text; `label` and `hint` are ids; `changed(doc)` hears of each change. */
  constructor({ place, html, words, status, uploads, label, hint, language, changed }) {
    super();
    Object.assign(this, { words, status, uploads });
    this.textId = freshId("text");
    this.toolbar = new Toolbar(this);
    this.view = new EditorView(place, {
      state: this.newState(html),
      nodeViews: nodeViews(this),
      scrollMargin: SCROLL_ROOM,
      scrollThreshold: SCROLL_ROOM,
      attributes: {
        id: this.textId,
        role: "textbox",
        "aria-multiline": "true",
        "aria-autocomplete": "list",
        "aria-labelledby": label,
        "aria-describedby": hint,
        class: "prose",
        ...(language ? { lang: language, dir: directionOf(language) } : { dir: "auto" }),
      },
      dispatchTransaction: (tr) => {
        this.view.updateState(this.view.state.apply(tr));
        this.toolbar.update(this.view.state);
        if (tr.docChanged) changed(this.view.state.doc);
      },
    });
    this.toolbar.update(this.view.state);
  }

  newState(html) {
    return EditorState.create({
      doc: parse(html),
      plugins: [
        slashMenu(this),
        openingKeys(this),
        typingRules(),
        ...keys(),
        pasting(this),
        hints(this.words),
        dropCursor({ color: false, class: "pe-drop" }),
        gapCursor(),
        tableEditing(),
        history(),
        this.mathOpener(),
      ],
    });
  }

  /** Enter on a selected formula opens it. */
  mathOpener() {
    return new Plugin({
      props: {
        handleKeyDown: (view, event) => {
          const { selection } = view.state;
          const onMath = selection instanceof NodeSelection
            && selection.node.type.name.startsWith("math_");
          if (event.key !== "Enter" || !onMath || event.ctrlKey || event.metaKey) return false;
          this.askMath();
          return true;
        },
      },
    });
  }

  get html() {
    return serialize(this.view.state.doc);
  }

  run(command) {
    return command(this.view.state, this.view.dispatch, this.view);
  }

  runAndFocus(command) {
    this.view.focus();
    return this.run(command);
  }

  /** Another text instead of this one; Undo brings this one back. */
  replaceAll(doc) {
    const { state } = this.view;
    const tr = state.tr.replaceWith(0, state.doc.content.size, doc.content);
    this.view.dispatch(tr.setSelection(Selection.atStart(tr.doc)).scrollIntoView());
  }

  /** The cursor goes where something was dropped. */
  selectAt(event) {
    const found = this.view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!found) return;
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(found.pos))));
  }

  destroy() {
    this.view.destroy();
  }
}
