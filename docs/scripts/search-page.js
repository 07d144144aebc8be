/**
 * The page of all stations: query, day, facets and sort, kept in the address bar.
 *
 * As long as nothing is asked, the plain list (data-find="plain") stands as the server wrote it.
 */
import { FACETS, fromAddress, isNarrowed, nothing, queryOf, question, toAddress } from "./search-address.js";
import { Asker } from "./search-asker.js";
import { inChinese } from "./calendar.js";
import { Day } from "./search-day.js";
import { Facets } from "./search-facets.js";
import { Live } from "./search-live.js";
import { Results } from "./search-results.js";
import { amount, nearTitle } from "./search-saying.js";
import { Taking } from "./search-taking.js";
import { whenTyped } from "./search-typing.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-address.js").State} State
 */

const SHOWN = 50;
const TYPING = 300; // browsers allow few changes of the address a second

/**
 * Make a section with data-find="page" search.
 * @param {HTMLElement} section
 */
export function enhancePage(section) {
  return new Page(section);
}

class Page {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.root = section.dataset.root || "";
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("q"));
    this.plain = /** @type {HTMLElement | null} */ (document.querySelector('[data-find="plain"]'));
    /** @param {string} name */
    const part = (name) => (
      /** @type {HTMLElement} */ (section.querySelector(`[data-part="${name}"]`)));
    this.panel = part("panel");
    this.sort = /** @type {HTMLSelectElement} */ (part("sort"));
    this.order = part("order");
    this.reset = part("reset");
    this.status = part("status");
    this.retry = part("retry");
    this.more = part("more");
    this.live = new Live(part("live"));
    this.facets = new Facets(part, (change) => this.narrow(change));
    this.results = new Results(this.root, part);
    this.limit = SHOWN;
    this.taking = new Taking(part, this.root, (reply) => {
      this.limit = Math.max(this.limit, reply.hits.length);
      this.show(reply);
    });
    const day = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("on"));
    this.day = new Day(day, (on) => { if (on !== this.state.on) this.change({ on }); });
    this.asker = new Asker(this.root, {
      show: (reply) => this.show(reply), wait: () => this.wait(), fail: (partly) => this.fail(partly),
    });
    this.focusAt = -1;
    this.typing = false;
    /** @type {number | undefined} */
    this.timer = undefined;
    /** @type {Reply | undefined} */
    this.reply = undefined;
    /** @type {Reply | undefined} */
    this.pending = undefined;
    this.state = fromAddress();
    this.listen();
    this.restore();
  }

  listen() {
    this.form.noValidate = true;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle();
      this.day.pick(true);
    });
    whenTyped(this.input, () => this.type());
    this.input.addEventListener("change", () => this.settle());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.reset.addEventListener("click", () => this.clear());
    this.retry.addEventListener("click", () => this.search());
    this.more.addEventListener("click", () => this.showMore());
    window.addEventListener("popstate", () => {
      this.state = fromAddress();
      this.restore();
    });
  }

  /** Show what the address asks for. */
  restore() {
    const text = new URLSearchParams(window.location.search).get("on") || "";
    this.settle();
    if (this.day.restore(text)) history.replaceState(null, "", toAddress(this.state));
    this.input.value = this.state.q;
    this.sort.value = this.state.sort;
    this.limit = SHOWN;
    this.search();
  }

  /** Typing is one step in the history, however many letters it has. */
  type() {
    const q = queryOf(this.input.value);
    if (q === this.state.q) return;
    const push = !this.typing;
    this.typing = true;
    this.state = { ...this.state, q };
    this.limit = SHOWN;
    this.search();
    if (push) return this.write(true);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(false), TYPING);
    return undefined;
  }

  /**
   * Esc empties the field, as it does of itself in some browsers.
   * @param {KeyboardEvent} event
   */
  press(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Escape" || !this.input.value) return;
    event.preventDefault();
    this.input.value = "";
    this.type();
  }

  clear() {
    this.change({ ...nothing(), sort: this.state.sort });
    this.input.value = "";
    this.day.restore("");
    this.input.focus();
  }

  /** Typing is over: the next letter begins a new step. */
  settle() {
    if (this.timer) this.write(false);
    this.typing = false;
  }

  /** @param {Partial<State>} part chosen or taken away among the facets */
  narrow(part) {
    if (part.on === "") this.day.restore("");
    this.change(part);
  }

  /** @param {Partial<State>} part */
  change(part) {
    this.settle();
    this.state = { ...this.state, ...part };
    this.limit = SHOWN;
    this.write(true);
    this.search();
  }

  /** @param {boolean} push */
  write(push) {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const address = toAddress(this.state);
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  search() {
    this.asker.ask(question(this.state, this.limit));
  }

  /** Nothing whole has come yet: say so, and let stand what stands. */
  wait() {
    if (this.pending) this.display(this.pending);
    this.panel.hidden = false;
    this.retry.hidden = true;
    if (this.reply && this.asker.partly) this.status.textContent = said(this.state, this.reply, isNarrowed(this.state));
    else this.status.textContent = this.reply ? "正在查…" : "正在取名录…";
    this.live.say(this.status.textContent);
  }

  /**
   * Where nothing is known yet, what stands may stand until people begin to wonder.
   * @param {Reply} reply
   */
  show(reply) {
    this.pending = reply.whole || reply.total ? undefined : reply;
    if (!this.pending) this.display(reply);
  }

  /** @param {Reply} reply */
  display(reply) {
    const narrowed = isNarrowed(this.state);
    const asked = narrowed || this.state.sort !== "match";
    this.reply = reply;
    this.panel.hidden = false;
    this.retry.hidden = true;
    this.facets.show(reply, this.state);
    if (!this.facets.refocus()) this.status.focus();
    this.reset.hidden = !isNarrowed({ ...this.state, q: "" });
    this.status.textContent = said(this.state, reply, narrowed);
    this.live.say(narrowed && reply.whole ? aloud(this.state, reply) : "");
    this.results.show(reply, asked, FACETS.some((name) => this.state[name].length));
    this.order.hidden = reply.total < 2;
    this.more.hidden = !asked || reply.hits.length >= reply.total;
    this.focusNext();
    this.taking.show(this.state, reply, asked);
    if (this.plain) this.plain.hidden = asked;
  }

  /**
   * Without an index the plain list is the answer; but it says nothing of a day.
   * @param {boolean} partly whether some hits are shown
   */
  fail(partly) {
    const some = partly && isNarrowed(this.state) && !this.pending;
    this.panel.hidden = false;
    this.retry.hidden = false;
    this.status.textContent = broken(this.state.on, some);
    this.live.say("资料没有取到");
    if (some) return;
    const { on } = this.state;
    this.reply = undefined;
    if (this.plain) this.plain.hidden = Boolean(on);
    this.facets.hide();
    this.results.hide();
    this.taking.hide();
    this.more.hidden = true;
    this.order.hidden = true;
    this.reset.hidden = !on;
  }

  showMore() {
    this.focusAt = this.results.list.children.length;
    this.limit += SHOWN;
    this.search();
  }

  /** When more was asked for, the focus goes to the first of it. */
  focusNext() {
    const next = this.focusAt < 0 ? null : this.results.list.children[this.focusAt];
    const link = next && next.querySelector("a");
    this.focusAt = -1;
    if (link) link.focus();
  }
}

