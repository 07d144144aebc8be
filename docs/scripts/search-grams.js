/**
 * The keys by which a question finds the stations of a big register that may answer it, as
 * hooks/register/search/grams.py files them. A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * @typedef {{unit: string, letters: string, first: string[], last: string[],
 *   halves: [string, string][], initials: string[], gap: boolean}} Slot
 *   a character, or letters that stand for one or, as xian, for two `halves`; first, last: the
 *   syllables, folded, that it may begin and end with; gap: it does not follow the one before
 * @typedef {{keys: string[], tells: number}} Clue keys, of which a station that answers has one, and
 *   how much each of them is taken for; more than 1: it was asked for
 */

const MOST_SYLLABLES = 4; // that letters with a slip may be
const DIGITS_RUN = /[零一二三四五六七八九]{5,}/g;
const FIVE_DIGITS = /(?=([零一二三四五六七八九]{5}))/g;
const ANY_NUMERAL = new RegExp(`${NUMERAL}+`);
const SHORT_NUMBER = 3; // 第四 may be in a host's name, too
const LONGEST_NUMBER = 12;
const OF_CHARACTER = 0.9;
const OF_INITIALS = 0.5;
const OF_HALVES = 0.5;
const OF_ID = 9;
const ID = /^[a-z0-9-]{2,64}$/;
const OF_HEAD = 0.3;
const OF_SLIP = 0.7; // a pair that is no neighbours'
const OF_A_YEAR = 0.3; // that may be an ordinal …
const OF_A_NUMBER = 1.8; // … as other numbers …
const OF_SURE = 2.5; // … or is one
const OF_CODE = 3;
const OF_CLAIM = 1.5;
const MOST_SAID = 10;
const COMMON = 9.5 / 35; // characters that tell less are on no shelf, as in grams.py

/**
 * The clues of a question, and the regions that it names.
 * @param {Question} question
 * @param {Index} index of no station
 * @returns {{clues: Clue[], named: number[]}}
 */
function cluesOf(question, index) {
  const typed = String(question.query);
  const query = readQuery(typed, index);
  stepsOf(query, index);
  const id = typed.normalize("NFKC").trim().toLowerCase();
  const slots = slotsOf(query, index);
  const clues = [ // those that tell most come first
    ...(ID.test(id) ? [{ keys: [`#${id}`], tells: OF_ID }] : []),
    ...numberClues(query),
    ...saidClues(question, query, index),
    { keys: wholeKeys(slots), tells: 1 },
    ...textClues(slots, index.characters),
    ...slipClues(slots),
  ];
  return { clues, named: regionsNamed(query, index.data.regions) };
}

/**
 * @param {Query} query
 * @param {string[]} regions
 */
function regionsNamed({ units, wholes }, regions) {
  const provinces = wholes.map(({ from, to }) => units.slice(from, to).join(""));
  return regions.map((_, number) => number)
    .filter((number) => provinces.some((province) => regions[number].startsWith(province)));
}

/**
 * @param {Query} query
 * @param {Index} index
 * @returns {Slot[]}
 */
function slotsOf(query, index) {
  const { characters } = index;
  const spellings = spellingsFor(index);
  const { units, begins, noise, paths } = query;
  const steps = new Map(paths.flat().map((step) => [step.from, step]));
  const out = taken(query);
  /** @type {Slot[]} */
  const slots = [];
  let gap = true;
  for (let i = 0; i < units.length;) {
    const step = steps.get(i);
    const end = step ? step.to : i + 1;
    if (out[i] || noise[i]) gap = true;
    else {
      const apart = begins[i] && !(isLetter(units[i]) && i > 0 && isLetter(units[i - 1]));
      slots.push({
        ...(step ? spelledSlot(units.slice(i, end).join(""), step, spellings, characters) : slotOf(units[i], characters)),
        gap: gap || apart,
      });
      gap = false;
    }
    i = end;
  }
  slots.forEach((slot, i) => { if (!slot.gap) resound(slots[i - 1], slot, spellings); });
  return slots;
}

/**
 * Letters of two syllables may be parted otherwise: hun ang, hu nang.
 * @param {Slot} one
 * @param {Slot} next
 * @param {Spellings} spellings
 */
