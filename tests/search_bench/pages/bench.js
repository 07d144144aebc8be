/**
 * Runs one engine in a page: starts it, asks it, times it. Every engine is a module with
 * `start()` and `ask(query)`, which gives {ids, near, total}.
 */

const LONGEST = 60_000;

/** @param {string} name */
export async function started(name) {
  const begun = performance.now();
  const engine = await import(`./${name}.js`);
  await engine.start();
  return { engine, ms: performance.now() - begun };
}

/**
 * Ask for the first answer that the engine can give, whole or not.
 * @param {{ask: (query: string) => Promise<object>, first?: (query: string) => Promise<object>}} engine
 * @param {string} query
 */
export function answered(engine, query) {
  return engine.first ? engine.first(query) : engine.ask(query);
}

/**
 * @param {{ask: (query: string) => Promise<{ids: string[], near: string[], total: number}>}} engine
 * @param {string[]} queries
 */
export async function asked(engine, queries) {
  const found = [];
  for (const query of queries) {
    const begun = performance.now();
    const reply = await Promise.race([engine.ask(query), late()]);
    found.push({ ...reply, ms: performance.now() - begun });
  }
  return found;
}

function late() {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST, { ids: [], near: [], total: -1 });
  });
}
