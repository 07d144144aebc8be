/**
 * The steps of a query: which characters of a text can stand for which of its units, and what
 * that is worth. A character stands for itself in any of its forms, for one that sounds the same
 * or nearly so, for the letters of its syllable, also with a slip or a southern accent, for its
 * initial, and at the end of a query for the beginning of its syllable. A classic script.
 */
"use strict";

/**
 * @typedef {{from: number, to: number, characters: number[], worths: number[], shares: number[],
 *   gains: number[],
 *   told: number, sure: boolean}} Step
 *   worths: what each character tells; gains: what that is worth here;
 *   told: what its letters tell, read as they stand; sure: tells enough by itself to look for texts with such a character
 */

const SAME_SOUND = 0.72; // of what the character itself is worth
const NEAR_SOUND = 0.55;
const ACCENT = 0.8; // of what the syllable is worth
const SLIP = 0.55;
const LONGEST_SYLLABLE = 7; // zhuangg: one more than the longest, for a slip
/** @type {[RegExp, string][]} what southern speakers do not tell apart */
const ACCENTS = [[/^([zcs])h/, "$1"], [/^l/, "n"], [/^f/, "h"], [/([aei])ng$/, "$1n"]];

/**
 * How syllables are found: by their letters, by those of an accent, by those with a slip.
 * @param {Characters} characters
 * @param {number} stations
 */
function spellingsOf({ syllables, bySound, weight }, stations) {
  const spellings = {
    worth: new Float32Array(syllables.length),
    initial: Math.min(0.5, 2.2 / Math.log(Math.max(stations, 2))),
    /** @type {Map<string, number[]>} */ letters: new Map(),
    /** @type {Map<string, number[]>} */ accents: new Map(),
    /** @type {Map<string, number[]>} */ slips: new Map(),
  };
  const most = Math.log(Math.max(stations, 2));
  syllables.forEach((syllable, i) => {
    if (!syllable) return;
    const held = bySound[i].reduce((sum, c) => sum + Math.exp(most * (1 - weight[c])), 0);
    spellings.worth[i] = Math.max(LEAST, 1 - Math.log(Math.max(held, 1)) / most);
    for (const letters of new Set([syllable, syllable.replace("v", "u")])) {
      pushTo(spellings.letters, letters, i);
      pushTo(spellings.accents, accentless(letters), i);
      if (letters.length > 2) slipsOf(letters).forEach((slip) => pushTo(spellings.slips, slip, i));
    }
  });
  return spellings;
}

/**
 * @template K, V
 * @param {Map<K, V[]>} map
 * @param {K} key
 * @param {V} value
 */
function pushTo(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** @param {string} letters */
function accentless(letters) {
  return ACCENTS.reduce((text, [from, to]) => text.replace(from, to), letters);
}

/**
 * The letters themselves, and with each one left out: two words that share one are a slip apart.
 * @param {string} letters
 */
function slipsOf(letters) {
  const without = Array.from(letters, (_, i) => letters.slice(0, i) + letters.slice(i + 1));
  return new Set([letters, ...without]);
}

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
  const { units, begins } = query;
  /** @type {Step[][]} */
  const steps = units.map(() => []);
  for (let i = 0; i < units.length; i += 1) {
    if (isLetter(units[i])) {
      let end = i + 1;
      while (end < units.length && isLetter(units[end]) && !begins[end]) end += 1;
      letterSteps(query, i, end, steps, index);
      i = end - 1;
    } else if (!query.sealed[i]) steps[i].push(characterStep(query, i, index));
  }
  return steps;
}

/**
 * @param {Query} query
 * @param {number} at
 * @param {Index} index
 * @returns {Step}
 */
