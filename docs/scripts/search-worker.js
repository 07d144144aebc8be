/**
 * Answers questions about the register. A classic worker, for browsers without module workers.
 *
 * Messages to it:    {open: url, spans: url}      once: fetch the index there; the spans later
 *                    {ask: number, ...Question}   any number of times
 * Messages from it:  {opened: number of stations} or {failed: text}
 *                    {answer: number, ...Reply}   to the question of that number
 *
 * Question: {query, standing?: [value], year?: [year as text], sort?: "match"|"number"|"pinyin",
 *   on?: ISO day, limit?: number}. The empty query finds all; "none" is the standing and the year
 *   of no decision. `on` asks for what held on that day.
 * Reply: {total, hits: [Hit], standing: [[value, word, count]], year: [[value, count]], headings,
 *   last}; last is the newest day of a document, where a day was asked for.
 *   A facet's counts leave its own choice out and heed the other's.
 * Hit: {id, url, name, hosts, standing, word, mark, phase, grade, year, status,
 *   marks: {name, hosts}, found};
 *   marks are lists of [from, to) in the text as shown; found: [{text, marks}], other texts hit.
 *
 * All above `listen` is pure. One rule finds everything: a term is read from left to right,
 * and each character of a text may take one step through it: itself, its other form, its
 * numeral, a whole reading, the initial of one, or, at the term's end, the beginning of one.
 * The places that can be reached are the bits of a number.
 */
"use strict";

/** @typedef {[station: Station, score: number]} Match */

const ORDINAL = 1.4;
const FACET = 0.6;
const IN_WORKER = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

if (IN_WORKER) importScripts("search-index.js", "search-query.js");

/**
 * For each character and each place in `text`, the places that the character can lead to.
 * @param {string} text
 * @param {Index} index
 */
