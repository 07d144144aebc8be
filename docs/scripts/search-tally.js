/**
 * Facets: which stations a question's choices let pass, and how many each choice would find.
 * A classic script; search-whole.js loads it.
 */
"use strict";

const NONE = "无在案结论"; // the standing of a station that no decision on file names

/**
 * A facet of an index: its values in the order in which they are shown, and the numbers of those of
 * each station, in `held` from `from[station]` on.
 * @typedef {{values: [value: string, word: string][], from: Uint32Array, held: Uint16Array}} Facet
 */

/**
 * The counts of every facet among the hits, each heeding the choices in all others, and whether a
 * station passes them all.
 * @param {Question} question
 * @param {Match[]} hits
 * @param {Index} index
 */
function facetsOf(question, hits, index) {
  const known = index.kept.facets || { ...facetsOfSaid(index), ...facetsOfStations(index) };
  index.kept.facets = known;
  const facets = FACETS.map((name) => known[name]);
  const chosen = FACETS.map((name, i) => chosenIn(facets[i], question[name] || []));
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const passing = new Uint8Array(index.stations.count);
  for (let k = 0; k < hits.length; k += 1) {
    const station = hits[k][0];
    let failures = 0;
    let failed = -1;
    for (let i = 0; i < facets.length; i += 1) {
      if (isChosen(chosen[i], facets[i], station)) continue;
      failures += 1;
      failed = i;
    }
    if (!failures) passing[station] = 1;
    if (failures < 2) facets.forEach((facet, i) => { if (!failures || failed === i) tally(counts[i], facet, station); });
  }
  /** @param {number} station */
  const passes = (station) => passing[station] === 1;
  return { facets: counted(question, facets, counts, index), passes };
}

/**
 * Which values are chosen, or null where any will do.
 * @param {Facet} facet
 * @param {string[]} values
 */
function chosenIn(facet, values) {
  return values.length ? Uint8Array.from(facet.values, ([value]) => Number(values.includes(value))) : null;
}

/**
 * @param {Uint8Array | null} chosen
 * @param {Facet} facet
 * @param {number} station
 */
function isChosen(chosen, { from, held }, station) {
  if (!chosen) return true;
  for (let k = from[station]; k < from[station + 1]; k += 1) if (chosen[held[k]]) return true;
  return false;
}

/**
 * @param {Uint32Array} counts
 * @param {Facet} facet
 * @param {number} station
 */
function tally(counts, { from, held }, station) {
  for (let k = from[station]; k < from[station + 1]; k += 1) counts[held[k]] += 1;
}

/**
 * What is told of the facets: the values that some hit has, and those that are chosen; all of them
 * where not all stations are there, for then no count is known to be nothing.
 * @param {Question} question
 * @param {Facet[]} facets
 * @param {Uint32Array[]} counts
 * @param {Index} index
 * @returns {Reply["facets"]}
 */
function counted(question, facets, counts, { count, stations }) {
  const some = FACETS.map((name, i) => facets[i].values.flatMap(([value, word], k) => {
    const is = counts[i][k] || count > stations.count || (question[name] || []).includes(value);
    return is ? [[value, word, counts[i][k]]] : [];
  }));
  return /** @type {Reply["facets"]} */ (Object.fromEntries(FACETS.map((name, i) => [name, some[i]])));
}

/**
 * Standings in the site's order and years, the newest first, as far as some station has them.
 * @param {Index} index
 */
function facetsOfSaid({ stations, said, standings: known }) {
  const used = new Set(stations.said);
  const inUse = said.filter((_, i) => used.has(i));
  /** @type {[string, string][]} */
  const titles = [...known, ["none", NONE]];
  const standings = titles.filter(([value]) => inUse.some(({ standing }) => standing === value));
  const years = [...new Set(inUse.map(({ year }) => year))].sort((a, b) => (Number(b) || 0) - (Number(a) || 0));
  const standingOf = said.map(({ standing }) => standings.findIndex(([value]) => value === standing));
  const yearOf = said.map(({ year }) => years.indexOf(year));
  return {
    standing: single(standings, stations.said, standingOf),
    year: single(years.map((year) => [year, year]), stations.said, yearOf),
  };
}

/**
 * A facet of which each station has one value.
 * @param {[value: string, word: string][]} values
 * @param {Uint32Array} column of the stations
 * @param {number[]} [numbers] which value each number of the column means, where it is not its own
 * @returns {Facet}
 */
function single(values, column, numbers) {
  return {
    values, from: new Uint32Array(column.length + 1).map((_, i) => i),
    held: new Uint16Array(column.length).map((_, i) => (numbers ? numbers[column[i]] : column[i])),
  };
}

/**
 * Regions in the order of the lists; kinds of hosts and occupations, once they are there.
 * @param {Index} index
 */
function facetsOfStations({ data, stations, more }) {
  return {
    region: single(data.regions.map((region) => [region, region]), stations.region),
    kind: ofWords("kind", stations, more || []),
    occupation: ofWords("occupation", stations, more || []),
  };
}

/**
 * A facet of the words of a field.
 * @param {"kind" | "occupation"} field
 * @param {Index["stations"]} stations
 * @param {Words} more
 * @returns {Facet}
 */
function ofWords(field, { count, from, texts, fields, words }, more) {
  /** @type {[string, string][]} */
  const values = [];
  const places = more.map(([of, word]) => (of === field ? values.push([word, word]) - 1 : 0));
  const begins = new Uint32Array(count + 1);
  const held = new Uint16Array(texts.length);
  let end = 0;
  for (let station = 0; station < count; station += 1) {
    for (let k = from[station]; k < from[station + 1]; k += 1) {
      if (fields[k] !== WORDS[field]) continue;
      held[end] = places[texts[k] - words];
      end += 1;
    }
    begins[station + 1] = end;
  }
  return { values, from: begins, held: held.slice(0, end) };
}
