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
 * @typedef {{format: number, cut: string, ids: string, standings: [value: string, title: string][],
 *   words: {standings: Record<string, string[]>, noise: string[], chat: string,
 *   asking: string[], provinces: string[]},
 *   notices: [id: string, words: string][], said: Said[], regions: string[], cities: string[],
 *   alphabet: string, weights: string, characters: CharacterTable, letters: string,
 *   pages: [kind: "page" | "notice", title: string, about: string, url: string][], part: Part}} Data
 * @typedef {Omit<Data, "part">} Shared
 * @typedef {[field: "occupation" | "kind" | "supervisor", text: string][]} Words
 * @typedef {Terms & {words: Words, alphabet: string, weights: string,
 *   characters: CharacterTable}} MoreData search/more.json
 * @typedef {ReturnType<typeof openTables>} Tables
 * @typedef {{noise: RegExp, provinces: RegExp, asked?: Asked, sounds?: Sounds,
 *   spellings?: Spellings, pages?: Pages}} Patterns of what is typed; the last four are made when first asked for
 *
 * @typedef {import("./search-client.js").Question} Question
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").PageHit} PageHit
 * @typedef {import("./search-client.js").Marks} Marks
 * @typedef {import("./search-client.js").FacetName} FacetName
 *
 * @typedef {ReturnType<typeof openStations> & {warnings?: ReturnType<typeof openStations>}} Index
 *   warnings: the index of those on the black list, where it is another
 * @typedef {Pick<Index, "words" | "characters" | "count" | "codes" | "starts" | "holders" | "covered" | "bounds"
 *   | "order" | "kept"> & {stations: Pick<Index["stations"], "count" | "from" | "texts" | "fields">}} Texts of stations or
 *   of pages, and who is found by them
 * @typedef {{held?: Int32Array, pairs?: ReturnType<typeof inverted>, black?: {station: number, name: Uint16Array}[],
 *   facets?: Record<FacetName, Facet>, licences?: string[], stems?: string[]}} Kept what is worked out when first
 *   asked for
 * @typedef {ReturnType<typeof readCharacters>} Characters
 */

const FIRST = 35; // as in hooks/register/search/packing.py
const BASE = 20000;
const ORDINAL = "\ue000"; // as in hooks/register/search/part.py
const HOST = "\ue001";
const NAME = 0;
const REGION = 1;
const CITY = 2;
const HOSTS = 3;
const ALIAS = 4;
const FORMER = 8;

/**
 * The numbers that a text packs.
 * @param {string} text
 */
function unpack(text) {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  let high = 0; // of a number that has two units
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const unit = code - FIRST - (code > 92 ? 1 : 0);
    if (unit >= BASE) high = (unit - BASE) * BASE;
    else {
      numbers[count] = high + unit;
      count += 1;
      high = 0;
    }
  }
  return numbers.subarray(0, count);
}

/**
 * The numbers that were packed as distances from the one after the last; -1 for none.
 * @param {string} text
 */
function undelta(text) {
  const packed = unpack(text);
  const numbers = new Int32Array(packed.length).fill(-1);
  let expected = 1;
  for (let i = 0; i < packed.length; i += 1) {
    const distance = packed[i];
    if (!distance) continue;
    expected += 1 + (distance % 2 ? (distance - 1) / 2 : -distance / 2);
    numbers[i] = expected - 1;
  }
  return numbers;
}

/**
 * The index, opened.
 * @param {Data} data
 * @param {MoreData | null} more
 */
function openIndex({ part, ...data }, more) {
  const { count, columns } = part;
  const tables = openTables(data, more ? more.words : null, more ? [data, more] : [data], count);
  return openStations(part, more, tables, {
    place: new Uint32Array(count).map((_, i) => i),
    number: undelta(columns.number), ordinal: undelta(columns.ordinal),
  });
}

/**
 * What all parts share.
 * @param {Shared} data
 * @param {Words | null} terms
 * @param {{alphabet: string, weights: string, characters: CharacterTable}[]} alphabets
 * @param {number} count of all stations
 */
