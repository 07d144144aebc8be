/**
 * The index as the worker searches it: unpacked columns, every text written end to end as numbers
 * of characters, and the table of what a character can be. A classic script; search-worker.js
 * loads it. hooks/register/search/index.py says what the files hold.
 */
"use strict";

/**
 * @typedef {{syllables: string, readings: string,
 *   others: Record<string, string>, forms: string}} CharacterTable
 * @typedef {[standing: string, words: string, phase: string, grade: string, year: number | null,
 *   status: string, notice: number | null, day: string]} Said
 * @typedef {{count: number, names: string, stems: string, widths: string, texts: string,
 *   columns: Record<string, string>}} Part
 * @typedef {{stations: string, codes: string[]}} Terms of a part's stations; hooks/register/search/terms.py
 * @typedef {{part: Part, terms: Terms | null, place: number | Uint32Array}} Placed
 *   place: of its first station, or of each
 * @typedef {{format: number, ids: string, standings: [value: string, title: string][],
 *   words: {standings: Record<string, string[]>, noise: string[], asking: string[], provinces: string[]},
 *   notices: [id: string, words: string][], said: Said[], regions: string[], cities: string[],
 *   alphabet: string, weights: string, characters: CharacterTable, letters: string,
 *   pages: [kind: "page" | "notice", title: string, about: string, url: string][], part: Part}} Data
 * @typedef {[field: "occupation" | "kind" | "supervisor", text: string][]} Words
 * @typedef {Terms & {words: Words, alphabet: string, weights: string,
 *   characters: CharacterTable}} MoreData search/more.json
 * @typedef {ReturnType<typeof openTables>} Tables
 *
 * @typedef {import("./search-client.js").Question} Question
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").PageHit} PageHit
 * @typedef {import("./search-client.js").Marks} Marks
 * @typedef {import("./search-client.js").FacetName} FacetName
 *
 * @typedef {{tokens: Uint32Array, width: number, text: string | null, station: number}} Stem
 * @typedef {ReturnType<typeof openParts>} Index
 * @typedef {ReturnType<typeof readCharacters>} Characters
 */

const FORMAT = 2;
const FIRST = 35; // as in hooks/register/search/packing.py
const BASE = 20000;
const ORDINAL = "\ue000"; // as in hooks/register/search/part.py
const HOST = "\ue001";
const FIELDS = ["", "地区", "所在地", "承建单位", "又名", "工种", "单位类别", "主管", "原承建单位"];
/** @type {("region" | "city" | "said" | "number" | "ordinal")[]} */
const COPIED = ["region", "city", "said", "number", "ordinal"];
const NAME = 0;
const REGION = 1;
const CITY = 2;
const HOSTS = 3;
const ALIAS = 4;
const FORMER = 8;
/** @type {Record<string, number>} */
const WORDS = { occupation: 5, kind: 6, supervisor: 7 };

/**
 * The numbers that a text packs.
 * @param {string} text
 */
function unpack(text) {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    let number = unit(text, i);
    if (number >= BASE) {
      i += 1;
      number = (number - BASE) * BASE + unit(text, i);
    }
    numbers[count] = number;
    count += 1;
  }
  return numbers.subarray(0, count);
}

/**
 * @param {string} text
 * @param {number} at
 */
function unit(text, at) {
  const code = text.charCodeAt(at);
  return code - FIRST - (code > 92 ? 1 : 0);
}

/**
 * The numbers that were packed as distances from the one after the last; -1 for none.
 * @param {string} text
 */
function undelta(text) {
  let expected = 1;
  return Int32Array.from(unpack(text), (packed) => {
    if (!packed) return -1;
    expected += 1 + (packed % 2 ? (packed - 1) / 2 : -packed / 2);
    return expected - 1;
  });
}

/**
 * The index, opened.
 * @param {Data} data
 * @param {MoreData | null} more
 */
function openIndex(data, more) {
  const tables = openTables(data, more ? more.words : null, more ? [data, more] : [data], data.part.count);
  return openParts([{ part: data.part, terms: more, place: 0 }], tables);
}

/**
 * What all parts share.
 * @param {Omit<Data, "part">} data
 * @param {Words | null} terms
 * @param {{alphabet: string, weights: string, characters: CharacterTable}[]} alphabets
 * @param {number} count of all stations
 */
