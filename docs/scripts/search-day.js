/** The field of a day on the page of all stations; what is wrong with it is said beside it. */
import { askedDay, isFuture, noDay, today } from "./calendar.js";
import { element } from "./search-hit.js";

export class Day {
  /**
   * @param {HTMLInputElement} field
   * @param {(on: string) => void} choose told the ISO day, "" for none
   */
  constructor(field, choose) {
    this.field = field;
    this.choose = choose;
    this.wrong = element("p", "find__wrong");
    this.wrong.id = "find-wrong";
    this.wrong.setAttribute("role", "alert");
    field.setAttribute("aria-describedby", this.wrong.id);
    field.min = "1949-01-01";
    field.max = today();
    /** @type {HTMLElement} */ (field.closest("label")).after(this.wrong);
    field.addEventListener("change", () => this.pick(field.type === "text"));
  }

  /**
   * Show a day that was asked for; true where it is none, which is told.
   * @param {string} text
   */
  restore(text) {
    const { day, wrong } = askedDay(text);
    this.field.value = day;
    this.tell(wrong);
    return Boolean(wrong);
  }

  /**
   * Choose the day in the field. While one types, a year passes through what is no year yet.
   * @param {boolean} done whether to tell that it is no day
   */
  pick(done) {
    const text = this.field.value;
    const { day, wrong } = askedDay(text);
    const said = wrong || (this.field.validity.badInput ? noDay(text) : "");
    const tell = done || isFuture(text);
    this.tell(tell ? said : "");
    if (day || !said || tell) this.choose(day);
  }

  /** @param {string} words, none where nothing is wrong */
  tell(words) {
    this.wrong.textContent = words;
    if (words) this.field.setAttribute("aria-invalid", "true");
    else this.field.removeAttribute("aria-invalid");
  }
}
