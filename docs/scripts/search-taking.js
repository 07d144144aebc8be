/** Taking the results along: every hit as a table, or as a list on paper. */
import { about } from "./search-about.js";
import { question } from "./search-address.js";
import { client } from "./search-client.js";
import { save, table } from "./search-csv.js";
import { element } from "./search-hit.js";
import { amount } from "./search-saying.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-address.js").State} State
 * @typedef {import("./search-about.js").About} About
 */

const EVERY = 1e9;
const PRINTED = 1000;

export class Taking {
  /**
   * @param {(name: string) => HTMLElement} part
   * @param {string} root
   * @param {(reply: Reply) => void} show the hits that will be printed
   */
  constructor(part, root, show) {
    this.root = root;
    this.reveal = show;
    this.box = part("take");
    this.csv = /** @type {HTMLButtonElement} */ (part("csv"));
    this.paper = /** @type {HTMLButtonElement} */ (part("print"));
    this.wrong = part("untaken");
    this.head = part("paper");
    /** @type {State | undefined} */
    this.state = undefined;
    /** @type {Reply | undefined} */
    this.reply = undefined;
    this.csv.addEventListener("click", () => this.take(this.csv, () => this.download()));
    this.paper.addEventListener("click", () => this.take(this.paper, () => this.print()));
  }

  /**
   * @param {State} state
   * @param {Reply} reply
   * @param {boolean} asked
   */
  show(state, reply, asked) {
    this.state = state;
    this.reply = reply;
    this.wrong.textContent = "";
    this.box.hidden = !asked || !reply.whole || !reply.total;
    fillHead(this.head, asked ? about(state, reply) : [], reply);
  }

  hide() {
    this.box.hidden = true;
    this.head.replaceChildren();
  }

  /**
   * Do it once at a time, and say so where it fails.
   * @param {HTMLButtonElement} button
   * @param {() => Promise<void>} act
   */
  async take(button, act) {
    button.disabled = true;
    this.wrong.textContent = "";
    try {
      await act();
    } catch (error) {
      this.wrong.textContent = "资料没有取全，请稍后再试。";
    }
    button.disabled = false;
    button.focus();
  }

  async download() {
    const state = /** @type {State} */ (this.state);
    save(table(state, await this.every(EVERY), this.root));
  }

  /** Show every hit first, up to what one would carry on paper. */
  async print() {
    const { state } = this;
    const { hits, total } = /** @type {Reply} */ (this.reply);
    if (hits.length < Math.min(total, PRINTED)) {
      const reply = await this.every(PRINTED);
      if (state !== this.state) return;
      this.reveal(reply);
    }
    window.print();
  }

  /** @param {number} limit */
  every(limit) {
    return client(this.root).askWhole(question(/** @type {State} */ (this.state), limit));
  }
}

/**
 * The head of a printed list: what was asked, what was found, where to look again.
 * @param {HTMLElement} head
 * @param {About} said
 * @param {Reply} reply
 */
function fillHead(head, said, reply) {
  const { hits, total } = reply;
  const part = `只印出前 ${hits.length} 所。要${amount(reply, "全部")}，请下载表格。`;
  const rows = [...said, .../** @type {About} */ (hits.length < total ? [["范围", part]] : [])];
  head.replaceChildren(...rows.map(([label, words]) => (
    element("div", "", element("dt", "", label), element("dd", "", words)))));
}
