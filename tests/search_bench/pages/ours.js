/** Our own worker, in its own words. */

/** @type {Map<number, {show: (reply: object) => void, whole: boolean}>} */
const waiting = new Map();
/** @type {Worker} */
let worker;
let asked = 0;

export function start() {
  worker = new Worker("/ours/scripts/search-worker.js");
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.opened) resolve(data.opened);
      if (data.failed) reject(new Error(data.failed));
      const asker = waiting.get(data.answer);
      if (asker && (data.whole !== false || (!asker.whole && data.total))) {
        waiting.delete(data.answer);
        asker.show(data);
      }
    };
    worker.onerror = (error) => reject(new Error(error.message));
    worker.postMessage({ open: new URL("/ours/search/", location.href).href });
  });
}

/**
 * The first answer, which may be replaced when more of the index has come.
 * @param {string} query
 */
export function first(query) {
  return ask(query, false);
}

/**
 * @param {string} query
 * @param {boolean} whole
 */
export async function ask(query, whole = true) {
  asked += 1;
  const number = asked;
  const reply = await new Promise((resolve) => {
    waiting.set(number, { show: resolve, whole });
    worker.postMessage({ ask: number, query, limit: 10 });
  });
  const id = (hit) => hit.id;
  return { ids: reply.hits.map(id), near: (reply.near || []).map(id), total: reply.total };
}
