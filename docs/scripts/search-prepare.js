/**
 * What is worked out once for a query: what each of its steps gains, what slips cost, and for each
 * text which units it can answer, from the lists of texts by character. A classic script;
 * search-worker.js loads it.
 */
"use strict";

/**
 * @typedef {number[]} Blocks by fours: a unit, what the best stretch of the query that ends behind it
 *   is worth, where that begins, and its end in the text; one list, for small objects cost more
 * @typedef {{text: number, field: number, from: number, to: number, end: number}} Stretch
 * @typedef {{stretches: Stretch[], claims: Claim[], missing: [number, number][]}} Answer
 *   how a station answers a query
 * @typedef {[station: number, worth: number]} Match
 * @typedef {{query: Query, covered: Int32Array, sums: Float32Array,
 *   gains: Float32Array, ends: Uint16Array, froms: Uint8Array,
 *   fresh: boolean[], total: number, scale: number, praise: number, extra: Float32Array,
 *   gap: Float32Array, wholes: ReturnType<typeof wholesOf>, claims: Claim[], must: boolean, cells: number, known: Map<number, Blocks | null>}} Search
 *   must: whether one of the claims must be true; known: the blocks of the texts that were looked at
 */

// all in characters of the query
const EXTRA = 0.3; // a unit too many in the query
const GAP = 0.2; // characters of the text that the query leaves out
const INITIAL_EXTRA = 0.8;
const INITIAL_GAP = 0.5;
const LEAST_SCALE = 0.3;
const SURPRISE = 1.3;

let spare = new Float32Array(0); // for gains, used again by each query, as is `index.covered`

/**
 * Make a query ready to be matched.
 * @param {Query} query
 * @param {Texts} index
 * @returns {Search}
 */
function prepare(query, index) {
  const steps = stepsOf(query, index).flat().sort((a, b) => a.to - b.to);
  const total = totalOf(query);
  const characters = query.units.filter((one, i) => !isLetter(one) && !query.noise[i]).length;
  const praise = total / Math.max(1, characters + query.paths.flat().length);
  const scale = Math.max(LEAST_SCALE, praise);
  return {
    query, covered: coverage(steps, query, index), sums: sumsOf(query),
    fresh: freshOf(query), total, scale, praise, ...costsOf(query, scale),
    gains: gainsOf(steps, index), ...endsOf(steps, query),
    wholes: wholesOf(query, index), claims: query.claims.filter(({ soft }) => !soft),
    must: query.claims.some(({ must }) => must), cells: 0, known: new Map(),
  };
}

/**
 * What each character gains at the steps, those of a character side by side.
 * @param {Step[]} steps
 * @param {Texts} index
 */
function gainsOf(steps, { characters: { size } }) {
  const width = steps.length;
  if (spare.length < size * width) spare = new Float32Array(size * width);
  const gains = spare.fill(0);
  steps.forEach(({ means }, step) => {
    for (const { characters, gain } of means) {
      for (const character of characters) {
        const at = character * width + step;
        if (gain > gains[at]) gains[at] = gain;
      }
    }
  });
  return gains;
}

/**
 * Where among the steps those begin that end behind each unit, and from which unit each comes.
 * @param {Step[]} steps in the order of their ends
 * @param {Query} query
 */
function endsOf(steps, { units }) {
  const ends = new Uint16Array(units.length + 2);
  for (const { to } of steps) ends.fill(ends[to + 1] + 1, to + 1);
  return { ends, froms: Uint8Array.from(steps, ({ from }) => from) };
}

/**
 * Where a stretch is expected to begin: with a piece, behind noise and behind a claim.
 * @param {Query} query
 */
function freshOf({ begins, noise, claims }) {
  return begins.map((begun, i) => begun || noise[i - 1] === 1 || claims.some(({ to }) => to === i));
}

/**
 * What a query tells in all; a character that tells far more than the others may be a slip.
 * @param {Query} query
 */
