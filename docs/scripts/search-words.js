/**
 * The words of questions as patterns. A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * The words of questions, as patterns; what is said of a station by the words that ask for it.
 * @param {Pick<Data, "words">} data
 * @param {{standing: string, grade: string}[]} said
 */
function wordsOf({ words }, said) {
  /** @type {Map<string, Set<number>>} */
  const asked = new Map();
  /** @type {(word: string, is: (one: {standing: string, grade: string}) => boolean) => void} */
  const put = (word, is) => {
    const of = asked.get(word) || new Set();
    said.forEach((one, i) => { if (is(one)) of.add(i); });
    asked.set(word, of);
  };
  Object.entries(words.standings).forEach(([word, of]) => put(word, ({ standing }) => of.includes(standing)));
  new Set(said.map(({ grade }) => grade).filter(Boolean)).forEach((word) => put(word, ({ grade }) => grade === word));
  const asking = oneOf(words.asking);
  return {
    said: asked,
    standings: new RegExp(oneOf([...asked.keys()]), "g"),
    noise: new RegExp(oneOf(words.noise), "g"),
    provinces: new RegExp(oneOf(words.provinces), "g"),
    before: new RegExp(`(?:${asking})[被了已经的]*$`),
    after: new RegExp(`^[了的]*(?:${asking})`),
  };
}

/**
 * A pattern for any of the words, the longest first.
 * @param {string[]} words
 */
function oneOf(words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.sort((a, b) => b.length - a.length).join("|");
}
