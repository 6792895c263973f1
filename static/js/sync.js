// Sync: keeps the text in the editor and the template that the server stores the same, whoever changes it where.
//
// Three texts: the *confirmed* one, which the server has stored at `revision`; with what is *flying* (sent, not yet
// answered); and with what is *unsent*, which is what the editor shows. One request is under way at a time. What others
// changed meanwhile is put below what is flying and unsent, in the order in which the server stored it.

import { getJson, postJson, UNREACHABLE } from "./server.js";

const SHORTEST_WAIT = 30; // ms between a key stroke and the request
const LONGEST_WAIT = 250;
const LONGEST_ANSWER = 60_000;
const QUICK = 100; // ms that an answer took for what belongs to it to be asked for in advance while somebody types
const POLL = 5000; // ms, where the server tells nothing by itself

export class Sync {
  #editor;
  #address;
  #tell;
  #confirmed; // a Text
  #flying = null; // { changes, request, tries }
  #unsent = null; // a ChangeSet over the confirmed text with what is flying
  #ahead = null; // { edits, doc, changes }: what edits of an answer mean, worked out before the answer is shown
  #jobs = []; // { body, resolve, reject }
  #timer = 0;
  #wait = SHORTEST_WAIT;
  #took = 0; // ms until the last answer to typing
  #running = false;
  #newest; // the newest revision that the server told of
  #events = null;
  #client = mark();

  /**
   * `address` is the template's ("/t/..."); `tell` gets called: `answered(answer, follow)` when an answer came, `state(word)`
   * for "reading", "away", "refused" with a sentence, `conflict({ sentence, mine, theirs, put, all })`, `behind()` when the
   * server no longer knows what happened since, so that the page has to begin anew, and `asks(follow)`, which yields what
   * the page will ask for once a step is done (along.js); `follow` says whether it will select what the step was about.
   */
  constructor(editor, address, revision, tell) {
    this.#editor = editor;
    this.#address = address;
    this.#tell = tell;
    this.#confirmed = editor.doc;
    this.revision = revision;
    this.#newest = revision;
    this.#listen();
    window.addEventListener("pagehide", () => this.#events.close());
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.#listen();
      this.catchUp();
    });
    window.addEventListener("online", () => this.#soon(0));
  }

  /** Whether all that was done here is stored, and all that is stored is here. */
  get idle() {
    return !this.#running && this.#unsent === null && this.#flying === null && this.#jobs.length === 0;
  }

  /** Whether the editor's text is the one that the server has stored at `revision`. */
  get agreed() {
    return this.#unsent === null && this.#flying === null;
  }

  /** The texts that the server may have: the confirmed one, and that with what is flying. */
  get texts() {
    return this.#flying === null ? [this.#confirmed] : [this.#confirmed, this.#flying.changes.apply(this.#confirmed)];
  }