function resound(one, next, spellings) {
  if (!one.letters || !next.letters) return;
  for (const [head, rest] of halvesOf(one.letters + next.letters, spellings)) {
    for (const side of [one.first, one.last]) if (!side.includes(head)) side.push(head);
    for (const side of [next.first, next.last]) if (!side.includes(rest)) side.push(rest);
  }
}

/**
 * Units that speak of an ordinal, a standing or a year, and of nothing else.
 * @param {Query} query
 */
function taken({ units, claims, sealed }) {
  const out = new Uint8Array(units.length);
  for (const { index, 0: digits } of units.join("").matchAll(DIGITS_RUN)) out.fill(1, index, Number(index) + digits.length);
  for (const { from, to, ordinal } of claims) {
    for (let i = from; i < to; i += 1) if (!ordinal || (sealed[i] && to - from > SHORT_NUMBER)) out[i] = 1;
  }
  return out;
}

/**
 * @param {string} unit
 * @param {Characters} characters
 */
function slotOf(unit, characters) {
  const [usual] = soundsOf(unit, characters);
  const folded = usual ? [foldedSound(usual)] : [];
  return { unit, letters: "", halves: [], first: folded, last: folded, initials: usual ? [usual[0]] : [] };
}

/**
 * @param {string} letters
 * @param {Step} step
 * @param {Spellings} spellings
 * @param {Characters} characters
 */
function spelledSlot(letters, step, spellings, { syllables }) {
  const initials = [letters[0]];
  if (step.sure) {
    const halves = halvesOf(letters, spellings);
    const own = foldedSound(letters);
    return {
      unit: "", letters, halves, initials, first: [own, ...halves.map(([head]) => head)], last: [own, ...halves.map(([, rest]) => rest)],
    };
  }
  const slips = letters.length < 3 ? [] : [...slipsOf(letters)];
  const meant = new Set(slips.flatMap((slip) => spellings.slips.get(slip) || []).map((one) => syllables[one]));
  const nearest = [...meant].sort((a, b) => alike(b, letters) - alike(a, letters)).slice(0, MOST_SYLLABLES);
  const folded = [...new Set(nearest.map(foldedSound))];
  return { unit: "", letters: "", halves: [], initials, first: folded, last: folded };
}

/**
 * How many letters of a syllable were typed, its first one before others.
 * @param {string} syllable
 * @param {string} letters
 */
function alike(syllable, letters) {
  const held = Array.from(syllable).filter((letter) => letters.includes(letter)).length;
  return held - Math.abs(syllable.length - letters.length) + Number(syllable[0] === letters[0]) / 2;
}

/**
 * The two syllables, folded, that letters may be as well: luan is also lu an.
 * @param {string} letters
 * @param {Spellings} spellings
 */
function halvesOf(letters, spellings) {
  /** @type {[string, string][]} */
  const halves = [];
  for (let i = 1; i < letters.length; i += 1) {
    const [head, rest] = [letters.slice(0, i), letters.slice(i)];
    if (spellings.letters.has(head) && spellings.letters.has(rest)) halves.push([foldedSound(head), foldedSound(rest)]);
  }
  return halves;
}

/** @param {string} syllable */
function foldedSound(syllable) {
  return accentless(syllable.replace("v", "u"));
}

/**
 * The key of a text that sounds like all that is asked.
 * @param {Slot[]} slots
 */
function wholeKeys(slots) {
  const sounds = slots.map(({ first }) => first[0]);
  return sounds.length && sounds.every(Boolean) ? [`=${sounds.join(" ")}`] : [];
}

/**
 * @param {Slot[]} slots
 * @param {Characters} characters
 * @returns {Clue[]}
 */
