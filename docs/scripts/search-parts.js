/**
 * Answers questions about a register so big that its index is in parts: the question's keys tell
 * which stations may answer, their parts are fetched and searched as one index. A classic script;
 * search-worker.js loads it. hooks/register/search/parts.py says what the files hold.
 */
"use strict";

/**
 * @typedef {Omit<Data, "part"> & {terms: Words, parts: [count: number, region: number][],
 *   shelves: number}} Core
 * @typedef {{cut: string, keys: string, sizes: string, stations: string}} ShelfData
 * @typedef {{ranges: Map<number, [from: number, to: number]>, places: Uint32Array}} Shelf
 */

const MOST_PARTS = 40; // for one answer
const MOST_SHELVES = 24;
const WORTH_FETCHING = 0.6; // of what the best station is worth, for another's part
const OF_REGION = 5;
const MOST_TOLD = 7; // by one key: what is rarer may be a slip
const COLUMNS = ["stem", "name", "texts", "region", "city", "said", "hosts", "former", "aliases"];
const PATIENCE = 200; // milliseconds, before an answer is given from what is there

/** The parts as far as they are there. */
class Parts {
  /**
   * @param {Core} data
   * @param {(name: string) => Promise<any>} file
   */
  constructor(data, file) {
    this.data = data;
    this.file = file;
    this.places = placesOf(data.parts);
    this.count = this.places[data.parts.length];
    this.scores = new Float32Array(this.count);
    this.tables = openTables(data, data.terms, [data], this.count);
    this.empty = this.openedTogether([]);
    this.index = this.empty;
    this.open = "";
    /** @type {Index | null} */
    this.warnings = null;
    /** @type {Map<number, Shelf>} */
    this.shelves = new Map();
    /** @type {Map<number, Question>} the newest question of everyone who asks */
    this.newest = new Map();
  }

  /**
   * Answer a question; first from what is there where the rest takes long, and only from that
   * where the same one has asked another question since. Names like those that are found and on
   * the black list come behind the first answer.
   * @param {Question} question
   * @param {(reply: Reply) => void} send
   * @param {(index: Index) => Promise<Reply>} ask
   */
  async answer(question, send, ask) {
    if (question.asker) this.newest.set(question.asker, question);
    let late = true;
    const slow = setTimeout(() => ask(this.index).then((reply) => {
      if (late) send({ ...reply, whole: false, atLeast: true });
    }, () => {}), PATIENCE);
    try {
      const index = await this.fetch(question);
      if (!this.warnings) {
        const first = await ask(index);
        const whole = first.total === 0; // nothing is like what is not there
        send({ ...first, whole, atLeast: true });
        if (whole) return;
      }
      send({ ...await ask({ ...index, warnings: await this.black() }), atLeast: true });
    } finally {
      late = false;
      clearTimeout(slow);
    }
  }

  /**
   * The index of the parts that may answer a question; of those there are, where nobody waits.
   * @param {Question} question
   */
  async fetch(question) {
    const { clues, named } = cluesOf(question, this.empty);
    await this.openShelves(clues);
    if (this.isLeft(question)) return this.index;
    const numbers = this.promising(clues, named, question.region || []);
    const parts = await Promise.all(numbers.map((number) => this.own(`parts/${number}`)));
    const open = numbers.join(" ");
    if (this.isLeft(question) || open === this.open) return this.index;
    this.index = this.openedTogether(parts.map((part, i) => ({ part, first: this.places[numbers[i]] })));
    this.open = open;
    return this.index;
  }

  /**
   * The index of parts, which are put together as they are packed; only distances from the one
   * before begin anew in each.
   * @param {{part: Part & Terms, first: number}[]} parts each with the place of its first station
   */
  openedTogether(parts) {
    /** @type {(text: (part: Part & Terms) => string) => string} */
    const joined = (text) => parts.map(({ part }) => text(part)).join("");
    /** @type {(name: string) => Int32Array} */
    const numbers = (name) => Int32Array.from(parts.flatMap(({ part }) => [...undelta(part.columns[name])]));
    const columns = Object.fromEntries(COLUMNS.map((name) => [name, joined((part) => part.columns[name])]));
    const part = {
      count: parts.reduce((sum, { part: { count } }) => sum + count, 0), columns,
      names: joined(({ names }) => names), texts: joined(({ texts }) => texts),
      stems: joined(({ stems }) => stems), widths: joined(({ widths }) => widths),
    };
    const terms = { stations: joined(({ stations }) => stations), codes: parts.flatMap(({ part: { codes } }) => codes) };
    return openStations(part, terms, this.tables, {
      place: Uint32Array.from(parts.flatMap(({ part: { count }, first }) => Array.from({ length: count }, (_, s) => first + s))),
      number: numbers("number"), ordinal: numbers("ordinal"),
    });
  }

