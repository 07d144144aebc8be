/**
 * The search box: a combobox whose list shows the first hits as one types.
 *
 * Without a choice in the list, Enter sends the form to the page of all stations.
 */
import { queryOf } from "./search-address.js";
import { Asker } from "./search-asker.js";
import { fill } from "./search-fill.js";
import { element, inBox, link, pageText } from "./search-hit.js";
import { Live } from "./search-live.js";
import { amount, nearTitle } from "./search-saying.js";
import { whenTyped } from "./search-typing.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-fill.js").Keyed} Keyed
 */

const SHOWN = 6;
const NEAR = 3;
const PAGES = 3;
const ROOM = 180; // pixels: less of a list is of no use
const EMPTY = "没有查到这样的鉴定所。没有查到不等于合格，也不等于不合格。";

/**
 * Make a form with data-find="box" a combobox.
 * @param {HTMLFormElement} form
 */
export function enhanceBox(form) {
  return new Box(form);
}

class Box {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.root = form.dataset.root || "";
    this.input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.list = element("div", "find__list md-typeset");
    const region = element("p", "find__live");
    this.live = new Live(region);
    this.asker = new Asker(this.root, {
      show: (reply) => this.show(reply), wait: () => this.wait(), fail: (partly) => this.fail(partly),
    });
    this.chosen = -1;
    /** @type {Keyed[] | undefined} what answers the newest question */
    this.current = undefined;
    this.setUp(region);
    this.listen();
  }

  /** @param {HTMLElement} region */
  setUp(region) {
    const { form, input, list } = this;
    list.id = `${input.id}-list`;
    list.hidden = true;
    setAll(list, { role: "listbox", "aria-label": "查到的鉴定所和文件" });
    setAll(region, { role: "status" });
    setAll(input, {
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
      "aria-autocomplete": "list", "aria-haspopup": "listbox",
    });
    form.append(list, region);
  }

  listen() {
    const { form, input, list } = this;
    input.addEventListener("focus", () => this.asker.open());
    whenTyped(input, () => this.search());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("click", () => list.hidden && input.value && this.search());
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    this.followMouse();
    if (window.visualViewport) window.visualViewport.addEventListener("resize", () => this.fit());
  }

  search() {
    const query = queryOf(this.input.value);
    this.current = undefined;
    this.choose(-1);
    if (!query) this.close();
    else this.asker.ask({ query, limit: SHOWN });
  }

  /**
   * Pressing on a hit keeps the focus in the box, so the list stays for the click. Where the rest of
   * the answer takes the hit's place meanwhile, no click comes; it is opened all the same.
   */
  followMouse() {
    /** @type {HTMLAnchorElement | null} */
    let pressed = null;
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      pressed = /** @type {Element} */ (event.target).closest("a");
    });
    this.list.addEventListener("mouseup", ({ button }) => {
      if (!button && pressed && !pressed.isConnected) window.location.assign(pressed.href);
    });
    window.addEventListener("mouseup", () => { pressed = null; });
  }

  /** Nothing whole has come yet. */
  wait() {
    const { partly } = this.asker;
    const words = partly ? "正在查其余部分…" : "正在取名录…";
    if (partly && this.current) this.fill([...this.current, note(words)]);
    else this.fill([note(words)]);
    this.live.say(words);
  }

  /** @param {Reply} reply */
  show(reply) {
    const { hits, near, total, whole } = reply;
    const words = total ? nearTitle(reply) : `${nearTitle(reply)}，请核对是不是要查的`;
    const all = `stations/?${new URLSearchParams({ q: queryOf(this.input.value) })}`;
    const last = total ? everyOne(reply) : "到名录里查";
    this.current = undefined;
    if (!total && !whole) return; // nothing is denied before all is known
    this.current = [
      ...(total ? [] : [note(EMPTY)]),
      ...hits.slice(0, SHOWN).map((hit) => this.hit(hit)),
      ...group(words, (whole ? near : []).slice(0, NEAR).map((hit) => this.hit(hit))),
      ...this.pages(reply, "notice", "文件"),
      ...this.pages(reply, "page", "本站其他页面"),
      this.option(all, last, () => [element("span", "hit__name", last)]),
    ];
    this.fill(this.current);
    this.live.say(whole ? aloud(reply) : "");
  }

  /**
   * The list is there, but not the index: the next letter tries again.
   * @param {boolean} partly whether some hits are shown
   */
  fail(partly) {
    if (partly && this.current) {
      this.fill([...this.current, note("其余部分没有取到")]);
      this.live.say("其余部分没有取到");
      return;
    }
    const words = "即时查找暂不可用，请看完整名录";
    this.fill([this.option("stations/", words, () => [element("span", "hit__name", words)])]);
    this.live.say("即时查找暂不可用");
  }

  /** @param {Hit} hit */
  hit(hit) {
    return this.option(hit.url, JSON.stringify(hit), () => inBox(hit));
  }

  /**
   * @param {Reply} reply
   * @param {string} kind
   * @param {string} label
   */
  pages({ pages }, kind, label) {
    const found = pages.filter((page) => page.kind === kind).slice(0, PAGES);
    return group(label, found.map((page) => (
      this.option(page.url, JSON.stringify(page), () => pageText(page)))));
  }

  /**
   * @param {string} url relative to the site's root
   * @param {string} key what it shows
   * @param {() => (Node | string)[]} children
   * @returns {Keyed}
   */
  option(url, key, children) {
    return [`${url} ${key}`, () => {
      const made = link(this.root, url, "find__option", ...children());
      setAll(made, { role: "option", tabindex: "-1", "aria-selected": "false" });
      return made;
    }];
  }

  /**
   * Show these; what was chosen stays so, where it is among them.
   * @param {Keyed[]} children
   */
  fill(children) {
    const old = this.options()[this.chosen];
    fill(this.list, children);
    const options = this.options();
    options.forEach((option, i) => { option.id = `${this.list.id}-${i}`; });
    this.reveal(true);
    this.choose(old ? options.findIndex((option) => option.href === old.href) : -1);
  }

  options() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** @param {boolean} open */
  reveal(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (open) this.fit();
  }

  /** The list ends above a keyboard on the screen; where that leaves no room, the box goes up. */
  fit() {
    const seen = window.visualViewport;
    if (!seen || this.list.hidden) return;
    const room = () => seen.offsetTop + seen.height - this.list.getBoundingClientRect().top - 8;
    if (room() < ROOM) this.form.scrollIntoView({ block: "start" });
    this.list.style.maxHeight = `${Math.max(room(), ROOM)}px`;
  }

  close() {
    this.asker.drop();
    this.choose(-1);
    this.reveal(false);
    this.live.say("");
  }

  /** @param {number} number of the option, -1 for none */
  choose(number) {
    const options = this.options();
    this.chosen = number;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === number)));
    if (number < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[number].id);
    return options[number].scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    // While an input method composes, Enter, Esc and arrows are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.move(event.key === "ArrowDown" ? 1 : -1);
      else this.search();
    } else if (event.key === "Enter" && open && this.chosen >= 0) {
      event.preventDefault();
      this.options()[this.chosen].click();
    } else if (event.key === "Escape" && (open || this.input.value)) {
      event.preventDefault();
      if (!open) this.input.value = "";
      this.close();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) {
      this.choose(-1); // the cursor moves in the field again
    }
  }

  /** @param {number} by one down or up; beyond the ends lies the box itself */
  move(by) {
    const places = this.options().length + 1;
    this.choose(((this.chosen + 1 + by + places) % places) - 1);
  }
}

