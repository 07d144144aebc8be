/**
 * Numbers in Chinese numerals. A classic script; search-worker.js loads it.
 */
"use strict";

const UNITS = new Map([["千", 1000], ["百", 100], ["十", 10]]);
const NUMERAL = "[零一二三四五六七八九十百千两]";

/**
 * The number that Chinese numerals write: 十五, 一五 → 15.
 * @param {string} text
 */
function toNumber(text) {
  if (!/[十百千]/.test(text)) return Number(Array.from(text, digit).join(""));
  let total = 0;
  let count = -1;
  for (const c of text) {
    const unit = UNITS.get(c);
    if (!unit) count = digit(c);
    else {
      total += (count < 0 ? 1 : count) * unit;
      count = 0;
    }
  }
  return total + Math.max(count, 0);
}

/** @param {string} c */
function digit(c) {
  return c === "两" ? 2 : DIGITS.indexOf(c);
}

/**
 * A number in Chinese, 15 → 十五; what no ordinal can be stays as it is.
 * @param {number} number
 */
function toChinese(number) {
  if (number < 1 || number > 9999) return String(number);
  let text = "";
  let gap = false;
  for (const [name, unit] of [...UNITS, ["", 1]]) {
    const count = Math.floor(number / Number(unit)) % 10;
    if (count) text += (gap ? "零" : "") + DIGITS[count] + name;
    gap = count ? false : gap || text !== "";
  }
  return text.replace(/^一十/, "十");
}
