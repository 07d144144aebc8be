/**
 * Which stations answer a query, and how well. A classic script; search-worker.js loads it.
 *
 * 1. Every text gets a bound of what it can be worth, from the lists of texts by character.
 * 2. Texts of promising stations are aligned with the query: the best stretch of the query that
 *    ends at each unit, with what a slip, a gap or a swap costs. A stretch is a `Block`.
 * 3. A station's worth is the best way to lay blocks of its texts and claims that are true of it
 *    side by side over the query, in any order of the texts.
 */
"use strict";

/**
 * @typedef {{score: Float32Array, start: Uint8Array, end: Uint8Array}} Blocks for each unit the best
 *   stretch of the query that ends behind it, where that begins, and its end in the text
 * @typedef {{text: number, field: number, from: number, to: number, end: number}} Stretch
 * @typedef {{stretches: Stretch[], claims: Claim[], missing: [number, number][]}} Answer
 *   how a station answers a query
 * @typedef {[station: number, worth: number]} Match
 * @typedef {{steps: Step[][], query: Query, first: number, covered: Int32Array, sums: Float32Array,
 *   gains: Float32Array, ending: {row: number, from: number}[][],
 *   total: number, scale: number, extra: Float32Array,
 *   gap: Float32Array, wholes: ReturnType<typeof wholesOf>, cells: number, blocks: Map<number, Blocks | null>}} Search
 */

const WRONG = 0.4; // a character in place of another; all these in characters of the query
const EXTRA = 0.3; // a unit too many in the query
const GAP = 0.2; // characters of the text that the query leaves out …
const LONGER = 0.02; // … for each
const INITIAL_EXTRA = 0.8;
const INITIAL_GAP = 0.5;
const SURPRISE = 1.3;
const SWAP = 0.25; // two neighbours changed places
const BLOCK = 0.8; // a stretch that begins where no piece does
const PIECE = 0.1; // and where one does
const WHOLE = 0.1; // for a text that is hit as a whole
const FRONT = 0.2; // and for one that is hit from its beginning
const RANKS = 100; // stations are looked at in so many ranks
const OTHER_ORDINAL = 0.6; // of what a station is worth that has another ordinal than is asked
const HALF = 0.5;
const PROMISING = 0.42; // of what the query is worth, for a station to be looked at
const CLOSE = 0.72; // of what the best is worth, for another to be looked at
const CLOSE_TO_SURE = 0.82; // and if that is as good as what was typed
const LITTLE = 0.02; // of what the query is worth: less is no answer
const LONGEST_TEXT = 96;
const MOST_CELLS = 80000; // of work for one answer
// name, region, city, host, alias; occupation, kind of host, supervisor; former host
const FIELD_WORTH = [1, 0.9, 0.95, 1, 0.97, 0.9, 0.8, 0.8, 0.98];
const BEFORE_ORDINAL = [1, 0.3, 0, 0.8, 1, 0, 0, 0, 0.8]; // 兰州第五所 is in a name, not a fifth in 兰州

const WIDTH = LONGEST_TEXT + 1;
const scores = new Float32Array((MOST_UNITS + 1) * WIDTH);
const gaps = new Float32Array((MOST_UNITS + 1) * WIDTH);
const starts = new Uint16Array((MOST_UNITS + 1) * WIDTH); // unit * 256 + place in the text
const moves = new Uint16Array((MOST_UNITS + 1) * WIDTH);
const letters = new Uint16Array(LONGEST_TEXT);
const best = new Float32Array(MOST_UNITS + 1); // what the query up to each unit is worth
/** @type {{k: number, blocks: Blocks, field: number}[]} */
const hits = [];
const [NO, MATCH, WRONG_ONE, EXTRA_ONE, LEFT_OUT, SWAPPED, TOGETHER] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Make a query ready to be matched.
 * @param {Query} query
 * @param {Index} index
 * @param {number} [first] the first text that is asked
 * @returns {Search}
 */
