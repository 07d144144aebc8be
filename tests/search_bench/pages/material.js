/** Material for MkDocs' own search: its worker, its messages. */

/** @type {Worker} */
let worker;

/** @param {object} message */
function answered(message) {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
}

export async function start() {
  worker = new Worker("/material/workers/search.js");
  const { config, docs } = await (await fetch("/material/search/search_index.json")).json();
  await answered({ type: 0, data: { config, docs, options: { suggest: false } } });
}

/** @param {string} query */
export async function ask(query) {
  const { data } = await answered({ type: 2, data: query });
  const ids = data.items.map(([first]) => first.location.split("/")[0]);
  return { ids: ids.slice(0, 10), near: [], total: ids.length };
}
