/**
 * Answers questions about the register. A classic worker, for browsers without module workers.
 *
 * Messages to it:    {open: url of search/}       once
 *                    {ask: number, ...Question}   any number of times
 * Messages from it:  {opened: number of stations} or {failed: text}
 *                    {answer: number, ...Reply}   to the question of that number, more than once
 *                                                 where it is not whole at first
 *
 * index.json is fetched at once, more.json behind the first answer; a question that comes before is
 * answered twice, at first by nothing if all that is found is only like it. So is one that holds a character that the index
 * does not know, for which characters.json is fetched. search-whole.js is loaded with the first
 * question that asks for more than names in characters, or behind the first answer, which then only
 * says which stations there are. spans.json is fetched when a question asks for a day. The index of
 * a big register is in parts; then search-parts.js answers.
 */
"use strict";

const IN_WORKER = typeof importScripts === "function";

if (IN_WORKER) {
  importScripts("search-index.js", "search-characters.js", "search-numerals.js", "search-words.js",
    "search-query.js", "search-steps.js", "search-prepare.js", "search-align.js", "search-match.js",
    "search-found.js", "search-hits.js");
}

/** The index as far as it is there, and what else questions need. */
class Desk {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.cut = ""; // the mark of the index, in the addresses of all that belongs to it
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    this.count = 0; // of stations
    /** @type {Parts | undefined} */
    this.parts = undefined;
    /** @type {Promise<Index>} */
    this.index = this.file("index").then((data) => this.opened(data));
    /** @type {Promise<Index> | undefined} */
    this.whole = undefined;
  }

  /**
   * A file of the search, fetched once.
   * @param {string} name
   */
  file(name) {
    let file = this.files.get(name);
    if (!file) {
      file = fetched(`${this.folder}${name}.json${this.cut && `?${this.cut}`}`, !this.cut);
      this.files.set(name, file);
      file.catch(() => this.files.delete(name));
    }
    return file;
  }

  /**
   * What is there at first.
   * @param {Data | Core} data
   */
  async opened(data) {
    this.cut = data.cut;
    if ("part" in data) {
      this.count = data.part.count;
      return openIndex(data, null);
    }
    await loadRest();
    importScripts("search-grams.js", "search-parts.js");
    this.parts = new Parts(data, (name) => this.file(name));
    this.count = this.parts.count;
    return this.parts.empty;
  }

  /** The index with all that it has, and what reads it; fetched behind the first answer. */
  rest() {
    this.whole = this.whole || this.openWhole();
    return this.whole;
  }

  async openWhole() {
    try {
      const [data, more] = await Promise.all([this.file("index"), this.file("more"), loadRest()]);
      if (more.cut !== this.cut) throw new Error("search/more.json is of another build");
      const whole = openIndex(data, more);
      this.index = Promise.resolve(whole);
      this.files.clear(); // nobody asks for them again
      return whole;
    } catch (error) {
      this.whole = undefined;
      throw error;
    }
  }

  /**
   * Answer a question; from what is there at first too, where no more is there.
   * @param {Question} question
   * @param {(reply: Reply) => void} send
   */
  async answer(question, send) {
    const index = await this.index;
    const text = unitsOf(String(question.query), index.characters.forms).units.join("");
    const unknown = isStrange(text, index.characters);
    if (this.parts) {
      if (unknown) addCharacters(index.characters, await this.file("characters"));
      await this.parts.answer(question, send, (of) => this.ask(question, of));
      return;
    }
    if (unknown || !index.more) {
      let early = isPlain(question, text, index) ? firstReply(question, index) : null;
      if (!early || early.best < GOOD) early = await this.ask(question, index);
      send(early.best < GOOD ? NOTHING_YET : { ...early, whole: false });
    }
    const whole = await this.rest();
    if (unknown) addCharacters(whole.characters, await this.file("characters"));
    send(await this.ask(question, whole));
  }

  /**
   * @param {Question} question
   * @param {Index} index
   */
  async ask(question, index) {
    await loadRest();
    return reply(question, question.on ? await indexOfDay(question.on, index, this) : index);
  }
}

/**
 * Load what reads more than names; it is needed for whole replies, and for some first ones. While it
 * is on its way, names are answered.
 */
async function loadRest() {
  if (typeof reply === "undefined") await fetch("search-whole.js");
  if (typeof reply === "undefined") importScripts("search-whole.js");
}

/**
 * @param {string} url of JSON
 * @param {boolean} anew whether a copy must be asked after, be it as young as it may
 */
async function fetched(url, anew) {
  const response = await fetch(url, { cache: anew ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/**
 * Whether a question can be answered by what is there at first: it asks for all stations as they are
 * now, by how well their names answer, and holds no letters, no long numbers and no standing.
 * @param {Question} question
 * @param {string} text of its units
 * @param {Index} index
 */
function isPlain({ on, sort = "match", ...more }, text, { data, said }) {
  const words = [...Object.keys(data.words.standings), ...said.map(({ grade }) => grade)];
  return !on && sort === "match" && !FACETS.some((name) => (more[name] || []).length)
    && !/[a-z]|[零一二三四五六七八九]{4}/.test(text)
    && !words.some((word) => word && text.includes(word));
}

/**
 * Whether units hold a character that no table known so far has.
 * @param {string} text
 * @param {Characters} characters
 */
function isStrange(text, { number, others }) {
  return !others.size && Array.from(text).some((unit) => !number.has(unit) && /[\u3400-\u9fff]/.test(unit));
}

/**
 * Answer messages.
 * @param {Pick<Worker, "onmessage" | "postMessage">} scope
 */
function listen(scope) {
  /** @type {Desk | undefined} */
  let desk;
  scope.onmessage = async ({ data }) => {
    try {
      if (data.open) {
        desk = new Desk(data.open);
        await desk.index;
        scope.postMessage({ opened: desk.count });
      } else if (desk) {
        await desk.answer(data, (sent) => scope.postMessage({ answer: data.ask, ...sent }));
      }
    } catch (error) {
      scope.postMessage({ failed: String(error) });
    }
  };
}

if (IN_WORKER) listen(/** @type {Worker} */ (/** @type {unknown} */ (self)));