  /** Note what a person changed in the editor. */
  changed(changes) {
    this.#unsent = this.#unsent === null ? changes : this.#unsent.compose(changes);
    if (this.#unsent.empty) this.#unsent = null;
    this.#soon(this.#wait);
  }

  /** Send a step other than typing, behind what was typed before it; resolves with the server's answer. */
  send(body, follow = false) {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ body, follow, resolve, reject });
      clearTimeout(this.#timer);
      this.#run();
    });
  }

  #soon(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), wait);
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    let reached = true;
    try {
      while (this.#unsent !== null || this.#flying !== null || this.#jobs.length > 0) {
        if (this.#unsent !== null || this.#flying !== null) {
          reached = await this.#sendText();
          if (!reached) break;
        } else {
          await this.#sendJob(this.#jobs.shift());
        }
      }
    } finally {
      this.#running = false;
    }
    if (reached && this.#newest > this.revision) this.catchUp();
  }

  // -- what was typed --

  /** Sends what was typed; false when it has to be sent again later. */
  async #sendText() {
    if (this.#flying === null) {
      this.#flying = { changes: this.#unsent, request: mark(), tries: 0 };
      this.#unsent = null;
    }
    const { request, changes } = this.#flying;
    const began = performance.now();
    let answer;
    try {
      const asks = this.#took < QUICK ? this.#tell.asks(false) : undefined;
      answer = await this.#ask({ request, edits: this.#editor.editsOf(changes, this.#confirmed), title: "Typing", kind: "typing" }, asks);
    } catch (error) {
      return this.#failed(error);
    }
    this.#took = performance.now() - began;
    this.#wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, this.#took / 4));
    this.#editor.together(() => {
      if (answer.conflict !== undefined) this.#part(answer);
      else this.#take(answer);
      this.#flying = null;
      this.#agree();
      this.#tell.answered(answer, false);
    });
    return true;
  }

  #failed(error) {
    if (error.reason === UNREACHABLE || error.name === "TimeoutError" || error.status === 503) {
      this.#tell.state("away");
      this.#flying.tries = Math.min(this.#flying.tries + 1, 5);
      this.#soon(1000 * 2 ** this.#flying.tries);
    } else if (error.reason === "behind") {
      this.#tell.behind();
    } else { // it stays here, and goes with what is typed next
      this.#unsent = this.#unsent === null ? this.#flying.changes : this.#flying.changes.compose(this.#unsent);
      this.#flying = null;
      this.#tell.state("refused", error.message);
    }
    for (const job of this.#jobs.splice(0)) job.reject(error);
    return false;
  }

  /** Others changed the same text: theirs is shown, and the person's is offered beside it. */
  #part(answer) {
    const base = this.#confirmed;
    const mine = this.#unsent === null ? this.#flying.changes : this.#flying.changes.compose(this.#unsent);
    const own = mine.apply(base);
    this.#flying = this.#unsent = null;
    this.#editor.receive(mine.invert(base));
    const since = this.#take(answer);
    const rows = [];
    mine.iterChanges((from, to, fromNow, toNow) => {
      rows.push({ from: since.mapPos(from, -1), to: since.mapPos(to, 1), text: own.slice(fromNow, toNow) });
    });
    const lines = (doc, from, to) => doc.sliceString(doc.lineAt(from).from, doc.lineAt(Math.min(to, doc.length)).to);
    let first = Infinity, last = 0, mineFirst = Infinity, mineLast = 0;
    mine.iterChanges((from, to, fromNow, toNow) => {
      mineFirst = Math.min(mineFirst, fromNow);
      mineLast = Math.max(mineLast, toNow);
    });
    for (const row of rows) {
      first = Math.min(first, row.from);
      last = Math.max(last, row.to);
    }
    const revision = this.revision;
    this.#tell.conflict({
      sentence: answer.conflict,
      mine: lines(own, mineFirst, mineLast),
      theirs: lines(this.#confirmed, first, last),
      put: () => (this.revision === revision && this.agreed ? this.#editor.put(rows) : false),
      all: own.toString(),
    });
  }

  // -- everything else --

  async #sendJob({ body, follow, resolve, reject }) {
    let answer;
    try {
      answer = await this.#ask({ request: mark(), ...body }, this.#tell.asks(follow), (first) => this.#foresee(first));
    } catch (error) {
      if (error.reason === UNREACHABLE || error.name === "TimeoutError") this.#tell.state("away");
      else if (error.reason === "behind") this.#tell.behind();
      reject(error);
      return;
    }
    this.#editor.together(() => {
      this.#take(answer);
      this.#agree();
      this.#tell.answered(answer, follow);
    });
    resolve(answer);
  }

  #ask(body, asks, first) {
    this.#tell.state("reading");
    return postJson(`${this.#address}/steps`, { base: this.revision, client: this.#client, ...body }, { signal: AbortSignal.timeout(LONGEST_ANSWER), asks, first });
  }

  /** Ask what happened since, and what the text means now. */
  async catchUp() {
    if (this.#running) return;
    this.#running = true;
    let reached = true;
    try {
      const answer = await getJson(`${this.#address}/since?revision=${this.revision}`, { signal: AbortSignal.timeout(LONGEST_ANSWER) });
      this.#newest = this.revision;
      this.#editor.together(() => {
        this.#take(answer);
        this.#agree();
        this.#tell.answered(answer, false);
      });
    } catch (error) {
      reached = false;
      if (error.reason === UNREACHABLE || error.name === "TimeoutError") this.#tell.state("away");
      else if (error.reason === "behind") this.#tell.behind();
      else this.#tell.state("refused", error.message);
    } finally {
      this.#running = false;
    }
    if (this.#jobs.length > 0 || (reached && !this.agreed)) this.#soon(0);
  }

  /** Work out what an answer does to the text while what comes behind it is under way. */
  #foresee({ changes }) {
    if (!this.agreed || changes?.length !== 1 || changes[0].edits.length === 0) return;
    const [{ edits }] = changes, doc = this.#confirmed;
    this.#ahead = { edits, doc, changes: this.#editor.changesOf(edits, doc) };
    this.#editor.foresee(this.#ahead.changes);
  }

  // -- what the server stored --

  /** Put what was stored since `revision` below what is only here; yields all of it as one set of changes. */
  #take(answer) {
    const same = this.agreed && this.#confirmed === this.#editor.doc; // then so it stays: a long text is never compared
    let all = null;
    for (const change of answer.changes ?? []) {
      if (change.revision <= this.revision) continue;
      const known = this.#ahead?.edits === change.edits && this.#ahead.doc === this.#confirmed;
      const changes = known ? this.#ahead.changes : this.#editor.changesOf(change.edits, this.#confirmed);
      if (!same) this.#confirmed = changes.apply(this.#confirmed);
      this.revision = change.revision;
      all = all === null ? changes : all.compose(changes);
      if (change.mine && this.#flying !== null) this.#flying = null; // it is in the editor already
      else this.#receive(changes, change.mine);
      if (same) this.#confirmed = this.#editor.doc;
    }
    if (answer.revision > this.revision) this.revision = answer.revision;
    this.#newest = Math.max(this.#newest, this.revision);
    this.#ahead = null;
    return all ?? this.#editor.changesOf([], this.#confirmed);
  }

  #receive(changes, mine) {
    let rest = changes;
    if (this.#flying !== null) {
      const moved = this.#flying.changes.map(rest);
      rest = rest.map(this.#flying.changes, true);
      this.#flying.changes = moved;
    }
    if (this.#unsent !== null) {
      const moved = this.#unsent.map(rest);
      rest = rest.map(this.#unsent, true);
      this.#unsent = moved.empty ? null : moved;
    }
    this.#editor.receive(rest, mine);
  }

  /** The editor shows what is stored, with what is on its way and what is unsent. */
  #agree() {
    const wanted = [this.#flying?.changes, this.#unsent].reduce((text, changes) => changes?.apply(text) ?? text, this.#confirmed);
    if (!wanted.eq(this.#editor.doc)) this.#editor.become(wanted);
    if (this.agreed) this.#confirmed = this.#editor.doc;
  }

  // -- what others do --

  #listen() {
    this.#events = new EventSource(`${this.#address}/events?since=${this.revision}`);
    this.#events.addEventListener("changed", (event) => this.#heard(JSON.parse(event.data).revision));
    this.#events.addEventListener("error", () => {
      if (this.#events.readyState !== EventSource.CLOSED) return; // it asks again by itself
      setTimeout(() => {
        if (!document.hidden && !this.#running) this.catchUp();
        this.#listen();
      }, POLL);
    });
  }

  #heard(revision) {
    this.#newest = Math.max(this.#newest, revision);
    if (this.#newest > this.revision) this.catchUp();
  }
}

/** A name that nobody else makes. */
function mark() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
