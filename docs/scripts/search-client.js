/**
 * The page's one line to the search worker: started when first needed, shared by every box.
 *
 * @typedef {[from: number, to: number][]} Marks
 * @typedef {{id: string, url: string, name: string, hosts: string[], standing: string, word: string,
 *   mark: string, phase: string, grade: string, year: string, status: string, marks: {name: Marks, hosts: Marks[]},
 *   found: {text: string, marks: Marks}[]}} Hit
 * @typedef {{title: string, page: string, url: string, marks: Marks}} HeadingHit
 * @typedef {{total: number, hits: Hit[], standing: [value: string, word: string, count: number][],
 *   year: [value: string, count: number][], headings: HeadingHit[], last: string}} Reply
 * @typedef {{query: string, standing?: string[], year?: string[], sort?: string, on?: string,
 *   limit?: number}} Question
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
    /** @type {Map<number, {resolve: (reply: Reply) => void, reject: (reason: Error) => void}>} */
    this.waiting = new Map();
    /** @type {Worker | undefined} */
    this.worker = undefined;
  }

  /** Start the worker and let it fetch the index, unless it has. */
  open() {
    if (!this.worker) {
      this.worker = new Worker(new URL("search-worker.js", import.meta.url));
      this.worker.onmessage = ({ data }) => this.receive(data);
      this.worker.onerror = () => this.fail("search-worker.js");
      /** @param {string} file */
      const url = (file) => new URL(`${this.root}/search/${file}`, document.baseURI).href;
      this.worker.postMessage({ open: url("index.json"), spans: url("spans.json") });
    }
    return this.worker;
  }

  /**
   * Answer a question; rejects when there is no worker or no index.
   * @param {Question} question
   * @returns {Promise<Reply>}
   */
  ask(question) {
    return new Promise((resolve, reject) => {
      this.asked += 1;
      this.waiting.set(this.asked, { resolve, reject });
      this.open().postMessage({ ask: this.asked, ...question });
    });
  }

  /** @param {{answer?: number, failed?: string} & Reply} message */
  receive(message) {
    if (message.failed) this.fail(message.failed);
    const asker = message.answer && this.waiting.get(message.answer);
    if (asker) {
      this.waiting.delete(message.answer || 0);
      asker.resolve(message);
    }
  }

  /**
   * Tell everybody who waits, and begin anew with the next question.
   * @param {string} reason
   */
  fail(reason) {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    if (this.worker) this.worker.terminate();
    this.worker = undefined;
    waiting.forEach(({ reject }) => reject(new Error(reason)));
  }
}
