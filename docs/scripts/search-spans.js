/**
 * The index of one day: the same stations with what then held. A classic script; search-worker.js
 * loads it, and spans.js before it, when somebody first asks for a day.
 */
"use strict";

/**
 * @typedef {[facet: string, standing: string, words: string, phase: string, grade: string,
 *   year: number | null, status: string, notice: string]} SaidThen
 * @typedef {{ids: string, last: string, standings: [value: string, title: string][], said: SaidThen[],
 *   days: string[], begins: [day: number, said: number][], stations: number[][]}} Spans
 */

/**
 * @param {Index} index
 * @param {Spans} spans cut together with the index
 * @param {string} on an ISO day
 * @returns {Index}
 */
function indexOn(index, spans, on) {
  if (spans.ids !== index.data.ids) throw new Error("search/spans.json is of another build");
  const notices = new Map(index.data.notices);
  const said = spans.begins.map(([day, number]) => {
    const [standing, shape, words, phase, grade, year, status, notice] = spans.said[number];
    const words_ = notices.get(notice);
    return {
      standing, shape, words, phase, grade, status, year: year === null ? "none" : String(year),
      notice: words_ === undefined ? null : /** @type {[string, string]} */ ([notice, words_]),
      day: spans.days[day],
    };
  });
  const stations = { ...index.stations, said: index.stations.place.map((place) => saidOn(spans.stations[place], spans, on)) };
  const standings = [...index.standings, ...spans.standings];
  const words = { ...index.words, asked: askedOf(index.data, said) };
  const warnings = index.warnings && indexOn(index.warnings, spans, on);
  return { ...index, said, stations, standings, words, on, last: spans.last, warnings, kept: { pairs: index.kept.pairs } };
}

/**
 * The number of the beginning that holds on a day.
 * @param {number[]} begins
 * @param {Spans} spans
 * @param {string} on
 */
function saidOn(begins, spans, on) {
  return begins[spanOn(begins.map((number) => spans.days[spans.begins[number][0]]), on)];
}
