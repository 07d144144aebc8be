/** A live region that speaks when one stops typing, not at each key. */

const PAUSE = 700;

export class Live {
  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  /** @param {string} words none to fall silent */
  say(words) {
    window.clearTimeout(this.timer);
    if (!words) this.region.textContent = "";
    else this.timer = window.setTimeout(() => { this.region.textContent = words; }, PAUSE);
  }
}
