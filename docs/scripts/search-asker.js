/**
 * One who asks as fast as one types: only the newest question is told an answer, and the next is
 * sent when the one before has its first answer, so that no queue grows on a slow machine.
 */
import { client } from "./search-client.js";

/**
 * @typedef {import("./search-client.js").Question} Question
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {{show: (reply: Reply) => void, wait: () => void, fail: (partly: boolean) => void}} Teller
 *   wait: there is no answer yet, or none that is whole, and people begin to wonder;
 *   fail: there will be none, or (partly) none that is whole
 */

const PATIENCE = 300;
let askers = 0;

export class Asker {
  /**
   * @param {string} root
   * @param {Teller} teller
   */
  constructor(root, teller) {
    askers += 1;
    this.number = askers;
    this.root = root;
    this.teller = teller;
    this.newest = 0;
    this.sent = 0;
    this.busy = false;
    this.partly = false;
    /** @type {Question | undefined} */
    this.next = undefined;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** Fetch the index before anything is asked. */
  open() {
    try {
      client(this.root).open();
    } catch (error) {
      this.teller.fail(false);
    }
  }

  /** @param {Question} question */
  ask(question) {
    this.newest += 1;
    this.next = question;
    this.partly = false;
    if (!this.timer) this.patient();
    if (!this.busy) this.send();
  }

  patient() {
    this.timer = window.setTimeout(() => {
      this.timer = undefined;
      this.teller.wait();
    }, PATIENCE);
  }

  /** What was asked is no longer wanted. */
  drop() {
    this.newest += 1;
    this.next = undefined;
    this.rest();
  }

  send() {
    const asked = /** @type {Question} */ (this.next);
    const number = this.newest;
    this.next = undefined;
    this.sent = number;
    this.busy = true;
    try {
      client(this.root).ask({ ...asked, asker: this.number }, (reply) => this.receive(number, reply), () => this.lose(number));
    } catch (error) {
      this.lose(number);
    }
  }

  /**
   * @param {number} number
   * @param {Reply} reply
   */
  receive(number, reply) {
    if (number === this.newest) {
      this.rest();
      this.partly = !reply.whole;
      if (this.partly) this.patient();
      this.teller.show(reply);
    }
    this.free(number);
  }

  /** @param {number} number */
  lose(number) {
    if (number === this.newest) {
      this.rest();
      this.teller.fail(this.partly);
    }
    this.free(number);
  }

  /** @param {number} number of the question that has an answer */
  free(number) {
    if (number !== this.sent) return;
    this.busy = false;
    if (this.next) this.send();
  }

  rest() {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }
}
