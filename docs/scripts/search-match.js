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
const PROMISING = 0.42; // of what the query is worth, for a station to be looked at
const CLOSE = 0.71; // of what the best is worth, for another to be looked at
const CLOSE_TO_SURE = 0.81; // and if that is as good as what was typed
const LITTLE = 0.02; // of what the query is worth: less is no answer
const MOST_CELLS = 80000; // of work for one answer
// name, region, city, host, alias; occupation, kind of host, supervisor; former host
const FIELD_WORTH = [1, 0.9, 0.95, 1, 0.97, 0.9, 0.8, 0.8, 0.98];
const BEFORE_ORDINAL = [1, 0.3, 0, 0.8, 1, 0, 0, 0, 0.8]; // 兰州第五所 is in a name, not a fifth in 兰州

const best = new Float32Array(MOST_UNITS + 1); // what the query up to each unit is worth
/** @type {{k: number, blocks: Blocks, field: number, next: number}[]} */
const hits = [];

/**
 * The stations that may answer, each with the most that it can be worth, the most promising first.
 * @param {Search} search
 * @param {Index} index
 * @returns {Match[]}
 */
function promising({ covered, sums, total, query }, index) {
  const { count, from, texts } = index.stations;
  const claims = query.claims.filter(({ soft }) => !soft);
  /** @type {Match[]} */
  const found = [];
  for (let station = 0; station < count; station += 1) {
    let own = 0;
    let sound = 0;
    for (let k = from[station]; k < from[station + 1]; k += 1) {
      own |= covered[2 * texts[k]];
      sound |= covered[2 * texts[k] + 1];
    }
    for (const claim of claims) if (claim.fits(station)) own |= bitsOf(claim, query);
    if (!(own | sound)) continue;
    const bound = (told(sums, own) + SAME_SOUND * told(sums, sound & ~own)) / total;
    if (bound >= PROMISING) found.push([station, bound]);
  }
  return found.sort(byWorth);
}

/**
 * @param {Match} one
 * @param {Match} other
 */
function byWorth([a, x], [b, y]) {
  return y - x || a - b;
}

/**
 * What texts are worth together, of what the query is; a little more than one where one is hit
 * whole. With `answer` also how they answer it.
 * @param {Search} search
 * @param {Uint32Array | number[]} texts
 * @param {Uint8Array | number[]} fields what each text is
 * @param {Claim[]} claims that are true
 * @param {Index} index
 * @param {Answer} [answer] to be filled
 */
function worthOf(search, texts, fields, claims, index, answer) {
  const { query, total, scale } = search;
  const units = query.units.length;
  best.fill(0, 0, units + 1);
  hits.length = 0;
  for (let k = 0; k < texts.length; k += 1) {
    const blocks = blocksOf(search, texts[k], index);
    if (blocks) hits.push({ k, blocks, field: fields[k], next: 0 });
  }
  /** @type {(number | Claim)[]} the text or the claim that is laid last */
  const last = [];
  for (let i = 1; i <= units; i += 1) {
    best[i] = best[i - 1];
    for (let h = 0; h < hits.length; h += 1) {
      const hit = hits[h];
      const { k, blocks, field, next } = hit;
      if (blocks[next] !== i) continue;
      const [score, start] = [blocks[next + 1], blocks[next + 2]];
      hit.next += BLOCK_SIZE;
      if (i - start < 2 && !standsAlone(query, start, i)) continue;
      const value = best[start] + FIELD_WORTH[field] * score - scale * (search.fresh[start] ? PIECE : BLOCK);
      if (value > best[i]) {
        best[i] = value;
        last[i] = k;
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
  if (answer) explain(search, texts, fields, last, answer);
  const must = query.claims.filter((claim) => claim.must);
  const missed = must.length > 0 && !must.some((claim) => claims.includes(claim) && answered(claim, query) > HALF);
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
 * A text's blocks, or null where it answers next to nothing.
 * @param {Search} search
 * @param {number} text
 * @param {Index} index
 */
function blocksOf(search, text, index) {
  let blocks = search.blocks.get(text);
  if (blocks === undefined) {
    const { covered, sums, total, query } = search;
    const at = 2 * (text - search.first);
    const bound = told(sums, covered[at] | covered[at + 1]);
    blocks = bound < LITTLE * total ? null : align(search, text, index);
    if (blocks) search.cells += query.units.length * (index.starts[text + 1] - index.starts[text]);
    search.blocks.set(text, blocks);
  }
  return blocks;
}

/**
 * What a station is worth, and with `answer` how it answers.
 * @param {Search} search
 * @param {number} station
 * @param {Index} index
 * @param {Answer} [answer]
 */
function worthOfStation(search, station, index, answer) {
  const { from, texts, fields } = index.stations;
  const [first, last] = [from[station], from[station + 1]];
  const held = search.query.claims.filter(({ soft, fits }) => !soft && fits(station));
  return worthOf(search, texts.subarray(first, last), fields.subarray(first, last), held, index, answer);
}

/**
 * The stations that may answer, with what they are worth, the best first.
 * @param {Search} search
 * @param {Index} index
 * @returns {Match[]}
 */
function matches(search, index) {
  /** @type {Match[]} */
  const found = [];
  let most = 0;
  for (const [station, bound] of promising(search, index)) {
    const close = most > SURE ? CLOSE_TO_SURE : CLOSE;
    if (search.cells > MOST_CELLS || bound < Math.min(1, most) * close) break;
    const worth = worthOfStation(search, station, index);
    most = Math.max(most, worth);
    found.push([station, worth]);
  }
  return found.sort(byWorth);
}
