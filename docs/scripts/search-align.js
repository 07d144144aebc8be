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
const gaps = new Float32Array((MOST_UNITS + 1) * WIDTH);
const starts = new Uint16Array((MOST_UNITS + 1) * WIDTH); // unit * 256 + place in the text
const moves = new Uint16Array((MOST_UNITS + 1) * WIDTH);
const letters = new Uint16Array(LONGEST_TEXT);
const [NO, MATCH, WRONG_ONE, EXTRA_ONE, LEFT_OUT, SWAPPED, TOGETHER] = [0, 1, 2, 3, 4, 5, 6];

/**
 * Align a text with the query; its blocks in the order of their ends, or null where there are none.
 * @param {Search} search
 * @param {number} text
 * @param {Index} index
 * @returns {Blocks | null}
 */
function align(search, text, { codes, starts: textStarts, characters }) {
  const { query, gains, ending, wholes, scale } = search;
  const { praise } = search;
  const [wrong, longer, whole, front] = [WRONG * scale, LONGER * scale, WHOLE * praise, FRONT * praise];
  const units = query.units.length;
  const first = textStarts[text];
  const size = Math.min(textStarts[text + 1] - first, LONGEST_TEXT);
  for (let j = 0; j < size; j += 1) letters[j] = characters.folded[codes[first + j]];
  /** @type {Blocks} */
  const blocks = [];
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
    let [most, begin, end] = [0, 0, 0];
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