function prepare(query, index, first = 0) {
  const steps = stepsOf(query, index);
  const { size } = index.characters;
  const flat = steps.flat();
  const gains = new Float32Array(flat.length * size);
  /** @type {Search["ending"]} */
  const ending = Array.from({ length: query.units.length + 1 }, () => []);
  flat.forEach(({ from, to, characters, gains: of }, i) => {
    ending[to].push({ row: i * size, from });
    for (let k = 0; k < characters.length; k += 1) {
      const at = i * size + characters[k];
      if (of[k] > gains[at]) gains[at] = of[k];
    }
  });
  const total = totalOf(query);
  const characters = query.units.filter((one, i) => !isLetter(one) && !query.noise[i]).length;
  const scale = Math.max(0.3, total / query.paths.reduce((sum, path) => sum + path.length, characters));
  return {
    steps, query, first, covered: coverage(steps, query, index, first), sums: sumsOf(query.weight),
    gains, ending, total, scale, ...costsOf(query, scale), wholes: wholesOf(query, index),
    cells: 0, blocks: new Map(),
  };
}

/**
 * What a query tells in all; a character that tells far more than the others may be a slip.
 * @param {Query} query
 */
function totalOf({ weight, noise, claims, wholes }) {
  const fixed = new Uint8Array(weight.length);
  for (const { from, to } of [...claims, ...wholes]) fixed.fill(1, from, to);
  const others = weight.filter((_, i) => !noise[i] && !fixed[i]);
  const most = SURPRISE * (others.reduce((sum, one) => sum + one, 0) / others.length);
  return weight.reduce((sum, one, i) => (
    sum + (noise[i] ? 0 : fixed[i] ? one : Math.min(one, most))), 0);
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
    const gain = weight.slice(from, to).reduce((sum, one) => sum + one, 0);
    ends[to] = { from, gain, letters: units.slice(from, to).map((one) => characters.number.get(one) || -1) };
  }
  return ends;
}

/**
 * For each text the units that it can answer, as bits: four numbers a text, of which two are for
 * units that characters answer themselves, and two for those that their sounds answer.
 * @param {Step[][]} steps
 * @param {Query} query
 * @param {Index} index
 * @param {number} first
 */
function coverage(steps, query, index, first) {
  const { holders } = index;
  const count = index.starts.length - 1 - first;
  const covered = new Int32Array(4 * count);
  steps.forEach((from) => from.forEach((step) => {
    if (!step.sure) return;
    const bits = bitsOf(step.from, step.to);
    step.characters.forEach((one, k) => enter(holders, one, bits, covered, step.shares[k] < 1 ? 2 : 0, first));
  }));
  for (const { from, to } of query.wholes) {
    const key = index.characters.number.get(query.units[from]);
    if (key) enter(holders, key, bitsOf(from, to), covered, 0, first);
  }
  const { keys, sure, unsure } = pairsOf(query, index);
  if (!keys.length) return covered;
  const paired = new Int32Array(4 * count);
  const pairs = pairsIn(index);
  for (const [key, bits] of keys) enter(pairs, key, bits, paired, 0, first);
  for (let at = 0; at < covered.length; at += 1) {
    const k = at & 1;
    const held = paired[(at & ~3) + k];
    covered[at] = (covered[at] & (held | ~sure[k])) | (at & 2 ? 0 : held & unsure[k]);
  }
  return covered;
}

/**
 * Enter bits for every text that holds a key.
 * @param {{from: Uint32Array, lists: Uint32Array}} postings
 * @param {number} key
 * @param {number[]} bits
 * @param {Int32Array} held
 * @param {number} kind
 * @param {number} first
 */
function enter({ from, lists }, key, [low, high], held, kind, first) {
  for (let i = from[key + 1] - 1; i >= from[key] && lists[i] >= first; i -= 1) {
    const at = 4 * (lists[i] - first) + kind;
    held[at] |= low;
    held[at + 1] |= high;
  }
}

/**
 * What units tell, by eight bits at a time.
 * @param {Float32Array} weight
 */
function sumsOf(weight) {
  const sums = new Float32Array(8 * 256);
  for (let byte = 0; byte < 8; byte += 1) {
    for (let bits = 1; bits < 256; bits += 1) {
      const low = 31 - Math.clz32(bits & -bits);
      sums[byte * 256 + bits] = sums[byte * 256 + (bits & (bits - 1))] + (weight[byte * 8 + low] || 0);
    }
  }
  return sums;
}

