/**
 * What a hit says of a station. A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * A station as its hit shows it, before anybody knows why.
 * @param {number} station
 * @param {Index} index
 * @returns {Hit}
 */
function hitOf(station, index) {
  const { standing, shape, words, phase, grade, year, status, notice } = index.said[index.stations.said[station]];
  const hosts = hostsOf(station, index);
  const id = idOf(station, index);
  return {
    id,
    url: `stations/${id}/${index.on && `?on=${index.on}`}`,
    name: nameOf(station, index).name,
    hosts,
    standing: shape, mark: words, phase, grade, year, status,
    document: notice && { words: notice[1], url: `notices/${notice[0]}/` },
    marks: { name: [], hosts: hosts.map(() => []) }, found: [], reasons: [],
  };
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
  const text = stemText(stem[station], index);
  return number[station] < 0 ? text : text + String(number[station]).padStart(index.stems.widths[stem[station]], "0");
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
