/** Telling what is typed from what an input method still composes. */

/** Android's keyboards compose every Latin word too, and keep Chinese ones in their own bar. */
const COMPOSES_ALL = /Android/.test(navigator.userAgent);

/**
 * Call `act` when the text has changed, but not for letters that are about to become characters.
 * @param {HTMLInputElement} input
 * @param {() => void} act
 */
export function whenTyped(input, act) {
  input.addEventListener("input", (event) => {
    if (COMPOSES_ALL || !(/** @type {InputEvent} */ (event).isComposing)) act();
  });
  input.addEventListener("compositionend", act);
}
