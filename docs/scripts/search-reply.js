/**
 * Questions and whole replies, as search-client.js describes them. A classic script;
 * search-whole.js loads it.
 */
"use strict";

/**
 * The index of a day.
 * @param {string} on
 * @param {Index} index
 * @param {Desk} desk
 */
async function indexOfDay(on, index, desk) {
  if (typeof indexOn === "undefined") importScripts("spans.js", "search-spans.js");
  return indexOn(index, await desk.file("spans"), on);
}

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
  const marking = search && tellsNothing(search.query) ? null : search;
  return {
    total: hits.length,
    best: bestOf(every),
    hits: shown.map(([station]) => (
      own ? { ...hitOf(station, index), reasons: ["编号相符"] } : markedHit(station, marking, index))),
    near: nearOf(hits.length ? every : [], every.length && !hits.length ? every : others, shown, search, index),
    facets,
    pages: search && index.more ? pageHits(typed, index) : [], // the last to be looked for: it takes up the room of `search`
    last: index.last,
    whole: true,
  };
}

/**
 * The station whose id was typed, with or without hyphens and zeros; where there is no such number,
 * those with the nearest; null where no id was typed.
 * @param {string} typed
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]} | null}
 */
function stationOf(typed, index) {
  const id = /^[a-z0-9-]+$/.exec(typed.normalize("NFKC").trim().toLowerCase());
  if (!id) return null;
  const asked = numbersAsked(id[0].replace(/-/g, ""), index);
  const { stem, number, count } = index.stations;
  /** @type {Match[]} with how far the number is from the one that is asked */
  const others = [];
  for (let s = 0; asked.size && s < count; s += 1) {
    const wanted = asked.get(stem[s]);
    if (wanted === undefined) continue;
    if (!stemText(stem[s], index).endsWith("-") && idOf(s, index) !== id[0]) continue;
    if (wanted === number[s] || wanted >= 0) others.push([s, Math.abs(wanted - number[s])]);
  }
  others.sort(([a, x], [b, y]) => x - y || a - b);
  const same = others.filter(([, distance]) => !distance).map(([s]) => /** @type {Match} */ ([s, 1]));
  const exact = same.filter(([s]) => idOf(s, index) === id[0]);
  return others.length ? { hits: exact.length ? exact : same, others: same.length ? [] : others } : null;
}

/**
 * By the stems with which an id without hyphens begins, the number behind each; -1 for none.
 * @param {string} id
 * @param {Index} index
 */
function numbersAsked(id, index) {
  /** @type {Map<number, number>} */
  const asked = new Map();
  plainStems(index).forEach((begun, i) => {
    if (!id.startsWith(begun)) return;
    const number = id.slice(begun.length);
    if (!number) asked.set(i, -1);
    else if (/^[0-9]+$/.test(number)) asked.set(i, Number(number));
  });
  return asked;
}

/**
 * What ids begin with, without hyphens.
 * @param {Index} index
 */
function plainStems(index) {
  const { kept, stems } = index;
  kept.stems = kept.stems || stems.ends.map((_, i) => stemText(i, index).replace(/-/g, ""));
  return kept.stems;
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
