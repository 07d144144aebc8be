/**
 * Which stations answer a query, and how well. A classic script; search-worker.js loads it.
 *
 * Stations are looked at in the order of what they can be worth. What one is worth is the best way
 * to lay stretches of its texts, and claims that are true of it, side by side over the query, in
 * any order of the texts.
 */
"use strict";

const BLOCK = 0.8; // a stretch that begins where no piece does
const PIECE = 0.1; // and where one does
const RANKS = 100; // stations are looked at in so many ranks
const OTHER_ORDINAL = 0.6; // of what a station is worth that has another ordinal than is asked
const HALF = 0.5;
const PROMISING = 0.42; // of what the query is worth, for a station to be looked at
const CLOSE = 0.72; // of what the best is worth, for another to be looked at
const CLOSE_TO_SURE = 0.82; // and if that is as good as what was typed
const LITTLE = 0.02; // of what the query is worth: less is no answer
const MOST_CELLS = 80000; // of work for one answer
// name, region, city, host, alias; occupation, kind of host, supervisor; former host
const FIELD_WORTH = [1, 0.9, 0.95, 1, 0.97, 0.9, 0.8, 0.8, 0.98];
const BEFORE_ORDINAL = [1, 0.3, 0, 0.8, 1, 0, 0, 0, 0.8]; // 兰州第五所 is in a name, not a fifth in 兰州

const best = new Float32Array(MOST_UNITS + 1); // what the query up to each unit is worth
/** @type {{k: number, blocks: Blocks, field: number}[]} */
const hits = [];

/**
 * Go through the stations that may answer, by what each can be worth, the most promising first,
 * as long as `look` says so.
 * @param {Search} search
 * @param {Index} index
 * @param {(station: number, bound: number) => boolean} look
 */
function promising(search, index, look) {
  const { count, from, texts } = index.stations;
  const { covered, sums, total } = search;
  const claims = search.query.claims.filter(({ soft }) => !soft).map((claim) => ({ fits: claim.fits, bits: bitsOf(claim, search.query) }));
  const ranks = Math.ceil(RANKS * 1.5);
  const heads = new Int32Array(ranks).fill(-1);
  const next = new Int32Array(count);
  for (let s = count - 1; s >= 0; s -= 1) {
    let own = 0;
    let sound = 0;
    for (let k = from[s]; k < from[s + 1]; k += 1) {
      own |= covered[2 * texts[k]];
      sound |= covered[2 * texts[k] + 1];
    }
    for (const { fits, bits } of claims) if (fits(s)) own |= bits;
    if (!(own | sound)) continue;
    const bound = told(sums, own) + SAME_SOUND * told(sums, sound & ~own);
    const rank = Math.min(ranks - 1, Math.floor((RANKS * bound) / total));
    next[s] = heads[rank];
    heads[rank] = s;
  }
  for (let rank = ranks - 1; rank >= PROMISING * RANKS; rank -= 1) {
    for (let s = heads[rank]; s >= 0; s = next[s]) if (!look(s, (rank + 1) / RANKS)) return;
  }
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
    if (blocks) hits.push({ k, blocks, field: fields[k] });
  }
  /** @type {(number | Claim)[]} the text or the claim that is laid last */
  const last = [];
  for (let i = 1; i <= units; i += 1) {
    best[i] = best[i - 1];
    for (let h = 0; h < hits.length; h += 1) {
      const { k, blocks, field } = hits[h];
      const score = blocks.score[i];
      if (!score) continue;
      const start = blocks.start[i];
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
  return (begins[from] || noise[from - 1] === 1) && (to === units.length || begins[to] || noise[to] === 1);
}

/**
 * What a claim is worth.
 * @param {Claim} claim
 * @param {Query} query
 */
function claimed(claim, query) {
  let value = 0;
  for (let i = claim.from; i < claim.to; i += 1) value += query.weight[i];
  return value * answered(claim, query);
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
    const share = Math.min(1, blocks.score[from] / asked);
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
  promising(search, index, (station, bound) => {
    if (search.cells > MOST_CELLS || bound < Math.min(1, most) * (most > SURE ? CLOSE_TO_SURE : CLOSE)) return false;
    const worth = worthOfStation(search, station, index);
    if (worth > most) most = worth;
    found.push([station, worth]);
    return true;
  });
  return found.sort(([a, x], [b, y]) => y - x || a - b);
}