function openTables(data, terms, alphabets, count) {
  const characters = readCharacters(alphabets);
  const said = data.said.map((one) => saidOf(one, data));
  return {
    data, characters, said, more: terms && { words: terms },
    words: wordsOf(data, said),
    spellings: spellingsOf(characters, count),
    titles: /** @type {[string, string][]} */ ([...data.standings, ["none", NONE]]),
  };
}

/**
 * The index of the stations of some parts.
 * @param {Placed[]} parts
 * @param {Tables} tables
 */
function openParts(parts, tables) {
  const pool = new Pool(tables.characters);
  const { stations, stems, licensed } = stationsOf(parts, tables, pool);
  const pages = tables.data.pages.map(([kind, title, about, url]) => (
    { kind, title, about, url, texts: [pool.add(title), pool.add(about)] }));
  const texts = pool.close();
  return {
    ...tables, ...texts, stations, stems, licensed, pages,
    holders: holdersOf(texts, tables.characters),
    pairs: /** @type {ReturnType<typeof inverted> | null} */ (null),
    black: /** @type {{station: number, text: number, name: Uint16Array}[] | null} */ (null),
    /** @type {any} the index of those on the black list, where it is another */
    warnings: null,
    on: "", last: "",
    facets: /** @type {Record<FacetName, Facet> | null} */ (null),
    licences: /** @type {string[] | null} */ (null),
  };
}

/**
 * @param {Said} said
 * @param {Data} data
 */
function saidOf([standing, words, phase, grade, year, status, notice, day], { notices }) {
  return {
    standing, shape: standing, words, phase, grade, year: year === null ? "none" : String(year), status,
    notice: notice === null ? null : notices[notice], day,
  };
}

/** Texts, end to end. */
class Pool {
  /** @param {Characters} characters */
  constructor(characters) {
    this.characters = characters;
    /** @type {Uint32Array[]} */
    this.pieces = [];
    this.starts = [0];
    this.size = 0;
  }

  /**
   * @param {string} text
   * @returns {number} the text's number
   */
  add(text) {
    return this.addNumbers(Uint32Array.from(text, (c) => this.characters.number.get(c) || 0));
  }

  /** @param {Uint32Array} numbers of the characters */
  addNumbers(numbers) {
    this.pieces.push(numbers);
    this.size += numbers.length;
    this.starts.push(this.size);
    return this.starts.length - 2;
  }

  close() {
    const codes = new Uint16Array(this.size);
    this.pieces.forEach((piece, i) => codes.set(piece, this.starts[i]));
    return { codes, starts: Uint32Array.from(this.starts) };
  }
}

/**
 * The stations of parts, as columns; `place` is where in the list each is, `from` and `texts` hold
 * its texts, `fields` what they are: its name's pattern, region, city, hosts, aliases, words.
 * @param {Placed[]} parts
 * @param {Tables} tables
 * @param {Pool} pool
 */
function stationsOf(parts, tables, pool) {
  const opened = parts.map((placed) => openPart(placed, tables.data, pool));
  const count = opened.reduce((sum, part) => sum + part.count, 0);
  const stations = {
    count, place: new Uint32Array(count), stem: new Uint32Array(count),
    number: new Int32Array(count), ordinal: new Int32Array(count), region: new Uint32Array(count),
    city: new Uint32Array(count), said: new Uint32Array(count), from: new Uint32Array(count + 1),
    ...textsIn(opened, tables, pool),
  };
  const stems = /** @type {Stem[]} */ ([]);
  let first = 0;
  let end = 0;
  for (const part of opened) {
    for (const key of COPIED) stations[key].set(part.columns[key], first);
    const owners = new Map();
    part.columns.stem.forEach((stem, s) => {
      stations.stem[first + s] = stems.length + stem;
      if (!owners.has(stem)) owners.set(stem, first + s);
    });
    part.sizes.forEach((size, s) => {
      end += size;
      stations.place[first + s] = typeof part.place === "number" ? part.place + s : part.place[s];
      stations.from[first + s + 1] = end;
    });
    stems.push(...part.stems.map((stem, i) => ({ ...stem, station: owners.get(i) || 0 })));
    first += part.count;
  }
  return { stations, stems, licensed: parts.flatMap(({ terms }) => (terms ? terms.codes : [])) };
}

