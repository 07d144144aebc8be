/**
 * Answers questions about the register. A classic worker, for browsers without module workers.
 *
 * Messages to it:    {open: url of search/}       once
 *                    {ask: number, ...Question}   any number of times
 * Messages from it:  {opened: number of stations} or {failed: text}
 *                    {answer: number, ...Reply}   to the question of that number, more than once
 *                                                 where it is not whole at first
 *
 * index.json is fetched at once, more.json and search-whole.js behind the first answer; a question that
 * comes before is answered twice, at first by no more than which stations there are. So is one that
 * holds a character that the index does not know, for which characters.json is fetched. spans.json
 * is fetched when a question asks for a day. The index of a big register is in parts; then
 * search-parts.js answers.
 */
"use strict";

const IN_WORKER = typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope;

if (IN_WORKER) {
  importScripts("search-index.js", "search-characters.js", "search-numerals.js", "search-words.js",
    "search-query.js", "search-steps.js", "search-prepare.js", "search-align.js", "search-match.js",
    "search-found.js", "search-hits.js");
}

/**
 * Files of the search, each fetched once.
 * @param {string} folder
 */
function library(folder) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  return (/** @type {string} */ name) => {
    let file = files.get(name);
    if (!file) {
      file = fetched(`${folder}${name}.json`);
      files.set(name, file);
      file.catch(() => files.delete(name));
    }
    return file;
  };
}

/** @param {string} url of JSON */
async function fetched(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/** The index as far as it is there, and what else questions need. */
class Desk {
  /** @param {string} folder */
  constructor(folder) {
    this.file = library(folder);
    /** @type {Parts | undefined} */
    this.parts = undefined;
    /** @type {Promise<Index>} */
    this.first = this.file("index").then((data) => this.opened(data));
    /** @type {Promise<Index> | undefined} */
    this.whole = undefined;
    this.complete = false;
  }

  /**
   * What is there at first.
   * @param {Data | Core} data
   */
  opened(data) {
    if (!("parts" in data)) return openIndex(data, null);
    importScripts("search-whole.js", "search-grams.js", "search-parts.js");
    this.parts = new Parts(data, this.file);
    return this.parts.empty;
  }

  /** How many stations there are. */
  async count() {
    const { stations } = await this.first;
    return this.parts ? this.parts.count : stations.count;
  }

  /** The index with all that it has, and what reads it; fetched behind the first answer. */
  rest() {
    if (!this.whole) {
      this.whole = this.first.then(async ({ data }) => {
        const more = await this.file("more");
        if (typeof reply === "undefined") importScripts("search-whole.js");
        return openIndex(data, more);
      });
      this.whole.catch(() => { this.whole = undefined; });
    }
    return this.whole;
  }

  /**
   * Answer a question; from what is there at first too, where no more is on its way.
   * @param {Question} question
   * @param {(reply: Reply) => void} send
   */
  async answer(question, send) {
    const index = await this.first;
    const unknown = strange(question.query, index.characters);
    if (this.parts) {
      if (unknown) addCharacters(index.characters, await this.file("characters"));
      await this.parts.answer(question, send, (of) => this.ask(question, of));
      return;
    }
    if (isPlain(question) && (unknown || !this.complete)) send(firstReply(question, index));
    const whole = await this.rest();
    this.complete = true;
    if (unknown) {
      const table = await this.file("characters");
      [index, whole].forEach(({ characters }) => addCharacters(characters, table));
    }
    send(await this.ask(question, whole));
  }

  /**
   * @param {Question} question
   * @param {Index} index
   */
  async ask(question, index) {
    if (!question.on) return reply(question, index);
    if (typeof indexOn === "undefined") importScripts("spans.js", "search-spans.js");
    return reply(question, indexOn(index, await this.file("spans"), question.on));
  }
}

/**
 * Whether all stations are asked for, as they are now and by how well they answer.
 * @param {Question} question
 */
function isPlain(question) {
  const { on, sort = "match" } = question;
  return !on && sort === "match" && FACETS.every((name) => !(question[name] || []).length);
}

/**
 * Whether a query holds a character that no table known so far has.
 * @param {string} query
 * @param {Characters} characters
 */
function strange(query, { number, forms, others }) {
  if (others.size) return false;
  return unitsOf(String(query), forms).units.some((unit) => !number.has(unit) && /[\u3400-\u9fff]/.test(unit));
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
        scope.postMessage({ opened: await desk.count() });
      } else if (desk) {
        await desk.answer(data, (sent) => scope.postMessage({ answer: data.ask, ...sent }));
      }
    } catch (error) {
      scope.postMessage({ failed: String(error) });
    }
  };
}

if (IN_WORKER) listen(/** @type {Worker} */ (/** @type {unknown} */ (self)));
