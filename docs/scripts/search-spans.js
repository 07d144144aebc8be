/**
 * The index of one day: the same stations with what then held. A classic script; search-worker.js
 * loads it, and spans.js before it, when somebody first asks for a day.
 */
"use strict";

/**
 * @typedef {[facet: string, standing: string, words: string, phase: string, grade: string,
 *   year: number | null, status: string]} Said
 * @typedef {{ids: string, last: string, standings: [value: string, title: string][], said: Said[],
 *   days: string[], begins: [day: number, said: number][], stations: number[][]}} Spans
 */

/**
 * @param {Index} index
 * @param {Spans} spans cut together with the index
 * @param {string} on an ISO day
 * @returns {Index}
 */
function indexOn(index, spans, on) {
  if (spans.ids !== index.ids) throw new Error("search/spans.json is of another build");
  const titles = [...index.titles.slice(0, -1), ...spans.standings, ...index.titles.slice(-1)];
  const words = new Map(titles);
  const stations = index.stations.map((station) => {
    const [standing, shape, mark, phase, grade, year, status] = saidOn(spans, station.place, on);
    const word = at(words, standing);
    return { ...station, standing, word, shape, mark, phase, grade, status, year: yearOf(year) };
  });
  return { ...index, ...facetsOf(stations, titles), stations, on, last: spans.last };
}

/**
 * What is said of the station at that place for a day.
 * @param {Spans} spans
 * @param {number} place
 * @param {string} on
 */
function saidOn(spans, place, on) {
  const begins = spans.stations[place].map((number) => spans.begins[number]);
  const [, said] = begins[spanOn(begins.map(([day]) => spans.days[day]), on)];
  return spans.said[said];
}