  /** The index of the stations on the black list, fetched behind the first answer. */
  async black() {
    if (!this.warnings) {
      const part = await this.own("black");
      const { number, ordinal } = part.columns;
      this.warnings = openStations(part, null, this.tables, {
        place: ungap(unpack(part.places)), number: undelta(number), ordinal: undelta(ordinal),
      });
    }
    return this.warnings;
  }

  /** @param {Question} question that nobody waits for any longer */
  isLeft(question) {
    return question.asker !== undefined && this.newest.get(question.asker) !== question;
  }

  /**
   * A file of this cutting.
   * @param {string} name
   */
  async own(name) {
    const data = await this.file(name);
    if (data.cut !== this.data.cut) throw new Error(`search/${name}.json is of another build`);
    return data;
  }

  /**
   * Open the shelves of the clues that tell most.
   * @param {Clue[]} clues
   */
  async openShelves(clues) {
    const wanted = new Set();
    for (const { keys } of clues) {
      for (const key of keys) if (wanted.size < MOST_SHELVES) wanted.add(this.shelfOf(key));
    }
    await Promise.all([...wanted].filter((number) => !this.shelves.has(number)).map(async (number) => {
      this.shelves.set(number, openShelf(await this.own(`grams/${number}`)));
    }));
  }

  /** @param {string} key */
  shelfOf(key) {
    return numberOfKey(key) & (this.data.shelves - 1);
  }

  /**
   * The parts of the stations that have most of what is asked, in the order of the list.
   * @param {Clue[]} clues
   * @param {number[]} named regions that the question names
   * @param {string[]} chosen and those to which it is confined
   */
  promising(clues, named, chosen) {
    const { data, places } = this;
    const scores = this.scored(clues);
    const best = data.parts.map(([, region], part) => {
      if (chosen.length && !chosen.includes(data.regions[region])) return -1;
      return mostOf(scores, places[part], places[part + 1]) + (named.includes(region) ? OF_REGION : 0);
    });
    const most = Math.max(...best);
    return best.map((worth, part) => ({ worth, part }))
      .filter(({ worth }) => worth >= 0 && worth >= most * WORTH_FETCHING)
      .sort((a, b) => b.worth - a.worth || a.part - b.part)
      .slice(0, MOST_PARTS)
      .map(({ part }) => part)
      .sort((a, b) => a - b);
  }

  /**
   * How much of what is asked each station has.
   * @param {Clue[]} clues
   */
  scored(clues) {
    const { scores, shelves, data } = this;
    scores.fill(0);
    for (const { keys, tells } of clues) {
      for (const key of keys) {
        const shelf = shelves.get(this.shelfOf(key));
        const held = shelf ? holders(shelf, Math.floor(numberOfKey(key) / data.shelves)) : NOBODY;
        const worth = tells * Math.min(MOST_TOLD, Math.log(this.count / held.length));
        for (let i = 0; i < held.length; i += 1) scores[held[i]] += worth;
      }
    }
    return scores;
  }
}

const NOBODY = new Uint32Array(0);

/**
 * Where in the list each part begins, and the last one ends.
 * @param {Core["parts"]} parts
 */
function placesOf(parts) {
  const places = new Uint32Array(parts.length + 1);
  parts.forEach(([count], part) => { places[part + 1] = places[part] + count; });
  return places;
}

/**
 * @param {Float32Array} scores
 * @param {number} from
 * @param {number} to
 */
function mostOf(scores, from, to) {
  let best = 0;
  for (let i = from; i < to; i += 1) if (scores[i] > best) best = scores[i];
  return best;
}

/**
 * @param {ShelfData} data
 * @returns {Shelf}
 */
function openShelf({ keys, sizes, stations }) {
  const places = unpack(stations);
  const from = unpack(sizes);
  /** @type {Map<number, [number, number]>} */
  const ranges = new Map();
  let [key, start] = [-1, 0];
  unpack(keys).forEach((gap, i) => {
    key += gap + 1;
    ranges.set(key, [start, start + from[i]]);
    start += from[i];
  });
  return { ranges, places };
}

/**
 * The stations that have a key.
 * @param {Shelf} shelf
 * @param {number} key without the bits that name the shelf
 */
function holders({ ranges, places }, key) {
  const range = ranges.get(key);
  if (!range) return NOBODY;
  return ungap(places.slice(...range));
}

/**
 * Places, from the gaps between them.
 * @param {Uint32Array} gaps
 */
function ungap(gaps) {
  let place = -1;
  return gaps.map((gap) => {
    place += gap + 1;
    return place;
  });
}
