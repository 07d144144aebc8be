/**
 * What answers the query in a station and how, and why it is here. A classic script; search-whole.js
 * loads it.
 */
"use strict";

const FIELDS = ["", "地区", "所在地", "承建单位", "又名", "工种", "单位类别", "主管", "原承建单位"];

/**
 * A station as its hit shows it, with what the query found in it.
 * @param {number} station
 * @param {Search | null} search
 * @param {Index} index
 * @returns {Hit}
 */
function markedHit(station, search, index) {
  const hit = hitOf(station, index);
  if (!search) return hit;
  const { marks, reasons, ordinal } = marksOf(station, search, index);
  const texts = textsOf(station, () => true, index);
  const own = texts.filter(({ field }) => field === HOSTS);
  /** @param {number} text */
  const of = (text) => joined(marks.get(text) || []);
  return {
    ...hit,
    marks: { name: nameMarks(marks, ordinal, station, index), hosts: own.map(({ text }) => of(text)) },
    found: texts.filter(({ text, field }) => field !== NAME && field !== HOSTS && marks.has(text))
      .map(({ text, field }) => ({ field: FIELDS[field], text: textOf(text, index), marks: of(text) })),
    reasons,
  };
}

/**
 * The marks of a name, from those of its pattern and from its ordinal.
 * @param {Map<number, Marks>} marks
 * @param {boolean} asked
 * @param {number} station
 * @param {Index} index
 */
function nameMarks(marks, asked, station, index) {
  const { name, places, text } = nameOf(station, index);
  /** @type {Marks} */
  const own = (marks.get(text) || []).map(([from, to, how]) => [places[from], places[to], how]);
  const numeral = `第${toChinese(index.stations.ordinal[station])}`;
  const at = asked ? name.indexOf(numeral) : -1;
  return joined(at < 0 ? own : [...own, [at, at + numeral.length, 0]]);
}

/**
 * Which characters of which texts answer the query, and in words why the station is here although
 * it is not what was typed.
 * @param {number} station
 * @param {Search} search
 * @param {Index} index
 */
function marksOf(station, search, index) {
  worthOfStation(search, station, index);
  const answer = explained(search.query);
  /** @type {Map<number, Marks>} */
  const marks = new Map();
  const ways = new Set();
  /** @type {string[]} */
  const left = [];
  let slips = 0;
  /** @type {(claim: Claim) => string} */
  const typed = ({ from, to }) => `“${search.query.asTyped.slice(from, to).join("")}”`;
  let aligned = -1;
  for (const stretch of answer.stretches) {
    if (stretch.text !== aligned) align(search, stretch.text, index);
    aligned = stretch.text;
    const traced = trace(search, stretch, index);
    slips += traced.slips;
    left.push(...leftOut(stretch.text, traced.left, index));
    for (const [place, how] of traced.places) {
      if (how === 1) ways.add(search.query.units.slice(stretch.from, stretch.to).some(isLetter));
      pushTo(marks, stretch.text, [place, place + 1, how]);
    }
  }
  const reasons = [
    ...(ways.has(true) ? ["按拼音查到"] : []),
    ...(ways.has(false) ? ["读音相近"] : []),
    ...(slips ? [slips > 1 ? `有${slips}处不同` : "有一处不同"] : []),
    ...(left.length ? [`中间略去${left.join("")}`] : []),
    ...(answer.claims.every(({ ordinal }) => ordinal) ? [] : ["编号相符"]),
    ...missingWords(answer, heldBy(station, search, index), search),
    ...search.query.claims.filter(({ soft, fits }) => soft && !fits(station)).map((claim) => `不是${typed(claim)}`),
  ];
  return { marks, reasons, ordinal: answer.claims.some(({ ordinal }) => ordinal) };
}

/**
 * The words of a text that the query leaves out, those that stand together as one.
 * @param {number} text
 * @param {number[]} places
 * @param {Index} index
 */
function leftOut(text, places, index) {
  const characters = [...textOf(text, index)];
  /** @type {string[]} */
  const words = [];
  places.forEach((place, i) => {
    if (characters[place] === ORDINAL || characters[place] === HOST) return;
    if (i && places[i - 1] === place - 1 && words.length) words[words.length - 1] += characters[place];
    else words.push(characters[place]);
  });
  return words.map((word) => `“${word}”`);
}

