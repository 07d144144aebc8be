/**
 * The answer of one day on a station's page: looks the day up in the table of spans and shows
 * copies of what stands in its row. What is said of a standing is Python's; nothing here words one.
 * The day stands in the address (?on=2011-05-01), so that the answer can be shared and printed.
 */
import "./spans.js";
import { inChinese, isoDay, noDay } from "./calendar.js";
import { element } from "./search-hit.js";

/**
 * Make a section with data-as-of answer.
 * @param {HTMLElement} section
 */
export function enhanceAsOf(section) {
  const asOf = new AsOf(section);
  asOf.listen();
  asOf.restore();
  if (asOf.said.hasChildNodes()) asOf.lead();
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
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    window.addEventListener("popstate", () => this.restore());
  }

  submit() {
    const day = isoDay(this.input.value);
    const address = day ? `?on=${day}` : window.location.pathname;
    if (day !== this.asked) history.pushState(null, "", address);
    this.asked = day;
    if (day) this.show(day);
    else this.refuse(this.input.value);
  }

  /** Show what the address asks for. */
  restore() {
    const text = new URLSearchParams(window.location.search).get("on");
    this.asked = isoDay(text || "");
    this.input.value = this.asked;
    if (this.asked) this.show(this.asked);
    else if (text) this.refuse(text);
    else this.clear();
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
      element("p", "as-of__document", "依据：", ...document_),
      ...ofYear(day.slice(0, 4)),
      ...(day > (this.section.dataset.last || "") ? [this.beyond.content.cloneNode(true)] : []),
    );
    this.section.classList.add("as-of--answered");
    this.tools.hidden = false;
    this.copied.textContent = "";
    this.input.removeAttribute("aria-invalid");
  }

  /** @param {string} text that is no day */
  refuse(text) {
    this.clear();
    this.said.replaceChildren(element("p", "as-of__wrong", noDay(text)));
    this.input.setAttribute("aria-invalid", "true");
  }

  clear() {
    this.said.replaceChildren();
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
 * Copies of a cell's children; what tells when a document became known only for the days before.
 * @param {Element} cell
 * @param {string} day
 */
function copyOf(cell, day) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const late of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-known]"))) {
    if (day >= (late.dataset.known || "")) late.remove();
  }
  return [...copy.childNodes];
}

/**
 * The decisions on that year's work, which come later than the year itself.
 * @param {string} year
 */
function ofYear(year) {
  const entries = [...document.querySelectorAll(`.history [data-year="${year}"]`)];
  const lines = entries.map((entry) => {
    const [what, where] = entry.querySelectorAll("p");
    return element("li", "", ...what.cloneNode(true).childNodes, "，", ...where.cloneNode(true).childNodes);
  });
  if (!lines.length) return [];
  return [element("p", "as-of__year", `检查${year}年工作的结论：`), element("ul", "", ...lines)];
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