/**
 * @param {Float32Array} sums
 * @param {number} low
 * @param {number} high
 */
function told(sums, low, high) {
  const first = sums[low & 255] + sums[256 + ((low >> 8) & 255)] + sums[512 + ((low >> 16) & 255)]
    + sums[768 + ((low >> 24) & 255)];
  return high ? first + sums[1024 + (high & 255)] + sums[1280 + ((high >> 8) & 255)]
    + sums[1536 + ((high >> 16) & 255)] + sums[1792 + ((high >> 24) & 255)] : first;
}

/**
 * The pairs of initials that a query's letters ask for, each with the bits of the units that need
 * it: a syllable alone says little, so it must have a neighbour. `sure` are the bits of syllables
 * that characters answer too, `unsure` those of initials, which nothing else answers.
 * @param {Query} query
 * @param {Index} index
 */
function pairsOf({ paths, units }, { characters }) {
  /** @type {[key: number, bits: number[]][]} */
  const keys = [];
  const [sure, unsure] = [[0, 0], [0, 0]];
  for (const path of paths) {
    path.forEach((step, i) => {
      const near = [path[i - 1] || { from: path[0].from - 1 }, path[i + 1]];
      if (step.sure && path.length < 2) return;
      const bits = bitsOf(step.from, step.to);
      const of = step.sure ? sure : unsure;
      bits.forEach((some, k) => { of[k] |= some; });
      const own = initialOf(units[step.from], characters);
      keys.push([initialOf(units[near[0].from] || "", characters) * 27 + own, bits]);
      if (near[1]) keys.push([own * 27 + initialOf(units[near[1].from], characters), bits]);
    });
  }
  return { keys, sure, unsure };
}

/**
 * @param {string} unit
 * @param {Characters} characters
 */
function initialOf(unit, { number, initials }) {
  if (isLetter(unit)) return initialNumber(unit);
  return (initials[number.get(unit) || 0] || [])[0] || 0;
}

/**
 * Align a text with the query; its blocks, or null where there are none.
 * @param {Search} search
 * @param {number} text
 * @param {Index} index
 * @returns {Blocks | null}
 */
