/**
 * Words as patterns. A classic script; search-worker.js loads it.
 */
"use strict";

/**
 * A pattern for any of the words, the longest first.
 * @param {string[]} words
 */
function anyOf(words) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.sort((a, b) => b.length - a.length).join("|"), "g");
}
