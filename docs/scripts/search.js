/**
 * Search: makes the boxes and the page of stations that the templates write answer as one types.
 *
 * Markup (hooks/theme/partials/find.html): form[data-find="box"], section[data-find="page"] and,
 * around the plain list that gives way to results, [data-find="plain"]. data-root leads to the
 * site's root. "/" focuses the page's own field, or else the box with data-hotkey.
 */
import { client } from "./search-client.js";
import { enhanceBox } from "./search-box.js";
import { enhancePage } from "./search-page.js";

const boxes = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-find="box"]'));
const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-find="page"]'));

if ("Worker" in window) {
  boxes.forEach(enhanceBox);
  if (page) enhancePage(page);
  warmUp();
}
document.addEventListener("keydown", hotkey);

/** On a page with a large box the index comes when the browser has nothing better to do. */
function warmUp() {
  const large = [...boxes].find((box) => !("hotkey" in box.dataset));
  if (!large) return;
  const open = () => client(large.dataset.root || "").open();
  if ("requestIdleCallback" in window) window.requestIdleCallback(open, { timeout: 3000 });
  else setTimeout(open, 1000);
}

/** @param {KeyboardEvent} event */
function hotkey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const busy = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = /** @type {HTMLInputElement | null} */ (
    (page || document).querySelector(page ? "input[name=q]" : "[data-hotkey] input"));
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
}
