/**
 * Which stations answer a query, and what is said at first. A classic script; search-worker.js loads
 * it.
 */
"use strict";

const HIT = 0.57; // of what the query is worth, for a station to be an answer
const INITIALS_HIT = 0.9; // initials fit many names by chance
const LONG_PINYIN = 10; // letters …
const LONG_HIT = 0.45; // … are nothing else by chance
const MOST_SHOWN = 50; // unless the question says otherwise
const SURE = 0.95; // with a hit as good as this …
const WITH_SURE = 0.88; // … no other may be worse than that share of it
const WITH_OTHER = 0.78;
const GOOD = 0.85; // for a hit to be shown before all is there, or although its standing is another
/** @type {Reply} */
const NOTHING_YET = {
  total: 0, best: 0, hits: [], near: [], facets: { standing: [], year: [], region: [], kind: [], occupation: [] },
  pages: [], last: "", whole: false,
};
const FACETS = /** @type {FacetName[]} */ (Object.keys(NOTHING_YET.facets));

/**
 * What is answered before all is there: which stations, as far as the first file tells.
 * @param {Question} question
 * @param {Index} index
 * @returns {Reply}
 */
function firstReply({ query, limit }, index) {
  const typed = String(query);
  const { hits } = found(typed, searchFor(typed, index), index);
  const shown = firstOf(hits, limit).map(([station]) => hitOf(station, index));
  return { ...NOTHING_YET, total: hits.length, best: bestOf(hits), hits: shown };
}

/**
 * @param {string} typed
 * @param {Index} index
 */
function searchFor(typed, index) {
  const query = readQuery(typed, index);
  return query.units.length ? prepare(query, index) : null;
}

/** @param {Match[]} hits the best first */
function bestOf(hits) {
  return hits.length ? hits[0][1] : 0;
}

/**
 * As many hits as are asked for.
 * @param {Match[]} hits
 * @param {number | undefined} limit
 */
function firstOf(hits, limit) {
  return hits.slice(0, Math.max(0, Number(limit) || MOST_SHOWN));
}

/**
 * The stations that answer, and others that are near. Who names a station and a standing that it
 * does not have is shown the station, and no other for the standing's sake; a name that is only like it is near.
 * @param {string} typed
 * @param {Search | null} search
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]}}
 */
function found(typed, search, index) {
  if (!search) {
    // Where a query has no unit at all, as "???" has none, nothing answers it.
    return { hits: typed.trim() ? [] : everyStation(index), others: [] };
  }
  const asked = search.query.claims.filter(({ soft }) => soft);
  /** @type {(match: Match) => boolean} */
  const meets = ([station]) => asked.every(({ fits }) => fits(station));
  if (asked.length && tellsNothing(search.query)) {
    return { hits: everyStation(index).filter(meets), others: [] };
  }
  const every = matches(search, index);
  const best = bestOf(every);
  const enough = Math.max(leastOf(search.query), best * (best > SURE ? WITH_SURE : WITH_OTHER));
  const named = every.filter((match) => match[1] >= enough);
  const met = named.filter(meets);
  return {
    hits: met.length || best < GOOD ? met : named,
    others: every.filter((match) => match[1] < enough),
  };
}

/**
 * @param {Index} index
 * @returns {Match[]}
 */
function everyStation({ stations: { count } }) {
  return Array.from({ length: count }, (_, station) => [station, 1]);
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
