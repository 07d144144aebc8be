/**
 * Which stations answer a query, and how well. A classic script; search-worker.js loads it.
 *
 * Stations are looked at in the order of what they can be worth. What one is worth is the best way
 * to lay stretches of its texts, and claims that are true of it, side by side over the query, in
 * any order of the texts.
 */
"use strict";

const SAME_SOUND = 0.72; // of what a character itself is worth
const BLOCK = 0.8; // a stretch that begins where no piece does
const PIECE = 0.1; // and where one does
const OTHER_ORDINAL = 0.6; // of what a station is worth that has another ordinal than is asked
const HALF = 0.5;
const NEAR = 0.35; // of what the query is worth, for a name to be near
const PROMISING = 0.42; // of what the query is worth, for a station to be looked at
const CLOSE = 0.71; // of what the best is worth, for another to be looked at
const CLOSE_TO_SURE = 0.81; // and if that is as good as what was typed
const LITTLE = 0.02; // of what the query is worth: less is no answer
const MOST_CELLS = 80000; // of work for one answer
// name, region, city, host, alias; occupation, kind of host, supervisor; former host
const FIELD_WORTH = [1, 0.9, 0.95, 1, 0.97, 0.9, 0.8, 0.8, 0.98];
const BEFORE_ORDINAL = [1, 0.3, 0, 0.8, 1, 0, 0, 0, 0.8]; // 兰州第五所 is in a name, not a fifth in 兰州

const LEVELS = 128; // for a worth of 1, of those by which stations are sorted
const MOST_LEVELS = 256;

/** @typedef {{text: number, field: number, blocks: Blocks, next: number}} Laid a text that answers something */

const best = new Float32Array(MOST_UNITS + 1); // what the query up to each unit is worth
const levels = new Uint32Array(MOST_LEVELS + 1);
/** @type {Laid[]} */
const hits = [];
/** @type {(Laid | Claim | undefined)[]} what is laid last up to each unit */
const last = [];

/**
 * The stations that may answer, the most promising first, as nearly as their levels tell; the most
 * that each can be worth is in `bounds`.
 * @param {Search} search
 * @param {Index} index
 * @param {number} least of what the query is worth, for one to be looked at
 */
function promising({ covered, sums, total, query, claims }, index, least) {
  const { stations: { count, from, texts }, bounds, order } = index;
  levels.fill(0);
  for (let station = 0, k = 0; station < count; station += 1) {
    let own = 0;
    let sound = 0;
    for (const end = from[station + 1]; k < end; k += 1) {
      const at = 2 * texts[k];
      own |= covered[at];
      sound |= covered[at + 1];
    }
    for (const claim of claims) if (claim.fits(station)) own |= bitsOf(claim, query);
    bounds[station] = (told(sums, own) + SAME_SOUND * told(sums, sound & ~own)) / total;
    if (bounds[station] >= least) levels[levelOf(bounds[station])] += 1;
  }
  let promised = 0;
  for (let level = MOST_LEVELS; level >= 0; level -= 1) {
    const own = levels[level];
    levels[level] = promised;
    promised += own;
  }
  for (let station = 0; station < count; station += 1) {
    if (bounds[station] < least) continue;
    const level = levelOf(bounds[station]);
    order[levels[level]] = station;
    levels[level] += 1;
  }
  return order.subarray(0, promised);
}

/** @param {number} worth */
function levelOf(worth) {
  return Math.min(MOST_LEVELS, (worth * LEVELS) | 0);
}

/**
 * @param {Match} one
 * @param {Match} other
 */
function byWorth(one, other) {
  return other[1] - one[1] || one[0] - other[0];
}

/**
 * What the texts in `hits` are worth together, of what the query is; a little more than one where one
 * is hit whole.
 * @param {Search} search
 * @param {Claim[]} claims that are true
 */
