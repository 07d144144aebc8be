/**
 * The answer of one day on a station's page: looks the day up in the table of spans and shows
 * copies of what stands in its row. What is said of a standing is Python's; nothing here words one.
 * The day stands in the address (?on=2011-05-01), so that the answer can be shared and printed.
 */
import "./spans.js";
import { askedDay, inChinese, noDay, today } from "./calendar.js";
import { element } from "./search-hit.js";

/**
 * Make a section with data-as-of answer.
 * @param {HTMLElement} section
 */
export function enhanceAsOf(section) {
  const asOf = new AsOf(section);
  asOf.listen();
  asOf.restore();
  if (asOf.said.hasChildNodes() || asOf.wrong.textContent) asOf.lead();
}

class AsOf {
  /** @param {HTMLElement} section */
  constructor(section) {
    /** @param {string} name */
    const part = (name) => (
      /** @type {HTMLElement} */ (section.querySelector(`[data-part="${name}"]`)));
    this.section = section;
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("on"));
    this.said = part("said");
    this.wrong = part("wrong");
    part("broken").remove();
    this.beyond = /** @type {HTMLTemplateElement} */ (/** @type {unknown} */ (part("beyond")));
    this.tools = element("p", "as-of__tools", this.button("复制链接", () => this.copy()),
      " ", this.button("打印", () => window.print()));
    this.copied = element("span", "as-of__copied");
    this.copied.setAttribute("role", "status");
    this.tools.append(" ", this.copied);
    this.tools.hidden = true;
    section.append(this.tools);
    const rows = document.querySelectorAll("table.spans tbody tr");
    this.rows = /** @type {HTMLElement[]} */ ([...rows]).reverse();
    this.asked = "";
  }

  /**
   * @param {string} words
   * @param {() => void} act
   */
  button(words, act) {
    const made = element("button", "as-of__button", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  listen() {
    this.form.noValidate = true;
    this.input.max = today();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    window.addEventListener("popstate", () => this.restore());
  }

  submit() {
    const text = this.input.value;
    const { day, wrong } = askedDay(text);
    const { pathname, search } = window.location;
    if (day && day !== this.asked) history.pushState(null, "", `?on=${day}`);
    else if (!day && search) history.replaceState(null, "", pathname);
    this.asked = day;
    this.answer(day, wrong || (this.input.validity.badInput ? noDay(text) : ""));
  }

  /** Show what the address asks for. */
  restore() {
    const text = new URLSearchParams(window.location.search).get("on") || "";
    const { day, wrong } = askedDay(text);
    this.asked = day;
    this.input.value = day;
    this.answer(day, wrong);
  }

  /**
   * @param {string} day
   * @param {string} wrong what to say instead
   */
  answer(day, wrong) {
    this.clear();
    if (day) this.show(day);
    else if (wrong) this.refuse(wrong);
  }

  /** What somebody came for stands first, and then what holds now. */
  lead() {
    const first = document.querySelector("[data-swap=answer]");
    if (first) first.before(this.section, element("h2", "", "现在"));
  }

  /** @param {string} day */
  show(day) {
    const row = this.rows[spanOn(this.rows.map((one) => one.dataset.from), day)];
    const parts = [...row.querySelectorAll("[data-said]")].map((cell) => copyOf(cell, day));
    const [state, document_] = parts;
    this.said.replaceChildren(
      element("p", "as-of__day", inChinese(day)),
      element("div", "as-of__state", ...state),
      ...basis(document_),
      ...("hosted" in this.section.dataset ? hostsOn(day) : []),
      ...ofYear(day.slice(0, 4), row),
      ...(day > (this.section.dataset.last || "") ? [this.beyond.content.cloneNode(true)] : []),
      element("p", "as-of__address", `网址：${window.location.href.split("#")[0]}`),
    );
    this.section.classList.add("as-of--answered");
    this.tools.hidden = false;
    this.copied.textContent = "";
  }

  /** @param {string} words that say why there is no answer */
  refuse(words) {
    this.wrong.textContent = words;
    this.input.setAttribute("aria-invalid", "true");
  }

  clear() {
    this.said.replaceChildren();
    this.wrong.textContent = "";
    this.section.classList.remove("as-of--answered");
    this.tools.hidden = true;
    this.input.removeAttribute("aria-invalid");
  }

  async copy() {
    const done = await copyText(window.location.href);
    this.copied.textContent = done ? "已复制" : "浏览器不让复制，请从地址栏复制";
  }
}

/**
 * Copies of a cell's children that speak of a day: what tells when a document became known only for
 * the days before, what began in the course of the row only from its own day on.
 * @param {Element} cell
 * @param {string} day
 */
function copyOf(cell, day) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const late of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-known]"))) {
    if (day >= (late.dataset.known || "")) late.remove();
  }
  for (const begun of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-since]"))) {
    if (day < (begun.dataset.since || "")) begun.remove();
  }
  return [...copy.childNodes];
}

/**
 * The line of the document; where there is none, only what is to be said of that.
 * @param {Node[]} parts
 */
function basis(parts) {
  const elements = parts.filter((part) => part instanceof Element);
  if (!elements.length) return [];
  const linked = elements.some((part) => part.nodeName === "A");
  return [element("p", "as-of__document", ...(linked ? ["依据：", ...parts] : elements))];
}

/**
 * Who ran the station on a day, as far as documents date it.
 * @param {string} day
 */
function hostsOn(day) {
  const every = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-host]")]);
  const of = every.filter(({ dataset: { from, to } }) => (!from || from <= day) && (!to || day <= to));
  return of.map((host) => element("p", "as-of__host", "承建单位：", ...host.cloneNode(true).childNodes));
}

/**
 * The decisions on that year's work, which come later than the year itself; the answer itself is
 * not said again.
 * @param {string} year
 * @param {HTMLElement} row
 */
function ofYear(year, row) {
  const entries = [...document.querySelectorAll(`.history [data-year="${year}"]`)]
    .filter((entry) => sameAs(entry) !== sameAs(row));
  const lines = entries.map((entry) => {
    const [what, where] = entry.querySelectorAll("p");
    return element("li", "", ...what.cloneNode(true).childNodes, "，", ...where.cloneNode(true).childNodes);
  });
  if (!lines.length) return [];
  return [element("p", "as-of__year", `检查${year}年工作的结论：`), element("ul", "", ...lines)];
}

/**
 * What a row and an entry have in common where they say the same: the mark and the document.
 * @param {Element} one
 */
function sameAs(one) {
  const mark = one.querySelector(".standing");
  const link = one.querySelector('a[href*="notices/"]');
  return `${mark ? mark.textContent : ""} ${link ? link.getAttribute("href") : ""}`;
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is in the clipboard
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return copyOldWay(text); // there is no clipboard on a site without https
  }
}

/** @param {string} text */
function copyOldWay(text) {
  const held = element("textarea", "as-of__held", text);
  held.value = text;
  document.body.append(held);
  held.select();
  const done = document.execCommand("copy");
  held.remove();
  return done;
}
