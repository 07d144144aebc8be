/**
 * How a text answers a query: the best stretch of the query that ends at each unit, with what a slip,
 * a gap or a swap costs. A classic script; search-worker.js loads it.
 */
"use strict";

const WRONG = 0.4; // a character in place of another; these, too, in characters of the query
const LONGER = 0.02; // for each character beyond the first that the query leaves out
const SWAP = 0.25; // two neighbours changed places
const WHOLE = 0.1; // for a text that is hit as a whole
const FRONT = 0.2; // and for one that is hit from its beginning
const LONGEST_TEXT = 96;
const BLOCK_SIZE = 4;

const WIDTH = LONGEST_TEXT + 1;
const scores = new Float32Array((MOST_UNITS + 1) * WIDTH);
const starts = new Uint16Array((MOST_UNITS + 1) * WIDTH); // unit * 256 + place in the text
const moves = new Uint16Array((MOST_UNITS + 1) * WIDTH);
const letters = new Uint16Array(LONGEST_TEXT); // of the text
const [NO, MATCH, WRONG_ONE, EXTRA_ONE, LEFT_OUT, SWAPPED, TOGETHER] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Align a text with the query; its blocks in the order of their ends, or null where there are none.
 * Nearly all the time of a query is spent here, so it allocates nothing but the blocks.
 * @param {Search} search
 * @param {number} text
 * @param {Index} index
 * @returns {Blocks | null}
 */
function align(search, text, { codes, starts: textStarts, characters: { folded } }) {
  const { query: { apart, units }, gains, ends, froms, wholes, scale, praise } = search;
  const [wrong, longer, swap, whole, front] = [WRONG * scale, LONGER * scale, SWAP * scale, WHOLE * praise, FRONT * praise];
  const width = froms.length;
  const first = textStarts[text];
  const size = Math.min(textStarts[text + 1] - first, LONGEST_TEXT);
  for (let j = 0; j < size; j += 1) letters[j] = folded[codes[first + j]];
  /** @type {Blocks} */
  const blocks = [];
  scores.fill(0, 0, size + 1);
  moves.fill(0, 0, size + 1);
  for (let i = 1; i <= units.length; i += 1) {
    const row = i * WIDTH;
    scores[row] = 0;
    moves[row] = NO;
    const bound = apart[i - 1]; // no stretch crosses it
    const firstStep = ends[i];
    const behindSteps = ends[i + 1];
    const extra = search.extra[i];
    const gap = search.gap[i];
    const maySwap = i > 1 && !bound && !apart[i - 2] && firstStep < behindSteps && froms[firstStep] === i - 1
      && ends[i - 1] < firstStep && froms[ends[i - 1]] === i - 2; // each of the two is one step
    const together = wholes[i];
    let most = 0;
    let begin = 0;
    let end = 0;
    let left = 0; // the score of the cell before …
    let leftStart = 0; // … its start …
    let gapped = -1; // … and what a gap that goes on is worth
    for (let j = 1; j <= size; j += 1) {
      const at = row + j;
      const letter = letters[j - 1];
      if (!letter) { // what is no letter stands in nobody's way
        scores[at] = left;
        starts[at] = leftStart;
        moves[at] = left > 0 ? LEFT_OUT : NO;
        continue;
      }
      let best = 0;
      let from = 0;
      let move = NO;
      for (let step = firstStep; step < behindSteps; step += 1) {
        const gain = gains[letter * width + step];
        if (!gain) continue;
        const before = froms[step] * WIDTH + j - 1;
        const joins = !apart[froms[step]] && scores[before] > 0;
        const value = joins ? gain + scores[before] : gain;
        if (value > best) {
          best = value;
          from = joins ? starts[before] : froms[step] * 256 + j - 1;
          move = MATCH + 8 * (i - froms[step]);
        }
      }
      if (together && endsWhole(together.letters, j)) {
        const before = together.from * WIDTH + j - together.letters.length;
        const joins = !apart[together.from] && scores[before] > 0;
        best = together.gain + (joins ? scores[before] : 0);
        from = joins ? starts[before] : together.from * 256 + j - together.letters.length;
        move = TOGETHER;
      }
      const above = at - WIDTH;
      const diagonal = above - 1;
      if (!bound && scores[diagonal] - wrong > best) {
        best = scores[diagonal] - wrong;
        from = starts[diagonal];
        move = WRONG_ONE;
      }
      gapped = Math.max(left - gap, gapped - longer);
      if (gapped > best) {
        best = gapped;
        from = leftStart;
        move = LEFT_OUT;
      }
      if (!bound && scores[above] - extra > best) {
        best = scores[above] - extra;
        from = starts[above];
        move = EXTRA_ONE;
      }
      if (maySwap && j > 1) {
        const one = gains[letter * width + ends[i - 1]];
        const other = gains[letters[j - 2] * width + firstStep];
        const before = (i - 2) * WIDTH + j - 2;
        const value = one && other ? scores[before] + one + other - swap : 0;
        if (value > best) {
          best = value;
          from = scores[before] > 0 ? starts[before] : (i - 2) * 256 + j - 2;
          move = SWAPPED;
        }
      }
      scores[at] = best;
      starts[at] = from;
      moves[at] = move;
      left = best;
      leftStart = from;
      if ((move & 7) === MATCH || move === SWAPPED || move === TOGETHER) {
        const begun = from & 255;
        const value = best + (begun ? 0 : front) + (whole * (j - begun)) / size;
        if (value > most) {
          most = value;
          begin = from >> 8;
          end = j;
        }
      }
    }
    if (most) blocks.push(i, most, begin, end);
  }
  return blocks.length ? blocks : null;
}

/**
 * Where the block that ends behind a unit stands in a text's blocks, or -1.
 * @param {Blocks} blocks
 * @param {number} unit
 */
function blockAt(blocks, unit) {
  for (let at = 0; at < blocks.length; at += BLOCK_SIZE) if (blocks[at] === unit) return at;
  return -1;
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