function characterStep({ units, weight }, at, { characters, spellings }) {
  const step = stepAt(at, at + 1, true);
  const own = characters.number.get(units[at]);
  const sounds = own ? characters.sounds[own].map((one) => characters.syllables[one])
    : characters.others.get(units[at]) || [];
  if (own) put(step, [own], weight[at], 1);
  for (const sound of sounds) {
    const same = characters.numberOf.get(sound) || 0;
    putAlike(step, characters.bySound[same], weight[at], SAME_SOUND, characters.weight);
    for (const near of spellings.accents.get(accentless(sound)) || []) {
      if (near !== same) putAlike(step, characters.bySound[near], weight[at], NEAR_SOUND, characters.weight);
    }
  }
  return step;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {boolean} sure
 * @returns {Step}
 */
function stepAt(from, to, sure) {
  return { from, to, characters: [], worths: [], shares: [], gains: [], told: 0, sure };
}

/**
 * @param {Step} step
 * @param {number[]} characters
 * @param {number} worth
 * @param {number} share of it that is gained
 */
function put(step, characters, worth, share) {
  for (const character of characters) {
    step.characters.push(character);
    step.worths.push(worth);
    step.shares.push(share);
    step.gains.push(worth * share);
  }
}

/**
 * Another character tells no more than it does itself.
 * @param {Step} step
 * @param {number[]} characters
 * @param {number} worth
 * @param {number} share
 * @param {Float32Array} weight
 */
function putAlike(step, characters, worth, share, weight) {
  for (const one of characters) put(step, [one], Math.max(LEAST, Math.min(worth, weight[one])), share);
}

/**
 * The steps of a run of letters.
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 * @param {Step[][]} steps
 * @param {Index} index
 */
function letterSteps(query, from, to, steps, index) {
  const letters = query.units.slice(from, to).join("");
  for (let i = 0; i < letters.length; i += 1) {
    for (let size = 1; size <= Math.min(LONGEST_SYLLABLE, letters.length - i); size += 1) {
      const last = i + size === letters.length && to === query.units.length;
      const step = spelled(letters.slice(i, i + size), from + i, last, index);
      if (step.characters.length) steps[from + i].push(step);
    }
  }
  weighLetters(query, from, to, steps, index.spellings.initial);
}

/**
 * The step of some letters that may be a syllable, or the beginning of one.
 * @param {string} letters
 * @param {number} at
 * @param {boolean} last whether nothing follows, so that the syllable may not be complete
 * @param {Index} index
 */
function spelled(letters, at, last, { characters, spellings }) {
  const { worth, initial } = spellings;
  const { bySound, byInitial, number } = characters;
  const whole = spellings.letters.get(letters) || [];
  const accents = letters.length > 1 ? spellings.accents.get(accentless(letters)) || [] : [];
  const step = stepAt(at, at + letters.length, letters.length > 1 && whole.length + accents.length > 0);
  whole.forEach((one) => put(step, bySound[one], worth[one], 1));
  accents.forEach((one) => whole.includes(one) || put(step, bySound[one], worth[one], ACCENT));
  if (letters.length > 1 && !whole.length) {
    for (const slip of slipsOf(letters)) {
      (spellings.slips.get(slip) || []).forEach((one) => put(step, bySound[one], worth[one], SLIP));
    }
  }
  if (letters.length === 1 || /^[zcs]h$/.test(letters)) put(step, byInitial.get(letters) || [], initial, 1);
  if (last && letters.length > 1 && !whole.length) {
    characters.syllables.forEach((one, i) => {
      if (one.startsWith(letters)) put(step, bySound[i], Math.min(worth[i], initial + 0.1 * letters.length), 1);
    });
  }
  const same = number.get(letters);
  if (same) put(step, [same], characters.weight[same], 1);
  const likely = whole.length ? Math.max(...whole.map((one) => worth[one])) : Math.max(0, ...step.gains);
  step.told = Math.min(likely, ...accents.map((one) => worth[one]));
  return step;
}

/**
 * What each letter of a run tells, by the reading of fewest steps, and of those the one worth most.
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 * @param {Step[][]} steps
 * @param {number} initial
 */
function weighLetters(query, from, to, steps, initial) {
  /** @type {{cost: number, worth: number, path: Step[]}[]} */
  const best = [];
  best[to] = { cost: 0, worth: 0, path: [] };
  for (let i = to - 1; i >= from; i -= 1) {
    const rest = best[i + 1];
    best[i] = { cost: rest.cost + 3, worth: rest.worth + initial / 2, path: rest.path };
    for (const step of steps[i]) {
            const cost = best[step.to].cost + (step.sure ? 1 : step.to - step.from > 2 ? 3 : 1.5);
      const worth = best[step.to].worth + step.told;
      if (cost < best[i].cost || (cost === best[i].cost && worth > best[i].worth)) {
        best[i] = { cost, worth, path: [step, ...best[step.to].path] };
      }
    }
  }
  const { path } = best[from];
  query.weight.fill(initial / 2, from, to);
  for (const { from: start, to: end, told } of path) {
    query.weight.fill(told / (end - start), start, end);
  }
  query.paths.push(path);
  for (let i = from; i < to; i += 1) steps[i].forEach((step) => limit(step, query.weight));
}

/**
 * No reading of letters is worth more than what the letters tell.
 * @param {Step} step
 * @param {Float32Array} weight
 */
function limit({ from, to, worths, gains }, weight) {
  let most = 0;
  for (let i = from; i < to; i += 1) most += weight[i];
  worths.forEach((worth, k) => { gains[k] *= Math.min(1, most / worth); });
}
