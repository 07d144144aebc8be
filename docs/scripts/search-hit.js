/**
 * How a hit looks. Everything is built from text, so nothing that a record says can be markup.
 *
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").HeadingHit} HeadingHit
 * @typedef {import("./search-client.js").Marks} Marks
 */

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * `text` with its marked ranges in <mark>.
 * @param {string} text
 * @param {Marks} marks
 * @returns {(Node | string)[]}
 */
export function marked(text, marks) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/**
 * The lines below a hit's name: its hosts, other words that were hit, and what holds.
 * @param {Hit} hit
 * @returns {HTMLElement[]}
 */
export function lines(hit) {
  const hosts = hit.hosts.map((host, i) => element("span", "hit__host", ...marked(host, hit.marks.hosts[i])));
  const others = hit.found.map(({ text, marks }) => element("span", "hit__other", ...marked(text, marks)));
  const dimmed = ["lapsed", "overdue"].includes(hit.phase) ? ` is-${hit.phase}` : "";
  const standing = element("span", `standing standing--${hit.standing}${dimmed}`, hit.mark);
  return [
    ...(hosts.length ? [element("span", "hit__line hit__hosts", "承建：", ...hosts)] : []),
    ...(others.length ? [element("span", "hit__line hit__others", "另见：", ...others)] : []),
    element("span", "hit__line hit__status", standing, " ", element("span", "", said(hit))),
  ];
}

/**
 * What holds, with the grade as printed where neither the mark nor the line says it.
 * @param {Hit} hit
 */
function said({ status, word, mark, grade }) {
  const silent = grade && ![word, status].some((text) => text.includes(grade));
  const printed = silent ? `原文“${grade}”` : "";
  return [printed, status === word ? "" : beyond(mark, status)].filter(Boolean).join("，");
}

/**
 * What a status says that its mark beside it does not say already, as wording.py has it.
 * @param {string} mark
 * @param {string} status
 */
function beyond(mark, status) {
  if (status.startsWith(mark)) return status.slice(mark.length).replace(/^，/, "");
  const after = `，此后${mark}`;
  return status.endsWith(after) ? status.slice(0, -after.length) : status;
}

/**
 * The heading of a handwritten page, with the page it is on.
 * @param {HeadingHit} heading
 * @returns {(Node | string)[]}
 */
export function headingText({ title, page, marks }) {
  const name = element("span", "hit__name", ...marked(title, marks));
  return title === page ? [name] : [name, element("span", "hit__line", page)];
}
