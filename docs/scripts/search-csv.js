/**
 * The results as a table that WPS and Excel open: UTF-8 with a mark of its order, CRLF.
 *
 * The first row names the columns; what the table is of stands below an empty row at its end, so
 * that the table can be sorted and filtered.
 */
import { about } from "./search-about.js";
import { today } from "./calendar.js";
import { wordOf } from "./search-facets.js";

/**
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-address.js").State} State
 */

const COLUMNS = [
  "编号", "名称", "承建单位", "说明", "结论", "等次（文件原文）", "年度", "状态说明", "依据文件",
  "依据文件网址", "网址",
];
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const KEPT = 60000; // the browser has begun to save by then

/**
 * @param {State} state
 * @param {Reply} reply with every hit
 * @param {string} root
 */
export function table(state, reply, root) {
  const rows = reply.hits.map((hit) => row(hit, reply, root));
  return csv([COLUMNS, ...rows, [], ...about(state, reply), ...banners()]);
}

/** What every page says of the site, such as that it is no government's. */
function banners() {
  const lines = [...document.querySelectorAll(".banner:not(.banner--age)")];
  return lines.map((line) => ["声明", (line.textContent || "").trim()]);
}

/** Offer a text as a file of today. @param {string} text */
export function save(text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `鉴定所查询结果-${today().replace(/-/g, "")}.csv`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/**
 * @param {Hit} hit
 * @param {Reply} reply
 * @param {string} root
 */
function row(hit, reply, root) {
  /** @param {string} url */
  const absolute = (url) => new URL(`${root}/${url}`, document.baseURI).href;
  const word = wordOf(reply, "standing", hit.standing);
  const { words, url } = hit.document || { words: "", url: "" };
  return [
    hit.id, hit.name, hit.hosts.join("、"), hit.reasons.join("；"),
    word === hit.standing ? hit.mark : word, hit.grade, hit.year === "none" ? "" : hit.year,
    hit.status, words, url && absolute(url), absolute(hit.url),
  ];
}

/** @param {string[][]} rows */
function csv(rows) {
  return `\ufeff${rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * A cell; what a table would compute is kept a text.
 * @param {string} text
 */
function cell(text) {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replace(/"/g, '""')}"`;
}
