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
 * @typedef {{units: string[], begins: boolean[], asTyped: string[], apart: boolean[], weight: Float32Array, noise: Uint8Array,
 *   sealed: Uint8Array, wholes: {from: number, to: number}[], claims: Claim[], paths: Step[][]}} Query
 *   sealed: units that no single character answers; wholes: stretches that are hit whole;
 *   apart: before which units a stretch cannot go on;
 *   paths: how each run of letters reads best
 */

const LONGEST_QUERY = 200; // characters that are read
const MOST_UNITS = 64;
const NAME_END = "(?:国家)?(?:职业)?(?:技能)?(?:鉴定)?";
const SPELLED = "(?:ling|yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai|qian)";
const SPELLED_END = "(?:guojia)?(?:zhiye)?(?:jineng)?(?:jianding)?";
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
  const { units, begins, asTyped } = unitsOf(typed, index.characters.forms);
  const reading = new Reading(units, begins, index);
  if (plainly) reading.weight.fill(1); // how rare a character is among stations means nothing here
  else {
    reading.provinces();
    reading.standings();
    if (index.more) codesIn(reading);
    reading.years();
    reading.ordinals();
    reading.endings();
  }
  reading.silence();
  const { weight, noise, sealed, wholes, claims } = reading;
  return { units, begins, asTyped, apart: apartOf(units, begins), weight, noise, sealed, wholes, claims, paths: [] };
}

/**
 * Words stand apart, pinyin's syllables do not.
 * @param {string[]} units
 * @param {boolean[]} begins
 */
function apartOf(units, begins) {
  return begins.map((begun, i) => begun && !(i && isLetter(units[i - 1]) && isLetter(units[i])));
}

/** A query while it is read. */
class Reading {
  /**
   * @param {string[]} units
   * @param {boolean[]} begins
   * @param {Index} index
   */
  constructor(units, begins, index) {
    const { number, weight } = index.characters;
    this.index = index;
    this.text = units.join("");
    this.begins = begins;
    this.noise = new Uint8Array(units.length);
    this.sealed = new Uint8Array(units.length);
    this.taken = new Uint8Array(units.length);
    /** @type {{from: number, to: number}[]} */
    this.wholes = [];
    this.weight = Float32Array.from(units, (unit) => {
      const known = number.get(unit);
      return known ? Math.max(weight[known], LEAST) : UNKNOWN;
    });
    /** @type {Claim[]} */
    this.claims = [];
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
   */
  claim(from, to, fits, number = 0, must = false) {
    this.taken.fill(1, from, to);
    this.claims.push({ from, to, fits, ordinal: number > 0, must, number, soft: false });
  }

  /**
   * What is asked of a station, but does not tell which one is meant.
   * @param {number} from
   * @param {number} to
   * @param {(station: number) => boolean} fits
   */
  ask(from, to, fits) {
    this.taken.fill(1, from, to);
    this.sealed.fill(1, from, to);
    this.noise.fill(1, from, to);
    this.claims.push({ from, to, fits, ordinal: false, must: false, number: 0, soft: true });
  }

  /** A province is named whole or not at all: 湖南 is not half of 河南. */
  provinces() {
    const { words, data } = this.index;
    this.each(words.provinces, ([province], from, to) => {
      if (!data.regions.some((region) => region.startsWith(province))) this.weigh(from, to, OF_PROVINCE);
      this.sealed.fill(1, from, to);
      this.wholes.push({ from, to });
    });
  }

  /** 撤销 claims a standing; 是不是合格 and 合不合格 ask for it and tell nothing. */
  standings() {
    const { stations, words } = this.index;
    this.each(words.standings, ([word], from, to) => {
      const question = this.question(word, from, to);
      if (question) {
        this.noise.fill(1, ...question);
        return;
      }
      const of = /** @type {Set<number>} */ (words.said.get(word));
      this.ask(from, to, (station) => of.has(stations.said[station]));
    });
  }

  /**
   * The stretch that asks for a standing, with the words around it that do so.
   * @param {string} word
   * @param {number} from
   * @param {number} to
   * @returns {[from: number, to: number] | null}
   */
  question(word, from, to) {
    const { before, after } = this.index.words;
    const ahead = before.exec(this.text.slice(0, from));
    const behind = after.exec(this.text.slice(to));
    if (word[0] === "不" && this.text[from - 1] === word[1]) return [from - 1, to];
    if (!ahead && !behind) return null;
    return [from - (ahead ? ahead[0].length : 0), to + (behind ? behind[0].length : 0)];
  }

  years() {
    const { stations, said } = this.index;
    this.each(/(一九|二零)[零一二三四五六七八九]{2}(年度?)?/g, ([text], from, to) => {
      if (this.taken[from]) return;
      const year = String(toNumber(text.slice(0, 4)));
      this.ask(from, to, (station) => {
        const { year: own, day } = said[stations.said[station]];
        return own === year || (own === "none" && day.startsWith(year));
      });
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
      const sure = Boolean(end || (ordinal && (this.ends(stop) || this.silentAt(stop))));
      if (sure) this.sealed.fill(1, start, stop);
      this.weigh(start, stop, ordinal || end ? OF_ORDINAL : OF_NUMBER);
      this.weight.fill(OF_END, stop, to);
      const number = toNumber(numeral);
      this.claim(from, to, (station) => this.index.stations.ordinal[station] === number, number, sure);
    });
  }

  /** @param {number} at whether a word that tells nothing begins there */
  silentAt(at) {
    const { noise } = this.index.words;
    noise.lastIndex = at;
    const found = noise.exec(this.text);
    noise.lastIndex = 0;
    return Boolean(found && found.index === at);
  }

  /** @param {number} at whether a piece ends there */
  ends(at) {
    return at === this.text.length || this.begins[at];
  }

  /** 所 and 站 at the end of a word are what all are called. */
  endings() {
    this.text.split("").forEach((unit, i) => {
      if ((unit === "所" || unit === "站") && this.ends(i + 1)) this.weight[i] = OF_END;
    });
  }

  /** Nothing is asked by 查一下 and 怎么样, unless nothing else is said. */
  silence() {
    this.each(this.index.words.noise, (_, from, to) => {
      if (!this.taken.subarray(from, to).includes(1)) this.noise.fill(1, from, to);
    });
    if (!this.noise.includes(0) && !this.claims.length) this.noise.fill(0);
    this.noise.forEach((silent, i) => { if (silent) this.weight[i] *= OF_NOISE; });
  }
}
