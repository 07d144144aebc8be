/**
 * Questions and whole replies, as search-client.js describes them. A classic script;
 * search-whole.js loads it.
 */
"use strict";

/**
 * The reply to a question.
 * @param {Question} question
 * @param {Index} index
 * @returns {Reply}
 */
function reply(question, index) {
  const typed = String(question.query);
  const own = stationOf(typed, index);
  const search = own ? null : searchFor(typed, index);
  const { hits: every, others } = own || found(typed, search, index);
  const { facets, passes } = facetsOf(question, every, index);
  const hits = order(every.filter(([station]) => passes(station)), question.sort, index);
  const shown = firstOf(hits, question.limit);
  return {
    total: hits.length,
    hits: shown.map(([station]) => markedHit(station, search, index)),
    near: nearOf(hits.length ? every : [], every.length && !hits.length ? every : others, shown, search, index),
    facets,
    pages: search ? pageHits(typed, index) : [],
    last: index.last,
    whole: true,
  };
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
  index.stems.ends.forEach((_, i) => {
    const text = stemText(i, index);
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
  return Array.from(name, (c) => `${soundsOf(c, index.characters)[0] || c} `).join("");
}
