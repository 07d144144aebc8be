/**
 * What a query means: its units, how much each of them tells, and the stretches that speak of an
 * ordinal, a year or a standing. A classic script; search-worker.js loads it.
 *
 * A unit is a character or a Latin letter, as search-characters.js folds it; where something else
 * stood between two of them, a piece begins.
 */
"use strict";

/**
 * @typedef {{from: number, to: number, fits: (station: number) => boolean,
 *   ordinal: boolean, must: boolean, number: number, soft: boolean}} Claim a stretch of
 *   units and the stations of which it is true
 * @typedef {Reading} Query
 */

const LONGEST_QUERY = 200; // characters that are read
const MOST_UNITS = 64;
const NAME_END = "(?:国家)?(?:职业)?(?:技能)?(?:鉴定)?";
const LEAST = 0.12; // what a character tells that every station has
const UNKNOWN = 0.8; // and one that none has
const OF_ORDINAL = 1.5;
const OF_END = 0.03; // what follows an ordinal in every name
const OF_NUMBER = 0.9; // a number that may be an ordinal
const OF_PROVINCE = 1.6; // one that is not in the register
const OF_NOISE = 0.1; // of what it would tell otherwise

/**
 * The units of what was typed.
 * @param {string} typed
 * @param {Map<string, string>} forms
 */
function unitsOf(typed, forms) {
  const text = typed.slice(0, LONGEST_QUERY).normalize("NFC").toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v").normalize("NFKD").replace(/[\u0300-\u036f'’‘`]/g, "");
  /** @type {string[]} */
  const units = [];
  /** @type {boolean[]} */
  const begins = [];
  /** @type {string[]} */
  const asTyped = [];
  let begun = true;
  for (const character of text.slice(0, 2 * LONGEST_QUERY).split("")) {
    const unit = plain(character);
    if (!unit) begun = true;
    else if (units.length < MOST_UNITS) {
      units.push(forms.get(unit) || unit);
      asTyped.push(character);
      begins.push(begun);
      begun = false;
    }
  }
  return { units, begins, asTyped };
}

/**
 * Read a query; as it is put to other pages, nothing in it means more than its characters.
 * @param {string} typed
 * @param {Index} index
 * @param {boolean} [plainly]
 * @returns {Query}
 */
function readQuery(typed, index, plainly) {
  const reading = new Reading(unitsOf(typed, index.characters.forms), index);
  if (plainly) reading.weight.fill(1); // how rare a character is among stations means nothing here
  else {
    reading.provinces();
    if (typeof askedIn === "function") askedIn(reading, index);
    reading.ordinals();
    reading.endings();
  }
  reading.silence();
  return reading;
}

/** A query, and how it is read. */
class Reading {
  /**
   * @param {ReturnType<typeof unitsOf>} typed
   * @param {Index} index
   */
  constructor({ units, begins, asTyped }, index) {
    const { number, weight } = index.characters;
    this.index = index;
    this.units = units;
    this.text = units.join("");
    this.begins = begins;
    this.asTyped = asTyped;
    // before which units a stretch cannot go on: words stand apart, pinyin's syllables do not
    this.apart = begins.map((begun, i) => begun && !(i && isLetter(units[i - 1]) && isLetter(units[i])));
    this.noise = new Uint8Array(units.length);
    this.sealed = new Uint8Array(units.length); // what no single character answers
    this.taken = new Uint8Array(units.length);
    /** @type {{from: number, to: number}[]} stretches that are hit whole */
    this.wholes = [];
    this.weight = Float32Array.from(units, (unit) => {
      const known = number.get(unit);
      return known ? Math.max(weight[known], LEAST) : UNKNOWN;
    });
    /** @type {Claim[]} */
    this.claims = [];
    /** @type {Step[][]} how each run of letters reads best */
    this.paths = [];
    /** @type {Map<number, number>} where words that tell nothing begin and end */
    this.silent = new Map();
    this.each(index.words.noise, ([, word], from) => this.silent.set(from, from + word.length));
  }

  /**
   * Each place where a pattern stands.
   * @param {RegExp} pattern
   * @param {(found: RegExpExecArray, from: number, to: number) => void} found
   */
  each(pattern, found) {
    for (const one of this.text.matchAll(pattern)) {
      const from = one.index || 0;
      found(/** @type {RegExpExecArray} */ (one), from, from + one[0].length);
    }
  }

  /**
   * Let a stretch tell no less than that.
   * @param {number} from
   * @param {number} to
   * @param {number} told
   */
  weigh(from, to, told) {
    for (let i = from; i < to; i += 1) this.weight[i] = Math.max(this.weight[i], told / (to - from));
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {(station: number) => boolean} fits
   * @param {number} number the ordinal that is claimed, or 0
   * @param {boolean} must whether it is certain that this is asked
   * @param {boolean} soft whether it is asked of a station, but does not tell which one is meant
   */
  claim(from, to, fits, number = 0, must = false, soft = false) {
    this.taken.fill(1, from, to);
    this.claims.push({ from, to, fits, ordinal: number > 0, must, number, soft });
  }

  /**
   * Let a stretch be hit whole or not at all.
   * @param {number} from
   * @param {number} to
   */
  together(from, to) {
    this.sealed.fill(1, from, to);
    this.wholes.push({ from, to });
  }

  /** A province is named whole or not at all: 湖南 is not half of 河南. */
  provinces() {
    const { words, data } = this.index;
    this.each(words.provinces, ([province], from, to) => {
      if (!data.regions.some((region) => region.startsWith(province))) this.weigh(from, to, OF_PROVINCE);
      this.together(from, to);
    });
  }

  /** 第十五, 十五所, 15号, 第15国家职业技能鉴定所; any other number may be an ordinal. */
  ordinals() {
    const named = new RegExp(`(第?)(${NUMERAL}+)(号?${NAME_END}[所站]|号)?`, "g");
    this.each(named, ([text, ordinal, numeral, end], from, to) => {
      const start = from + ordinal.length;
      const stop = start + numeral.length;
      const alone = (!start || this.begins[start]) && (this.ends(stop));
      if (this.taken[start] || !(ordinal || end || alone || numeral.length > 1)) return;
      const sure = Boolean(end || (ordinal && (this.ends(stop) || this.silent.has(stop))));
      if (sure) this.sealed.fill(1, start, stop);
      this.weigh(start, stop, ordinal || end ? OF_ORDINAL : OF_NUMBER);
      this.weight.fill(OF_END, stop, to);
      const number = toNumber(numeral);
      this.claim(from, to, (station) => this.index.stations.ordinal[station] === number, number, sure);
    });
  }

  /** @param {number} at whether a piece ends there */
  ends(at) {
    return at === this.text.length || this.begins[at];
  }

  /** 所 and 站 at the end of a word are what all are called. */
  endings() {
    this.each(/[所站]/g, (_, from, to) => { if (this.ends(to)) this.weight[from] = OF_END; });
  }

  /** Nothing is asked by 查一下 and 怎么样, unless nothing else is said. */
  silence() {
    const { noise, weight } = this;
    this.silent.forEach((to, from) => {
      if (this.taken.subarray(from, to).includes(1)) return;
      noise.fill(1, from, to);
      this.together(from, to);
    });
    if (!noise.includes(0) && !this.claims.length) {
      noise.fill(0);
      this.sealed.fill(0);
    }
    noise.forEach((silent, i) => { if (silent) weight[i] *= OF_NOISE; });
  }
}
