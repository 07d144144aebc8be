/**
 * The facets: choices with their counts, and the chosen ones as chips that can be taken away.
 *
 * Within a facet several choices are "or"; its counts leave its own choice out. What cannot narrow
 * is not offered; what is chosen stays, even if the data do not know it.
 */
import { FACETS } from "./search-address.js";
import { inChinese } from "./calendar.js";
import { element } from "./search-hit.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Counts} Counts
 * @typedef {import("./search-address.js").FacetName} FacetName
 * @typedef {import("./search-address.js").State} State
 */

/** @type {Record<FacetName, number>} */
const FIRST = { standing: 99, year: 8, region: 8, kind: 8, occupation: 8 }; // values before 更多

/** @type {Record<FacetName, string>} */
export const LABELS = {
  standing: "结论", year: "年度", region: "地区", kind: "承建单位类别", occupation: "工种",
};

export class Facets {
  /**
   * @param {(name: string) => HTMLElement} part
   * @param {(change: Partial<State>) => void} change
   */
  constructor(part, change) {
    this.change = change;
    /** @type {string | null | undefined} */
    this.after = undefined;
    this.lost = false;
    this.fold = part("fold");
    this.box = part("facets");
    this.chosen = part("chosen");
    this.sets = FACETS.map((name) => new Facet(name, part(name), change));
    this.fold.addEventListener("click", () => this.unfold(this.fold.getAttribute("aria-expanded") !== "true"));
  }

  /** @param {boolean} open on a phone; elsewhere they are open */
  unfold(open) {
    this.fold.setAttribute("aria-expanded", String(open));
    this.box.classList.toggle("find__facets--open", open);
  }

  /**
   * @param {Reply} reply
   * @param {State} state
   */
  show(reply, state) {
    const focused = document.activeElement;
    const inside = focused && this.box.contains(focused);
    for (const set of this.sets) set.show(reply, state);
    this.lost = Boolean(inside && (!this.box.contains(focused) || focused.closest("[hidden]")));
    const number = FACETS.reduce((sum, name) => sum + state[name].length, 0);
    this.fold.hidden = this.sets.every((set) => set.facet.hidden);
    this.fold.textContent = number ? `缩小范围（已选 ${number} 项）` : "缩小范围";
    this.showChosen(state, reply);
  }

  /** Without an index nothing can be narrowed; what is chosen can still be taken away. */
  hide() {
    this.fold.hidden = true;
    for (const set of this.sets) set.facet.hidden = true;
  }

  /**
   * @param {State} state
   * @param {Reply} reply
   */
  showChosen(state, reply) {
    const chips = FACETS.flatMap((name) => state[name].map((value) => this.chip(
      `${LABELS[name]}：${chosenWord(reply, name, value)}`,
      () => ({ [name]: state[name].filter((other) => other !== value) }),
    )));
    if (state.on) chips.unshift(this.chip(`日期：${inChinese(state.on)}`, () => ({ on: "" })));
    this.chosen.replaceChildren(...chips.map((chip) => element("li", "", chip)));
    this.chosen.hidden = !chips.length;
  }

  /**
   * @param {string} words
   * @param {() => Partial<State>} without
   */
  chip(words, without) {
    const cross = element("span", "find__cross", "×");
    cross.setAttribute("aria-hidden", "true");
    const chip = element("button", "find__taken", words, cross);
    chip.type = "button";
    chip.setAttribute("aria-label", `去掉条件 ${words}`);
    chip.addEventListener("click", () => {
      const next = chip.parentElement?.nextElementSibling || chip.parentElement?.previousElementSibling;
      this.after = next ? next.textContent : "";
      this.change(without());
    });
    return chip;
  }

  /** After a chip is gone the focus goes to its neighbour; false where it has no place. */
  refocus() {
    if (this.after === undefined) return !this.lost;
    const chips = [...this.chosen.querySelectorAll("button")];
    const next = chips.find((chip) => chip.textContent === this.after);
    this.after = undefined;
    if (next) next.focus();
    return Boolean(next);
  }
}

class Facet {
  /**
   * @param {FacetName} name
   * @param {HTMLElement} facet
   * @param {(change: Partial<State>) => void} change
   */
  constructor(name, facet, change) {
    this.name = name;
    this.facet = facet;
    this.legend = /** @type {HTMLElement} */ (facet.querySelector("legend"));
    this.all = false;
    /** @type {Map<string, HTMLElement>} */
    this.chips = new Map();
    this.more = element("button", "find__button find__unfold");
    this.more.type = "button";
    this.more.addEventListener("click", () => this.unfold());
    facet.append(this.more);
    facet.addEventListener("change", () => change({ [name]: this.checked() }));
  }

