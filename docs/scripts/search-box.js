/**
 * The search box: a combobox whose list shows the first hits as one types.
 *
 * Without a choice in the list, Enter sends the form to the page of all stations.
 */
import { client } from "./search-client.js";
import { element, headingText, lines, marked } from "./search-hit.js";

/** @typedef {import("./search-client.js").Reply} Reply */

const SHOWN = 6;
const EMPTY = "没有查到这样的鉴定所。没有查到不等于合格。";

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
    this.live = element("p", "find__live");
    this.asked = 0;
    this.chosen = -1;
    this.setUp();
    this.listen();
  }

  setUp() {
    const { form, input, list, live } = this;
    list.id = `${input.id}-list`;
    list.hidden = true;
    setAll(list, { role: "listbox", "aria-label": "查到的鉴定所" });
    setAll(live, { role: "status" });
    setAll(input, {
      role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
      "aria-autocomplete": "list", "aria-haspopup": "listbox",
    });
    form.append(list, live);
  }

  listen() {
    const { form, input, list } = this;
    input.addEventListener("focus", () => this.open());
    input.addEventListener("input", () => this.search());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("click", () => list.hidden && input.value && this.search());
    form.addEventListener("focusout", (event) => {
      if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.close();
    });
    // Pressing on a hit keeps the focus in the box, so the list stays for the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** Fetch the index early. */
  open() {
    try {
      client(this.root).open();
    } catch (error) {
      this.fail();
    }
  }

  async search() {
    const query = this.input.value;
    this.asked += 1;
    const asked = this.asked;
    if (!query.trim()) return this.close();
    try {
      const reply = await client(this.root).ask({ query, limit: SHOWN });
      if (asked === this.asked) this.show(reply);
    } catch (error) {
      if (asked === this.asked) this.fail();
    }
    return undefined;
  }

  /** @param {Reply} reply */
  show(reply) {
    const hits = reply.hits.map((hit) => this.option(hit.url,
      element("span", "hit__name", ...marked(hit.name, hit.marks.name)), ...lines(hit)));
    const headings = reply.headings.map((one) => this.option(one.url, ...headingText(one)));
    const all = this.option(`stations/?${new URLSearchParams({ q: this.input.value })}`,
      element("span", "hit__name", reply.total ? `全部 ${reply.total} 所` : "到名录里查"));
    const empty = silent(element("p", "find__empty", EMPTY));
    this.list.replaceChildren(
      ...(reply.total ? [] : [empty]),
      ...hits,
      ...(headings.length ? [group("本站说明", headings)] : []),
      all,
    );
    this.options().forEach((option, i) => { option.id = `${this.list.id}-${i}`; });
    this.choose(-1);
    this.reveal(true);
    this.live.textContent = [
      reply.total ? `查到 ${reply.total} 所` : "没有查到这样的鉴定所",
      ...(headings.length ? [`本站说明 ${headings.length} 条`] : []),
    ].join("，");
  }

  fail() {
    const said = element("span", "hit__name", "即时查找暂不可用，请看完整名录");
    this.list.replaceChildren(this.option("stations/", said));
    this.choose(-1);
    this.reveal(true);
  }

  /**
   * @param {string} url relative to the site's root
   * @param {...(Node | string)} children
   */
  option(url, ...children) {
    const link = element("a", "find__option", ...children);
    link.href = `${this.root}/${url}`;
    setAll(link, { role: "option", tabindex: "-1", "aria-selected": "false" });
    return link;
  }

  options() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** @param {boolean} open */
  reveal(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  close() {
    this.asked += 1;
    this.choose(-1);
    this.reveal(false);
    this.live.textContent = "";
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
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    }
  }

  /** @param {number} by one down or up; beyond the ends lies the box itself */
  move(by) {
    const places = this.options().length + 1;
    this.choose(((this.chosen + 1 + by + places) % places) - 1);
  }
}

/**
 * What the live region or a label says already.
 * @param {HTMLElement} shown
 */
function silent(shown) {
  shown.setAttribute("aria-hidden", "true");
  return shown;
}

/**
 * @param {string} label
 * @param {HTMLElement[]} options
 */
function group(label, options) {
  const made = element("div", "", silent(element("p", "find__group", label)), ...options);
  setAll(made, { role: "group", "aria-label": label });
  return made;
}

/**
 * @param {HTMLElement} on
 * @param {Record<string, string>} attributes
 */
function setAll(on, attributes) {
  Object.entries(attributes).forEach(([name, value]) => on.setAttribute(name, value));
}
