/**
 * The index as the worker searches it: every text once, written end to end as numbers of
 * characters, and what a character can be read as. A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * @typedef {import("./search-client.js").Question} Question
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").HeadingHit} HeadingHit
 * @typedef {import("./search-client.js").Marks} Marks
 *
 * @typedef {{id: string[], name: string[], ordinal: (number | null)[], hosts: number[][],
 *   aliases: string[][], region: number[], standing: (number | null)[], grade: number[],
 *   year: (number | null)[], status: number[], more: number[][]}} Columns
 * @typedef {{ids: string, standings: [value: string, title: string][], words: Record<string, string[]>,
 *   regions: string[], grades: string[], statuses: string[], hosts: string[], more: string[],
 *   stations: Columns, headings: [title: string, page: string, url: string][],
 *   sounds: Record<string, [first: string, others: string]>, forms: Record<string, string>}} Data
 *
 * @typedef {{id: string, place: number, hosts: string[], others: string[], name: string,
 *   ordinal: number | null, region: number, standing: string, word: string, shape: string,
 *   mark: string, phase: string, grade: string, year: string, status: string, texts: number[],
 *   weights: number[]}} Station
 * @typedef {{texts: string[], number: Map<string, number>, starts: Int32Array, codes: Uint16Array,
 *   character: Map<string, number>}} Pool
 * @typedef {Pool & {forms: Map<string, string>, stations: Station[],
 *   headings: {title: string, page: string, url: string, texts: number[]}[],
 *   words: Map<string, Meaning>, longestFirst: string[], standings: [string, string][],
 *   years: string[], sounds: Map<string, [syllable: string, numbers: number[]][]>,
 *   mainSound: Map<string, string>, byId: Map<string, Station>, pinyinKeys: string[] | null,
 *   ids: string, titles: [string, string][], on: string, last: string}} Index
 * @typedef {{texts?: string[], ordinal?: number, year?: string, of?: string[], grade?: string}} Meaning
 * @typedef {Required<Meaning>} Term
 * @typedef {{score: Float32Array, from: Uint16Array, to: Uint16Array}} Found
 */

const FIELDS = { name: 1, host: 0.97, alias: 0.95, id: 0.9, more: 0.75, region: 0.7 };
const SKIPPED = 0; // the number of every character that is neither letter nor digit
/** @type {[value: string, title: string]} */
const NONE = ["none", "无在案结论"]; // the standing of a station that no decision on file names

/**
 * Whether a UTF-16 unit counts; halves of rare characters do.
 * @param {string} unit
 */
function counts(unit) {
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(unit);
}

/**
 * A unit as it is compared: half width, lower case, simplified. Its length stays one.
 * @param {string} unit
 * @param {Map<string, string>} forms
 */
function foldUnit(unit, forms) {
  const folded = unit.normalize("NFKC").toLowerCase();
  const one = folded.length === 1 ? folded : unit;
  return forms.get(one) || one;
}

/**
 * The index as searched: every text once, as numbers of characters, and what these can be.
 * @param {Data} data
 * @returns {Index}
 */
function openIndex(data) {
  const forms = new Map();
  for (const [character, others] of Object.entries(data.forms)) {
    for (const other of others) forms.set(other, character);
  }
  const pool = intern(textsOf(data), forms);
  const stations = linked(data, pool.number);
  const headings = data.headings.map(([title, page, url]) => (
    { title, page, url, texts: [at(pool.number, title), at(pool.number, page)] }));
  /** @type {Map<string, Meaning>} */
  const words = new Map(Object.entries(data.words).map(([word, of]) => [word, { of }]));
  for (const grade of data.grades.filter(Boolean)) words.set(grade, { ...words.get(grade), grade });
  /** @type {[string, string][]} */
  const titles = [...data.standings, NONE];
  return {
    forms, stations, headings, words, titles, ids: data.ids, on: "", last: "", ...pool,
    ...facetsOf(stations, titles),
    longestFirst: [...words.keys()].sort((a, b) => b.length - a.length),
    sounds: soundsOf(data.sounds, pool.character),
    mainSound: mainSounds(data.sounds),
    pinyinKeys: null,
  };
}

/**
 * What some station has: standings in the site's order, years the newest first; and who is who.
 * @param {Station[]} stations
 * @param {[value: string, title: string][]} titles
 */
function facetsOf(stations, titles) {
  const found = new Set(stations.map((one) => one.standing));
  return {
    standings: titles.filter(([value]) => found.has(value)),
    years: [...new Set(stations.map((one) => one.year))].sort(newestFirst),
    byId: new Map(stations.map((station) => [station.id, station])),
  };
}

