/**
 * The steps of a query: which characters of a text can stand for which of its units, and what
 * that is worth. A character stands for itself in any of its forms; for one that sounds like it,
 * see search-sounds.js, and for letters of its syllable, see search-letters.js, once they are there.
 * A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * @typedef {{characters: number[], worth: number, share: number, gain: number}} Means characters that
 *   are alike: what each tells, the share of it that is gained, and what that comes to
 * @typedef {{from: number, to: number, means: Means[], told: number, sure: boolean}} Step
 *   told: what its letters tell, read as they stand; sure: tells enough by itself to look for texts with such a character
 */


/** @param {string} unit */
function isLetter(unit) {
  return unit >= "a" && unit <= "z";
}

/**
 * The steps from each unit. What letters are worth depends on their best reading, so it is known
 * here only: it is entered into `query.weight`.
 * @param {Query} query
 * @param {Index} index
 * @returns {Step[][]}
 */
function stepsOf(query, index) {
  /** @type {Step[][]} */
  const steps = query.units.map((unit, i) => (
    isLetter(unit) || query.sealed[i] ? [] : [characterStep(query, i, index)]));
  if (typeof spell === "function") spell(query, steps, index);
  return steps;
}

/**
 * @param {Query} query
 * @param {number} at
 * @param {Index} index
 * @returns {Step}
 */
function characterStep({ units, weight }, at, index) {
  const step = stepAt(at, at + 1, true);
  const own = index.characters.number.get(units[at]);
  if (own) put(step, [own], weight[at], 1);
  if (typeof sound === "function") sound(step, units[at], weight[at], index);
  return step;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {boolean} sure
 * @returns {Step}
 */
function stepAt(from, to, sure) {
  return { from, to, means: [], told: 0, sure };
}

/**
 * @param {Step} step
 * @param {number[]} characters
 * @param {number} worth
 * @param {number} share of it that is gained
 */
function put(step, characters, worth, share) {
  if (characters.length) step.means.push({ characters, worth, share, gain: worth * share });
}
