/** MiniSearch, with characters and pairs of characters as its terms; all of them, else any. */

/* global MiniSearch */

let index;

/** @param {string} text */
function terms(text) {
  const found = [];
  for (const [word] of text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)) {
    if (/[a-z0-9]/.test(word)) found.push(word);
    else if (word.length === 1) found.push(word);
    else for (let i = 0; i + 1 < word.length; i += 1) found.push(word.slice(i, i + 2));
  }
  return found;
}

export async function start() {
  const script = document.createElement("script");
  script.src = "/minisearch/minisearch.js";
  await new Promise((resolve) => {
    script.onload = resolve;
    document.head.append(script);
  });
  const documents = await (await fetch("/minisearch/documents.json")).json();
  index = new MiniSearch({
    fields: ["name", "hosts", "more", "pinyin", "initials"], storeFields: ["name", "hosts"],
    tokenize: terms,
  });
  index.addAll(documents);
}

/** @param {string} query */
export async function ask(query) {
  const options = {
    prefix: true, fuzzy: (term) => (/[a-z]{4}/.test(term) ? 0.2 : false),
    boost: { name: 3, hosts: 3, initials: 2, pinyin: 2 },
  };
  let found = index.search(query, { ...options, combineWith: "AND" });
  if (!found.length) found = index.search(query, options);
  return { ids: found.slice(0, 10).map(({ id }) => id), near: [], total: found.length };
}
