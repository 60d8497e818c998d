/**
 * Through the article, mention by mention: the next and the previous one, with the sentence around it told to those who
 * do not see it.
 */
import { h } from "../dom.js";

/**
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../model.js").Mention | import("../model.js").DealMention} AnyMention
 */

export class Walk {
  #where = h("p", { class: "walk-where" });
  #heard = h("p", { class: "heard", role: "status", lang: "en" });
  #previous = h("button", { type: "button", class: "step previous", onclick: () => this.step(this.#all, -1) });
  #next = h("button", { type: "button", class: "step next", onclick: () => this.step(this.#all, 1) });
  /** The two buttons, and where the reader is. */
  element = h("div", { class: "walk", role: "group" }, this.#where, this.#previous, this.#next, this.#heard);
  /** @type {AnyMention[]} what is marked, in reading order */
  #all = [];
  /** Where the last step led; before the text at first. */
  #at = -1;
  /** @type {Model | undefined} */
  #model;
  /** @type {import("../words.js").Words | undefined} */
  #words;

  /** @param {(mention: AnyMention) => void} jump */
  constructor(jump) {
    this.jump = jump;
  }

  /** @param {Model} model @param {import("../words.js").Words} words @param {Set<string>} hidden kinds to pass by */
  show(model, words, hidden) {
    this.#model = model;
    this.#words = words;
    this.#all = model.allMentions().filter(({ kind }) => !hidden.has(kind));
    this.element.setAttribute("aria-label", words.say("walk"));
    this.#previous.setAttribute("aria-label", words.say("previous"));
    this.#next.setAttribute("aria-label", words.say("next"));
    this.#where.textContent = words.say("mentions", { n: this.#all.length });
    this.element.hidden = this.#all.length === 0;
  }

  /**
   * To the next of some mentions after the place reached so far, or the one before it; round at the ends.
   *
   * @param {AnyMention[]} mentions in reading order
   * @param {number} way 1 or -1
   */
  step(mentions, way) {
    const on = mentions.find(({ start }) => start > this.#at) ?? mentions[0];
    const back = mentions.findLast(({ start }) => start < this.#at) ?? mentions[mentions.length - 1];
    this.go(way > 0 ? on : back, mentions);
  }

  /** @param {AnyMention | undefined} mention @param {AnyMention[]} mentions it is one of */
  go(mention, mentions) {
    if (!mention || !this.#model || !this.#words) return;
    this.#at = mention.start;
    const nth = this.#words.say("nth", { i: mentions.indexOf(mention) + 1, n: mentions.length });
    const name = h("span", { lang: "en", dir: "ltr" }, mention.text);
    this.#where.replaceChildren(name, ` · ${nth}`);
    this.#heard.textContent = this.#model.sentence(mention.start).text;
    this.jump(mention);
  }
}