function totalOf({ weight, noise, claims, wholes }) {
  const fixed = new Uint8Array(weight.length);
  for (const { from, to } of [...claims, ...wholes]) fixed.fill(1, from, to);
  const ordinals = claims.filter(({ ordinal }) => ordinal);
  for (const { from, to } of ordinals.slice(1)) noise = noise.map((one, i) => (i >= from && i < to ? 1 : one));
  const others = weight.filter((_, i) => !noise[i] && !fixed[i]);
  const most = SURPRISE * (sumOf(others) / others.length);
  return sumOf(weight.map((one, i) => (noise[i] ? 0 : fixed[i] ? one : Math.min(one, most))));
}

/** @param {Float32Array} numbers */
function sumOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/**
 * What it costs that a unit is not in the text, and that the text has more before a unit: much
 * for an initial, which says little by itself, little for a letter of a syllable.
 * @param {Query} query
 * @param {number} scale
 */
function costsOf({ units, paths }, scale) {
  const extra = new Float32Array(units.length + 1).fill(EXTRA * scale);
  const gap = new Float32Array(units.length + 1).fill(GAP * scale);
  for (const { from, to, sure } of paths.flat()) {
    extra.fill(sure ? (EXTRA * scale) / (to - from) : INITIAL_EXTRA * scale, from + 1, to + 1);
    if (!sure) gap.fill(INITIAL_GAP * scale, from + 1, to + 1);
  }
  return { extra, gap };
}

/**
 * Behind each unit the characters of a stretch that is hit whole, and what that is worth.
 * @param {Query} query
 * @param {Index} index
 */
function wholesOf({ units, weight, wholes }, { characters }) {
  /** @type {({from: number, letters: number[], gain: number} | undefined)[]} */
  const ends = [];
  for (const { from, to } of wholes) {
    ends[to] = { from, gain: sumOf(weight.subarray(from, to)), letters: units.slice(from, to).map((one) => characters.number.get(one) || -1) };
  }
  return ends;
}

/**
 * For each text the units that it can answer, as bits: a number for units that characters answer
 * themselves, and one for those that their sounds answer.
 * @param {Step[]} steps
 * @param {Query} query
 * @param {Texts} index
 */
function coverage(steps, query, index) {
  const { holders } = index;
  const covered = index.covered.fill(0);
  for (const step of steps) {
    if (!step.sure) continue;
    const bits = bitsOf(step, query);
    for (const { characters, share } of step.means) {
      for (const one of characters) enter(holders, one, bits, covered, share < 1 ? 1 : 0);
    }
  }
  for (const whole of query.wholes) {
    const key = index.characters.number.get(query.units[whole.from]);
    if (key) enter(holders, key, bitsOf(whole, query), covered, 0);
  }
  if (query.paths.length) pair(covered, query, index);
  return covered;
}

/**
 * Enter bits for every text that holds a key.
 * @param {{from: Uint32Array, lists: Uint32Array}} postings
 * @param {number} key
 * @param {number} bits
 * @param {Int32Array} held
 * @param {number} kind
 */
function enter({ from, lists }, key, bits, held, kind) {
  for (let i = from[key]; i < from[key + 1]; i += 1) held[2 * lists[i] + kind] |= bits;
}

/**
 * What units tell, by eight of their bits at a time.
 * @param {Query} query
 */
function sumsOf({ units, weight }) {
  const sums = new Float32Array(4 * 256);
  weight.forEach((told, unit) => {
    const bit = bitOf(unit, units);
    for (let bits = 0; bits < 256; bits += 1) {
      if (bits & (1 << (bit & 7))) sums[(bit >> 3) * 256 + bits] += told;
    }
  });
  return sums;
}

/**
 * @param {Float32Array} sums
 * @param {number} bits
 */
function told(sums, bits) {
  return sums[bits & 255] + sums[256 + ((bits >> 8) & 255)] + sums[512 + ((bits >> 16) & 255)] + sums[768 + (bits >>> 24)];
}

/**
 * @param {{from: number, to: number}} stretch
 * @param {Query} query
 */
function bitsOf({ from, to }, { units }) {
  let bits = 0;
  for (let unit = from; unit < to; unit += 1) bits |= 1 << bitOf(unit, units);
  return bits;
}

/**
 * The bit of a unit; of a long query, neighbours share one, and what is told is no bit too little.
 * @param {number} unit
 * @param {string[]} units
 */
function bitOf(unit, { length }) {
  return length > 32 ? (unit * 32 / length) | 0 : unit;
}
