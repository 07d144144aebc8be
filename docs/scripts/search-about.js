/** What a list of results says of itself, on paper and in a downloaded table. */
import { FACETS } from "./search-address.js";
import { inChinese, today } from "./calendar.js";
import { chosenWord, LABELS } from "./search-facets.js";
import { amount } from "./search-saying.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-address.js").State} State
 * @typedef {[label: string, words: string][]} About
 */

/** @type {Record<string, string>} */
const ORDERS = {
  match: "最相符在前", number: "按序号", pinyin: "按承建单位拼音", date: "最近有结论的在前",
};

/**
 * What was asked, of which day, how much was found and up to when it is known.
 * @param {State} state
 * @param {Reply} reply
 * @returns {About}
 */
export function about(state, reply) {
  /** @type {About} */
  const said = [["查询内容", state.q || "（没有填，即全部）"]];
  if (state.on) said.push(["查的是哪一天", inChinese(state.on)]);
  for (const name of FACETS) {
    const words = state[name].map((value) => chosenWord(reply, name, value));
    if (words.length) said.push([LABELS[name], words.join("、")]);
  }
  said.push(["排序", ORDERS[state.sort]], ["结果", amount(reply)]);
  if (reply.atLeast) said.push(["范围", "资料很多，没有全部查完，可能还有没列出的。"]);
  const age = document.querySelector(".banner--age"); // on every page: up to when the data go
  if (age) said.push(["资料", (age.textContent || "").trim()]);
  return [
    ...said,
    ["查询日期", inChinese(today())],
    ["网址", readable(window.location.href)],
    ["说明", "本表不是证明，以正式文件为准。"],
  ];
}

/** @param {string} address */
function readable(address) {
  try {
    return decodeURI(address);
  } catch (error) {
    return address;
  }
}