function openTables(data, terms, alphabets, count) {
  const characters = readCharacters(alphabets);
  const said = data.said.map((one) => saidOf(one, data));
  return {
    data, characters, said, count, more: terms,
    words: /** @type {Patterns} */ ({
      noise: new RegExp(`(?=([${data.words.chat}]{2,}|${anyOf(data.words.noise).source}))`, "g"), // they may overlap
      provinces: anyOf(data.words.provinces),
    }),
    standings: data.standings, tokens: ["", ...data.characters.syllables.split(" "), ...data.letters],
  };
}

/**
 * The index of the stations of a part. What a big register's stations are put together of, which
 * `own` holds, is not packed.
 * @param {Part} part
 * @param {Terms | null} terms
 * @param {Tables} tables
 * @param {{place: Uint32Array, number: Int32Array, ordinal: Int32Array}} own
 */
function openStations(part, terms, tables, own) {
  const pool = new Pool(tables.characters);
  const stations = { ...own, ...stationsOf(part, terms, tables, pool) };
  return {
    ...tables, stations, ...openTexts(pool, tables.characters, stations.count), stems: stemsOf(part, stations.stem),
    licensed: terms ? terms.codes : [], on: "", last: "",
  };
}

/**
 * The texts, which of them hold a character, and room that each query uses again.
 * @param {Pool} pool
 * @param {Characters} characters
 * @param {number} count of those that are found by the texts
 */
function openTexts({ codes: written, starts: begun }, { size, folded }, count) {
  const [codes, starts] = [Uint16Array.from(written), Uint32Array.from(begun)];
  return {
    codes, starts, holders: inverted(size, codes.map((code) => folded[code]), starts.subarray(1)),
    covered: new Int32Array(2 * starts.length), bounds: new Float32Array(count), order: new Uint32Array(count),
    kept: /** @type {Kept} */ ({}),
  };
}

/**
 * @param {Said} said
 * @param {Shared} data
 */
function saidOf([standing, words, phase, grade, year, status, notice, day], { notices }) {
  return {
    standing, shape: standing, words, phase, grade, year: year === null ? "none" : String(year), status,
    notice: notice === null ? null : notices[notice], day,
  };
}

/** Texts as numbers of characters, end to end; what is taken in together has numbers in a row. */
class Pool {
  /** @param {Characters} characters */
  constructor({ number }) {
    this.number = number;
    /** @type {number[]} */
    this.codes = [];
    this.starts = [0];
  }

  /**
   * @param {string[]} list of texts
   * @returns {number} the first one's number
   */
  write(list) {
    const { codes, starts } = this;
    for (const text of list) {
      for (const one of text) codes.push(this.number.get(one) || 0);
      starts.push(codes.length);
    }
    return starts.length - 1 - list.length;
  }

  /**
   * @param {string} packed texts, each of which ends with 0
   * @returns {number} the first one's number
   */
  add(packed) {
    const { codes, starts } = this;
    const [added, first] = [unpack(packed), starts.length - 1];
    for (let i = 0; i < added.length; i += 1) {
      if (added[i]) codes.push(added[i]);
      else starts.push(codes.length);
    }
    return first;
  }}

/**
 * The stations of a part, as columns: `from` and `texts` hold the texts of each, `fields` what they
 * are: its name's pattern, region, city, hosts, aliases, words; `words` is the first of the words.
 * @param {Part} part
 * @param {Terms | null} terms
 * @param {Tables} tables
 * @param {Pool} pool
 */
