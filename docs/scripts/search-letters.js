/**
 * Pinyin in a query: syllables, whole or begun, with a slip or a southern accent, and initials. A
 * classic script; search-whole.js loads it.
 */
"use strict";

/** @typedef {ReturnType<typeof spellingsOf>} Spellings */

const ACCENT = 0.8; // of what the syllable is worth
const SLIP = 0.55;
const LONGEST_SYLLABLE = 7; // zhuangg: one more than the longest, for a slip

/**
 * How the syllables of an index are spelled.
 * @param {Index} index
 */
function spellingsFor(index) {
  const { words, characters, count } = index;
  words.spellings = words.spellings || spellingsOf(characters, soundsFor(index).bySound, count);
  return words.spellings;
}

/**
 * How syllables are found: by their letters, by those with a slip, by their initials.
 * @param {Characters} characters
 * @param {number[][]} bySound
 * @param {number} stations
 */
function spellingsOf({ texts, sounds, syllables, weight }, bySound, stations) {
  const most = Math.log(Math.max(stations, 2));
  const spellings = {
    worth: new Float32Array(syllables.length),
    initial: Math.min(0.5, 2.2 / most),
    /** @type {Map<string, number[]>} */ letters: new Map(),
    /** @type {Map<string, number[]>} */ slips: new Map(),
    initials: initialsOf(texts, sounds, syllables),
    byInitial: byInitial(sounds, syllables),
  };
  syllables.forEach((syllable, i) => {
    if (!syllable) return;
    const held = bySound[i].reduce((sum, c) => sum + Math.exp(most * (1 - weight[c])), 0);
    spellings.worth[i] = Math.max(LEAST, 1 - Math.log(Math.max(held, 1)) / most);
    for (const letters of spelledAs(syllable)) {
      pushTo(spellings.letters, letters, i);
      if (letters.length > 2) slipsOf(letters).forEach((slip) => pushTo(spellings.slips, slip, i));
    }
  });
  return spellings;
}

/**
 * The letters, as numbers from 1, with which a character can begin when it is spelled.
 * @param {string[]} texts
 * @param {number[][]} sounds
 * @param {string[]} syllables
 */
function initialsOf(texts, sounds, syllables) {
  return texts.map((text, i) => {
    const letters = /^[a-z]$/.test(text) ? [text] : sounds[i].map((sound) => syllables[sound][0]);
    return [...new Set(letters.map(initialNumber))];
  });
}

/**
 * An initial as a number from 1; those that southern speakers do not tell apart have one.
 * @param {string} letter
 */
function initialNumber(letter) {
  return letter.replace("l", "n").replace("f", "h").charCodeAt(0) - 96;
}

/**
 * The characters by their initials: l, zh; z has those of zh too.
 * @param {number[][]} sounds
 * @param {string[]} syllables
 */
function byInitial(sounds, syllables) {
  /** @type {Map<string, number[]>} */
  const characters = new Map();
  sounds.forEach((of, character) => {
    const heads = of.map((sound) => [syllables[sound][0], ...(/^[zcs]h/.exec(syllables[sound]) || [])]);
    new Set(heads.flat()).forEach((head) => pushTo(characters, head, character));
  });
  return characters;
}

/**
 * The letters themselves, and with each one left out: two words that share one are a slip apart.
 * @param {string} letters
 */
function slipsOf(letters) {
  const without = Array.from(letters, (_, i) => letters.slice(0, i) + letters.slice(i + 1));
  return new Set([letters, ...without]);
}

/**
 * Enter the steps of each run of letters.
 * @param {Query} query
 * @param {Step[][]} steps
 * @param {Index} index
 */
function spell(query, steps, index) {
  const { units, begins } = query;
  for (let i = 0; i < units.length; i += 1) {
    let end = i;
    while (end < units.length && isLetter(units[end]) && (end === i || !begins[end])) end += 1;
    if (end === i) continue;
    letterSteps(query, i, end, steps, index);
    i = end - 1;
  }
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
      if (step.means.length) steps[from + i].push(step);
    }
  }
  weighLetters(query, from, to, steps, spellingsFor(index).initial);
}

