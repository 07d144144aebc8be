/**
 * What a whole reply has beside the stations that answer: why they do, facets, orders, near names,
 * look-alikes, pages; and the numbers and words that are fetched behind the first answer. A classic
 * script; search-worker.js loads it then.
 */
"use strict";

if (IN_WORKER) {
  importScripts("search-sounds.js", "search-letters.js", "search-asked.js", "search-codes.js",
    "search-terms.js", "search-marks.js", "search-tally.js", "search-near.js", "search-others.js",
    "search-reply.js");
}