  checked() {
    const boxes = this.facet.querySelectorAll("input:checked");
    return [...boxes].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  /**
   * @param {Reply} reply
   * @param {State} state
   */
  show(reply, state) {
    const counts = reply.facets[this.name] || [];
    if (!reply.whole && !counts.length && this.chips.size) return; // they are on their way
    const chosen = state[this.name];
    const atLeast = Boolean(reply.atLeast);
    const counted = ordered(this.name, offered(counts, chosen));
    if (this.name === "standing") this.legend.textContent = state.on ? "那一天的状态" : "最近一次结论";
    this.fill(counted.map(([value, , count]) => [value, chosenWord(reply, this.name, value), count]), chosen, atLeast);
    this.trim(chosen);
    const narrows = atLeast ? counted.length > 1
      : counted.some(([, , count]) => count > 0 && count < reply.total);
    this.facet.hidden = !narrows && !chosen.length;
  }

  /**
   * Keep the chips that are there and their order, so that the focus stays in them.
   * @param {Counts} counted
   * @param {string[]} chosen
   * @param {boolean} atLeast whether the counts are lower bounds
   */
  fill(counted, chosen, atLeast) {
    const known = new Set(counted.map(([value]) => value));
    this.chips.forEach((chip, value) => {
      if (known.has(value)) return;
      chip.remove();
      this.chips.delete(value);
    });
    const moving = !this.facet.contains(document.activeElement);
    for (const [value, word, count] of counted) {
      const old = this.chips.get(value);
      const chip = old || chipOf(this.name, value);
      setChip(chip, word, chosen.includes(value), counting(count, atLeast));
      this.chips.set(value, chip);
      if (!old || moving) this.facet.insertBefore(chip, this.more);
    }
  }

  /**
   * Only the first ones and the chosen ones are shown before 更多 is pressed.
   * @param {string[]} chosen
   */
  trim(chosen) {
    const chips = /** @type {HTMLElement[]} */ ([...this.facet.querySelectorAll(".find__chip")]);
    const late = chips.slice(FIRST[this.name]);
    for (const chip of chips) chip.hidden = false;
    for (const chip of this.all ? [] : late) chip.hidden = !chosen.includes(boxOf(chip).value);
    this.more.hidden = late.length < 2;
    if (this.more.hidden) for (const chip of late) chip.hidden = false;
    this.more.textContent = this.all ? "收起" : `更多（共 ${chips.length} 项）`;
    this.more.setAttribute("aria-expanded", String(this.all));
  }

  unfold() {
    this.all = !this.all;
    this.trim(this.checked());
    const next = this.facet.querySelectorAll("input")[FIRST[this.name]];
    if (this.all && next) next.focus();
  }
}

/**
 * What the reply tells of, and what is chosen although the data do not know it.
 * @param {Counts} counts
 * @param {string[]} chosen
 * @returns {Counts}
 */
function offered(counts, chosen) {
  const known = new Set(counts.map(([value]) => value));
  const unknown = chosen.filter((value) => !known.has(value));
  return [...counts, .../** @type {Counts} */ (unknown.map((value) => [value, value, 0]))];
}

/**
 * Occupations are many: the most frequent first.
 * @param {FacetName} name
 * @param {Counts} counts
 */
function ordered(name, counts) {
  return name === "occupation" ? counts.sort((a, b) => b[2] - a[2]) : counts;
}

/**
 * How a value of a facet is written.
 * @param {Reply} reply
 * @param {FacetName} name
 * @param {string} value
 */
export function wordOf(reply, name, value) {
  if (name === "year" && value === "none") return "无年度";
  if (name === "year") return /^[0-9]{4}$/.test(value) ? `${value}年度` : value;
  const known = entry(reply, name, value);
  return known ? known[1] : value;
}

/**
 * The same of a value that is chosen, which the data may not know.
 * @param {Reply} reply
 * @param {FacetName} name
 * @param {string} value
 */
export function chosenWord(reply, name, value) {
  const unknown = reply.whole && !reply.atLeast && !entry(reply, name, value);
  return `${wordOf(reply, name, value)}${unknown ? "（没有这一项）" : ""}`;
}

/**
 * @param {Reply} reply
 * @param {FacetName} name
 * @param {string} value
 */
function entry(reply, name, value) {
  return (reply.facets[name] || []).find(([other]) => other === value);
}

/**
 * A count as it is shown; of a lower bound of nothing, nothing is known.
 * @param {number} count
 * @param {boolean} atLeast
 */
function counting(count, atLeast) {
  if (!atLeast) return String(count);
  return count ? `≥${count}` : "";
}

/**
 * @param {FacetName} name
 * @param {string} value
 */
function chipOf(name, value) {
  const box = element("input", "");
  Object.assign(box, { type: "checkbox", name, value });
  const shape = name === "standing" && /^[a-z-]+$/.test(value) ? `find__word standing standing--${value}` : "find__word";
  return element("label", "find__chip", box, element("span", shape), element("span", "find__count"));
}

/** @param {HTMLElement} chip */
function boxOf(chip) {
  return /** @type {HTMLInputElement} */ (chip.querySelector("input"));
}

/**
 * @param {HTMLElement} chip
 * @param {string} word
 * @param {boolean} checked
 * @param {string} count
 */
function setChip(chip, word, checked, count) {
  boxOf(chip).checked = checked;
  /** @type {HTMLElement} */ (chip.querySelector(".find__word")).textContent = word;
  /** @type {HTMLElement} */ (chip.querySelector(".find__count")).textContent = count;
  chip.classList.toggle("find__chip--on", checked);
  chip.classList.toggle("find__chip--empty", count === "0");
}
