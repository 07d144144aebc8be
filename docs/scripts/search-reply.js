/**
 * Questions and replies, as search-client.js describes them. A classic script; search-worker.js
 * loads it.
 */
"use strict";

const HIT = 0.57; // of what the query is worth, for a station to be an answer
const INITIALS_HIT = 0.9; // initials fit many names by chance
const LONG_PINYIN = 10; // letters …
const LONG_HIT = 0.45; // … are nothing else by chance
const NEAR = 0.4; // for a name to be near
const MOST_SHOWN = 50; // unless the question says otherwise
const MOST_NEAR = 5;
const FEW = 3; // stations that answer equally well; more are no name but a word
const SHORTEST_ALIKE = 4; // characters: of shorter names every one is a slip apart from another
const SURE = 0.95; // with a hit as good as this …
const WITH_SURE = 0.88; // … no other may be worse than that share of it
const WITH_OTHER = 0.78;
const PAGE_HIT = 0.75;
const MOST_PAGES = 5;
const NONE = "无在案结论"; // the standing of a station that no decision on file names
/** @type {FacetName[]} */
const FACETS = ["standing", "year", "region", "kind", "occupation"];

/**
 * The reply to a question.
 * @param {Question} question
 * @param {Index} index
 * @returns {Reply}
 */
function reply(question, index) {
  const typed = String(question.query);
  const query = readQuery(typed, index);
  const own = stationOf(typed, index);
  const search = query.units.length && !own ? prepare(query, index) : null;
  const { hits: every, others } = own || found(typed, search, index);
  const { facets, passes } = facetsOf(question, every, index);
  const hits = order(every.filter(([station]) => passes(station)), question.sort, index);
  const shown = hits.slice(0, Math.max(0, Number(question.limit) || MOST_SHOWN));
  return {
    total: hits.length,
    hits: shown.map(([station]) => hitOf(station, search, index)),
    near: nearOf(every, others, shown, search, index),
    facets,
    pages: search ? pageHits(typed, index) : [],
    last: index.last,
    whole: true,
  };
}

/**
 * The stations that answer, and others that are near.
 * @param {string} typed
 * @param {Search | null} search
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]}}
 */
function found(typed, search, index) {
  if (!search) {
    // Where a query has no unit at all, as "???" has none, nothing answers it.
    const every = typed.trim() ? [] : Array.from({ length: index.stations.count }, (_, i) => i);
    return { hits: every.map((station) => [station, 1]), others: [] };
  }
  const every = matches(search, index);
  const best = every.length ? every[0][1] : 0;
  const least = leastOf(search.query);
  const enough = Math.max(least, best * (best > SURE ? WITH_SURE : WITH_OTHER));
  return {
    hits: every.filter(([, worth]) => worth >= enough),
    others: every.filter(([, worth]) => worth < enough && worth >= NEAR),
  };
}

/**
 * What an answer must be worth; much where there are initials only, little for long pinyin.
 * @param {Query} query
 */
function leastOf({ units, paths }) {
  if (!units.every(isLetter)) return HIT;
  if (paths.every((path) => path.every(({ sure }) => !sure))) return INITIALS_HIT;
  return units.length >= LONG_PINYIN ? LONG_HIT : HIT;
}

/**
 * The station whose id was typed, none where there is no such id, null where no id was typed.
 * @param {string} typed
 * @param {Index} index
 * @returns {{hits: Match[], others: Match[]} | null}
 */
function stationOf(typed, index) {
  const id = typed.normalize("NFKC").trim().toLowerCase();
  if (!/^[a-z0-9-]+$/.test(id)) return null;
  const { stem, count } = index.stations;
  const begun = new Set();
  let numbered = false;
  index.stems.forEach((one, i) => {
    const text = stemText(one, index);
    if (!text || !id.startsWith(text)) return;
    begun.add(i);
    numbered = numbered || (text.endsWith("-") && /^[0-9]+$/.test(id.slice(text.length)));
  });
  for (let s = 0; begun.size && s < count; s += 1) {
    if (begun.has(stem[s]) && idOf(s, index) === id) return { hits: [[s, 1]], others: [] };
  }
  return numbered ? { hits: [], others: [] } : null;
}

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
    const near = search ? nearest(others, search, index) : [];
    return near.slice(0, MOST_NEAR).map(([station]) => hitOf(station, search, index));
  }
  const [, best] = hits[0];
  const sure = hits.filter(([, worth]) => worth > best - 0.03).length;
  if (sure > FEW) return [];
  const seen = new Set(shown.map(([station]) => station));
  const names = hits.slice(0, sure).flatMap(([station]) => textsOf(station, isName, index).map(({ text }) => text));
  const alike = lookAlikes(names, index);
  return alike.filter((station) => !seen.has(station)).slice(0, MOST_NEAR)
    .map((station) => ({ ...hitOf(station, null, index), reasons: ["与查到的名称只差一处"] }));
}

/**
 * Stations on the black list of which a name, or a host's, is one slip apart from one of these.
 * @param {number[]} texts
 * @param {Index} index
 */
function lookAlikes(texts, index) {
  const asked = new Set(texts);
  const names = [...asked].map((text) => codesOf(text, index)).filter((name) => name.length >= SHORTEST_ALIKE);
  const alike = blackNames(index)
    .filter(({ text, name }) => !asked.has(text) && names.some((one) => areAlike(one, name)));
  return [...new Set(alike.map(({ station }) => station))];
}

/**
 * The names of the stations on the black list, and of their hosts.
 * @param {Index} index
 */
