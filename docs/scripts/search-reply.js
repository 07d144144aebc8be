/**
 * Questions and replies, as search-client.js describes them. A classic script; search-worker.js
 * loads it.
 */
"use strict";

const HIT = 0.57; // of what the query is worth, for a station to be an answer
const INITIALS_HIT = 0.9; // initials fit many names by chance
const LONG_PINYIN = 10; // letters …
const LONG_HIT = 0.45; // … are nothing else by chance
const NEAR = 0.35; // for a name to be near
const MOST_SHOWN = 50; // unless the question says otherwise
const SURE = 0.95; // with a hit as good as this …
const WITH_SURE = 0.88; // … no other may be worse than that share of it
const WITH_OTHER = 0.78;
const NONE = "无在案结论"; // the standing of a station that no decision on file names
/** @type {FacetName[]} */
const FACETS = ["standing", "year", "region", "kind", "occupation"];

/**
 * The reply to a question.
 * @param {Question} question
 * @param {Index} index
 * @returns {Reply}
 */
function reply(question, index) {
  const typed = String(question.query);
  const query = readQuery(typed, index);
  const own = stationOf(typed, index);
  const search = query.units.length && !own ? prepare(query, index) : null;
  const { hits: every, others } = own || found(typed, search, index);
  const { facets, passes } = facetsOf(question, every, index);
  const hits = order(every.filter(([station]) => passes(station)), question.sort, index);
  const shown = hits.slice(0, Math.max(0, Number(question.limit) || MOST_SHOWN));
  return {
    total: hits.length,
    hits: shown.map(([station]) => hitOf(station, search, index)),
    near: nearOf(hits.length ? every : [], every.length && !hits.length ? every : others, shown, search, index),
    facets,
    pages: search ? pageHits(typed, index) : [],
    last: index.last,
    whole: true,
  };
}

/**
 * The stations that answer, and others that are near. Who names a station and a standing that it
 * does not have is shown the station, and no other for the standing's sake.
 * @param {string} typed
 * @param {Search | null} search
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]}}
 */
function found(typed, search, index) {
  if (!search) {
    // Where a query has no unit at all, as "???" has none, nothing answers it.
    const every = typed.trim() ? [] : Array.from({ length: index.stations.count }, (_, i) => i);
    return { hits: every.map((station) => [station, 1]), others: [] };
  }
  const asked = search.query.claims.filter(({ soft }) => soft);
  /** @type {(match: Match) => boolean} */
  const meets = ([station]) => asked.every(({ fits }) => fits(station));
  if (asked.length && tellsNothing(search.query)) {
    const stations = Array.from({ length: index.stations.count }, (_, i) => /** @type {Match} */ ([i, 1]));
    return { hits: stations.filter(meets), others: [] };
  }
  const every = matches(search, index);
  const best = every.length ? every[0][1] : 0;
  const enough = Math.max(leastOf(search.query), best * (best > SURE ? WITH_SURE : WITH_OTHER));
  const named = every.filter(([, worth]) => worth >= enough);
  const met = named.filter(meets);
  return {
    hits: met.length ? met : named,
    others: every.filter(([, worth]) => worth < enough && worth >= NEAR),
  };
}

/**
 * What an answer must be worth; much where there are initials only, little for long pinyin.
 * @param {Query} query
 */
function leastOf({ units, paths }) {
  if (!units.every(isLetter)) return HIT;
  if (paths.every((path) => path.every(({ sure }) => !sure))) return INITIALS_HIT;
  return units.length >= LONG_PINYIN ? LONG_HIT : HIT;
}

/**
 * Whether all that a query holds beside a standing or a year is what every station has: 不合格的鉴定所.
 * @param {Query} query
 */
function tellsNothing({ units, weight, noise }) {
  return units.every((_, i) => noise[i] || weight[i] <= LEAST);
}

/**
 * The station whose id was typed, none where there is no such id, null where no id was typed.
 * @param {string} typed
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]} | null}
 */
function stationOf(typed, index) {
  const id = typed.normalize("NFKC").trim().toLowerCase();
  if (!/^[a-z0-9-]+$/.test(id)) return null;
  const { stem, count } = index.stations;
  const begun = new Set();
  let numbered = false;
  index.stems.forEach((one, i) => {
    const text = stemText(one, index);
    if (!text || !id.startsWith(text)) return;
    begun.add(i);
    numbered = numbered || (text.endsWith("-") && /^[0-9]+$/.test(id.slice(text.length)));
  });
  for (let s = 0; begun.size && s < count; s += 1) {
    if (begun.has(stem[s]) && idOf(s, index) === id) return { hits: [[s, 1]], others: [] };
  }
  return numbered ? { hits: [], others: [] } : null;
}

/**
 * @param {Match[]} hits
 * @param {string | undefined} sort
 * @param {Index} index
 */
function order(hits, sort, index) {
  const { ordinal, region, said } = index.stations;
  /** @type {(a: number, b: number) => number} */
  const byNumber = (a, b) => (
    region[a] - region[b] || (ordinal[a] < 0 ? 1e9 : ordinal[a]) - (ordinal[b] < 0 ? 1e9 : ordinal[b]) || a - b);
  if (sort === "number") return hits.sort(([a], [b]) => byNumber(a, b));
  if (sort === "date") {
    /** @param {number} station */
    const day = (station) => index.said[said[station]].day;
    return hits.sort(([a], [b]) => (day(a) === day(b) ? byNumber(a, b) : day(a) < day(b) ? 1 : -1));
  }
  if (sort !== "pinyin") return hits;
  const keys = new Map(hits.map(([station]) => [station, soundKey(station, index)]));
  return hits.sort(([a], [b]) => {
    const [one, other] = [keys.get(a) || "", keys.get(b) || ""];
    return one === other ? byNumber(a, b) : one < other ? -1 : 1;
  });
}

/**
 * What a station sorts by: the sound of its first host's name, or of its own.
 * @param {number} station
 * @param {Index} index
 */
function soundKey(station, index) {
  const name = hostsOf(station, index)[0] || nameOf(station, index).name;
  return Array.from(name, (c) => `${usualSound(c, index.characters) || c} `).join("");
}