/** @param {Reply} reply */
function everyOne(reply) {
  return reply.atLeast ? `全部（${amount(reply)}）` : amount(reply, "全部");
}

/** @param {Reply} reply */
function aloud(reply) {
  const { total, near, pages } = reply;
  return [
    total ? amount(reply, "查到") : EMPTY.replace(/。$/, ""),
    near.length ? `${nearTitle(reply)} ${near.length} 所` : "",
    pages.length ? `文件和其他页面 ${pages.length} 条` : "",
  ].filter(Boolean).join("，");
}

/**
 * A line that the live region says.
 * @param {string} words
 * @returns {Keyed}
 */
function note(words) {
  return [words, () => {
    const made = element("p", "find__empty", words);
    setAll(made, { "aria-hidden": "true" });
    return made;
  }];
}

/**
 * @param {string} label
 * @param {Keyed[]} options
 * @returns {Keyed[]}
 */
function group(label, options) {
  if (!options.length) return [];
  return [[[label, ...options.map(([key]) => key)].join(" "), () => {
    const heading = element("p", "find__group", label);
    const made = element("div", "find__set", heading, ...options.map(([, make]) => make()));
    setAll(heading, { "aria-hidden": "true" });
    setAll(made, { role: "group", "aria-label": label });
    return made;
  }]];
}

/**
 * @param {HTMLElement} on
 * @param {Record<string, string>} attributes
 */
function setAll(on, attributes) {
  Object.entries(attributes).forEach(([name, value]) => on.setAttribute(name, value));
}