function stationsOf({ count, names, texts: texted, columns }, terms, { data, more }, pool) {
  const [regions, cities] = [pool.write(data.regions), pool.write(data.cities)];
  const [patterns, others] = [pool.add(names), pool.add(texted)];
  const held = terms && more && termsIn(terms, more, pool);
  const [region, city, said, hosts, former, aliases] = [
    columns.region, columns.city, columns.said, columns.hosts, columns.former, columns.aliases].map(unpack);
  const [name, named] = [referred(columns.name), referred(columns.texts)];
  const parties = [{ field: HOSTS, of: hosts }, { field: FORMER, of: former }, { field: ALIAS, of: aliases }];
  const [texts, fields, from] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), [0]];
  /** @type {(text: number, field: number) => void} */
  const put = (text, field) => {
    texts.push(text);
    fields.push(field);
  };
  for (let s = 0, r = 0; s < count; s += 1) {
    put(patterns + name[s], NAME);
    put(regions + region[s], REGION);
    if (data.cities[city[s]]) put(cities + city[s], CITY);
    for (const { field, of } of parties) {
      for (let k = of[s]; k > 0; k -= 1, r += 1) put(others + named[r], field);
    }
    if (held) held.putNext(put);
    from.push(texts.length);
  }
  return {
    count, region, said, words: held ? held.words : 0, stem: referred(columns.stem),
    from: Uint32Array.from(from), texts: Uint32Array.from(texts), fields: Uint8Array.from(fields),
  };
}

/**
 * What ids begin with, still packed, how many digits at least the number behind it has, and the
 * first station that has it.
 * @param {Part} part
 * @param {Uint32Array} stem of each station
 */
function stemsOf({ stems, widths }, stem) {
  const tokens = unpack(stems);
  const owners = new Uint32Array(stem.length);
  for (let s = stem.length - 1; s >= 0; s -= 1) owners[stem[s]] = s;
  return { tokens, ends: endsIn(tokens), widths: unpack(widths), owners, texts: /** @type {string[]} */ ([]) };
}

/**
 * What an id begins with. Most are pinyin, mostly that of the name of the first station that has
 * it: behind the syllables and the letters, a token is a copy of so many syllables from there.
 * @param {number} stem
 * @param {Index} index
 */
function stemText(stem, index) {
  const { tokens: known, stems: { tokens, ends, owners, texts } } = index;
  if (texts[stem] !== undefined) return texts[stem];
  const sounds = Array.from(nameOf(owners[stem], index).name, (c) => soundsOf(c, index.characters)[0]);
  let text = "";
  for (let i = stem && ends[stem - 1] + 1; i < ends[stem]; i += 1) {
    const token = tokens[i];
    if (token < known.length) text += known[token];
    else {
      text += sounds.slice(tokens[i + 1] - 1, tokens[i + 1] - 1 + tokens[i + 2]).join("");
      i += 2;
    }
  }
  texts[stem] = text;
  return text;
}

/**
 * Where lists that each end with 0 end.
 * @param {Uint32Array} numbers
 */
function endsIn(numbers) {
  /** @type {number[]} */
  const ends = [];
  for (let i = 0; i < numbers.length; i += 1) if (!numbers[i]) ends.push(i);
  return ends;
}

/**
 * What packed references mean: 0 is the next new one, others lie that far back.
 * @param {string} packed
 */
function referred(packed) {
  const numbers = unpack(packed);
  let known = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    if (!numbers[i]) known += 1;
    numbers[i] = known - (numbers[i] || 1);
  }
  return numbers;
}

/**
 * Lists of texts by a key that they hold; `lists` from `from[key]` on.
 * @param {number} count how many keys there are
 * @param {ArrayLike<number>} keys of all texts, end to end
 * @param {ArrayLike<number>} ends where the keys of each text end
 */
function inverted(count, keys, ends) {
  const from = new Uint32Array(count + 2);
  for (let i = 0; i < keys.length; i += 1) from[keys[i] + 2] += 1;
  for (let key = 0; key <= count; key += 1) from[key + 1] += from[key];
  const lists = new Uint32Array(keys.length);
  for (let text = 0, i = 0; text < ends.length; text += 1) {
    for (const end = ends[text]; i < end; i += 1) {
      const next = keys[i] + 1;
      lists[from[next]] = text;
      from[next] += 1;
    }
  }
  return { from, lists };
}
