/**
 * The page of all stations: query, day, facets and sort, kept in the address bar.
 *
 * As long as nothing is asked, the plain list (data-find="plain") stands as the server wrote it.
 */
import { askedDay, inChinese, isFuture, noDay, today } from "./calendar.js";
import { client } from "./search-client.js";
import { element, headingText, lines, marked } from "./search-hit.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {{q: string, on: string, standing: string[], year: string[], sort: string}} State
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
    this.day = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("on"));
    this.plain = /** @type {HTMLElement | null} */ (document.querySelector('[data-find="plain"]'));
    /** @param {string} name */
    const part = (name) => (
      /** @type {HTMLElement} */ (section.querySelector(`[data-part="${name}"]`)));
    this.panel = part("panel");
    this.facets = { standing: part("standing"), year: part("year") };
    this.sort = /** @type {HTMLSelectElement} */ (part("sort"));
    this.reset = part("reset");
    this.status = part("status");
    this.none = part("none");
    this.results = part("results");
    this.more = part("more");
    this.headings = part("headings");
    this.limit = SHOWN;
    this.asked = 0;
    this.typing = false;
    this.wrong = element("p", "find__wrong");
    this.setUpDay();
    /** @type {number | undefined} */
    this.timer = undefined;
    this.state = fromAddress();
    this.listen();
    this.restore();
  }

  /** What is wrong with the day is said at its field. */
  setUpDay() {
    this.wrong.id = "find-wrong";
    this.wrong.setAttribute("role", "alert");
    this.day.setAttribute("aria-describedby", this.wrong.id);
    this.day.min = "1949-01-01";
    this.day.max = today();
    /** @type {HTMLElement} */ (this.day.closest("label")).after(this.wrong);
  }

  /** @param {string} words, none where nothing is wrong */
  tell(words) {
    this.wrong.textContent = words;
    if (words) this.day.setAttribute("aria-invalid", "true");
    else this.day.removeAttribute("aria-invalid");
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle();
      this.pick(true);
    });
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("change", () => this.settle());
    this.form.noValidate = true;
    this.day.addEventListener("change", () => this.pick(this.day.type === "text"));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.reset.addEventListener("click", () => {
      this.change({ q: "", on: "", standing: [], year: [] });
      this.input.value = "";
      this.day.value = "";
      this.tell("");
      this.input.focus();
    });
    this.more.addEventListener("click", () => this.showMore());
    window.addEventListener("popstate", () => {
      this.state = fromAddress();
      this.restore();
    });
    for (const name of /** @type {const} */ (["standing", "year"])) {
      this.facets[name].addEventListener("change", () => this.change({ [name]: this.checked(name) }));
    }
  }

  /** Show what the address asks for. */
  restore() {
    const text = new URLSearchParams(window.location.search).get("on") || "";
    const { wrong } = askedDay(text);
    this.settle();
    this.tell(wrong);
    if (wrong) history.replaceState(null, "", toAddress(this.state));
    this.input.value = this.state.q;
    this.day.value = this.state.on;
    this.sort.value = this.state.sort;
    this.limit = SHOWN;
    this.search();
  }

  /** Typing is one step in the history, however many letters it has. */
  type() {
    if (this.input.value.trim() === this.state.q) return;
    const push = !this.typing;
    this.typing = true;
    this.state = { ...this.state, q: this.input.value.trim() };
    this.limit = SHOWN;
    this.search();
    if (push) return this.write(true);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(false), TYPING);
    return undefined;
  }

  /**
   * Ask for the day in the field. While one types, a year passes through what is no year yet.
   * @param {boolean} done whether to tell that it is no day
   */
  pick(done) {
    const text = this.day.value;
    const { day, wrong } = askedDay(text);
    const said = wrong || (this.day.validity.badInput ? noDay(text) : "");
    const tell = done || isFuture(text);
    this.tell(tell ? said : "");
    if (day !== this.state.on && (day || !said || tell)) this.change({ on: day });
  }

  /** Typing is over: the next letter begins a new step. */
  settle() {
    if (this.timer) this.write(false);
    this.typing = false;
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

  /** @param {"standing" | "year"} name */
  checked(name) {
    const boxes = this.facets[name].querySelectorAll("input:checked");
    return [...boxes].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  async search() {
    const { q, on, standing, year, sort } = this.state;
    this.asked += 1;
    const asked = this.asked;
    try {
      const { limit } = this;
      const reply = await client(this.root).ask({ query: q, on, standing, year, sort, limit });
      if (asked === this.asked) this.show(reply);
    } catch (error) {
      if (asked === this.asked) this.fail();
    }
  }

  /** @param {Reply} reply */
  show(reply) {
    const { q, on, standing, year, sort } = this.state;
    const narrowed = Boolean(q || on || standing.length || year.length);
    const asked = narrowed || sort !== "match";
    this.panel.hidden = false;
    this.fillFacet("standing", reply.standing);
    this.fillFacet("year", reply.year.map(([value, count]) => [value, yearWord(value), count]));
    this.reset.hidden = !narrowed;
    this.status.textContent = this.found(reply, narrowed);
    this.none.hidden = reply.total > 0;
    this.results.replaceChildren(...(asked ? reply.hits.map((hit) => this.item(hit)) : []));
    this.more.hidden = !asked || reply.hits.length === reply.total;
    this.headings.hidden = !reply.headings.length;
    const list = /** @type {HTMLElement} */ (this.headings.querySelector("ul"));
    const links = reply.headings.map((one) => this.link(one.url, headingText(one)));
    list.replaceChildren(...links.map((link) => element("li", "", link)));
    if (this.plain) this.plain.hidden = asked;
  }

  /**
   * @param {Reply} reply
   * @param {boolean} narrowed
   */
  found(reply, narrowed) {
    const { on } = this.state;
    const beyond = on > reply.last ? `。资料只到${inChinese(reply.last || on)}` : "";
    const number = `${narrowed ? "查到" : "共"} ${reply.total} 所`;
    const said = reply.total ? number : "没有查到这样的鉴定所";
    return on ? `${inChinese(on)}：${said}${beyond}` : said;
  }

  /** Without an index the plain list is the answer; but it says nothing of a day. */
  fail() {
    const { on } = this.state;
    if (this.plain) this.plain.hidden = Boolean(on);
    this.panel.hidden = false;
    for (const part of [this.facets.standing, this.facets.year, this.none, this.more, this.headings]) {
      part.hidden = true;
    }
    this.reset.hidden = !on;
    this.results.replaceChildren();
    this.status.textContent = on
      ? `查${inChinese(on)}要用的资料没有取到，现在不能按日期查。请稍后再试，或者清除条件，查现在的状态。`
      : "即时查找暂不可用，请看下面的完整名录。";
  }

  async showMore() {
    const first = this.results.children.length;
    this.limit += SHOWN;
    await this.search();
    const next = this.results.children[first];
    const link = next && next.querySelector("a");
    if (link) link.focus();
  }

  /**
   * Keep the chips that are there, so that the focus stays in them; a day has standings of its own.
   * @param {"standing" | "year"} name
   * @param {[value: string, word: string, count: number][]} counted
   */
  fillFacet(name, counted) {
    const facet = this.facets[name];
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (facet.querySelectorAll("input"));
    const chips = new Map([...boxes].map((box) => [box.value, box.parentElement]));
    const others = chips.size !== counted.length || counted.some(([value]) => !chips.has(value));
    chips.forEach((chip, value) => {
      if (!counted.some(([other]) => other === value) && chip) chip.remove();
    });
    for (const [value, word, count] of counted) {
      const chip = chips.get(value) || chipOf(name, value, word);
      setChip(chip, this.state[name].includes(value), count);
      if (others) facet.append(chip);
    }
    const legend = /** @type {HTMLElement} */ (facet.querySelector("legend"));
    if (name === "standing") legend.textContent = this.state.on ? "那一天的状态" : "最近一次结论";
    facet.hidden = !counted.length;
  }

  /** @param {Hit} hit */
  item(hit) {
    const name = this.link(hit.url, marked(hit.name, hit.marks.name));
    name.className = "hit__name";
    return element("li", "hit", name, ...lines(hit));
  }

  /**
   * @param {string} url relative to the site's root
   * @param {(Node | string)[]} children
   */
  link(url, children) {
    const link = element("a", "", ...children);
    link.href = `${this.root}/${url}`;
    return link;
  }
}

/**
 * @param {"standing" | "year"} name
 * @param {string} value
 * @param {string} word
 */
function chipOf(name, value, word) {
  const box = element("input", "");
  Object.assign(box, { type: "checkbox", name, value });
  const shape = name === "standing" ? `standing standing--${value}` : "";
  const count = element("span", "find__count");
  return element("label", "find__chip", box, element("span", shape, word), count);
}

/**
 * @param {HTMLElement} chip
 * @param {boolean} checked
 * @param {number} count
 */
function setChip(chip, checked, count) {
  /** @type {HTMLInputElement} */ (chip.querySelector("input")).checked = checked;
  /** @type {HTMLElement} */ (chip.querySelector(".find__count")).textContent = String(count);
  chip.classList.toggle("find__chip--on", checked);
  chip.classList.toggle("find__chip--empty", !count);
}

/** @param {string} year */
function yearWord(year) {
  return year === "none" ? "无年度" : `${year}年度`;
}

/** @returns {State} */
function fromAddress() {
  const asked = new URLSearchParams(window.location.search);
  const sort = asked.get("sort") || "";
  return {
    q: (asked.get("q") || "").trim(),
    on: askedDay(asked.get("on") || "").day,
    standing: asked.getAll("standing"),
    year: asked.getAll("year"),
    sort: ["number", "pinyin"].includes(sort) ? sort : "match",
  };
}

/** @param {State} state */
function toAddress({ q, on, standing, year, sort }) {
  const asked = new URLSearchParams();
  if (q) asked.set("q", q);
  if (on) asked.set("on", on);
  standing.forEach((value) => asked.append("standing", value));
  year.forEach((value) => asked.append("year", value));
  if (sort !== "match") asked.set("sort", sort);
  return asked.toString() ? `?${asked}` : window.location.pathname;
}
