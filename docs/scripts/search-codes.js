/**
 * Numbers of licences and codes of stations in a query. A classic script; search-whole.js loads it.
 */
"use strict";

const DIGIT = "[零一二三四五六七八九]";
const MOST_CODES = 3; // that are looked for in one query

/**
 * Find a licence's number or a station's code, or five digits of one; four where they are all.
 * @param {Reading} reading
 */
function codesIn(reading) {
  let looked = 0;
  reading.each(new RegExp(`${DIGIT}{4,}`, "g"), ([digits], start, stop) => {
    looked += 1;
    if (looked > MOST_CODES) return;
    let [from, to] = [start, stop];
    while (!reading.begins[from]) from -= 1;
    while (!reading.ends(to)) to += 1;
    let ahead = Math.max(0, from - 1);
    while (!reading.begins[ahead]) ahead -= 1;
    for (const [a, b] of [[ahead, to], [from, to], [start, stop]]) {
      const of = codesWith(reading.text.slice(a, b), digits, reading.index);
      if (!of.size) continue;
      reading.weigh(start, stop, OF_ORDINAL);
      reading.claim(a, b, (station) => of.has(station));
      return;
    }
  });
}

/**
 * The stations with a code that holds a text; where that has four digits, they are not part of
 * more.
 * @param {string} text
 * @param {string} digits
 * @param {Index} index
 */
function codesWith(text, digits, index) {
  const whole = new RegExp(`(^|[^零一二三四五六七八九])${digits}([^零一二三四五六七八九]|$)`);
  const of = new Set();
  licencesOf(index).forEach((held, station) => {
    if (held.includes(text) && (digits.length > 4 || whole.test(held))) of.add(station);
  });
  return of;
}

/**
 * The numbers of licences and the codes of each station, folded; worked out when first asked for.
 * @param {Index} index
 */
function licencesOf(index) {
  const { licensed, characters } = index;
  const { kept } = index;
  kept.licences = kept.licences || licensed.map((code) => unitsOf(code, characters.forms).units.join(""));
  return kept.licences;
}