function align(search, text, { codes, starts: textStarts, characters }) {
  const { query, gains, ending, wholes, scale } = search;
  const [wrong, longer, whole, front] = [WRONG * scale, LONGER * scale, WHOLE * scale, FRONT * scale];
  const units = query.units.length;
  const first = textStarts[text];
  const size = Math.min(textStarts[text + 1] - first, LONGEST_TEXT);
  for (let j = 0; j < size; j += 1) letters[j] = characters.folded[codes[first + j]];
  const score = new Float32Array(units + 1);
  const start = new Uint8Array(units + 1);
  const end = new Uint8Array(units + 1);
  let any = false;
  scores.fill(0, 0, size + 1);
  moves.fill(0, 0, size + 1);
  for (let i = 1; i <= units; i += 1) {
    const row = i * WIDTH;
    scores[row] = 0;
    moves[row] = NO;
    gaps[row] = -1;
    const bound = query.apart[i - 1]; // no stretch crosses it
    const steps = ending[i];
    const extra = search.extra[i];
    const gap = search.gap[i];
    const together = wholes[i];
    for (let j = 1; j <= size; j += 1) {
      const at = row + j;
      const letter = letters[j - 1];
      gaps[at] = -1;
      if (!letter) { // what is no letter stands in nobody's way
        scores[at] = scores[at - 1];
        starts[at] = starts[at - 1];
        moves[at] = scores[at] > 0 ? LEFT_OUT : NO;
        gaps[at] = gaps[at - 1];
        continue;
      }
      let best = 0;
      let from = 0;
      let move = NO;
      for (let k = 0; k < steps.length; k += 1) {
        const gain = gains[steps[k].row + letter];
        if (!gain) continue;
        const before = steps[k].from * WIDTH + j - 1;
        const joins = !query.apart[steps[k].from] && scores[before] > 0;
        const value = joins ? gain + scores[before] : gain;
        if (value > best) {
          best = value;
          from = joins ? starts[before] : steps[k].from * 256 + j - 1;
          move = MATCH + 8 * (i - steps[k].from);
        }
      }
      if (together && endsWhole(together.letters, j)) {
        const before = together.from * WIDTH + j - together.letters.length;
        const joins = !query.apart[together.from] && scores[before] > 0;
        best = together.gain + (joins ? scores[before] : 0);
        from = joins ? starts[before] : together.from * 256 + j - together.letters.length;
        move = TOGETHER;
      }
      const diagonal = at - WIDTH - 1;
      if (!bound && scores[diagonal] - wrong > best) {
        best = scores[diagonal] - wrong;
        from = starts[diagonal];
        move = WRONG_ONE;
      }
      const open = scores[at - 1] - gap;
      const more = gaps[at - 1] - longer;
      gaps[at] = open > more ? open : more;
      if (gaps[at] > best) {
        best = gaps[at];
        from = starts[at - 1];
        move = LEFT_OUT;
      }
      if (!bound && scores[at - WIDTH] - extra > best) {
        best = scores[at - WIDTH] - extra;
        from = starts[at - WIDTH];
        move = EXTRA_ONE;
      }
      if (i > 1 && j > 1 && !bound && !query.apart[i - 2]) {
        const value = swapped(search, i, j);
        if (value > best) {
          const before = (i - 2) * WIDTH + j - 2;
          best = value;
          from = scores[before] > 0 ? starts[before] : (i - 2) * 256 + j - 2;
          move = SWAPPED;
        }
      }
      scores[at] = best;
      starts[at] = from;
      moves[at] = move;
      if ((move & 7) === MATCH || move === SWAPPED || move === TOGETHER) {
        const begun = from & 255;
        const value = best + (begun ? 0 : front) + (whole * (j - begun)) / size;
        if (value > score[i]) {
          score[i] = value;
          start[i] = from >> 8;
          end[i] = j;
          any = true;
        }
      }
    }
  }
  return any ? { score, start, end } : null;
}

/**
 * Whether these characters end the first `j` of the text.
 * @param {number[]} whole
 * @param {number} j
 */
function endsWhole(whole, j) {
  if (j < whole.length) return false;
  for (let k = 0; k < whole.length; k += 1) {
    if (letters[j - whole.length + k] !== whole[k]) return false;
  }
  return true;
}

/**
 * What it is worth that the last two units stand the other way round in the text.
 * @param {Search} search
 * @param {number} i
 * @param {number} j
 */
function swapped({ gains, ending, scale }, i, j) {
  const [second] = ending[i];
  const [first] = ending[i - 1];
  if (!first || !second || first.from !== i - 2 || second.from !== i - 1) return 0;
  const one = gains[first.row + letters[j - 1]];
  const other = gains[second.row + letters[j - 2]];
  return one && other ? scores[(i - 2) * WIDTH + j - 2] + one + other - SWAP * scale : 0;
}

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
  const claims = search.query.claims.map((claim) => ({ fits: claim.fits, bits: bitsOf(claim.from, claim.to) }));
  const ranks = Math.ceil(RANKS * 1.5);
  const wide = search.query.units.length > 32;
  const heads = new Int32Array(ranks).fill(-1);
  const next = new Int32Array(count);
  for (let s = count - 1; s >= 0; s -= 1) {
    let low = 0;
    let high = 0;
    let lowSound = 0;
    let highSound = 0;
    for (let k = from[s]; k < from[s + 1]; k += 1) {
      const at = 4 * texts[k];
      low |= covered[at];
      lowSound |= covered[at + 2];
      if (wide) {
        high |= covered[at + 1];
        highSound |= covered[at + 3];
      }
    }
    for (let c = 0; c < claims.length; c += 1) {
      if (!claims[c].fits(s)) continue;
      low |= claims[c].bits[0];
      high |= claims[c].bits[1];
    }
    if (!(low | high | lowSound | highSound)) continue;
    let bound = told(sums, low, high);
    lowSound &= ~low;
    highSound &= ~high;
    if (lowSound | highSound) bound += SAME_SOUND * told(sums, lowSound, highSound);
    const rank = Math.min(ranks - 1, Math.floor((RANKS * bound) / total));
    next[s] = heads[rank];
    heads[rank] = s;
  }
  for (let rank = ranks - 1; rank >= PROMISING * RANKS; rank -= 1) {
    for (let s = heads[rank]; s >= 0; s = next[s]) if (!look(s, (rank + 1) / RANKS)) return;
  }
}