function textClues(slots, { number, weight }) {
  /** @type {Clue[]} */
  const clues = [];
  slots.forEach(({ unit, first, last, halves, initials, gap }, i) => {
    if (number.has(unit) && weight[number.get(unit) || 0] > COMMON) clues.push({ keys: [`c${unit}`], tells: OF_CHARACTER });
    halves.forEach(([head, rest]) => clues.push({ keys: [`s${head} ${rest}`], tells: OF_HALVES }));
    const [next, third] = [slots[i + 1], slots[i + 2]];
    if (!next || next.gap) return;
    if (last.length && next.first.length) {
      clues.push({ keys: syllablePairs(last, next.first), tells: 1 });
    }
    const unsure = [slots[i], next, third].some((slot) => slot && !slot.first.length);
    if (!unsure) return;
    if (gap) clues.push({ keys: [`^${initials[0]}${next.initials[0]}`], tells: OF_HEAD });
    if (third && !third.gap) clues.push({ keys: [`i${initials[0]}${next.initials[0]}${third.initials[0]}`], tells: OF_INITIALS });
  });
  return clues;
}

/**
 * What a text has that lacks one of the characters asked for, or has another in its place.
 * @param {Slot[]} slots
 * @returns {Clue[]}
 */
function slipClues(slots) {
  return slots.slice(2).flatMap(({ first, gap }, i) => {
    const { last } = slots[i];
    const apart = gap || slots[i + 1].gap || !last.length || !first.length;
    return apart ? [] : [{ keys: syllablePairs(last, first), tells: OF_SLIP }];
  });
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function syllablePairs(one, other) {
  return one.flatMap((a) => other.map((b) => `s${a} ${b}`)).slice(0, MOST_SYLLABLES);
}

/**
 * Ordinals and licences' numbers.
 * @param {Query} query
 * @returns {Clue[]}
 */
function numberClues({ units, claims }) {
  const text = units.join("");
  const ordinals = claims.flatMap(({ from, to, ordinal, must }) => {
    const numeral = ANY_NUMERAL.exec(text.slice(from, to));
    if (!numeral || numeral[0].length > LONGEST_NUMBER) return [];
    const year = !ordinal && text[from - 1] !== "第";
    return [{ keys: [`n${toNumber(numeral[0])}`], tells: must ? OF_SURE : year ? OF_A_YEAR : OF_A_NUMBER }];
  });
  const codes = Array.from(text.matchAll(FIVE_DIGITS), ([, five]) => ({ keys: [`d${five}`], tells: OF_CODE }));
  return [...ordinals, ...codes];
}

/**
 * What must be said of a station that is asked for by its standing or its year.
 * @param {Question} question
 * @param {Query} query
 * @param {Index} index
 * @returns {Clue[]}
 */
function saidClues({ standing, year, on }, { units, claims }, index) {
  const { said } = index;
  const { by } = wordsFor(index);
  if (on) return []; // the shelves know today only
  const text = units.join("");
  /** @type {((number: number) => boolean)[]} */
  const asked = claims.filter(({ ordinal }) => !ordinal).map(({ from, to }) => {
    const of = by.get(text.slice(from, to));
    const own = String(toNumber(text.slice(from, from + 4)));
    return (number) => (of ? of.has(number) : said[number].year === own);
  });
  if (standing && standing.length) asked.push((number) => standing.includes(said[number].standing));
  if (year && year.length) asked.push((number) => year.includes(said[number].year));
  if (!asked.length) return [];
  const fitting = said.filter((_, number) => asked.every((is) => is(number)));
  const keys = new Set(fitting.map((one) => `@${one.standing} ${one.year}`));
  return [{ keys: [...keys].slice(0, MOST_SAID), tells: OF_CLAIM }];
}

/**
 * The number under which a key is filed: its CRC-32 in UTF-8.
 * @param {string} key
 */
function numberOfKey(key) {
  let crc = -1;
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    if (code < 128) crc = crcOf(crc, code);
    else if (code < 2048) crc = crcOf(crcOf(crc, 192 | (code >> 6)), 128 | (code & 63));
    else crc = crcOf(crcOf(crcOf(crc, 224 | (code >> 12)), 128 | ((code >> 6) & 63)), 128 | (code & 63));
  }
  return ~crc >>> 0;
}

/**
 * @param {number} crc
 * @param {number} byte
 */
function crcOf(crc, byte) {
  let next = crc ^ byte;
  for (let bit = 0; bit < 8; bit += 1) next = next & 1 ? (next >>> 1) ^ 0xedb88320 : next >>> 1;
  return next;
}
