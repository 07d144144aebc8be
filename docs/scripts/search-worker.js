/**
 * Answers questions about the register. A classic worker, for browsers without module workers.
 *
 * Messages to it:    {open: url}                  once: fetch the index there
 *                    {ask: number, ...Question}   any number of times
 * Messages from it:  {opened: number of stations} or {failed: text}
 *                    {answer: number, ...Reply}   to the question of that number
 *
 * Question: {query, standing?: [value], year?: [year as text], sort?: "match"|"number"|"pinyin",
 *   limit?: number}. The empty query finds all; "none" is the standing and the year of no decision.
 * Reply: {total, hits: [Hit], standing: [[value, word, count]], year: [[value, count]], headings}.
 *   A facet's counts leave its own choice out and heed the other's.
 * Hit: {id, url, name, hosts, standing, word, grade, year, status, marks: {name, hosts}, found};
 *   marks are lists of [from, to) in the text as shown; found: [{text, marks}], other texts hit.
 *
 * The matcher above `listen` is pure. One rule finds everything: a term is read from left to right,
 * and each character of a text may take one step through it: itself, its other form, its
 * numeral, a whole reading, the initial of one, or, at the term's end, the beginning of one.
 * The places that can be reached are the bits of a number.
 */
"use strict";

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const LONGEST_TERM = 30; // places 0 to 30 fit the bits of a number
const FIELDS = { name: 1, host: 0.97, alias: 0.95, id: 0.9, more: 0.75, region: 0.7 };
const ORDINAL = 1.4;
const FACET = 0.6;
const DIGITS = "零一二三四五六七八九";
const NUMERAL = "[0-9零〇一二三四五六七八九十百千两]{1,7}";
const STATION = "国家职业技能鉴定";
const SKIPPED = 0; // the number of every character that is neither letter nor digit

/* ---- texts and characters ---- */

/** Whether a UTF-16 unit counts; halves of rare characters do. */
function counts(unit) {
  return /[\p{L}\p{N}\ud800-\udfff]/u.test(unit);
}

/** A unit as it is compared: half width, lower case, simplified. Its length stays one. */
function foldUnit(unit, forms) {
  const folded = unit.normalize("NFKC").toLowerCase();
  const one = folded.length === 1 ? folded : unit;
  return forms.get(one) || one;
}

