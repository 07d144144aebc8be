/**
 * Facets: which stations a question's choices let pass, and how many each choice would find.
 * A classic script; search-whole.js loads it.
 */
"use strict";

const NONE = "无在案结论"; // the standing of a station that no decision on file names

/**
 * A facet of an index: its values in the order in which they are shown, and those of a station.
 * @typedef {{values: [value: string, word: string][], of: (station: number) => number[]}} Facet
 */

/**
 * The counts of every facet among the hits, each heeding the choices in all others, and whether a
 * station passes them all.
 * @param {Question} question
 * @param {Match[]} hits
 * @param {Index} index
 */
function facetsOf(question, hits, index) {
  const facets = index.kept.facets || { ...facetsOfSaid(index), ...facetsOfStations(index) };
  index.kept.facets = facets;
  const chosen = FACETS.map((name) => chosenIn(facets[name], question[name] || []));
  const counts = FACETS.map((name) => new Uint32Array(facets[name].values.length));
  const readers = FACETS.map((name) => facets[name].of);
  const passing = new Uint8Array(index.stations.count);
  for (const [station] of hits) {
    let [failures, failed] = [0, -1];
    for (let i = 0; i < chosen.length; i += 1) {
      const of = chosen[i];
      if (!of || readers[i](station).some((value) => of[value])) continue;
      failures += 1;
      failed = i;
    }
    if (!failures) passing[station] = 1;
    if (failures > 1) continue;
    for (let i = 0; i < readers.length; i += 1) {
      if (!failures || failed === i) for (const value of readers[i](station)) counts[i][value] += 1;
    }
  }
  /** @type {Reply["facets"]} */
  const counted = { standing: [], year: [], region: [], kind: [], occupation: [] };
  FACETS.forEach((name, i) => {
    counted[name] = facets[name].values.map(([value, word], k) => [value, word, counts[i][k]]);
  });
  /** @param {number} station */
  const passes = (station) => passing[station] === 1;
  return { facets: counted, passes };
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
  const standingOf = said.map(({ standing }) => [standings.findIndex(([value]) => value === standing)]);
  const yearOf = said.map(({ year }) => [years.indexOf(year)]);
  return {
    standing: { values: standings, of: (/** @type {number} */ station) => standingOf[stations.said[station]] },
    year: {
      values: years.map((year) => /** @type {[string, string]} */ ([year, year])),
      of: (/** @type {number} */ station) => yearOf[stations.said[station]],
    },
  };
}

/**
 * Regions in the order of the lists; kinds of hosts and occupations, once they are there.
 * @param {Index} index
 */
function facetsOfStations(index) {
  const { data, stations, more } = index;
  const { from, texts, fields } = stations;
  const regions = data.regions.map((_, region) => [region]);
  /** @param {"kind" | "occupation"} field */
  const facet = (field) => {
    /** @type {[string, string][]} */
    const values = [];
    const places = new Map();
    (more || []).forEach(([of, word], i) => {
      if (of === field) places.set(stations.words[i], values.push([word, word]) - 1);
    });
    return { values, of: (/** @type {number} */ station) => {
      const own = [];
      for (let k = from[station]; k < from[station + 1]; k += 1) {
        if (fields[k] === WORDS[field]) own.push(places.get(texts[k]));
      }
      return own;
    } };
  };
  return {
    region: {
      values: data.regions.map((region) => /** @type {[string, string]} */ ([region, region])),
      of: (/** @type {number} */ station) => regions[stations.region[station]],
    },
    kind: facet("kind"),
    occupation: facet("occupation"),
  };
}
