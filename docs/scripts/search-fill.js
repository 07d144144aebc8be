/**
 * Lists that are filled again as one types and as parts of the index come.
 *
 * @typedef {[key: string, make: () => HTMLElement]} Keyed what an item shows, and how it is made
 */

/** @type {WeakMap<Element, string>} */
const keys = new WeakMap();

/**
 * Make a list hold these items. Those that are there stay where they are, so that nothing flickers,
 * no click is lost and the focus is kept; where its item was written anew, it goes to the link that
 * took its place.
 * @param {HTMLElement} list
 * @param {Keyed[]} wanted
 */
export function fill(list, wanted) {
  const focused = document.activeElement;
  const href = focused && list.contains(focused) ? focused.getAttribute("href") : null;
  const wantedKeys = new Set(wanted.map(([key]) => key));
  const kept = new Map();
  for (const child of [...list.children]) {
    const key = keys.get(child) || "";
    if (wantedKeys.has(key)) kept.set(key, child);
    else child.remove();
  }
  wanted.forEach(([key, make], i) => {
    const child = kept.get(key) || make();
    keys.set(child, key);
    if (list.children[i] !== child) list.insertBefore(child, list.children[i] || null);
  });
  if (href !== null && !list.contains(document.activeElement)) refocus(list, href);
}

/**
 * @param {HTMLElement} list
 * @param {string} href
 */
function refocus(list, href) {
  const same = [...list.querySelectorAll("a")].find((one) => one.getAttribute("href") === href);
  if (same) same.focus({ preventScroll: true });
}