/**
 * A part, unpacked; its texts are in the pool. `sizes`: how many texts each station has.
 * @param {Placed} placed
 * @param {Omit<Data, "part">} data
 * @param {Pool} pool
 */
function openPart({ part, terms, place }, { cities }, pool) {
  const { number, ordinal, stem, name, texts, ...others } = part.columns;
  const columns = {
    .../** @type {Record<"region" | "city" | "said" | "hosts" | "former" | "aliases", Uint32Array>} */ (unpacked(others)),
    number: undelta(number), ordinal: undelta(ordinal),
    stem: referred(unpack(stem)), name: referred(unpack(name)), texts: referred(unpack(texts)),
  };
  const words = listsIn(terms ? unpack(terms.stations) : new Uint32Array(part.count));
  return {
    count: part.count, place, columns, words,
    names: ownTexts(unpack(part.names), pool), texts: ownTexts(unpack(part.texts), pool),
    stems: stemsOf(part),
    sizes: Uint32Array.from(words, (of, s) => (
      2 + Number(cities[columns.city[s]] !== "") + columns.hosts[s] + columns.former[s] + columns.aliases[s] + of.length)),
  };
}

/** @param {Record<string, string>} columns */
function unpacked(columns) {
  return Object.fromEntries(Object.entries(columns).map(([key, packed]) => [key, unpack(packed)]));
}

/**
 * Lists that are packed end to end, each behind its size.
 * @param {Uint32Array} numbers
 */
function listsIn(numbers) {
  const lists = [];
  for (let i = 0; i < numbers.length; i += numbers[i] + 1) lists.push(Array.from(numbers.subarray(i + 1, i + 1 + numbers[i])));
  return lists;
}

/**
 * The texts of all stations of parts, one after the other, and what each is.
 * @param {ReturnType<typeof openPart>[]} parts
 * @param {Tables} tables
 * @param {Pool} pool
 */
function textsIn(parts, { data, more }, pool) {
  const size = parts.reduce((sum, { sizes }) => sizes.reduce((all, one) => all + one, sum), 0);
  const texts = new Uint32Array(size);
  const fields = new Uint8Array(size);
  const [regions, cities] = [once(data.regions, pool), once(data.cities, pool)];
  const words = once(more ? more.words.map(([, text]) => text) : [], pool);
  const kinds = more ? more.words.map(([field]) => WORDS[field]) : [];
  let at = 0;
  /** @type {(text: number, field: number) => void} */
  const put = (text, field) => {
    texts[at] = text;
    fields[at] = field;
    at += 1;
  };
  for (const { count, columns: { name, region, city, hosts, former, aliases, texts: named }, ...part } of parts) {
    for (let s = 0, r = 0; s < count; s += 1) {
      put(part.names[name[s]], NAME);
      put(regions(region[s]), REGION);
      if (data.cities[city[s]] !== "") put(cities(city[s]), CITY);
      for (const end = r + hosts[s]; r < end; r += 1) put(part.texts[named[r]], HOSTS);
      for (const end = r + former[s]; r < end; r += 1) put(part.texts[named[r]], FORMER);
      for (const end = r + aliases[s]; r < end; r += 1) put(part.texts[named[r]], ALIAS);
      for (const word of part.words[s]) put(words(word), kinds[word]);
    }
  }
  return { texts, fields, words: parts.flatMap((part) => part.words) };
}

/**
 * The numbers in the pool of shared texts, which are added when first asked for.
 * @param {string[]} texts
 * @param {Pool} pool
 */
function once(texts, pool) {
  const numbers = new Int32Array(texts.length).fill(-1);
  return (/** @type {number} */ text) => {
    if (numbers[text] < 0) numbers[text] = pool.add(texts[text]);
    return numbers[text];
  };
}

/**
 * What ids begin with, still packed, and how many digits at least the number behind it has.
 * @param {Part} part
 */
