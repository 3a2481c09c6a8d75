/** The line under the text: saved when, how many words; and the notices above it. */

import { element } from "../build.js";
import { countWords } from "../words.js";

const PROBLEMS = {
  failed: "notSaved",
  signedOut: "signedOut",
  gone: "gone",
  tooLarge: "tooLarge",
  refused: "refused",
  conflict: "conflictWaiting",
};

export class Status {
  constructor(words, { language, timeZone }) {
    this.words = words;
    this.language = language;
    this.timeZone = timeZone;
    this.state = element("span", { class: "pe-state" });
    this.count = element("span", { class: "pe-count" });
    this.live = element("span", { class: "pe-spoken", role: "status" });
    this.notices = element("div", { class: "pe-notices" });
    this.troubled = false;
  }

  /** Speaks only when something changes for the person: trouble, and its end. */
  tell(state, answer) {
    const problem = PROBLEMS[state];
    this.state.dataset.state = state;
    if (state === "saving") {
      if (!this.troubled) this.state.textContent = this.words.say("saving");
      return;
    }
    const text = problem ? this.words.say(problem) : this.saved(answer);
    this.state.classList.toggle("is-problem", Boolean(problem));
    this.state.textContent = answer?.message && problem ? answer.message : text;
    if (Boolean(problem) !== this.troubled || (problem && state !== this.spoken)) {
      this.live.textContent = this.state.textContent;
    }
    this.troubled = Boolean(problem);
    this.spoken = state;
  }

  saved(answer) {
    return this.words.say("saved", { time: this.clock(answer?.saved_at) });
  }

  clock(moment) {
    const at = moment ? new Date(moment) : new Date();
    const options = { hour: "2-digit", minute: "2-digit", timeZone: this.timeZone };
    return new Intl.DateTimeFormat(this.language, options).format(at);
  }

  countWordsOf(doc) {
    const text = doc.textBetween(0, doc.content.size, "\n", " ");
    const count = countWords(text, this.language);
    this.count.textContent = this.words.say("words", {
      count: new Intl.NumberFormat(this.language).format(count),
    });
  }

  /** A message that stays until it is answered; `actions` are `[label, run]` pairs. */
  notice(text, actions = [], { problem = false } = {}) {
    const buttons = [...actions, [this.words.say("close"), () => {}]];
    const box = element(
      "div",
      { class: problem ? "pe-notice is-problem" : "pe-notice", role: problem ? "alert" : "status" },
      element("p", {}, text),
      element(
        "div",
        { class: "pe-notice-actions" },
        ...buttons.map(([label, run]) => this.answer(label, run)),
      ),
    );
    this.notices.replaceChildren(box);
    return box;
  }

  answer(label, run) {
    const click = (event) => {
      event.target.closest(".pe-notice").remove();
      run();
    };
    return element("button", { type: "button", class: "pe-button", click }, label);
  }
}
