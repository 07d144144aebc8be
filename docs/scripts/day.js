// What depends on the reader's day: how long until a deadline, and a standing that has changed
// since the page was built. Without this script the page says what held on the day of the build.

/** @returns {string} today in China, as 2026-11-22 */
function today() {
  return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} days between two ISO days
 */
function days(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
}

/** @param {string} due @returns {string} how the day lies to today */
function distance(due) {
  const left = days(today(), due);
  if (left > 0) return `还有${left}天`;
  if (left === 0) return "今天到期";
  return left > -730 ? `已过${-left}天` : `已过${Math.floor(-left / 365.25)}年`;
}

for (const time of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("time[data-due]"))) {
  const note = document.createElement("span");
  note.className = "due-note";
  note.textContent = `（${distance(time.dataset.due ?? "")}）`;
  time.after(note);
}

const answer = document.querySelector("[data-answer]");
const reached = [...(answer?.querySelectorAll("template") ?? [])]
  .filter((template) => (template.dataset.since ?? "9") <= today())
  .pop();
if (answer && reached) {
  const [mark, status] = reached.content.children;
  answer.querySelector(".answer__mark")?.replaceChildren(mark.cloneNode(true));
  const line = answer.querySelector(".answer__status");
  if (line) line.textContent = status.textContent;
}
