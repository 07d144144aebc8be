/** Days: what people type, ISO days, and how the site writes them. */

/** @returns {string} today in China, as 2026-11-22 */
export function today() {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

const FIRST = "1949-01-01";
const GAP = "[-–—/.、年月\\s]\\s*";
const WRITTEN = new RegExp(`^(\\d{4})\\s*(?:${GAP}(\\d{1,2})\\s*${GAP}(\\d{1,2})\\s*日?|(\\d\\d)(\\d\\d))$`);

/**
 * The day that a text asks for, and otherwise what to say of it; nothing of no text.
 * @param {string} text
 * @returns {{day: string, wrong: string}}
 */
export function askedDay(text) {
  const day = isoDay(text);
  const wrong = day ? outside(day) : text.trim() && noDay(text);
  return { day: wrong ? "" : day, wrong };
}

/**
 * The ISO day that a text means: 2011-05-01, 2011/5/1, 2011 5 1, 2011年5月1日, 20110501, with wide
 * digits too; "" for no real day.
 * @param {string} text
 */
function isoDay(text) {
  const found = WRITTEN.exec(text.normalize("NFKC").trim());
  if (!found) return "";
  const [year, month, day] = [found[1], found[2] || found[4], found[3] || found[5]];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : "";
}

/**
 * What to say of a day that nobody can be told of; nothing of others.
 * @param {string} day
 */
function outside(day) {
  if (isFuture(day)) return "这一天还没有到，只能查到今天为止。";
  return day < FIRST ? "只能查1949年以后的日子。" : "";
}

/** @param {string} text */
export function isFuture(text) {
  return isoDay(text) > today();
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
