/**
 * Documents and handwritten pages that answer a query. A classic script; search-whole.js loads it.
 */
"use strict";

/** @typedef {ReturnType<typeof openPages>} Pages */

const PAGE_HIT = 0.8;
const MOST_PAGES = 5;

/**
 * Documents and handwritten pages that answer the query; they are found as stations are, a title in
 * place of a name and what it is about in place of another.
 * @param {string} typed
 * @param {Index} index
 * @returns {PageHit[]}
 */
function pageHits(typed, { words, characters, count, data }) {
  words.pages = words.pages || openPages(data.pages, words, characters, count);
  const { pages } = words;
  const search = prepare(readQuery(typed, pages, true), pages);
  return matches(search, pages, PAGE_HIT)
    .filter((match) => match[1] >= PAGE_HIT)
    .slice(0, MOST_PAGES)
    .map(([page]) => {
      const [kind, title, about, url] = data.pages[page];
      return { kind, title, about, url, marks: titleMarks(search, page, pages) };
    });
}

/**
 * @param {Shared["pages"]} list
 * @param {Patterns} words
 * @param {Characters} characters
 * @param {number} count of stations, by which syllables are weighed
 */
function openPages(list, words, characters, count) {
  const pool = new Pool(characters);
  pool.write(list.flatMap(([, title, about]) => [title, about]));
  const texts = new Uint32Array(2 * list.length).map((_, i) => i);
  const stations = {
    count: list.length, from: new Uint32Array(list.length + 1).map((_, i) => 2 * i), texts,
    fields: Uint8Array.from(texts, (text) => (text % 2 ? ALIAS : NAME)),
  };
  return { words, characters, count, stations, ...openTexts(pool, characters, list.length) };
}

/**
 * @param {Search} search
 * @param {number} page
 * @param {Pages} pages
 */
function titleMarks(search, page, pages) {
  worthOfStation(search, page, pages);
  const inTitle = explained(search.query).stretches.filter(({ field }) => field === NAME);
  align(search, 2 * page, pages);
  return joined(inTitle.flatMap((stretch) => (
    trace(search, stretch, pages).places.map(([place, how]) => /** @type {Marks[number]} */ ([place, place + 1, how])))));
}
