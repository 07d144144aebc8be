/** The lists of the page of all stations: hits, names that are near, documents, pages of the site. */
import { fill } from "./search-fill.js";
import { element, item, link, pageText } from "./search-hit.js";
import { nearTitle } from "./search-saying.js";

/**
 * @typedef {import("./search-client.js").Reply} Reply
 * @typedef {import("./search-client.js").Hit} Hit
 * @typedef {import("./search-client.js").PageHit} PageHit
 */

const INSTEAD = "下面几所与您输入的内容相近，但不完全相符。请核对是不是要查的。";
const UNCHOSEN = "下面几所与您输入的内容相同或相近，但与已选的条件合起来不完全相符。";
const BESIDE = "下面几所列在黑榜上，名称或承建单位与查到的很像，但不是上面查到的鉴定所，请不要弄混。";

export class Results {
  /**
   * @param {string} root
   * @param {(name: string) => HTMLElement} part
   */
  constructor(root, part) {
    this.root = root;
    this.none = part("none");
    this.list = part("results");
    this.near = part("near");
    this.notices = part("notices");
    this.pages = part("pages");
    this.jumps = part("jumps");
  }

  /**
   * @param {Reply} reply
   * @param {boolean} asked whether the plain list gives way to hits
   * @param {boolean} chosen whether some facet narrows
   */
  show(reply, asked, chosen) {
    const { whole, total } = reply;
    this.none.hidden = !whole || total > 0;
    fill(this.list, asked ? reply.hits.map((hit) => this.keyed(hit)) : []);
    this.showNear(reply, total ? BESIDE : chosen ? UNCHOSEN : INSTEAD);
    /** @param {string} kind */
    const pages = (kind) => (asked ? reply.pages.filter((page) => page.kind === kind) : []);
    this.showPages(this.notices, pages("notice"));
    this.showPages(this.pages, pages("page"));
    this.showJumps(reply.hits.length > 0);
  }

  hide() {
    for (const part of [this.none, this.near, this.notices, this.pages, this.jumps]) part.hidden = true;
    this.list.replaceChildren();
  }

  /**
   * @param {Reply} reply
   * @param {string} note what the heading means
   */
  showNear(reply, note) {
    const near = reply.whole ? reply.near : [];
    heading(this.near).textContent = `${nearTitle(reply)}鉴定所`;
    /** @type {HTMLElement} */ (this.near.querySelector("p")).textContent = note;
    fill(listIn(this.near), near.map((hit) => this.keyed(hit)));
    this.near.hidden = !near.length;
  }

  /**
   * @param {HTMLElement} group
   * @param {PageHit[]} pages
   */
  showPages(group, pages) {
    const links = pages.map((page) => link(this.root, page.url, "", ...pageText(page)));
    listIn(group).replaceChildren(...links.map((one) => element("li", "", one)));
    group.hidden = !pages.length;
  }

  /**
   * What stands below the hits is told above them.
   * @param {boolean} below
   */
  showJumps(below) {
    const groups = [this.near, this.notices, this.pages].filter((group) => !group.hidden);
    const buttons = groups.map((group) => {
      const words = (heading(group).textContent || "").trim();
      const button = element("button", "find__jump", `${words} ${listIn(group).children.length}`);
      button.type = "button";
      button.addEventListener("click", () => heading(group).focus());
      return button;
    });
    this.jumps.replaceChildren("下面另有：", ...buttons);
    this.jumps.hidden = !below || !buttons.length;
  }

  /**
   * @param {Hit} hit
   * @returns {import("./search-fill.js").Keyed}
   */
  keyed(hit) {
    return [JSON.stringify(hit), () => item(hit, this.root)];
  }
}

/** @param {HTMLElement} group */
function heading(group) {
  return /** @type {HTMLElement} */ (group.querySelector("h3"));
}

/** @param {HTMLElement} group */
function listIn(group) {
  return /** @type {HTMLElement} */ (group.querySelector("ol, ul"));
}
