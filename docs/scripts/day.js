// What depends on the reader's day: how long until a deadline, and an answer that has changed
// since the page was built. Without this script the page says what held on the day of the build.
import "./spans.js";
import { today } from "./calendar.js";

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

/** Replace what held on the day of the build by what Python wrote for the reader's day. */
function swapAnswer() {
  const templates = /** @type {NodeListOf<HTMLTemplateElement>} */ (
    document.querySelectorAll("template[data-since]"));
  const starts = [...templates].map((template) => template.dataset.since);
  const reached = templates[spanOn(starts, today())];
  if (!reached) return;
  for (const part of /** @type {HTMLElement[]} */ ([...reached.content.children])) {
    const old = document.querySelector(`[data-swap="${part.dataset.swap}"]`);
    if (old) old.replaceWith(part.cloneNode(true));
  }
}

swapAnswer();
for (const time of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("time[data-due]"))) {
  const note = document.createElement("span");
  note.className = "due-note";
  note.textContent = `（${distance(time.dataset.due ?? "")}）`;
  if (time.nextElementSibling?.matches("[data-built]")) time.nextElementSibling.remove();
  time.after(note);
}
const asOf = /** @type {HTMLElement | null} */ (document.querySelector("[data-as-of]"));
if (asOf) {
  import("./as-of.js")
    .then(({ enhanceAsOf }) => enhanceAsOf(asOf))
    .catch(() => asOf.classList.add("as-of--broken")); // which shows what to do without it
}