/**
 * @param {State} state
 * @param {Reply} reply
 * @param {boolean} narrowed
 */
function said({ on }, reply, narrowed) {
  const { total, whole, last } = reply;
  const number = amount(reply, narrowed ? "查到" : "共");
  const found = [total ? number : whole && "没有查到这样的鉴定所", whole ? "" : "正在查其余部分…"];
  const words = found.filter(Boolean).join("，");
  if (!on) return words;
  const beyond = last && on > last ? `。资料只到${inChinese(last)}` : "";
  return `${inChinese(on)}：${words}${beyond}`;
}

/**
 * The same for the ear, and what stands below.
 * @param {State} state
 * @param {Reply} reply
 */
function aloud({ on }, reply) {
  const { total, near, pages, last } = reply;
  return [
    total ? amount(reply, "查到") : "没有查到这样的鉴定所，没有查到不等于合格",
    on && last && on > last ? `问的日子在资料截止日${inChinese(last)}以后` : "",
    near.length ? `${nearTitle(reply)} ${near.length} 所` : "",
    pages.length ? `文件和其他页面 ${pages.length} 条` : "",
  ].filter(Boolean).join("；");
}

/**
 * @param {string} on
 * @param {boolean} partly
 */
function broken(on, partly) {
  if (partly) return "其余部分没有取到，下面的结果可能不全。";
  return on
    ? `查${inChinese(on)}要用的资料没有取到，现在不能按日期查。请稍后再试，或者清除条件，查现在的状态。`
    : "即时查找暂不可用，请看下面的完整名录。";
}
