/** Pagefind, with the fragments of the first five results, which a page needs to show them. */

let pagefind;

export async function start() {
  pagefind = await import("/pagefind/pagefind/pagefind.js");
  await pagefind.options({ baseUrl: "/" });
  await pagefind.init();
}

/** @param {string} query */
export async function ask(query) {
  const { results } = await pagefind.search(query);
  const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  const ids = shown.map(({ url }) => url.split("/").filter(Boolean)[0]);
  return { ids, near: [], total: results.length };
}