/**
 * @param {number} from
 * @param {number} to
 */
function bitsOf(from, to) {
  let [low, high] = [0, 0];
  for (let u = from; u < to; u += 1) {
    if (u < 32) low |= 1 << u;
    else high |= 1 << (u - 32);
  }
  return [low, high];
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
      const value = best[start] + FIELD_WORTH[field] * score - scale * (query.begins[start] ? PIECE : BLOCK);
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
  const missed = query.claims.some((claim) => claim.must && !(claims.includes(claim) && answered(claim, query) > HALF));
  return (best[units] / total) * (missed ? OTHER_ORDINAL : 1);
}

/**
 * Fill in how texts and claims answer the query.
 * @param {Search} search
 * @param {Uint32Array | number[]} texts
 * @param {Uint8Array | number[]} fields
 * @param {(number | Claim)[]} last
 * @param {Answer} answer
 */
function explain(search, texts, fields, last, answer) {
  let i = search.query.units.length;
  while (i > 0) {
    const laid = last[i];
    if (laid === undefined) {
      if (!search.query.noise[i - 1]) answer.missing.unshift([i - 1, i]);
      i -= 1;
    } else if (typeof laid === "number") {
      const { start, end } = /** @type {Blocks} */ (search.blocks.get(texts[laid]));
      answer.stretches.push({ text: texts[laid], field: fields[laid], from: start[i], to: i, end: end[i] });
      i = start[i];
    } else {
      answer.claims.push(laid);
      i = laid.from;
    }
  }
}

/**
 * The characters of a text that a stretch of the query answers, and how; a pair a character.
 * @param {Search} search
 * @param {Stretch} stretch
 * @param {Index} index
 * @returns {{places: [place: number, how: number][], slips: number}}
 */
function trace(search, { text, to, end }, index) {
  align(search, text, index);
  const { units } = search.query;
  /** @type {[number, number][]} */
  const places = [];
  let slips = 0;
  let [i, j] = [to, end];
  while (i > 0 && j > 0 && moves[i * WIDTH + j]) {
    const move = moves[i * WIDTH + j];
    const kind = move & 7;
    if (kind === MATCH) {
      const same = letters[j - 1] === index.characters.number.get(units[i - 1]);
      places.push([j - 1, same && move >> 3 === 1 ? 0 : 1]);
      i -= move >> 3;
      j -= 1;
    } else if (kind === SWAPPED || kind === TOGETHER) {
      const whole = search.wholes[i];
      const size = kind === SWAPPED || !whole ? 2 : whole.letters.length;
      for (let k = 1; k <= size; k += 1) places.push([j - k, kind === SWAPPED ? 2 : 0]);
      slips += kind === SWAPPED ? 1 : 0;
      i -= size;
      j -= size;
    } else {
      slips += kind === LEFT_OUT ? 0 : 1;
      i -= kind === LEFT_OUT ? 0 : 1;
      j -= kind === EXTRA_ONE ? 0 : 1;
    }
  }
  return { places, slips };
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
    const at = 4 * (text - search.first);
    const bound = told(sums, covered[at] | covered[at + 2], covered[at + 1] | covered[at + 3]);
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
  const held = search.query.claims.filter(({ fits }) => fits(station));
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
    if (search.cells > MOST_CELLS || bound < most * (most > SURE ? CLOSE_TO_SURE : CLOSE)) return false;
    const worth = worthOfStation(search, station, index);
    if (worth > most) most = worth;
    found.push([station, worth]);
    return true;
  });
  return found.sort(([a, x], [b, y]) => y - x || a - b);
}
