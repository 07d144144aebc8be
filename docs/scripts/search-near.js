/**
 * Stations that are near to what was asked, or to what was found, and are not it. A classic script;
 * search-whole.js loads it.
 */
"use strict";

const MOST_NEAR = 5;
const FEW = 3; // stations that answer equally well; more are no name but a word
const SHORTEST_ALIKE = 4; // characters: of shorter names every one is a slip apart from another

/**
 * Where nothing was found, the nearest; else, where little was found, those on the black list
 * with names near to it that are not shown, so that nobody takes one for the other.
 * @param {Match[]} hits
 * @param {Match[]} others
 * @param {Match[]} shown
 * @param {Search | null} search
 * @param {Index} index
 */
function nearOf(hits, others, shown, search, index) {
  if (!hits.length) {
    const near = search ? nearest(others, search, index) : others;
    return near.slice(0, MOST_NEAR).map(([station]) => markedHit(station, search, index));
  }
  const [, best] = hits[0];
  const sure = hits.filter(([, worth]) => worth > best - 0.03).length;
  if (sure > FEW) return [];
  const seen = new Set(shown.map(([station]) => index.stations.place[station]));
  const names = hits.slice(0, sure).flatMap(([station]) => (
    textsOf(station, isName, index).map(({ text }) => codesOf(text, index))));
  const black = index.warnings || index; // a big register's are all in one place
  return lookAlikes(names, black).filter((station) => !seen.has(black.stations.place[station])).slice(0, MOST_NEAR)
    .map((station) => ({ ...hitOf(station, black), reasons: ["与查到的名称只差一处"] }));
}

/**
 * Near names; where an ordinal was asked that there is not, those with the numbers next to it.
 * @param {Match[]} others
 * @param {Search} search
 * @param {Index} index
 * @returns {Match[]}
 */
function nearest(others, { query }, index) {
  const { ordinal } = index.stations;
  const asked = query.claims.find(({ must }) => must);
  if (!asked) return others;
  /** @type {[match: Match, distance: number][]} the nearest, in their order */
  const near = [];
  for (const match of others.length ? others : everyStation(index)) {
    const number = ordinal[match[0]];
    const distance = Math.abs(number - asked.number);
    let at = near.length;
    while (at && near[at - 1][1] > distance) at -= 1;
    if (number < 1 || at === MOST_NEAR) continue;
    near.splice(at, 0, [match, distance]);
    near.length = Math.min(near.length, MOST_NEAR);
  }
  return near.map(([match]) => match);
}

/**
 * Stations on the black list of which a name, or a host's, is one slip apart from one of these.
 * @param {Uint16Array[]} names
 * @param {Index} index
 */
function lookAlikes(names, index) {
  const long = names.filter((name) => name.length >= SHORTEST_ALIKE);
  const asked = new Set(names.map(String));
  /** @type {Set<number>} */
  const found = new Set();
  for (const { station, name } of blackNames(index)) {
    for (const one of long) if (areAlike(one, name) && !asked.has(String(name))) found.add(station);
  }
  return [...found];
}

/**
 * The names of the stations on the black list, and of their hosts.
 * @param {Index} index
 */
function blackNames(index) {
  if (!index.kept.black) {
    const of = /** @type {Set<number>} */ (wordsFor(index).by.get("黑榜"));
    const stations = Array.from(index.stations.said, (_, station) => station);
    index.kept.black = stations.filter((station) => of.has(index.stations.said[station])).flatMap((station) => (
      textsOf(station, isName, index).map(({ text }) => ({ station, name: codesOf(text, index) }))));
  }
  return index.kept.black;
}

/**
 * @param {number} text
 * @param {Index} index
 */
function codesOf(text, { codes, starts }) {
  return codes.subarray(starts[text], starts[text + 1]);
}

/** @param {number} field */
function isName(field) {
  return field === HOSTS || field === FORMER || field === ALIAS;
}

/**
 * Whether one wrong, missing or extra character, or two that changed places, tell texts apart.
 * @param {Uint16Array} a
 * @param {Uint16Array} b
 */
function areAlike(a, b) {
  const [last, end] = [a.length - 1, b.length - 1];
  if (Math.abs(last - end) > 1 || (a[0] !== b[0] && a[last] !== b[end])) return false;
  const longer = Math.max(last, end) + 1;
  let front = 0;
  while (front < longer && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < longer - front && a[last - back] === b[end - back]) back += 1;
  const apart = longer - front - back;
  return apart < 2 || (apart === 2 && a[front] === b[front + 1] && a[front + 1] === b[front]);
}
