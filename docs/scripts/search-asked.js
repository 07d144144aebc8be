/**
 * What a query asks for beside names: a standing, a year; and what only seems to ask. A classic
 * script; search-whole.js loads it.
 */
"use strict";

const YEAR = /(一九|二零)[零一二三四五六七八九]{2}(年度?)?/g;

/** @typedef {ReturnType<typeof askedOf>} Asked */

/**
 * What is said of a station by the words that ask for it, and those words as patterns.
 * @param {Pick<Data, "words">} data
 * @param {{standing: string, grade: string}[]} said
 */
function askedOf({ words }, said) {
  /** @type {Map<string, Set<number>>} */
  const by = new Map();
  /** @type {(word: string, is: (one: {standing: string, grade: string}) => boolean) => void} */
  const put = (word, is) => {
    const of = by.get(word) || new Set();
    said.forEach((one, i) => { if (is(one)) of.add(i); });
    by.set(word, of);
  };
  Object.entries(words.standings).forEach(([word, of]) => put(word, ({ standing }) => of.includes(standing)));
  new Set(said.map(({ grade }) => grade).filter(Boolean)).forEach((word) => put(word, ({ grade }) => grade === word));
  const asking = anyOf(words.asking).source;
  return {
    by,
    words: new RegExp(`[被已经曾正在]*(${anyOf([...by.keys()]).source})[过了掉]*`, "g"),
    before: new RegExp(`(?:${asking})[被了已经的]*$`),
    after: new RegExp(`^[了的]*(?:${asking})`),
  };
}

/**
 * The words that ask for something of an index.
 * @param {Index} index
 */
function wordsFor({ words, data, said }) {
  words.asked = words.asked || askedOf(data, said);
  return words.asked;
}

/**
 * Enter what a query asks for beside names.
 * @param {Reading} reading
 * @param {Index} index
 */
function askedIn(reading, index) {
  const { stations, said } = index;
  const asked = wordsFor(index);
  reading.each(asked.words, ([text, word], from, to) => {
    const question = questionAround(reading.text, word, from + text.indexOf(word), asked);
    const of = /** @type {Set<number>} */ (asked.by.get(word));
    if (question) reading.noise.fill(1, ...question);
    else ask(reading, from, to, (station) => of.has(stations.said[station]));
  });
  codesIn(reading);
  reading.each(YEAR, ([text], from, to) => {
    if (reading.taken[from]) return;
    const year = String(toNumber(text.slice(0, 4)));
    ask(reading, from, to, (station) => {
      const { year: own, day } = said[stations.said[station]];
      return own === year || (own === "none" && day.startsWith(year));
    });
  });
}

/**
 * Enter what is asked of a station, but does not tell which one is meant.
 * @param {Reading} reading
 * @param {number} from
 * @param {number} to
 * @param {(station: number) => boolean} fits
 */
function ask(reading, from, to, fits) {
  reading.sealed.fill(1, from, to);
  reading.noise.fill(1, from, to);
  reading.claim(from, to, fits, 0, false, true);
}

/**
 * The stretch that asks whether a standing is a station's, and so claims none: 是不是合格, 合不合格.
 * @param {string} text
 * @param {string} word
 * @param {number} from
 * @param {Asked} asked
 * @returns {[from: number, to: number] | null}
 */
function questionAround(text, word, from, { before, after }) {
  const to = from + word.length;
  const ahead = before.exec(text.slice(0, from));
  const behind = after.exec(text.slice(to));
  if (word[0] === "不" && text[from - 1] === word[1]) return [from - 1, to];
  if (!ahead && !behind) return null;
  return [from - (ahead ? ahead[0].length : 0), to + (behind ? behind[0].length : 0)];
}
