/** `<page-editor>`: turns the page's textarea into the editor, and keeps what one writes. */

import { element, freshId } from "./build.js";
import { askAboutConflict } from "./dialogs/conflict.js";
import { Copies } from "./drafts/copies.js";
import { DraftKeeper } from "./drafts/keeper.js";
import { draftSender } from "./drafts/sending.js";
import { Status } from "./drafts/status.js";
import { Editor } from "./editor.js";
import { parse, serialize } from "./html.js";
import { schema } from "./schema/index.js";
import { Words } from "./words.js";

const COUNT_MS = 400;

export class PageEditor extends HTMLElement {
  #away = new AbortController();
  #countTimer = 0;
  #passing = false;

  connectedCallback() {
    if (this.editor || this.starting) return;
    this.starting = true;
    this.textarea = this.querySelector("textarea");
    this.basedOn = this.querySelector("input[name=based_on]");
    this.form = this.textarea.form;
    this.words = new Words(this.querySelector("template"));
    this.start();
  }

  disconnectedCallback() {
    this.#away.abort();
    removeEventListener("beforeunload", this.#guard);
    this.keeper?.leave();
    this.keeper?.stop();
    this.editor?.destroy();
  }

  async start() {
    const { dataset, textarea } = this;
    this.copies = new Copies(dataset.copyKey || location.pathname);
    const copy = await Promise.race([
      this.copies.read(),
      new Promise((resolve) => setTimeout(resolve, 800, null)),
    ]);
    if (!this.isConnected) return;
    this.status = new Status(this.words, {
      language: document.documentElement.lang || undefined,
      timeZone: dataset.timeZone || undefined,
    });
    this.build();
    this.saved = serialize(parse(textarea.value));
    this.keeper = this.newKeeper();
    this.listen();
    this.status.countWordsOf(this.editor.view.state.doc);
    this.restore(copy);
    this.showGivenConflict();
    if (this.hasAttribute("autofocus")) this.editor.view.focus();
    this.dispatchEvent(new CustomEvent("editor-ready", { bubbles: true }));
  }

  token = () => {
    const field = this.form?.elements.csrfmiddlewaretoken || document.querySelector("[name=csrfmiddlewaretoken]");
    return field?.value || "";
  };

  newKeeper() {
    const url = this.dataset.draftUrl;
    return new DraftKeeper({
      send: url ? draftSender(url, this.token) : async () => ({ outcome: "saved" }),
      copies: this.copies,
      read: () => this.editor.html,
      basedOn: this.basedOn?.value ?? this.dataset.basedOn ?? "",
      tell: (state, answer) => this.heard(state, answer),
    });
  }

  build() {
    const { words, status, textarea } = this;
    const label = this.querySelector("label");
    label.id ||= freshId("label");
    const hint = element("p", { class: "pe-keys", id: freshId("keys") }, words.say("keysHint"));
    const sheet = element("div", { class: "pe-sheet" });
    this.editor = new Editor({
      place: sheet,
      html: textarea.value,
      words,
      status,
      uploads: { url: this.dataset.uploadUrl, token: this.token, words },
      label: label.id,
      hint: hint.id,
      language: this.dataset.language,
      changed: (doc) => this.changed(doc),
    });
    const foot = element("div", { class: "pe-foot" }, status.count, hint);
    const top = element("div", { class: "pe-top" }, this.editor.toolbar.root, status.notices);
    const frame = element("div", { class: "pe-frame" }, top, sheet, foot);
    textarea.hidden = true;
    label.addEventListener("click", () => this.editor.view.focus());
    this.append(frame, status.live);
    this.classList.add("is-ready");
  }

  listen() {
    const { signal } = this.#away;
    const { keeper } = this;
    this.form?.addEventListener("submit", (event) => this.onSubmit(event), { capture: true, signal });
    this.form?.addEventListener("formdata", (event) => this.onFormData(event), { signal });
    addEventListener("online", () => keeper.online(), { signal });
    addEventListener("pagehide", () => keeper.leave(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => document.hidden && keeper.copy(),
      { signal },
    );
  }

  /** Listens only while something is unsent, so that the page may rest in the browser's cache. */
  #guard = (event) => {
    if (this.keeper.unsent && !this.#passing) event.preventDefault();
  };

  changed(doc) {
    this.keeper.changed();
    addEventListener("beforeunload", this.#guard);
    clearTimeout(this.#countTimer);
    this.#countTimer = setTimeout(() => this.status.countWordsOf(doc), COUNT_MS);
  }

  onFormData(event) {
    event.formData.set(this.textarea.name, this.editor.html);
    if (this.basedOn) event.formData.set(this.basedOn.name, this.keeper.basedOn);
  }

  /** First the draft, then the form: a conflict is seen before it is published. */
  async onSubmit(event) {
    this.textarea.value = this.editor.html;
    const { submitter } = event;
    if (submitter?.formNoValidate) this.letGo();
    if (this.#passing || !this.keeper.unsent) {
      this.pass();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    await this.keeper.flush();
    if (this.conflict) {
      this.openConflict();
      return;
    }
    this.#passing = true;
    this.form.requestSubmit(submitter);
  }

  /** The form is on its way: nobody is asked whether to leave. */
  pass() {
    this.#passing = true;
    setTimeout(() => {
      this.#passing = false;
    }, 1000);
  }

  /** A button that does not check the form discards the text: no draft, no copy of it is kept. */
  letGo() {
    this.keeper.forget();
    this.pass();
  }

  heard(state, answer) {
    this.status.tell(state, answer);
    if (!this.keeper.unsent) removeEventListener("beforeunload", this.#guard);
    if (state !== "conflict") return;
    this.conflict = answer;
    this.openConflict();
  }

  restore(copy) {
    if (!copy || copy.body === this.saved || copy.body === this.textarea.value) {
      if (copy) this.copies.drop();
      return;
    }
    const saved = this.editor.view.state.doc;
    const { basedOn } = this.keeper;
    if (copy.basedOn) this.keeper.basedOn = copy.basedOn;
    this.editor.replaceAll(parse(copy.body));
    const back = () => {
      this.keeper.basedOn = basedOn;
      this.editor.replaceAll(saved);
    };
    const time = this.status.clock(copy.at);
    this.status.notice(this.words.say("restored", { time }), [[this.words.say("useSaved"), back]]);
  }

  /** The server may answer a published form with the other text, ready to be compared. */
  showGivenConflict() {
    const given = this.querySelector("script#editor-conflict");
    if (!given) return;
    this.keeper.changed();
    this.keeper.stop();
    this.heard("conflict", JSON.parse(given.textContent));
  }

  async openConflict() {
    if (this.asking) return;
    this.asking = true;
    const { theirs_html: html, theirs_by: by, revision } = this.conflict;
    const mine = this.editor.view.state.doc;
    const theirs = parse(html || "");
    const answer = await askAboutConflict(this.words, { mine, theirs, by });
    this.asking = false;
    if (!answer) {
      const open = [[this.words.say("compare"), () => this.openConflict()]];
      const notice = this.status.notice(this.words.say("conflictWaiting"), open, { problem: true });
      notice.classList.add("is-waiting");
      return;
    }
    this.conflict = null;
    this.keeper.settle(String(revision ?? ""));
    if (this.basedOn) this.basedOn.value = this.keeper.basedOn;
    if (answer === "theirs") this.editor.replaceAll(theirs);
    if (answer === "both") this.editor.replaceAll(this.joined(mine, theirs, by));
    this.editor.view.focus();
  }

  joined(mine, theirs, by) {
    const who = by || this.words.say("someone");
    const { nodes } = schema;
    const title = nodes.heading.create({ level: 2 }, schema.text(this.words.say("theirText", { who })));
    return nodes.doc.create(null, mine.content.addToEnd(title).append(theirs.content));
  }
}