/**
 * The units that a station's texts hold, as bits.
 * @param {number} station
 * @param {Search} search
 * @param {Index} index
 */
function heldBy(station, { covered }, index) {
  const texts = textsOf(station, () => true, index);
  return texts.reduce((bits, { text }) => bits | covered[2 * text], 0);
}

/**
 * What of the query a station does not answer, but for what its texts hold somewhere.
 * @param {Answer} answer
 * @param {number} held bits of the units that they hold
 * @param {Search} search
 */
function missingWords({ missing }, held, { query }) {
  const { asTyped, begins } = query;
  /** @type {{from: number, to: number}[]} */
  const words = [];
  for (const [from, to] of missing) {
    if (held & bitsOf({ from, to }, query)) continue;
    const last = words[words.length - 1];
    if (last && last.to === from && !begins[from]) last.to = to;
    else words.push({ from, to });
  }
  const said = words.map(({ from, to }) => `“${asTyped.slice(from, to).join("")}”`);
  return said.length ? [`没有对上${said.join("")}`] : [];
}

/**
 * Ranges in order, those that touch and are alike made one.
 * @param {Marks} ranges
 * @returns {Marks}
 */
function joined(ranges) {
  /** @type {Marks} */
  const made = [];
  for (const [from, to, how] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = made[made.length - 1];
    if (last && from <= last[1] && (how === last[2] || to <= last[1])) last[1] = Math.max(last[1], to);
    else if (!last || to > last[1]) made.push([last ? Math.max(from, last[1]) : from, to, how]);
  }
  return made;
}

/**
 * How texts and claims answer a query, from what `worthOf` laid last up to each unit.
 * @param {Query} query
 */
function explained({ units, noise }) {
  /** @type {Answer} */
  const answer = { stretches: [], claims: [], missing: [] };
  let i = units.length;
  while (i > 0) {
    const laid = last[i];
    if (laid === undefined) {
      if (!noise[i - 1]) answer.missing.unshift([i - 1, i]);
      i -= 1;
    } else if ("blocks" in laid) {
      const { text, field, blocks } = laid;
      const at = blockAt(blocks, i);
      const [from, end] = [blocks[at + 2], blocks[at + 3]];
      answer.stretches.push({ text, field, from, to: i, end });
      i = from;
    } else {
      answer.claims.push(laid);
      i = laid.from;
    }
  }
  return answer;
}

/**
 * The characters of a text that a stretch of the query answers, and how; a pair a character. The text
 * is the one that was aligned last.
 * @param {Search} search
 * @param {Stretch} stretch
 * @param {Index} index
 * @returns {{places: [place: number, how: number][], slips: number, left: number[]}} and the places
 *   in between that the query leaves out
 */
function trace(search, { text, to, end }, index) {
  const { units } = search.query;
  /** @type {[number, number][]} */
  const places = [];
  /** @type {number[]} */
  const left = [];
  let slips = 0;
  let [i, j] = [to, end];
  while (i > 0 && j > 0 && moves[i * WIDTH + j]) {
    const move = moves[i * WIDTH + j];
    const kind = move & 7;
    if (kind === MATCH) {
      const same = letters[j - 1] === index.characters.number.get(units[i - 1]);
      places.push([j - 1, same && move >> 3 === 1 ? 0 : 1]);
      i -= move >> 3;
      j -= 1;
    } else if (kind === SWAPPED || kind === TOGETHER) {
      const whole = search.wholes[i];
      const size = kind === SWAPPED || !whole ? 2 : whole.letters.length;
      for (let k = 1; k <= size; k += 1) places.push([j - k, kind === SWAPPED ? 2 : 0]);
      slips += kind === SWAPPED ? 1 : 0;
      i -= size;
      j -= size;
    } else {
      if (kind === LEFT_OUT) left.unshift(j - 1);
      slips += kind === LEFT_OUT ? 0 : 1;
      i -= kind === LEFT_OUT ? 0 : 1;
      j -= kind === EXTRA_ONE ? 0 : 1;
    }
  }
  return { places, slips, left };
}
