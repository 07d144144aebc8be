/** Input that no person types: made in the page, for not every string can be sent into one. */

const COMMON = "的一是不了人我在有他这中大来上国电力铁路兰州石化集团公司学校职业技术学院鉴定所第";
const SYLLABLES = ["zhang", "zhuang", "lan", "zhou", "shi", "a", "o", "e", "xi", "an", "ng", "ji", "tuan"];
const SIGNS = "()[]{}*+?.\\^$|/'\"`<>&;:%#@!~=-_,";
const BOMBS = ["(a+)+$", "(.*)*x", "([a-z]+)*\\1", "(?=.*a){99999}", "\\", "[", "(?<n>", "a{1,99999}"];
const MARKUP = [
  "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\"><svg onload=alert(1)>",
  "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}", "&lt;b&gt;", "]]>", "<!--",
  "__proto__", "constructor", "hasOwnProperty", "toString", "\u2028\u2029", "\u0000", "null",
];
const EMOJI = ["😀", "👩‍👩‍👧‍👦", "🇨🇳", "🏭", "0️⃣", "🀄", "𠮷", "𪚥"];

/** @param {number} seed */
function chance(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/**
 * @param {number} count
 * @param {number} seed
 * @returns {[kind: string, text: string][]}
 */
export function inputs(count, seed) {
  const draw = chance(seed);
  const of = (list) => list[draw(list.length)];
  const many = (most, make) => Array.from({ length: 1 + draw(most) }, make).join("");
  /** @type {Record<string, () => string>} */
  const kinds = {
    units: () => many(60, () => String.fromCharCode(draw(0x10000))),
    surrogates: () => many(30, () => String.fromCharCode(0xd800 + draw(0x800))),
    characters: () => many(60, () => String.fromCharCode(0x4e00 + draw(0x5200))),
    common: () => many(200, () => of([...COMMON])),
    letters: () => many(200, () => String.fromCharCode(97 + draw(26))),
    syllables: () => many(80, () => of(SYLLABLES)),
    signs: () => many(200, () => of([...SIGNS])),
    digits: () => many(60, () => of([..."0123456789一二三四十百千第所"])),
    words: () => many(60, () => `${of([...COMMON])}${draw(2) ? " " : ""}`),
    bombs: () => of(BOMBS).repeat(1 + draw(20)),
    markup: () => many(5, () => of(MARKUP)),
    emoji: () => many(30, () => of(EMOJI)),
    marks: () => many(30, () => `a${String.fromCharCode(0x300 + draw(0x70))}`),
  };
  const names = Object.keys(kinds);
  const found = Array.from({ length: count }, (_, i) => {
    const name = names[i % names.length];
    return [name, kinds[name]()];
  });
  for (const text of ["a", "的", "兰", "zhang", " ", "第", "😀", "\ud800", "(", "一", "lanzhou ", "石化 "]) {
    found.push(["10,000 characters", text.repeat(10_000).slice(0, 10_000)]);
  }
  return found;
}

/**
 * Ask everything, and tell how long each took and whether the reply was one. What is slow is asked
 * twice more and the quickest counts: it is to be slow for what it is, not for what else the machine
 * was doing.
 * @param {{ask: (query: string) => Promise<{ids: string[], total: number}>}} engine
 * @param {number} count
 * @param {number} seed
 * @param {number} limit milliseconds from which on an answer is slow
 */
export async function endured(engine, count, seed, limit) {
  const found = [];
  for (const [kind, text] of inputs(count, seed)) {
    let { answered, ms } = await asked(engine, text);
    for (let again = 0; again < 2 && ms > limit; again += 1) {
      const next = await asked(engine, text);
      answered = answered && next.answered;
      ms = Math.min(ms, next.ms);
    }
    found.push({ kind, text: text.slice(0, 60), answered, ms });
  }
  return found;
}

/**
 * @param {{ask: (query: string) => Promise<{ids: string[], total: number}>}} engine
 * @param {string} text
 */
async function asked(engine, text) {
  const begun = performance.now();
  const late = new Promise((resolve) => { setTimeout(resolve, 30_000, null); });
  const reply = await Promise.race([engine.ask(text), late]);
  const answered = Boolean(reply) && Array.isArray(reply.ids) && Number.isInteger(reply.total);
  return { answered, ms: performance.now() - begun };
}
