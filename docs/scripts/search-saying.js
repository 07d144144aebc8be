/** What the box, the page, the table and the paper say alike of a reply. */

/** @typedef {Pick<import("./search-client.js").Reply, "total" | "atLeast">} Amount */

/**
 * How much was found; of a register too big to be searched whole, only the least is known.
 * @param {Amount} reply
 * @param {string} before words that it follows
 */
export function amount({ total, atLeast }, before = "") {
  return `${before}${total && atLeast ? "至少" : ""} ${total} 所`.trim();
}

/**
 * What the near ones are, true of every one of them: beside hits they are look-alikes on the black
 * list; where nothing was found, some answer only a part of what was asked.
 * @param {Amount} reply
 */
export function nearTitle({ total }) {
  return total ? "黑榜上名称相近的" : "相近的";
}
