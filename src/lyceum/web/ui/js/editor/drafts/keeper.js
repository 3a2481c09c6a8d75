/** Keeps what one writes: a copy on this device at once, a draft on the server soon after. */

const COPY_MS = 250;
const SEND_MS = 1500;
const BACK_OFF_S = [2, 4, 8, 15, 30];
const SIGNED_OUT_S = 30;

export class DraftKeeper {
  #version = 0;
  #kept = 0;
  #tries = 0;
  #copyTimer = 0;
  #sendTimer = 0;
  #flight = null;
  #paused = false;

  /** `read()` gives the HTML, `tell(state, detail)` shows where things stand. */
  constructor({ send, copies, read, basedOn, tell }) {
    Object.assign(this, { send, copies, read, basedOn, tell });
  }

  get unsent() {
    return this.#version !== this.#kept;
  }

  changed() {
    this.#version += 1;
    clearTimeout(this.#copyTimer);
    this.#copyTimer = setTimeout(() => this.copy(), COPY_MS);
    if (this.#paused) return;
    this.#tries = 0;
    this.#schedule(SEND_MS);
  }

  copy() {
    clearTimeout(this.#copyTimer);
    if (!this.unsent) return Promise.resolve();
    return this.copies.write({ body: this.read(), basedOn: this.basedOn, at: Date.now() });
  }

  /** Sends now and resolves to true when the server has everything. */
  async flush() {
    clearTimeout(this.#sendTimer);
    if (this.#flight) await this.#flight;
    if (this.unsent && !this.#paused) await this.#sendNow();
    return !this.unsent;
  }

  /** The last chance while the page goes away. */
  leave() {
    if (!this.unsent) return;
    this.copy();
    if (!this.#paused && !this.#flight) this.send(this.read(), this.basedOn, { leaving: true });
  }

  /** Goes on after a conflict, on top of the other text's revision. */
  settle(revision) {
    this.#paused = false;
    this.basedOn = revision;
    this.changed();
  }

  stop() {
    clearTimeout(this.#copyTimer);
    clearTimeout(this.#sendTimer);
    this.#paused = true;
  }

  /** The person discards the text: nothing of it is kept or sent any more. */
  forget() {
    this.stop();
    this.#kept = this.#version;
    return this.copies.drop();
  }

  #schedule(delay) {
    clearTimeout(this.#sendTimer);
    this.#sendTimer = setTimeout(() => this.#flight || this.#sendNow(), delay);
  }

  #sendNow() {
    if (!this.unsent || this.#paused) return Promise.resolve();
    const version = this.#version;
    this.tell("saving");
    this.#flight = this.send(this.read(), this.basedOn)
      .then((result) => this.#heard(version, result))
      .finally(() => {
        this.#flight = null;
        if (this.unsent && this.#version !== version && !this.#paused) this.#schedule(SEND_MS);
      });
    return this.#flight;
  }

  async #heard(version, { outcome, answer, wait }) {
    if (outcome === "saved") {
      this.#kept = version;
      this.#tries = 0;
      if (!this.unsent) await this.copies.drop();
      this.tell("saved", answer);
      return;
    }
    await this.copy();
    if (outcome === "conflict") this.#paused = true;
    if (outcome === "failed") this.#retryAfter(wait);
    if (outcome === "signedOut") this.#schedule(SIGNED_OUT_S * 1000);
    this.tell(outcome, answer);
  }

  #retryAfter(wait) {
    const step = BACK_OFF_S[Math.min(this.#tries, BACK_OFF_S.length - 1)];
    this.#tries += 1;
    this.#schedule(Math.max(step, wait || 0) * 1000);
  }

  /** The network is back: no need to wait for the next try. */
  online() {
    if (this.unsent && !this.#flight && !this.#paused) this.#schedule(0);
  }
}