function steps(text, index) {
  const size = text.length;
  const reach = new Int32Array(index.character.size * size);
  for (let k = 0; k < size; k += 1) {
    /** @type {(number: number, bits: number) => void} */
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

/**
 * The same digit in the other numerals: 4 → 四.
 * @param {string} c
 */
function numerals(c) {
  if (c >= "0" && c <= "9") return c === "0" ? ["零", "〇"] : [DIGITS[Number(c)]];
  if (c === "零") return ["0", "〇"];
  return DIGITS.includes(c) ? [String(DIGITS.indexOf(c))] : [];
}

/**
 * How many letters of `rest` a character of that syllable can stand for, as bits.
 * @param {string} syllable
 * @param {string} rest
 */
function soundSteps(syllable, rest) {
  let bits = 1 << 1;
  if (syllable[1] === "h" && rest[1] === "h") bits |= 1 << 2;
  if (rest.startsWith(syllable)) bits |= 1 << syllable.length;
  else if (syllable.startsWith(rest)) bits |= 1 << rest.length;
  return bits;
}

/**
 * Where each text is hit by one of the term's texts, and how well.
 * @param {Term} wanted
 * @param {Index} index
 * @returns {Found}
 */
function find(wanted, index) {
  const count = index.texts.length;
  const found = { score: new Float32Array(count), from: new Uint16Array(count), to: new Uint16Array(count) };
  for (const text of wanted.texts) scan(text, index, found);
  return found;
}

/**
 * @param {string} text
 * @param {Index} index
 * @param {Found} found
 */
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

/**
 * Exact before beginning before part; sounds after characters, full ones before initials.
 * @param {string} text
 * @param {string} hit
 * @param {number} from
 * @param {number} to
 */
function quality(text, hit, from, to) {
  const base = from > 0 ? 0.65 : to < hit.length ? 0.85 : 1;
  const whole = base + 0.1 * ((to - from) / hit.length);
  const sounded = /[a-z]/.test(text) && hit.slice(from, to).toLowerCase() !== text;
  return sounded ? 0.6 * whole + 0.03 * Math.min(3, text.length / (to - from) - 1) : whole;
}

/**
 * How well a station answers a term; 0 if it does not.
 * @param {Station} station
 * @param {Term} wanted
 * @param {Found} found
 */
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

/**
 * The stations that answer every term, as [station, score].
 * @param {Term[]} wanted
 * @param {Found[]} founds
 * @param {Index} index
 * @returns {Match[]}
 */
function matches(wanted, founds, index) {
  /** @type {Match[]} */
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

/**
 * The reply to a question.
 * @param {Question} question
 * @param {Index} index
 * @returns {Reply}
 */
function reply(question, index) {
  const pieces = fold(String(question.query), index.forms);
  const own = index.byId.get(String(question.query).trim().toLowerCase());
  const wanted = own ? [] : pieces.map((piece) => terms(piece, index)).flat().slice(0, MOST_TERMS);
  const founds = wanted.map((one) => find(one, index));
  // Where a query has no term at all, as "???" has none, nothing answers it.
  const blank = !pieces.length && String(question.query).trim() !== "";
  /** @type {Match[]} */
  const every = own ? [[own, 1]] : blank ? [] : matches(wanted, founds, index);
  const standing = new Set(question.standing || []);
  const year = new Set(question.year || []);
  /** @param {Match} hit */
  const inStanding = ([station]) => !standing.size || standing.has(station.standing);
  /** @param {Match} hit */
  const inYear = ([station]) => !year.size || year.has(station.year);
  const hits = every.filter((hit) => inStanding(hit) && inYear(hit)).sort(order(question.sort, index));
  return {
    total: hits.length,
    hits: hits.slice(0, question.limit || 50).map(([station]) => shown(station, wanted, founds, index)),
    standing: standingCounts(every.filter(inYear), index),
    year: yearCounts(every.filter(inStanding), index),
    headings: pieces.length ? headingHits(pieces, index) : [],
    last: index.last,
  };
}

/**
 * @param {string | undefined} sort
 * @param {Index} index
 * @returns {(a: Match, b: Match) => number}
 */
function order(sort, index) {
  if (sort === "number") return ([a], [b]) => byNumber(a, b);
  if (sort !== "pinyin") return ([a, x], [b, y]) => y - x || a.place - b.place;
  const keys = pinyinKeys(index);
  return ([a], [b]) => {
    if (keys[a.place] === keys[b.place]) return byNumber(a, b);
    return keys[a.place] < keys[b.place] ? -1 : 1;
  };
}

/**
 * Region by region, ordinals up, stations without one last.
 * @param {Station} a
 * @param {Station} b
 */
function byNumber(a, b) {
  return a.region - b.region || (a.ordinal ?? 1e9) - (b.ordinal ?? 1e9) || a.place - b.place;
}

/**
 * Years newest first, no year last.
 * @param {string} a
 * @param {string} b
 */
function newestFirst(a, b) {
  return (Number(b) || 0) - (Number(a) || 0);
}

/**
 * What stations sort by: the sound of the first host's name, or of their own.
 * @param {Index} index
 */
function pinyinKeys(index) {
  if (!index.pinyinKeys) {
    /** @param {string} text */
    const spell = (text) => Array.from(text, (c) => `${index.mainSound.get(c) || c} `).join("");
    index.pinyinKeys = index.stations.map((station) => spell(station.hosts[0] || station.name));
  }
  return index.pinyinKeys;
}

/**
 * @param {Match[]} hits
 * @param {"standing" | "year"} key
 */
function tally(hits, key) {
  const counted = new Map();
  for (const [station] of hits) counted.set(station[key], (counted.get(station[key]) || 0) + 1);
  return counted;
}

/**
 * Every standing that some station has, with its count among the hits.
 * @param {Match[]} hits
 * @param {Index} index
 * @returns {Reply["standing"]}
 */
function standingCounts(hits, index) {
  const counted = tally(hits, "standing");
  return index.standings.map(([value, word]) => [value, word, counted.get(value) || 0]);
}

/**
 * Every year of some station, the newest first, with its count among the hits.
 * @param {Match[]} hits
 * @param {Index} index
 * @returns {Reply["year"]}
 */
function yearCounts(hits, index) {
  const counted = tally(hits, "year");
  return index.years.map((value) => [value, counted.get(value) || 0]);
}

/**
 * Handwritten headings that hold every piece of the query.
 * @param {string[]} pieces
 * @param {Index} index
 * @returns {HeadingHit[]}
 */
function headingHits(pieces, index) {
  const founds = pieces.map((piece) => find(term(piece), index));
  /** @type {(texts: number[]) => number} */
  const score = (texts) => {
    const scores = founds.map((found) => texts.map((text, i) => found.score[text] / (i ? 4 : 1)));
    return scores.every((of) => of.some(Boolean)) ? scores.flat().reduce((sum, one) => sum + one) : 0;
  };
  return index.headings
    .map((heading) => ({ ...heading, score: score(heading.texts) }))
    .filter((heading) => heading.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ title, page, url, texts }) => ({ title, page, url, marks: marksIn(texts[0], founds) }));
}

/**
 * A station as its hit shows it.
 * @param {Station} station
 * @param {Term[]} wanted
 * @param {Found[]} founds
 * @param {Index} index
 * @returns {Hit}
 */
function shown(station, wanted, founds, index) {
  /** @param {string} text */
  const marks = (text) => marksIn(at(index.number, text), founds);
  const { ordinal } = station;
  const asked = ordinal !== null && wanted.some((one) => one.ordinal === ordinal);
  const numeral = asked ? `第${toChinese(ordinal)}` : "";
  const from = asked ? station.name.indexOf(numeral) : -1;
  return {
    id: station.id,
    url: `stations/${station.id}/${index.on && `?on=${index.on}`}`,
    name: station.name,
    hosts: station.hosts,
    standing: station.shape,
    word: station.word,
    mark: station.mark,
    phase: station.phase,
    grade: station.grade,
    year: station.year,
    status: station.status,
    marks: {
      name: from < 0 ? marks(station.name) : merged([...marks(station.name), [from, from + numeral.length]]),
      hosts: station.hosts.map(marks),
    },
    found: station.others.map((text) => ({ text, marks: marks(text) })).filter((other) => other.marks.length),
  };
}

/**
 * @param {number} text
 * @param {Found[]} founds
 */
function marksIn(text, founds) {
  const hit = founds.filter((found) => found.score[text] > 0);
  return merged(hit.map((found) => [found.from[text], found.to[text]]));
}

/**
 * Ranges in order, those that touch made one.
 * @param {Marks} ranges
 * @returns {Marks}
 */
function merged(ranges) {
  /** @type {Marks} */
  const joined = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * @param {string} url of JSON
 * @returns {Promise<any>}
 */
async function fetched(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/**
 * Answer messages; questions that come before the index wait for it.
 * @param {Pick<Worker, "onmessage" | "postMessage">} scope
 */
function listen(scope) {
  /** @type {Promise<Index>} */
  let opening = Promise.reject(new Error("no index"));
  opening.catch(() => {});
  let where = "";
  /** @type {Promise<Spans> | undefined} */
  let spans;
  /** @param {string} on */
  const dated = async (on) => {
    const index = await opening;
    if (!spans) {
      importScripts("spans.js", "search-spans.js");
      spans = fetched(where);
    }
    return indexOn(index, await spans, on);
  };
  scope.onmessage = async ({ data }) => {
    try {
      if (data.open) {
        where = data.spans;
        opening = fetched(data.open).then(openIndex);
        scope.postMessage({ opened: (await opening).stations.length });
      } else {
        scope.postMessage({ answer: data.ask, ...reply(data, await (data.on ? dated(data.on) : opening)) });
      }
    } catch (error) {
      scope.postMessage({ failed: String(error) });
    }
  };
}

if (IN_WORKER) listen(/** @type {Worker} */ (/** @type {unknown} */ (self)));