function worthOf({ query, total, scale, fresh, must }, claims) {
  const units = query.units.length;
  best[0] = 0;
  for (let i = 1; i <= units; i += 1) {
    best[i] = best[i - 1];
    last[i] = undefined;
    for (let h = 0; h < hits.length; h += 1) {
      const laid = hits[h];
      const { blocks, field, next } = laid;
      if (blocks[next] !== i) continue;
      const start = blocks[next + 2];
      laid.next += BLOCK_SIZE;
      if (i - start < 2 && !standsAlone(query, start, i)) continue;
      const value = best[start] + FIELD_WORTH[field] * blocks[next + 1] - scale * (fresh[start] ? PIECE : BLOCK);
      if (value > best[i]) {
        best[i] = value;
        last[i] = laid;
      }
    }
    for (const claim of claims) {
      if (claim.to !== i) continue;
      const value = best[claim.from] + claimed(claim, query);
      if (value > best[i]) {
        best[i] = value;
        last[i] = claim;
      }
    }
  }
  const missed = must && !claims.some((claim) => claim.must && answered(claim, query) > HALF);
  return (best[units] / total) * (missed ? OTHER_ORDINAL : 1);
}

/**
 * Whether a single unit is a word by itself; one of several may stand anywhere by chance.
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 */
function standsAlone({ begins, noise, units }, from, to) {
  return !noise[from] && (begins[from] || noise[from - 1] === 1) && (to === units.length || begins[to] || noise[to] === 1);
}

/**
 * What a claim is worth.
 * @param {Claim} claim
 * @param {Query} query
 */
function claimed(claim, query) {
  return sumOf(query.weight.subarray(claim.from, claim.to)) * answered(claim, query);
}

/**
 * How far one of the texts in `hits` answers what stands before an ordinal: 开封第五所 asks for no
 * other fifth.
 * @param {Claim} claim
 * @param {Query} query
 */
function answered({ from, ordinal }, { weight, noise, begins }) {
  if (!ordinal || begins[from]) return 1;
  let asked = 0;
  for (let i = from; i > 0 && !begins[i] && !noise[i - 1]; i -= 1) asked += weight[i - 1];
  if (!asked) return 1;
  let most = 0.1;
  for (const { blocks, field } of hits) {
    const at = blockAt(blocks, from);
    const share = at < 0 ? 0 : Math.min(1, blocks[at + 1] / asked);
    most = Math.max(most, BEFORE_ORDINAL[field] * (share > 0.85 ? share : share / 4));
  }
  return most;
}

/**
 * Take in a text, unless it answers next to nothing.
 * @param {Search} search
 * @param {number} text
 * @param {number} field
 * @param {Index} index
 */
function hit(search, text, field, index) {
  const { covered, sums, total, query, known } = search;
  let blocks = known.get(text);
  if (blocks === undefined) {
    const at = 2 * text;
    blocks = told(sums, covered[at] | covered[at + 1]) < LITTLE * total ? null : align(search, text, index);
    if (blocks) search.cells += query.units.length * (index.starts[text + 1] - index.starts[text]);
    known.set(text, blocks);
  }
  if (blocks) hits.push({ text, field, blocks, next: 0 });
}

/**
 * What a station is worth.
 * @param {Search} search
 * @param {number} station
 * @param {Index} index
 */
function worthOfStation(search, station, index) {
  const { from, texts, fields } = index.stations;
  hits.length = 0;
  for (let k = from[station]; k < from[station + 1]; k += 1) hit(search, texts[k], fields[k], index);
  return worthOf(search, search.claims.filter(({ fits }) => fits(station)));
}

/**
 * The stations that are at least near, with what they are worth, the best first.
 * @param {Search} search
 * @param {Index} index
 * @param {number} [least] as for `promising`
 * @returns {Match[]}
 */
function matches(search, index, least = PROMISING) {
  /** @type {Match[]} */
  const found = [];
  let most = 0;
  const order = promising(search, index, least);
  for (let i = 0; i < order.length && search.cells <= MOST_CELLS; i += 1) {
    const station = order[i];
    if (index.bounds[station] < Math.min(1, most) * (most > SURE ? CLOSE_TO_SURE : CLOSE)) continue;
    const worth = worthOfStation(search, station, index);
    most = Math.max(most, worth);
    if (worth >= NEAR) found.push([station, worth]);
  }
  return found.sort(byWorth);
}
