// The ids and words that exist, as the folder has them now; asked for once for each widget shown.

/** @type {Promise<Record<string, Record<string, string>>> | null} */
let asked = null;

/**
 * Return what exists of one kind: id → name.
 * @param {string} of
 * @returns {Promise<Record<string, string>>}
 */
export async function known(of) {
  if (!of) return {};
  asked ??= fetch("known.json").then((answer) => answer.json());
  const waiting = asked;
  setTimeout(() => { asked = null; }, 1000); // what is saved meanwhile shows in the next widget
  return (await waiting)[of] ?? {};
}

/**
 * A list of suggestions for an input.
 * @param {string} id
 * @param {Record<string, string>} names
 */
export function suggestions(id, names) {
  const { h } = window;
  const options = Object.entries(names).map(([value, label]) => h("option", { key: value, value, label }));
  return h("datalist", { id }, options);
}
