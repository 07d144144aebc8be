/**
 * Characters that sound like what was typed, the same or nearly so. A classic script; search-whole.js
 * loads it.
 */
"use strict";

/** @typedef {{bySound: number[][], accents: Map<string, number[]>}} Sounds */

const NEAR_SOUND = 0.55; // of what a character itself is worth
/** @type {[RegExp, string][]} what southern speakers do not tell apart */
const ACCENTS = [[/^([zcs])h/, "$1"], [/^l/, "n"], [/^f/, "h"], [/([aei])ng$/, "$1n"]];

/**
 * How the characters of an index sound.
 * @param {Index} index
 */
function soundsFor({ words, characters: { sounds, syllables } }) {
  words.sounds = words.sounds || { bySound: bySound(sounds, syllables.length), accents: accentsOf(syllables) };
  return words.sounds;
}

/**
 * Enter the characters that sound like a unit; they tell no more than they do themselves.
 * @param {Step} step
 * @param {string} unit
 * @param {number} told
 * @param {Index} index
 */
function sound(step, unit, told, index) {
  const { characters } = index;
  const sounds = soundsFor(index);
  for (const own of soundsOf(unit, characters)) {
    for (const near of sounds.accents.get(accentless(own)) || []) {
      const share = characters.syllables[near] === own ? SAME_SOUND : NEAR_SOUND;
      for (const one of sounds.bySound[near]) {
        put(step, [one], Math.max(LEAST, Math.min(told, characters.weight[one])), share);
      }
    }
  }
}

/**
 * Take in the table of the characters that no record has.
 * @param {Characters} characters
 * @param {CharacterTable & {alphabet: string}} table
 */
function addCharacters({ others, forms }, table) {
  const sounds = soundsIn(table.alphabet, table);
  [...table.alphabet].forEach((character, i) => others.set(character, sounds[i]));
  formsIn(table.alphabet, table, forms);
}

/**
 * @param {number[][]} sounds
 * @param {number} count
 */
function bySound(sounds, count) {
  /** @type {number[][]} */
  const characters = Array.from({ length: count }, () => []);
  sounds.forEach((of, character) => of.forEach((sound) => characters[sound].push(character)));
  return characters;
}

/**
 * The syllables that southern speakers do not tell apart.
 * @param {string[]} syllables
 */
function accentsOf(syllables) {
  /** @type {Map<string, number[]>} */
  const accents = new Map();
  syllables.forEach((syllable, i) => {
    for (const letters of spelledAs(syllable)) pushTo(accents, accentless(letters), i);
  });
  return accents;
}

/**
 * How a syllable is typed: lv also as lu.
 * @param {string} syllable
 */
function spelledAs(syllable) {
  return new Set([syllable, syllable.replace("v", "u")]);
}

/** @param {string} letters */
function accentless(letters) {
  return ACCENTS.reduce((text, [from, to]) => text.replace(from, to), letters);
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
