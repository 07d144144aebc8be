/**
 * How a hit looks. Everything is built from text, so nothing that a record says can be markup.
 *
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").PageHit} PageHit
 * @typedef {import("./search-client.js").Marks} Marks
 */

const HOW = ["", "mark--sound", "mark--nearly"];

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
 * A link to a page of the site.
 * @param {string} root
 * @param {string} url relative to the site's root
 * @param {string} className
 * @param {...(Node | string)} children
 */
export function link(root, url, className, ...children) {
  const made = element("a", className, ...children);
  made.href = `${root}/${url}`;
  return made;
}

/**
 * `text` with its marked ranges in <mark>, by sound and nearly told from as typed.
 * @param {string} text
 * @param {Marks} marks
 * @returns {(Node | string)[]}
 */
export function marked(text, marks) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [from, to, how] of marks || []) {
    parts.push(text.slice(at, from), element("mark", HOW[how] || "", text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/**
 * A hit in a list of results: its name and its document are links.
 * @param {Hit} hit
 * @param {string} root
 */
export function item(hit, root) {
  const name = link(root, hit.url, "hit__name", ...marked(hit.name, hit.marks.name));
  const basis = hit.document && link(root, hit.document.url, "hit__document", hit.document.words);
  return element("li", "hit", name, ...lines(hit, basis || ""));
}

/**
 * A hit in the list of a box, which is itself a link.
 * @param {Hit} hit
 */
export function inBox(hit) {
  const name = element("span", "hit__name", ...marked(hit.name, hit.marks.name));
  return [name, ...lines(hit, hit.document ? hit.document.words : "")];
}

/**
 * The lines below a hit's name: why it is here, its hosts, other texts that answer, what holds
 * and the document that says so.
 * @param {Hit} hit
 * @param {Node | string} basis
 * @returns {HTMLElement[]}
 */
function lines(hit, basis) {
  const hosts = hit.hosts.map((host, i) => element("span", "hit__host", ...marked(host, hit.marks.hosts[i])));
  return [
    ...line("hit__reasons", hit.reasons.join("；")),
    ...line("hit__hosts", hosts.length ? "承建：" : "", ...hosts),
    ...others(hit),
    ...line("hit__status", standing(hit), " ", element("span", "hit__said", said(hit)), ...based(basis)),
  ];
}

/**
 * A line, unless there is nothing to say.
 * @param {string} className
 * @param {...(Node | string)} children
 */
function line(className, ...children) {
  return children[0] ? [element("span", `hit__line ${className}`, ...children)] : [];
}

/** @param {Node | string} basis */
function based(basis) {
  return basis ? [" ", element("span", "hit__basis", "依据：", basis)] : [];
}

/** @param {Hit} hit */
function others({ found }) {
  return found.flatMap(({ field, text, marks }) => line("hit__found", `${field}：`, ...marked(text, marks)));
}

/** @param {Hit} hit */
function standing({ standing: value, phase, mark }) {
  const dimmed = ["lapsed", "overdue"].includes(phase) ? ` is-${phase}` : "";
  return element("span", `standing standing--${value}${dimmed}`, mark);
}

/**
 * What holds, with the grade as printed where neither the mark nor the line says it.
 * @param {Hit} hit
 */
function said({ status, mark, grade }) {
  const silent = grade && ![mark, status].some((text) => text.includes(grade));
  return [silent ? `原文“${grade}”` : "", beyond(mark, status)].filter(Boolean).join("，");
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
 * A document or a handwritten page, with its number or the page that a heading is on.
 * @param {PageHit} page
 * @returns {(Node | string)[]}
 */
export function pageText({ title, about, marks }) {
  const name = element("span", "hit__name", ...marked(title, marks));
  return !about || title === about ? [name] : [name, element("span", "hit__line", about)];
}
