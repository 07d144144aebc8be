/**
 * What is asked, as the address bar keeps it: ?q=…&on=…&standing=…&standing=…&sort=…
 *
 * @typedef {import("./search-client.js").FacetName} FacetName
 * @typedef {{q: string, on: string, sort: string} & Record<FacetName, string[]>} State
 */
import { askedDay } from "./calendar.js";

/** @type {FacetName[]} */
export const FACETS = ["standing", "year", "region", "kind", "occupation"];

const SORTS = ["match", "number", "pinyin", "date"];
const MOST = 50; // values of a facet that an address may ask for
const LONGEST = 200; // as the field's maxlength

/** @returns {State} what asks for nothing */
export function nothing() {
  return { q: "", on: "", sort: "match", standing: [], year: [], region: [], kind: [], occupation: [] };
}

/**
 * What a field asks; a script may write more into it than its maxlength.
 * @param {string} text
 */
export function queryOf(text) {
  return text.trim().slice(0, LONGEST).trim();
}

/** @returns {State} */
export function fromAddress() {
  const asked = new URLSearchParams(window.location.search);
  const sort = asked.get("sort") || "";
  const state = {
    ...nothing(),
    q: queryOf(asked.get("q") || ""),
    on: askedDay(asked.get("on") || "").day,
    sort: SORTS.includes(sort) ? sort : "match",
  };
  for (const name of FACETS) {
    const values = asked.getAll(name).filter(Boolean).map((value) => value.slice(0, LONGEST));
    state[name] = [...new Set(values)].slice(0, MOST);
  }
  return state;
}

/** @param {State} state */
export function toAddress(state) {
  const asked = new URLSearchParams();
  if (state.q) asked.set("q", state.q);
  if (state.on) asked.set("on", state.on);
  for (const name of FACETS) state[name].forEach((value) => asked.append(name, value));
  if (state.sort !== "match") asked.set("sort", state.sort);
  return asked.toString() ? `?${asked}` : window.location.pathname;
}

/**
 * Whether not every station is asked for.
 * @param {State} state
 */
export function isNarrowed(state) {
  return Boolean(state.q || state.on || FACETS.some((name) => state[name].length));
}

/**
 * The question to the worker.
 * @param {State} state
 * @param {number} limit
 * @returns {import("./search-client.js").Question}
 */
export function question({ q, ...more }, limit) {
  return { query: q, ...more, limit };
}