/**
 * The step of some letters that may be a syllable, or the beginning of one.
 * @param {string} letters
 * @param {number} at
 * @param {boolean} last whether nothing follows, so that the syllable may not be complete
 * @param {Index} index
 */
function spelled(letters, at, last, index) {
  const { characters } = index;
  const spellings = spellingsFor(index);
  const { worth, initial, byInitial } = spellings;
  const { number } = characters;
  const { bySound, accents: alike } = soundsFor(index);
  const whole = spellings.letters.get(letters) || [];
  const accents = letters.length > 1 ? alike.get(accentless(letters)) || [] : [];
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
  const likely = whole.length ? Math.max(...whole.map((one) => worth[one])) : Math.max(0, ...step.means.map(({ gain }) => gain));
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
function limit({ from, to, means }, weight) {
  let most = 0;
  for (let i = from; i < to; i += 1) most += weight[i];
  for (const one of means) one.gain *= Math.min(1, most / one.worth);
}

/**
 * Leave of what texts can answer only what the letters allow: of syllables what has a neighbour's
 * initial beside it, of initials what has two.
 * @param {Int32Array} covered by characters and syllables
 * @param {Query} query
 * @param {Texts} index
 */
function pair(covered, query, index) {
  const { keys, sure, unsure } = pairsOf(query, index);
  const held = heldIn(index);
  const pairs = pairsIn(index);
  for (const [key, bits] of keys) enter(pairs, key, bits, held, 0);
  for (let at = 0; keys.length && at < covered.length; at += 2) {
    covered[at] = (covered[at] & (held[at] | ~sure)) | (held[at] & unsure);
    covered[at + 1] &= held[at] | ~sure;
  }
}

/**
 * Room for what the pairs of initials cover, used again by each query.
 * @param {Index} index
 */
function heldIn({ kept, covered }) {
  kept.held = kept.held ? kept.held.fill(0) : new Int32Array(covered.length);
  return kept.held;
}

/**
 * The pairs of initials that a query's letters ask for, each with the bits of the units that need
 * it: a syllable alone says little, so it must have a neighbour. `sure` are the bits of syllables
 * that characters answer too, `unsure` those of initials, which nothing else answers.
 * @param {Query} query
 * @param {Index} index
 */
function pairsOf(query, index) {
  const { paths, units } = query;
  /** @type {[key: number, bits: number][]} */
  const keys = [];
  let [sure, unsure] = [0, 0];
  /** @param {number} unit */
  const initial = (unit) => initialOf(units[unit] || "", index);
  for (const path of paths) {
    path.forEach((step, i) => {
      if (step.sure && path.length < 2) return;
      const bits = bitsOf(step, query);
      if (step.sure) sure |= bits;
      else unsure |= bits;
      const own = initial(step.from);
      keys.push([initial(i ? path[i - 1].from : step.from - 1) * 27 + own, bits]);
      if (path[i + 1]) keys.push([own * 27 + initial(path[i + 1].from), bits]);
    });
  }
  return { keys, sure, unsure };
}

/**
 * @param {string} unit
 * @param {Index} index
 */
function initialOf(unit, index) {
  if (isLetter(unit)) return initialNumber(unit);
  return (spellingsFor(index).initials[index.characters.number.get(unit) || 0] || [])[0] || 0;
}

/**
 * Which texts hold each pair of initials of neighbours; before the first character stands the
 * initial 0. Made when letters are first asked for.
 * @param {Index} index
 */
function pairsIn(index) {
  if (!index.kept.pairs) {
    const { codes, starts, characters: { folded } } = index;
    const { initials } = spellingsFor(index);
    const keys = [];
    const ends = [];
    for (let text = 0; text + 1 < starts.length; text += 1) {
      let before = [0];
      for (let i = starts[text]; i < starts[text + 1]; i += 1) {
        const own = initials[folded[codes[i]]];
        for (const a of before) for (const b of own) keys.push(a * 27 + b);
        if (own.length) before = own;
      }
      ends.push(keys.length);
    }
    index.kept.pairs = inverted(27 * 27, keys, ends);
  }
  return index.kept.pairs;
}