/**
 * A year as the facets tell it.
 * @param {number | null} year
 */
function yearOf(year) {
  return year === null ? "none" : String(year);
}

/**
 * Every text that can be hit.
 * @param {Data} data
 */
function textsOf(data) {
  const { id, name, aliases } = data.stations;
  return new Set([...name, ...data.hosts, ...aliases.flat(), ...id, ...data.more, ...data.regions,
    ...data.headings.map(([title, page]) => [title, page]).flat()]);
}

/**
 * The value of a key that is known to be there.
 * @template V
 * @param {Map<string, V>} map
 * @param {string} key
 */
function at(map, key) {
  return /** @type {V} */ (map.get(key));
}

/**
 * Number the texts and the characters, and write the texts end to end as characters' numbers.
 * @param {Iterable<string>} texts
 * @param {Map<string, string>} forms
 * @returns {Pool}
 */
function intern(texts, forms) {
  const character = new Map([["", SKIPPED]]);
  const known = new Int32Array(65536).fill(-1);
  /** @param {string} unit */
  const numberOf = (unit) => {
    const folded = counts(unit) ? foldUnit(unit, forms) : "";
    if (!character.has(folded)) character.set(folded, character.size);
    return at(character, folded);
  };
  const list = [...texts];
  const starts = new Int32Array(list.length + 1);
  list.forEach((text, i) => { starts[i + 1] = starts[i] + text.length; });
  const codes = new Uint16Array(starts[list.length]);
  list.forEach((text, i) => {
    for (let k = 0; k < text.length; k += 1) {
      const code = text.charCodeAt(k);
      if (known[code] < 0) known[code] = numberOf(text[k]);
      codes[starts[i] + k] = known[code];
    }
  });
  return { texts: list, number: new Map(list.map((text, i) => [text, i])), starts, codes, character };
}

/**
 * The stations as objects, each with its texts and what a hit in each is worth.
 * @param {Data} data
 * @param {Map<string, number>} number
 * @returns {Station[]}
 */
function linked(data, number) {
  const columns = data.stations;
  return columns.id.map((id, place) => {
    const hosts = columns.hosts[place].map((host) => data.hosts[host]);
    const others = [...columns.aliases[place], ...columns.more[place].map((word) => data.more[word])];
    const [standing, word] = data.standings[columns.standing[place] ?? -1] || NONE;
    const year = yearOf(columns.year[place]);
    /** @type {[text: string, weight: number][]} */
    const fields = [[columns.name[place], FIELDS.name], [id, FIELDS.id]];
    fields.push([data.regions[columns.region[place]], FIELDS.region]);
    hosts.forEach((host) => fields.push([host, FIELDS.host]));
    columns.aliases[place].forEach((alias) => fields.push([alias, FIELDS.alias]));
    columns.more[place].forEach((word) => fields.push([data.more[word], FIELDS.more]));
    return {
      id, place, hosts, others,
      name: columns.name[place],
      ordinal: columns.ordinal[place],
      region: columns.region[place],
      standing,
      word,
      shape: standing,
      mark: (year === "none" ? "" : `${year}年度`) + word,
      phase: "",
      grade: data.grades[columns.grade[place]],
      year,
      status: data.statuses[columns.status[place]],
      texts: fields.map(([text]) => at(number, text)),
      weights: fields.map(([, weight]) => weight),
    };
  });
}

/**
 * First letter → [[syllable, numbers of the characters that can sound so]], with u for v too.
 * @param {Data["sounds"]} sounds
 * @param {Map<string, number>} character
 */
function soundsOf(sounds, character) {
  /** @type {Index["sounds"]} */
  const byLetter = new Map();
  /** @type {(syllable: string, numbers: number[]) => void} */
  const add = (syllable, numbers) => {
    const [letter] = syllable;
    if (!byLetter.has(letter)) byLetter.set(letter, []);
    at(byLetter, letter).push([syllable, numbers]);
  };
  for (const [syllable, [first, others]] of Object.entries(sounds)) {
    const numbers = Array.from(first + others, (c) => character.get(c) || SKIPPED).filter(Boolean);
    add(syllable, numbers);
    if (syllable.includes("v")) add(syllable.replace("v", "u"), numbers);
  }
  return byLetter;
}

/**
 * Character → its usual reading, to sort by.
 * @param {Data["sounds"]} sounds
 */
function mainSounds(sounds) {
  const main = new Map();
  for (const [syllable, [first]] of Object.entries(sounds)) {
    for (const character of first) main.set(character, syllable);
  }
  return main;
}