/** The terms of a query as typed: folded, without tones and apostrophes, split at all else. */
function fold(query, forms) {
  const letters = query.slice(0, LONGEST_QUERY).normalize("NFC").toLowerCase()
    .replace(/[üǖǘǚǜ]/g, "v").replace(/[○〇]/g, "零")
    .normalize("NFKD").replace(/[\u0300-\u036f'’‘`]/g, "").toLowerCase().slice(0, LONGEST_QUERY);
  const folded = Array.from(letters, (c) => forms.get(c) || c).join("");
  return folded.split(/[^\p{L}\p{N}\ud800-\udfff]+/u).filter(Boolean).slice(0, MOST_TERMS);
}

/** The index as searched: every text once, as numbers of characters, and what these can be. */
function openIndex(data) {
  const forms = new Map();
  for (const [character, others] of Object.entries(data.forms)) {
    for (const other of others) forms.set(other, character);
  }
  const pool = intern(textsOf(data), forms);
  const stations = linked(data, pool.number);
  const headings = data.headings.map(([title, page, url]) => (
    { title, page, url, texts: [pool.number.get(title), pool.number.get(page)] }));
  const words = new Map(Object.entries(data.words).map(([word, of]) => [word, { of, grade: "" }]));
  for (const grade of data.grades) {
    if (grade) words.set(grade, { of: (words.get(grade) || { of: [] }).of, grade });
  }
  return {
    forms, stations, headings, words, ...pool,
    longestFirst: [...words.keys()].sort((a, b) => b.length - a.length),
    standings: data.standings,
    sounds: soundsOf(data.sounds, pool.character),
    mainSound: mainSounds(data.sounds),
    byId: new Map(stations.map((station) => [station.id, station])),
    pinyinKeys: null,
  };
}

/** Every text that can be hit. */
function textsOf(data) {
  const { id, name, aliases } = data.stations;
  return new Set([...name, ...data.hosts, ...[].concat(...aliases), ...id, ...data.more,
    ...data.regions, ...[].concat(...data.headings.map((heading) => heading.slice(0, 2)))]);
}

/** Number the texts and the characters, and write the texts end to end as characters' numbers. */
function intern(texts, forms) {
  const character = new Map([["", SKIPPED]]);
  const known = new Int32Array(65536).fill(-1);
  const numberOf = (unit, code) => {
    const folded = counts(unit) ? foldUnit(unit, forms) : "";
    if (!character.has(folded)) character.set(folded, character.size);
    known[code] = character.get(folded);
  };
  const list = [...texts];
  const starts = new Int32Array(list.length + 1);
  list.forEach((text, i) => { starts[i + 1] = starts[i] + text.length; });
  const codes = new Uint16Array(starts[list.length]);
  list.forEach((text, i) => {
    for (let k = 0; k < text.length; k += 1) {
      const code = text.charCodeAt(k);
      if (known[code] < 0) numberOf(text[k], code);
      codes[starts[i] + k] = known[code];
    }
  });
  return { texts: list, number: new Map(list.map((text, i) => [text, i])), starts, codes, character };
}

/** The stations as objects, each with its texts in the order of their weight. */
function linked(data, number) {
  const columns = data.stations;
  return columns.id.map((id, place) => {
    const hosts = columns.hosts[place].map((host) => data.hosts[host]);
    const others = [...columns.aliases[place], ...columns.more[place].map((word) => data.more[word])];
    const standing = columns.standing[place];
    const fields = [[columns.name[place], FIELDS.name], ...hosts.map((host) => [host, FIELDS.host]),
      ...columns.aliases[place].map((alias) => [alias, FIELDS.alias]), [id, FIELDS.id],
      ...columns.more[place].map((word) => [data.more[word], FIELDS.more]),
      [data.regions[columns.region[place]], FIELDS.region]];
    return {
      id, place, hosts, others,
      name: columns.name[place],
      ordinal: columns.ordinal[place],
      region: columns.region[place],
      standing: standing === null ? "none" : data.standings[standing][0],
      word: standing === null ? "无结论" : data.standings[standing][1],
      grade: data.grades[columns.grade[place]],
      year: columns.year[place] === null ? "none" : String(columns.year[place]),
      status: data.statuses[columns.status[place]],
      texts: fields.map(([text]) => number.get(text)),
      weights: fields.map(([, weight]) => weight),
    };
  });
}

/** First letter → [[syllable, numbers of the characters that can sound so]], with u for v too. */
function soundsOf(sounds, character) {
  const byLetter = new Map();
  const add = (syllable, numbers) => {
    const letter = syllable[0];
    if (!byLetter.has(letter)) byLetter.set(letter, []);
    byLetter.get(letter).push([syllable, numbers]);
  };
  for (const [syllable, [first, others]] of Object.entries(sounds)) {
    const numbers = Array.from(first + others, (c) => character.get(c)).filter((n) => n > 0);
    add(syllable, numbers);
    if (syllable.includes("v")) add(syllable.replace("v", "u"), numbers);
  }
  return byLetter;
}

/** Character → its usual reading, to sort by. */
function mainSounds(sounds) {
  const main = new Map();
  for (const [syllable, [first]] of Object.entries(sounds)) {
    for (const character of first) main.set(character, syllable);
  }
  return main;
}

/* ---- what a query means ---- */

/** The number that Chinese or Arabic numerals write: 十五, 一五, 15 → 15. */
function toNumber(text) {
  if (/^[0-9]+$/.test(text)) return Number(text);
  if (!/[十百千]/.test(text)) return Number(Array.from(text, digit).join(""));
  let total = 0;
  let count = -1;
  for (const c of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (!unit) count = digit(c);
    else {
      total += (count < 0 ? 1 : count) * unit;
      count = 0;
    }
  }
  return total + Math.max(count, 0);
}

function digit(c) {
  return c === "两" ? 2 : DIGITS.includes(c) ? DIGITS.indexOf(c) : Number(c);
}

/** A number in Chinese, 15 → 十五; what no ordinal can be stays as it is. */
function toChinese(number) {
  if (number < 1 || number > 9999) return String(number);
  let text = "";
  let gap = false;
  [[1000, "千"], [100, "百"], [10, "十"], [1, ""]].forEach(([unit, name]) => {
    const count = Math.floor(number / unit) % 10;
    if (count) text += (gap ? "零" : "") + DIGITS[count] + name;
    gap = count ? false : gap || text !== "";
  });
  return text.replace(/^一十/, "十");
}

/** A term: texts of which one is to be hit, or an ordinal, a year, or a word for a standing. */
function term(text, meaning) {
  const texts = [text, ...((meaning && meaning.texts) || [])].map((t) => t.slice(0, LONGEST_TERM));
  return { ordinal: -1, year: "", of: [], grade: "", ...meaning, texts: [...new Set(texts)] };
}

/** The terms that a query's piece between spaces holds: 省六所 → 省, 六所. */
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

function around(piece, at, text, meaning, index) {
  const after = piece.slice(at + text.length);
  return [...terms(piece.slice(0, at), index), term(text, meaning), ...terms(after, index)];
}

/** The terms of a piece that names an ordinal: 第15, 十五所, 甘肃第十五国家职业技能鉴定所, 15. */
function withOrdinal(piece) {
  const numbered = new RegExp(`^(.*?)第(${NUMERAL})号?(.*)$`).exec(piece)
    || new RegExp(`^(.*?)(${NUMERAL})号?((?:${STATION}|鉴定)?[所站])$`).exec(piece)
    || new RegExp(`^()(${NUMERAL})(号?)$`).exec(piece);
  if (!numbered) return null;
  const [, before, numeral, after] = numbered;
  const ordinal = toNumber(numeral);
  const rest = afterOrdinal(after);
  const end = after.slice(0, after.length - rest.length);
  const named = piece.includes("第") ? `第${toChinese(ordinal)}` : numeral + end;
  return [before && term(before), term(named, { ordinal }), rest && term(rest)].filter(Boolean);
}

/** What follows an ordinal once the usual end of a station's name, or its beginning, is off. */
function afterOrdinal(text) {
  const usual = /^(?:国家)?(?:职业)?(?:技能)?(?:鉴定)?(?:所|站|号)?/.exec(text)[0];
  const rest = text.slice(usual.length);
  return rest && `${STATION}所`.startsWith(text) ? "" : rest;
}

/* ---- matching ---- */

/** For each character and each place in `text`, the places that the character can lead to. */
function steps(text, index) {
  const size = text.length;
  const reach = new Int32Array(index.character.size * size);
  for (let k = 0; k < size; k += 1) {
    const reachBy = (number, bits) => { reach[number * size + k] |= bits; };
    for (const same of [text[k], ...numerals(text[k])]) {
      const number = index.character.get(same);
      if (number) reachBy(number, 1 << (k + 1));
    }
    if (k) reachBy(SKIPPED, 1 << k);
    const rest = text.slice(k);
    for (const [syllable, numbers] of index.sounds.get(text[k]) || []) {
      const bits = soundSteps(syllable, rest) << k;
      for (const number of numbers) reachBy(number, bits);
    }
  }
  return reach;
}

/** The same digit in the other numerals: 4 → 四. */
function numerals(c) {
  if (c >= "0" && c <= "9") return c === "0" ? ["零", "〇"] : [DIGITS[Number(c)]];
  if (c === "零") return ["0", "〇"];
  return DIGITS.includes(c) ? [String(DIGITS.indexOf(c))] : [];
}

/** How many letters of `rest` a character of that syllable can stand for, as bits. */
function soundSteps(syllable, rest) {
  let bits = 1 << 1;
  if (syllable[1] === "h" && rest[1] === "h") bits |= 1 << 2;
  if (rest.startsWith(syllable)) bits |= 1 << syllable.length;
  else if (syllable.startsWith(rest)) bits |= 1 << rest.length;
  return bits;
}

/** Where each text is hit by one of the term's texts, and how well. */
function find(wanted, index) {
  const count = index.texts.length;
  const found = { score: new Float32Array(count), from: new Uint16Array(count), to: new Uint16Array(count) };
  for (const text of wanted.texts) scan(text, index, found);
  return found;
}

function scan(text, index, found) {
  const { codes, starts } = index;
  const size = text.length;
  const reach = steps(text, index);
  const done = 1 << size;
  for (let t = 0; t + 1 < starts.length; t += 1) {
    const first = starts[t];
    const last = starts[t + 1];
    for (let i = first; i < last; i += 1) {
      let places = reach[codes[i] * size];
      let j = i + 1;
      while (places && !(places & done) && j < last) {
        let next = 0;
        for (let left = places; left; left &= left - 1) {
          next |= reach[codes[j] * size + 31 - Math.clz32(left & -left)];
        }
        places = next;
        j += 1;
      }
      if (places & done) {
        const score = quality(text, index.texts[t], i - first, j - first);
        if (score > found.score[t]) {
          found.score[t] = score;
          found.from[t] = i - first;
          found.to[t] = j - first;
        }
        break;
      }
    }
  }
}

/** Exact before beginning before part; sounds after characters, full ones before initials. */
function quality(text, hit, from, to) {
  const base = from > 0 ? 0.65 : to < hit.length ? 0.85 : 1;
  const whole = base + 0.1 * ((to - from) / hit.length);
  const sounded = /[a-z]/.test(text) && hit.slice(from, to).toLowerCase() !== text;
  return sounded ? 0.6 * whole + 0.03 * Math.min(3, text.length / (to - from) - 1) : whole;
}

/** How well a station answers a term; 0 if it does not. */
function worth(station, wanted, found) {
  let best = 0;
  if (station.ordinal === wanted.ordinal) best = ORDINAL;
  else if (wanted.year && station.year === wanted.year) best = FACET;
  else if (wanted.of.includes(station.standing)) best = FACET;
  else if (wanted.grade && station.grade === wanted.grade) best = FACET;
  for (let i = 0; i < station.texts.length; i += 1) {
    best = Math.max(best, found.score[station.texts[i]] * station.weights[i]);
  }
  return best;
}

/** The stations that answer every term, as [station, score]. */
function matches(wanted, founds, index) {
  const hits = [];
  for (const station of index.stations) {
    let score = wanted.length ? 0 : 1;
    for (let i = 0; i < wanted.length; i += 1) {
      const one = worth(station, wanted[i], founds[i]);
      if (!one) {
        score = 0;
        break;
      }
      score += one;
    }
    if (score) hits.push([station, score]);
  }
  return hits;
}

/** The reply to a question. */
function reply(question, index) {
  const pieces = fold(String(question.query), index.forms);
  const own = index.byId.get(String(question.query).trim().toLowerCase());
  const wanted = own ? [] : [].concat(...pieces.map((piece) => terms(piece, index))).slice(0, MOST_TERMS);
  const founds = wanted.map((one) => find(one, index));
  // Where a query has no term at all, as "???" has none, nothing answers it.
  const blank = !pieces.length && String(question.query).trim() !== "";
  const every = own ? [[own, 1]] : blank ? [] : matches(wanted, founds, index);
  const standing = new Set(question.standing || []);
  const year = new Set(question.year || []);
  const inStanding = ([station]) => !standing.size || standing.has(station.standing);
  const inYear = ([station]) => !year.size || year.has(station.year);
  const hits = every.filter((hit) => inStanding(hit) && inYear(hit)).sort(order(question.sort, index));
  return {
    total: hits.length,
    hits: hits.slice(0, question.limit || 50).map(([station]) => shown(station, wanted, founds, index)),
    standing: standingCounts(every.filter(inYear), index),
    year: yearCounts(every.filter(inStanding)),
    headings: pieces.length ? headingHits(pieces, index) : [],
  };
}

function order(sort, index) {
  const number = ([a], [b]) => a.region - b.region
    || (a.ordinal === null) - (b.ordinal === null) || a.ordinal - b.ordinal || a.place - b.place;
  if (sort === "number") return number;
  if (sort !== "pinyin") return (a, b) => b[1] - a[1] || a[0].place - b[0].place;
  const keys = pinyinKeys(index);
  return (a, b) => (keys[a[0].place] < keys[b[0].place] ? -1
    : keys[a[0].place] > keys[b[0].place] ? 1 : number(a, b));
}

/** What stations sort by: the sound of the first host's name, or of their own. */
function pinyinKeys(index) {
  if (!index.pinyinKeys) {
    const spell = (text) => Array.from(text, (c) => `${index.mainSound.get(c) || c} `).join("");
    index.pinyinKeys = index.stations.map((station) => spell(station.hosts[0] || station.name));
  }
  return index.pinyinKeys;
}

function tally(hits, key) {
  const counted = new Map();
  for (const [station] of hits) counted.set(station[key], (counted.get(station[key]) || 0) + 1);
  return counted;
}

/** Every standing that some station has, with its count among the hits. */
function standingCounts(hits, index) {
  const counted = tally(hits, "standing");
  return [...index.standings, ["none", "无结论"]]
    .filter(([value]) => counted.has(value))
    .map(([value, word]) => [value, word, counted.get(value)]);
}

function yearCounts(hits) {
  return [...tally(hits, "year")].sort(([a], [b]) => (a === "none") - (b === "none") || b - a);
}

/** Handwritten headings that hold every piece of the query. */
function headingHits(pieces, index) {
  const founds = pieces.map((piece) => find(term(piece), index));
  return index.headings
    .map((heading) => [heading, founds.map((found) => heading.texts.map((t) => found.score[t]))])
    .filter(([, scores]) => scores.every((of) => of.some((score) => score > 0)))
    .map(([heading, scores]) => [heading, scores.reduce((sum, [title, page]) => sum + title + page / 4, 0)])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([{ title, page, url, texts }]) => ({ title, page, url, marks: marksIn(texts[0], founds) }));
}

/** A station as its hit shows it. */
function shown(station, wanted, founds, index) {
  const marks = (text) => marksIn(index.number.get(text), founds);
  const ordinal = wanted.some((one) => one.ordinal === station.ordinal) ? `第${toChinese(station.ordinal)}` : "";
  const at = ordinal ? station.name.indexOf(ordinal) : -1;
  return {
    id: station.id,
    url: `stations/${station.id}/`,
    name: station.name,
    hosts: station.hosts,
    standing: station.standing,
    word: station.word,
    grade: station.grade,
    year: station.year,
    status: station.status,
    marks: {
      name: at < 0 ? marks(station.name) : merged([...marks(station.name), [at, at + ordinal.length]]),
      hosts: station.hosts.map(marks),
    },
    found: station.others.map((text) => ({ text, marks: marks(text) })).filter((other) => other.marks.length),
  };
}

function marksIn(text, founds) {
  return merged(founds.filter((found) => found.score[text] > 0).map((found) => [found.from[text], found.to[text]]));
}

/** Ranges in order, those that touch made one. */
function merged(ranges) {
  const joined = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/* ---- the worker ---- */

/** Answer messages; questions that come before the index wait for it. */
function listen(scope) {
  let opening;
  scope.onmessage = async ({ data }) => {
    try {
      if (data.open) {
        opening = fetch(data.open, { credentials: "same-origin" }).then((response) => {
          if (!response.ok) throw new Error(`${response.status} ${data.open}`);
          return response.json();
        }).then(openIndex);
        scope.postMessage({ opened: (await opening).stations.length });
      } else {
        scope.postMessage({ answer: data.ask, ...reply(data, await opening) });
      }
    } catch (error) {
      scope.postMessage({ failed: String(error) });
    }
  };
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) listen(self);
