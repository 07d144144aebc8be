/**
 * What a query means: pieces between spaces, and the terms that each holds. A classic script;
 * search-worker.js loads it.
 */
"use strict";

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const LONGEST_TERM = 30; // places 0 to 30 fit the bits of a number
const DIGITS = "零一二三四五六七八九";
const UNITS = new Map([["千", 1000], ["百", 100], ["十", 10], ["", 1]]);
const NUMERAL = "[0-9零〇一二三四五六七八九十百千两]{1,7}";
const STATION = "国家职业技能鉴定";

/**
 * The terms of a query as typed: folded, without tones and apostrophes, split at all else.
 * @param {string} query
 * @param {Map<string, string>} forms
 */
function fold(query, forms) {
  const letters = query.slice(0, LONGEST_QUERY).normalize("NFC").toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v").replace(/[○〇]/g, "零")
    .normalize("NFKD").replace(/[\u0300-\u036f'’‘`]/g, "").toLowerCase().slice(0, LONGEST_QUERY);
  const folded = Array.from(letters, (c) => forms.get(c) || c).join("");
  return folded.split(/[^\p{L}\p{N}\ud800-\udfff]+/u).filter(Boolean).slice(0, MOST_TERMS);
}

/**
 * The number that Chinese or Arabic numerals write: 十五, 一五, 15 → 15.
 * @param {string} text
 */
function toNumber(text) {
  if (/^[0-9]+$/.test(text)) return Number(text);
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
  return c === "两" ? 2 : DIGITS.includes(c) ? DIGITS.indexOf(c) : Number(c);
}

/**
 * A number in Chinese, 15 → 十五; what no ordinal can be stays as it is.
 * @param {number} number
 */
function toChinese(number) {
  if (number < 1 || number > 9999) return String(number);
  let text = "";
  let gap = false;
  UNITS.forEach((unit, name) => {
    const count = Math.floor(number / unit) % 10;
    if (count) text += (gap ? "零" : "") + DIGITS[count] + name;
    gap = count ? false : gap || text !== "";
  });
  return text.replace(/^一十/, "十");
}

/**
 * A term: texts of which one is to be hit, or an ordinal, a year, or a word for a standing.
 * @param {string} text
 * @param {Meaning} [meaning]
 * @returns {Term}
 */
function term(text, meaning) {
  const texts = [text, ...((meaning && meaning.texts) || [])].map((t) => t.slice(0, LONGEST_TERM));
  return { ordinal: -1, year: "", of: [], grade: "", ...meaning, texts: [...new Set(texts)] };
}

/**
 * The terms that a query's piece between spaces holds: 省六所 → 省, 六所.
 * @param {string} piece
 * @param {Index} index
 * @returns {Term[]}
 */
function terms(piece, index) {
  if (!piece) return [];
  const word = index.longestFirst.find((known) => piece.includes(known));
  if (word) return around(piece, piece.indexOf(word), word, index.words.get(word), index);
  const begun = piece.length > 1 && index.longestFirst.find((known) => known.startsWith(piece));
  if (begun) return [term(piece, index.words.get(begun))];
  const year = /(?:19|20)\d\d年度?/.exec(piece) || /^(?:19|20)\d\d$/.exec(piece)
    || /[一二][一二三四五六七八九零]{3}年度?/.exec(piece);
  if (year) {
    const value = String(toNumber(year[0].replace(/年度?/, "")));
    return around(piece, year.index, year[0], { year: value }, index);
  }
  return withOrdinal(piece) || [term(piece)];
}

/**
 * @param {string} piece
 * @param {number} at
 * @param {string} text
 * @param {Meaning | undefined} meaning
 * @param {Index} index
 */
function around(piece, at, text, meaning, index) {
  const after = piece.slice(at + text.length);
  return [...terms(piece.slice(0, at), index), term(text, meaning), ...terms(after, index)];
}

/**
 * The terms of a piece that names an ordinal: 第15, 十五所, 甘肃第十五国家职业技能鉴定所, 15.
 * @param {string} piece
 */
function withOrdinal(piece) {
  const numbered = new RegExp(`^(.*?)第(${NUMERAL})号?(.*)$`).exec(piece)
    || new RegExp(`^(.*?)(${NUMERAL})号?((?:${STATION}|鉴定)?[所站])$`).exec(piece)
    || new RegExp(`^()(${NUMERAL})(号?)$`).exec(piece);
  if (!numbered) return null;
  const [, before, numeral, after] = numbered;
  const ordinal = toNumber(numeral);
  const rest = afterOrdinal(after);
  const end = after.slice(0, after.length - rest.length);
  const named = (piece.includes("第") ? `第${toChinese(ordinal)}` : numeral) + end;
  return [...(before ? [term(before)] : []), term(named, { ordinal }), ...(rest ? [term(rest)] : [])];
}

/**
 * What follows an ordinal once the usual end of a station's name, or its beginning, is off.
 * @param {string} text
 */
function afterOrdinal(text) {
  const rest = text.replace(/^(?:国家)?(?:职业)?(?:技能)?(?:鉴定)?(?:所|站|号)?/, "");
  return rest && `${STATION}所`.startsWith(text) ? "" : rest;
}
