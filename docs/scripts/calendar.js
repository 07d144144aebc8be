/** Days: what people type, ISO days, and how the site writes them. */

/** @returns {string} today in China, as 2026-11-22 */
export function today() {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

/**
 * The ISO day that a text means: 2011-05-01, 2011/5/1, 2011年5月1日, 20110501; "" for no real day.
 * @param {string} text
 */
export function isoDay(text) {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))$/.exec(text.trim());
  if (!found) return "";
  const [year, month, day] = [found[1], found[2] || found[4], found[3] || found[5]].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
  return real ? date.toISOString().slice(0, 10) : "";
}

/**
 * 2011-05-01 → 2011年5月1日.
 * @param {string} iso
 */
export function inChinese(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * What to say of a text that is no day.
 * @param {string} text
 */
export function noDay(text) {
  const what = text ? `“${text.slice(0, 30)}”不是一个日期。` : "还没有写完整的日期。";
  return `${what}请写成 2011-05-01 这样，年份四位。`;
}
