/**
 * The words of stations, which come behind the first answer: occupations, kinds of hosts, supervisors.
 * A classic script; search-whole.js loads it.
 */
"use strict";

/** @type {Record<string, number>} */
const WORDS = { occupation: 5, kind: 6, supervisor: 7 };

/**
 * The number of the first word in the pool, and who puts those of one station after the other.
 * @param {Terms} terms
 * @param {Words} more
 * @param {Pool} pool
 */
function termsIn({ stations }, more, pool) {
  const words = pool.write(more.map(([, text]) => text));
  const fields = more.map(([field]) => WORDS[field]);
  const held = unpack(stations); // for each station how many, and which
  let at = 0;
  /** @param {(text: number, field: number) => void} put */
  const putNext = (put) => {
    const end = at + held[at];
    for (at += 1; at <= end; at += 1) put(words + held[at], fields[held[at]]);
  };
  return { words, putNext };
}
