/**
 * Documents and handwritten pages that answer a query. A classic script; search-whole.js loads it.
 */
"use strict";

const PAGE_HIT = 0.8;
const MOST_PAGES = 5;
const PAGE_FIELDS = [NAME, ALIAS]; // a title, and what it is about

/**
 * The pages, with their texts in the pool.
 * @param {Shared} data
 * @param {Pool} pool
 */
function pagesIn({ pages }, pool) {
  return pages.map(([kind, title, about, url]) => {
    const first = pool.write([title, about]);
    return { kind, title, about, url, texts: [first, first + 1] };
  });
}

/**
 * Documents and handwritten pages that answer the query.
 * @param {string} typed
 * @param {Index} index
 * @returns {PageHit[]}
 */
function pageHits(typed, index) {
  if (!index.pages.length) return [];
  const search = prepare(readQuery(typed, index, true), index, index.pages[0].texts[0]);
  return index.pages
    .filter(({ texts: [title, about] }) => promisingPage(search, title, about) >= PAGE_HIT * search.total)
    .map((page) => ({ page, worth: worthOfPage(search, page.texts, index) }))
    .filter(({ worth }) => worth >= PAGE_HIT)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_PAGES)
    .map(({ page: { kind, title, about, url, texts } }) => (
      { kind, title, about, url, marks: pageMarks(search, texts, index) }));
}

/**
 * @param {Search} search
 * @param {number} title
 * @param {number} about
 */
function promisingPage({ covered, sums, first }, title, about) {
  const [a, b] = [2 * (title - first), 2 * (about - first)];
  return told(sums, covered[a] | covered[a + 1] | covered[b] | covered[b + 1]);
}

/**
 * @param {Search} search
 * @param {number[]} texts
 * @param {Index} index
 */
function worthOfPage(search, texts, index) {
  hits.length = 0;
  texts.forEach((text, i) => hit(search, text, PAGE_FIELDS[i], index));
  return worthOf(search, []);
}

/**
 * @param {Search} search
 * @param {number[]} texts
 * @param {Index} index
 */
function pageMarks(search, texts, index) {
  worthOfPage(search, texts, index);
  const inTitle = explained(search.query).stretches.filter(({ text }) => text === texts[0]);
  return joined(inTitle.flatMap((stretch) => (
    trace(search, stretch, index).places.map(([place, how]) => /** @type {Marks[number]} */ ([place, place + 1, how])))));
}
