/** What the editor asks before it places something: alt text, TeX, addresses, titles. */

import { NodeSelection } from "prosemirror-state";
import { toggleMark } from "prosemirror-commands";
import { insertBlock, removeMarkAround, setAttributes, setLink } from "./commands.js";
import { askForAlt } from "./dialogs/alt.js";
import { askForLink } from "./dialogs/link.js";
import { askForMath } from "./dialogs/math.js";
import { askForEmbed, askForLanguage, askForText } from "./dialogs/media.js";
import { around, markedRange } from "./finding.js";
import { schema } from "./schema/index.js";
import { chooseFiles, shownHere, upload } from "./uploads.js";

const { nodes } = schema;

export class Questions {
  #queue = Promise.resolve();

  async askLink() {
    const { state } = this.view;
    const around = markedRange(state, "link");
    const { from, to } = around || state.selection;
    const answer = await askForLink(this.words, {
      href: around?.mark.attrs.href,
      text: state.doc.textBetween(from, to, " "),
      hasText: !state.selection.$from.parent.isAtom,
    });
    if (answer?.remove) this.run(removeMarkAround("link"));
    else if (answer) this.run(setLink(answer.href, answer.text));
    this.view.focus();
  }

  async askMath({ block = false } = {}) {
    const { selection } = this.view.state;
    const old = selection instanceof NodeSelection && selection.node.type.name.startsWith("math_")
      ? selection.node
      : null;
    const own = old ? old.type === nodes.math_block : block;
    const answer = await askForMath(this.words, { tex: old?.attrs.tex, block: own });
    if (answer) this.placeMath(answer, old);
    this.view.focus();
  }

  placeMath({ tex, block }, old) {
    const type = block ? nodes.math_block : nodes.math_inline;
    const formula = type.create({ tex });
    if (old?.type === type) this.run(setAttributes(type.name, { tex }));
    else if (block) this.replaceOld(old, () => this.run(insertBlock(formula)));
    else if (old) this.replaceOld(old, () => this.insertInline(formula));
    else this.insertInline(formula);
  }

  replaceOld(old, place) {
    if (old) this.view.dispatch(this.view.state.tr.deleteSelection());
    place();
  }

  insertInline(node) {
    this.view.dispatch(this.view.state.tr.replaceSelectionWith(node).scrollIntoView());
  }

  async askEmbed() {
    const answer = await askForEmbed(this.words);
    this.view.focus();
    if (answer) this.run(insertBlock(nodes.embed.create(answer)));
  }

  /** Title (and address, for players) of the media around the cursor. */
  async askTitle(name) {
    const { node } = around(this.view.state, name);
    const answer = name === "embed"
      ? await askForEmbed(this.words, node.attrs)
      : await this.askMediaTitle(node.attrs.title);
    if (answer) this.run(setAttributes(name, { title: answer.text, ...answer }));
    this.view.focus();
  }

  askMediaTitle(value) {
    return askForText(this.words, {
      title: this.words.say("mediaFile"),
      label: this.words.say("videoTitle"),
      hint: this.words.say("mediaTitleHint"),
      value: value || "",
      missing: this.words.say("mediaTitleMissing"),
    });
  }

  async askAlt(name) {
    const { node } = around(this.view.state, name);
    const { src: source, alt } = node.attrs;
    const answer = await askForAlt(this.words, { source, alt });
    if (answer) this.run(setAttributes(name, { alt: answer.alt }));
    this.view.focus();
  }

  async askTableCaption() {
    const { node } = around(this.view.state, "table");
    const answer = await askForText(this.words, {
      title: this.words.say("tableCaption"),
      label: this.words.say("caption"),
      hint: this.words.say("tableCaptionHint"),
      value: node.attrs.caption,
    });
    if (answer) this.run(setAttributes("table", { caption: answer.text }));
    this.view.focus();
  }

  /** Marks the selected text, or sets the language of the whole block. */
  async askLanguage() {
    const { state } = this.view;
    const { parent } = state.selection.$from;
    const marked = markedRange(state, "language")?.mark.attrs;
    const whole = state.selection.empty && !marked;
    const answer = await askForLanguage(this.words, (whole ? parent.attrs : marked) || {});
    if (answer && whole) this.run(setAttributes(parent.type.name, answer));
    else if (answer) this.setLanguage(answer);
    this.view.focus();
  }

  setLanguage(answer) {
    this.run(removeMarkAround("language"));
    if (answer.lang || answer.dir) this.run(toggleMark(schema.marks.language, answer));
  }

  async pickImage() {
    this.addFiles(await chooseFiles("image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml"));
  }

  async pickMedia() {
    this.addFiles(await chooseFiles("video/*,audio/*"));
  }

  /** One file after the other: each is asked about before it is placed. */
  addFiles(files) {
    for (const file of files) {
      this.#queue = this.#queue.then(() => this.addFile(file)).catch(() => {});
    }
    return this.#queue;
  }

  async addFile(file) {
    const sent = upload(file, this.uploads);
    if (file.type.startsWith("image/")) await this.addImage(file, sent);
    else if (/^(audio|video)\//.test(file.type)) await this.addMedia(file, sent);
    else await this.addLinkTo(sent);
    this.view.focus();
  }

  async addImage(file, uploaded) {
    const source = await shownHere(file);
    const answer = await askForAlt(this.words, { source, name: file.name, uploaded });
    if (!answer) return;
    const { url: src, width = null, height = null } = answer.file;
    const figure = nodes.figure.create({ src, alt: answer.alt, width, height });
    this.run(insertBlock(figure));
  }

  async addMedia(file, sent) {
    const answer = await this.askMediaTitle("");
    const uploaded = answer && (await this.settled(sent));
    if (!uploaded) return;
    const type = file.type.startsWith("audio/") ? nodes.audio : nodes.video;
    this.run(insertBlock(type.create({ src: uploaded.url, title: answer.text })));
  }

  async addLinkTo(sent) {
    const uploaded = await this.settled(sent);
    if (uploaded) this.run(setLink(uploaded.url, uploaded.name));
  }

  /** The uploaded file, or null after saying why there is none. */
  async settled(sent) {
    const uploaded = await sent;
    if (!uploaded.problem) return uploaded;
    this.status.notice(uploaded.problem, [], { problem: true });
    return null;
  }
}
