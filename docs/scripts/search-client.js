/**
 * The page's one line to the search worker: started when first needed, shared by every box.
 *
 * @typedef {[from: number, to: number, how: number][]} Marks ranges of a text as shown that answer
 *   the query; how: 0 as typed, 1 by sound, 2 nearly (a wrong, missing or swapped character)
 * @typedef {{id: string, url: string, name: string, hosts: string[], standing: string, mark: string,
 *   phase: string, grade: string, year: string, status: string,
 *   document: {words: string, url: string} | null,
 *   marks: {name: Marks, hosts: Marks[]}, found: {field: string, text: string, marks: Marks}[],
 *   reasons: string[]}} Hit
 *   found: other texts that answer, each with what it is (曾用名, 工种, 所在地 …);
 *   reasons: in words, why it is here although it is not what was typed (读音相近, 差一个字 …)
 * @typedef {{kind: "page" | "notice", title: string, about: string, url: string, marks: Marks}} PageHit
 * @typedef {"standing" | "year" | "region" | "kind" | "occupation"} FacetName
 * @typedef {[value: string, word: string, count: number][]} Counts
 * @typedef {{total: number, hits: Hit[], near: Hit[], facets: Record<FacetName, Counts>,
 *   pages: PageHit[], last: string, best: number, whole: boolean, atLeast?: boolean}} Reply
 *   near: stations with names near to what was asked, which are not among the hits: the nearest
 *   ones where nothing was found, and those on the black list where something was;
 *   facets: the values that some hit has, and those that are chosen;
 *   best: how well the best hit answers, 1 as well as can be;
 *   whole: false as long as parts of the index are on their way, and this reply will be replaced;
 *   atLeast: the register is so big that not all of it was searched: total and counts may be more,
 *   and facets tell of every value
 * @typedef {{query: string, sort?: string, on?: string, limit?: number, asker?: number}
 *   & Partial<Record<FacetName, string[]>>} Question
 *   sort: match, number, pinyin or date (the newest decision first);
 *   asker: who asks; of each only the newest question need be answered well
 */

/** @type {Client | undefined} */
let shared;

/**
 * The client of this page.
 * @param {string} root where the site's root is, relative to the page and without a final slash
 */
export function client(root) {
  shared = shared || new Client(root);
  return shared;
}

class Client {
  /** @param {string} root */
  constructor(root) {
    this.root = root;
    this.asked = 0;
    /** @type {Map<number, {show: (reply: Reply) => void, fail: (reason: Error) => void}>} */
    this.waiting = new Map();
    this.failed = false;
    /** @type {Worker | undefined} */
    this.worker = undefined;
  }

  /** Start the worker and let it fetch the index, unless it has. */
  open() {
    if (!this.worker) {
      const url = new URL("search-worker.js", import.meta.url);
      // What failed may be a copy that the browser kept.
      if (this.failed) url.search = `?${Date.now()}`;
      this.worker = new Worker(url);
      this.worker.onmessage = ({ data }) => this.receive(data);
      this.worker.onerror = () => this.fail("search-worker.js");
      this.worker.postMessage({ open: new URL(`${this.root}/search/`, document.baseURI).href });
    }
    return this.worker;
  }

  /**
   * Ask a question. `show` gets each reply, the last of them whole; `fail` is called when there is
   * no worker or no index. A new question does not end an old one.
   * @param {Question} question
   * @param {(reply: Reply) => void} show
   * @param {(reason: Error) => void} fail
   */
  ask(question, show, fail) {
    this.asked += 1;
    this.waiting.set(this.asked, { show, fail });
    this.open().postMessage({ ask: this.asked, ...question });
  }

  /**
   * The whole reply to a question.
   * @param {Question} question
   * @returns {Promise<Reply>}
   */
  askWhole(question) {
    return new Promise((resolve, reject) => {
      this.ask(question, (reply) => reply.whole && resolve(reply), reject);
    });
  }

  /** @param {{answer?: number, failed?: string} & Reply} message */
  receive(message) {
    if (message.failed) this.fail(message.failed);
    const asker = message.answer && this.waiting.get(message.answer);
    if (!asker) return;
    if (message.whole) this.waiting.delete(message.answer || 0);
    asker.show(message);
  }

  /**
   * Tell everybody who waits, and begin anew with the next question.
   * @param {string} reason
   */
  fail(reason) {
    this.failed = true;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    if (this.worker) this.worker.terminate();
    this.worker = undefined;
    waiting.forEach(({ fail }) => fail(new Error(reason)));
  }
}