function stemsOf({ stems: packed, widths }) {
  const width = unpack(widths);
  const numbers = unpack(packed);
  let start = 0;
  /** @type {Omit<Stem, "station">[]} */
  const stems = [];
  numbers.forEach((token, i) => {
    if (token) return;
    stems.push({ tokens: numbers.subarray(start, i), width: width[stems.length], text: null });
    start = i + 1;
  });
  return stems;
}

/**
 * What an id begins with. Most are pinyin, mostly that of the name of the first station that has
 * it: behind the syllables and the letters, a token is a copy of so many syllables from there.
 * @param {Stem} stem
 * @param {Index} index
 */
function stemText(stem, index) {
  if (stem.text === null) {
    const { data: { letters, characters: { syllables } }, characters } = index;
    const tokens = ["", ...syllables.split(" "), ...letters];
    let sounds = /** @type {string[] | null} */ (null);
    stem.text = "";
    for (let i = 0; i < stem.tokens.length; i += 1) {
      const token = stem.tokens[i];
      if (token < tokens.length) stem.text += tokens[token];
      else {
        sounds = sounds || Array.from(nameOf(stem.station, index).name, (c) => usualSound(c, characters));
        stem.text += sounds.slice(stem.tokens[i + 1] - 1, stem.tokens[i + 1] - 1 + stem.tokens[i + 2]).join("");
        i += 2;
      }
    }
  }
  return stem.text;
}

/**
 * What references mean: 0 is the next new one, others lie that far back.
 * @param {Uint32Array} references
 */
function referred(references) {
  let known = 0;
  return references.map((back) => {
    if (!back) known += 1;
    return known - (back || 1);
  });
}

/**
 * The numbers in the pool of the texts that a part packs.
 * @param {Uint32Array} packed
 * @param {Pool} pool
 */
function ownTexts(packed, pool) {
  const numbers = [];
  let start = 0;
  for (let i = 0; i < packed.length; i += 1) {
    if (!packed[i]) {
      numbers.push(pool.addNumbers(packed.subarray(start, i)));
      start = i + 1;
    }
  }
  return numbers;
}

/**
 * Lists of texts by a key that they hold, each text once a key; `lists` from `from[key]` on.
 * @param {number} count how many keys there are
 * @param {ArrayLike<number>} keys of all texts, end to end
 * @param {ArrayLike<number>} ends where the keys of each text end
 */
function inverted(count, keys, ends) {
  const from = new Uint32Array(count + 2);
  const last = new Int32Array(count);
  for (let text = 0, i = 0; text < ends.length; text += 1) {
    for (; i < ends[text]; i += 1) {
      if (last[keys[i]] > text) continue;
      last[keys[i]] = text + 1;
      from[keys[i] + 2] += 1;
    }
  }
  for (let key = 0; key <= count; key += 1) from[key + 1] += from[key];
  const lists = new Uint32Array(from[count + 1]);
  last.fill(0);
  for (let text = 0, i = 0; text < ends.length; text += 1) {
    for (; i < ends[text]; i += 1) {
      const key = keys[i];
      if (last[key] > text) continue;
      last[key] = text + 1;
      lists[from[key + 1]] = text;
      from[key + 1] += 1;
    }
  }
  return { from, lists };
}

/**
 * Which texts hold each character.
 * @param {{codes: Uint16Array, starts: Uint32Array}} texts
 * @param {Characters} characters
 */
function holdersOf({ codes, starts }, { size, folded }) {
  return inverted(size, codes.map((code) => folded[code]), starts.subarray(1));
}

/**
 * Which texts hold each pair of initials of neighbours; before the first character stands the
 * initial 0. Made when letters are first asked for.
 * @param {Index} index
 */
function pairsIn(index) {
  if (!index.pairs) {
    const { codes, starts, characters: { folded, initials } } = index;
    const keys = [];
    const ends = [];
    for (let text = 0; text + 1 < starts.length; text += 1) {
      let before = [0];
      for (let i = starts[text]; i < starts[text + 1]; i += 1) {
        const own = initials[folded[codes[i]]];
        for (const a of before) for (const b of own) keys.push(a * 27 + b);
        if (own.length) before = own;
      }
      ends.push(keys.length);
    }
    index.pairs = inverted(27 * 27, keys, ends);
  }
  return index.pairs;
}