function blackNames(index) {
  if (!index.black) {
    const of = /** @type {Set<number>} */ (index.words.said.get("黑榜"));
    const stations = Array.from(index.stations.said, (_, station) => station);
    index.black = stations.filter((station) => of.has(index.stations.said[station])).flatMap((station) => (
      textsOf(station, isName, index).map(({ text }) => ({ station, text, name: codesOf(text, index) }))));
  }
  return index.black;
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
  return field === NAME || field === HOSTS || field === FORMER || field === ALIAS;
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

/**
 * Near names; where an ordinal was asked that there is not, those with the numbers next to it.
 * @param {Match[]} others
 * @param {Search} search
 * @param {Index} index
 * @returns {Match[]}
 */
function nearest(others, { query }, { stations: { count, ordinal } }) {
  const asked = query.claims.find(({ must }) => must);
  if (!asked) return others;
  /** @type {Match[]} */
  const every = others.length ? others : Array.from({ length: count }, (_, station) => [station, 0]);
  const numbered = every.filter(([station]) => ordinal[station] > 0);
  /** @type {(match: Match) => number} */
  const distance = ([station]) => Math.abs(ordinal[station] - asked.number);
  return numbered.sort((a, b) => distance(a) - distance(b));
}

/**
 * @param {Match[]} hits
 * @param {string | undefined} sort
 * @param {Index} index
 */
function order(hits, sort, index) {
  const { ordinal, region, said } = index.stations;
  /** @type {(a: number, b: number) => number} */
  const byNumber = (a, b) => (
    region[a] - region[b] || (ordinal[a] < 0 ? 1e9 : ordinal[a]) - (ordinal[b] < 0 ? 1e9 : ordinal[b]) || a - b);
  if (sort === "number") return hits.sort(([a], [b]) => byNumber(a, b));
  if (sort === "date") {
    /** @param {number} station */
    const day = (station) => index.said[said[station]].day;
    return hits.sort(([a], [b]) => (day(a) === day(b) ? byNumber(a, b) : day(a) < day(b) ? 1 : -1));
  }
  if (sort !== "pinyin") return hits;
  const keys = new Map(hits.map(([station]) => [station, soundKey(station, index)]));
  return hits.sort(([a], [b]) => {
    const [one, other] = [keys.get(a) || "", keys.get(b) || ""];
    return one === other ? byNumber(a, b) : one < other ? -1 : 1;
  });
}

/**
 * What a station sorts by: the sound of its first host's name, or of its own.
 * @param {number} station
 * @param {Index} index
 */
function soundKey(station, index) {
  const name = hostsOf(station, index)[0] || nameOf(station, index).name;
  return Array.from(name, (c) => `${usualSound(c, index.characters) || c} `).join("");
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

/** @type {{marks: Map<number, Marks>, reasons: string[], ordinal: boolean}} */
const NOTHING = { marks: new Map(), reasons: [], ordinal: false };

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
  let slips = 0;
  for (const stretch of answer.stretches) {
    const traced = trace(search, stretch, index);
    slips += traced.slips;
    for (const [place, how] of traced.places) {
      if (how === 1) ways.add(search.query.units.slice(stretch.from, stretch.to).some(isLetter));
      pushTo(marks, stretch.text, [place, place + 1, how]);
    }
  }
  const reasons = [
    ...(ways.has(true) ? ["按拼音查到"] : []),
    ...(ways.has(false) ? ["读音相近"] : []),
    ...(slips ? [slips > 1 ? `有${slips}处不同` : "有一处不同"] : []),
    ...missingWords(answer, heldBy(station, search, index), search),
  ];
  return { marks, reasons, ordinal: answer.claims.some(({ ordinal }) => ordinal) };
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
function missingWords({ missing }, held, { query: { units, begins } }) {
  const words = [];
  for (const [from, to] of missing) {
    if (from < 32 ? held[0] & (1 << from) : held[1] & (1 << (from - 32))) continue;
    const last = words[words.length - 1];
    if (last && last.to === from && !begins[from]) last.to = to;
    else words.push({ from, to });
  }
  const said = words.map(({ from, to }) => `“${units.slice(from, to).join("")}”`);
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
 * Documents and handwritten pages that answer the query.
 * @param {string} typed
 * @param {Index} index
 * @returns {PageHit[]}
 */
function pageHits(typed, index) {
  if (!index.pages.length) return [];
  const search = prepare(readPlainly(typed, index), index, index.pages[0].texts[0]);
  return index.pages
    .filter(({ texts: [title, about] }) => promisingPage(search, title, about) >= PAGE_HIT * search.total)
    .map((page) => ({ page, worth: worthOf(search, page.texts, PAGE_FIELDS, [], index) }))
    .filter(({ worth }) => worth >= PAGE_HIT)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_PAGES)
    .map(({ page: { kind, title, about, url, texts } }) => (
      { kind, title, about, url, marks: pageMarks(search, texts, index) }));
}

const PAGE_FIELDS = [NAME, ALIAS]; // a title, and what it is about

/**
 * @param {Search} search
 * @param {number} title
 * @param {number} about
 */
function promisingPage({ covered, sums, first }, title, about) {
  /** @param {number} kind */
  const both = (kind) => covered[4 * (title - first) + kind] | covered[4 * (about - first) + kind];
  return told(sums, both(0) | both(2), both(1) | both(3));
}

/**
 * @param {Search} search
 * @param {number[]} texts
 * @param {Index} index
 */
function pageMarks(search, texts, index) {
  /** @type {Answer} */
  const answer = { stretches: [], claims: [], missing: [] };
  worthOf(search, texts, PAGE_FIELDS, [], index, answer);
  const inTitle = answer.stretches.filter(({ text }) => text === texts[0]);
  return joined(inTitle.flatMap((stretch) => (
    trace(search, stretch, index).places.map(([place, how]) => [place, place + 1, how]))));
}
