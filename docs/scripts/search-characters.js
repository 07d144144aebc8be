/**
 * The table of characters: one number for all forms of one, how it sounds, how much it tells.
 * A classic script; search-worker.js loads it.
 */
"use strict";

const DIGITS = "零一二三四五六七八九";
const ZERO = /[○〇]/g;
const BANKERS = "壹贰叁肆伍陆柒捌玖拾佰仟";
const NUMERALS = "一二三四五六七八九十百千";

/**
 * A character as it is compared, but for its simplified form: half width, lower case, numerals
 * Chinese; "" for what is neither letter nor digit. Halves of rare characters count.
 * @param {string} character
 */
function plain(character) {
  const half = character.normalize("NFKC").toLowerCase().replace(ZERO, "零");
  const one = half.length === 1 ? half : character;
  if (one >= "0" && one <= "9") return DIGITS[Number(one)];
  if (BANKERS.includes(one)) return NUMERALS[BANKERS.indexOf(one)];
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(one) ? one : "";
}

/**
 * Read the tables that come with the index and with what is fetched after it.
 * @param {{alphabet: string, weights: string, characters: CharacterTable}[]} tables
 */
function readCharacters(tables) {
  const texts = [""];
  const sounds = /** @type {number[][]} */ ([[]]);
  const syllables = [""];
  const weights = [1];
  /** @type {Map<string, string>} */
  const forms = new Map();
  for (const { alphabet, weights: told, characters } of tables) {
    texts.push(...alphabet);
    weights.push(...Array.from(told, (digit36) => parseInt(digit36, 36) / 35));
    formsIn(alphabet, characters, forms);
    for (const of of soundsIn(alphabet, characters)) sounds.push(of.map((one) => numberIn(syllables, one)));
  }
  const number = new Map(texts.map((text, i) => [text, i]));
  const folded = foldedOf(texts, number, forms);
  const weight = new Float32Array(texts.length).fill(1);
  weights.forEach((told, i) => { weight[folded[i]] = Math.min(weight[folded[i]], told); });
  while (sounds.length < texts.length) sounds.push([]);
  return {
    size: texts.length, number, texts, folded, weight, forms, syllables, sounds,
    /** @type {Map<string, string[]>} sounds of characters that no record has */
    others: new Map(),
  };
}

/**
 * @param {string[]} list
 * @param {string} text
 */
function numberIn(list, text) {
  const known = list.indexOf(text);
  return known < 0 ? list.push(text) - 1 : known;
}

/**
 * The number under which each character is compared; new ones are added to `texts`.
 * @param {string[]} texts
 * @param {Map<string, number>} number
 * @param {Map<string, string>} forms
 */
function foldedOf(texts, number, forms) {
  const folded = [0];
  for (let i = 1; i < texts.length; i += 1) {
    const same = plain(texts[i]);
    const one = forms.get(same) || same;
    if (one && !number.has(one)) number.set(one, texts.push(one) - 1);
    folded.push(number.get(one) || 0);
  }
  return Uint16Array.from(folded);
}

/**
 * The syllables that a character can be, the usual one first.
 * @param {string} character
 * @param {Characters} characters
 */
function soundsOf(character, { number, sounds, syllables, others }) {
  const own = number.get(character);
  return own ? sounds[own].map((sound) => syllables[sound]) : others.get(character) || [];
}

/**
 * Enter every other form → the character itself.
 * @param {string} alphabet
 * @param {CharacterTable} table
 * @param {Map<string, string>} forms
 */
function formsIn(alphabet, table, forms) {
  const lists = table.forms.split(",");
  [...alphabet].forEach((character, i) => {
    for (const form of lists[i] || "") if (!forms.has(form)) forms.set(form, character);
  });
}

/**
 * Each character's syllables, the usual one first.
 * @param {string} alphabet
 * @param {CharacterTable} table
 */
function soundsIn(alphabet, table) {
  const syllables = ["", ...table.syllables.split(" ")];
  const usual = unpack(table.readings);
  return Array.from(alphabet, (character, i) => {
    const others = table.others[character] ? table.others[character].split(" ") : [];
    return [syllables[usual[i]], ...others].filter(Boolean);
  });
}
