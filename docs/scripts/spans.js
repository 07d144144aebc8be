/**
 * Looks a day up in spans, as `standing_on` of hooks/register/history does: the only reader of
 * spans that the browser has. Without import and export, so that the search's worker, which is a
 * classic script for the sake of old browsers, and the modules load one and the same file.
 */
"use strict";

/**
 * The number of the span that a day lies in; -1 where none has begun.
 * @param {(string | undefined)[]} starts each span's first ISO day, the oldest first; none is open
 * @param {string} day
 */
globalThis.spanOn = (starts, day) => {
  for (let i = starts.length - 1; i >= 0; i -= 1) {
    if (!starts[i] || starts[i] <= day) return i;
  }
  return -1;
};
