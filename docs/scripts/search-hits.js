/**
 * What a hit says: its name and id, what answers the query in it and how, and why it is here.
 * A classic script; search-worker.js loads it.
 */
"use strict";

/** @type {{marks: Map<number, Marks>, reasons: string[], ordinal: boolean}} */
const NOTHING = { marks: new Map(), reasons: [], ordinal: false };

/**
 * A station as its hit shows it.
 * @param {number} station
 * @param {Search | null} search
 * @param {Index} index
 * @returns {Hit}
 */
function hitOf(station, search, index) {
  const { standing, shape, words, phase, grade, year, status, notice } = index.said[index.stations.said[station]];
  const { name, places, text: pattern } = nameOf(station, index);
  const why = search ? marksOf(station, search, index) : NOTHING;
  const hosts = textsOf(station, (field) => field === HOSTS, index);
  const id = idOf(station, index);
  return {
    id,
    url: `stations/${id}/${index.on && `?on=${index.on}`}`,
    name,
    hosts: hosts.map(({ text }) => textOf(text, index)),
    standing: shape, mark: words, phase, grade, year, status,
    document: notice && { words: notice[1], url: `notices/${notice[0]}/` },
    marks: {
      name: joined([...nameMarks(why, pattern, places, name, index.stations.ordinal[station])]),
      hosts: hosts.map(({ text }) => joined(why.marks.get(text) || [])),
    },
    found: textsOf(station, (field) => field !== NAME && field !== HOSTS, index)
      .filter(({ text }) => why.marks.has(text))
      .map(({ text, field }) => (
        { field: FIELDS[field], text: textOf(text, index), marks: joined(why.marks.get(text) || []) })),
    reasons: why.reasons,
  };
}

/**
 * The marks of a name, from those of its pattern and from its ordinal.
 * @param {typeof NOTHING} why
 * @param {number} pattern
 * @param {number[]} places
 * @param {string} name
 * @param {number} ordinal
 * @returns {Marks}
 */
function nameMarks({ marks, ordinal: asked }, pattern, places, name, ordinal) {
  /** @type {Marks} */
  const own = (marks.get(pattern) || []).map(([from, to, how]) => [places[from], places[to], how]);
  const numeral = `第${toChinese(ordinal)}`;
  const at = asked ? name.indexOf(numeral) : -1;
  return at < 0 ? own : [...own, [at, at + numeral.length, 0]];
}

/**
 * @param {number} station
 * @param {Search} search
 * @param {Index} index
 */
function answerOf(station, search, index) {
  /** @type {Answer} */
  const answer = { stretches: [], claims: [], missing: [] };
  worthOfStation(search, station, index, answer);
  return answer;
}

/**
 * Which characters of which texts answer the query, and in words why the station is here although
 * it is not what was typed.
 * @param {number} station
 * @param {Search} search
 * @param {Index} index
 */
function marksOf(station, search, index) {
  const answer = answerOf(station, search, index);
  /** @type {Map<number, Marks>} */
  const marks = new Map();
  const ways = new Set();
  /** @type {string[]} */
  const left = [];
  let slips = 0;
  for (const stretch of answer.stretches) {
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
    ...missingWords(answer, heldBy(station, search, index), search),
    ...search.query.claims.filter(({ soft, fits }) => soft && !fits(station))
      .map(({ from, to }) => `不是“${search.query.asTyped.slice(from, to).join("")}”`),
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
  return [0, 1].map((k) => texts.reduce((bits, { text }) => bits | covered[4 * text + k], 0));
}

/**
 * What of the query a station does not answer, but for what its texts hold somewhere.
 * @param {Answer} answer
 * @param {number[]} held bits of the units that they hold
 * @param {Search} search
 */
function missingWords({ missing }, held, { query: { asTyped, begins } }) {
  /** @type {{from: number, to: number}[]} */
  const words = [];
  for (const [from, to] of missing) {
    if (from < 32 ? held[0] & (1 << from) : held[1] & (1 << (from - 32))) continue;
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
 * A text of the pool.
 * @param {number} text
 * @param {Index} index
 */
function textOf(text, { codes, starts, characters }) {
  return Array.from(codes.subarray(starts[text], starts[text + 1]), (c) => characters.texts[c]).join("");
}

/**
 * The texts of a station that are of a field, by their numbers.
 * @param {number} station
 * @param {(field: number) => boolean} is
 * @param {Index} index
 */
function textsOf(station, is, { stations: { from, texts, fields } }) {
  const found = [];
  for (let k = from[station]; k < from[station + 1]; k += 1) if (is(fields[k])) found.push(k);
  return found.map((k) => ({ text: texts[k], field: fields[k] }));
}

/**
 * @param {number} station
 * @param {Index} index
 */
function hostsOf(station, index) {
  return textsOf(station, (field) => field === HOSTS, index).map(({ text }) => textOf(text, index));
}

/**
 * @param {number} station
 * @param {Index} index
 */
function idOf(station, index) {
  const { stem, number } = index.stations;
  const one = index.stems[stem[station]];
  const text = stemText(one, index);
  return number[station] < 0 ? text : text + String(number[station]).padStart(one.width, "0");
}

/**
 * A station's name, and where in it each character of its pattern begins.
 * @param {number} station
 * @param {Index} index
 */
function nameOf(station, index) {
  const [{ text }] = textsOf(station, (field) => field === NAME, index);
  let name = "";
  const places = Array.from(textOf(text, index), (character) => {
    const place = name.length;
    if (character === ORDINAL) name += toChinese(index.stations.ordinal[station]);
    else name += character === HOST ? hostsOf(station, index)[0] : character;
    return place;
  });
  return { name, places: [...places, name.length], text };
}
