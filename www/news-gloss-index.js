/**
 * `<news-gloss-index>`: who and what is in the article, outside of it. Here is the button that every page shows, which
 * says how much was found; what it opens is `index/panel.js`, and comes when a reader reaches for it. Highlights are
 * hardly seen by assistive technology; this is the way in for it and for the keyboard.
 *
 * Events, neither bubbling nor composed: `choose` (detail: the subject and its row), `jump` (detail: the mention to go
 * to), `hide` (detail: the kinds that are not to be marked), `fail` (detail: why the panel cannot be had).
 */
import { h, shadow } from "./dom.js";
import { Model } from "./model.js";
import buttonStyles from "./news-gloss-index.css";
import { pause } from "./pause.js";
import tokens from "./tokens.css";

/**
 * @typedef {import("./model.js").Annotations} Annotations
 * @typedef {import("./words.js").Words} Words
 *
 * @typedef {object} Reading an article as the index shows it
 * @property {Model} model
 * @property {Words} words
 * @property {string} home folder with the flags
 * @property {Set<string>} hidden kinds that the reader does not want marked
 */

export class NewsGlossIndex extends HTMLElement {
  #button = h("button", {
    type: "button",
    part: "button",
    class: "open",
    "aria-expanded": "false",
    "aria-controls": "panel",
    onpointerenter: prepare,
    onfocus: prepare,
    onclick: () => this.#expand(),
  });
  /** @type {Reading | undefined} */
  #reading;
  /** @type {import("./index/panel.js").Panel | undefined} */
  #panel;

  constructor() {
    super();
    shadow(this, tokens, buttonStyles).append(this.#button);
  }

  connectedCallback() {
    this.setAttribute("exportparts", "button, panel, panel-title, tab, row, deal-map, timeline");
  }

  /** @returns {Words | undefined} what it is written in */
  get words() {
    return this.#reading?.words;
  }

  /**
   * @param {Annotations} annotations
   * @param {string} text of the article
   * @param {object} options
   * @param {Words} options.words
   * @param {string} options.home folder with the flags
   * @param {Iterable<string>} options.hidden kinds that are not marked in the text
   */
  show(annotations, text, { words, home, hidden }) {
    this.#reading = { model: new Model(annotations, text), words, home, hidden: new Set(hidden) };
    const title = words.say("in_article");
    const found = summary(annotations, words);
    this.#button.replaceChildren(h("span", { class: "mark", "aria-hidden": "true" }), title);
    this.#button.setAttribute("aria-label", found ? words.say("summary", { found }) : title);
    this.#panel?.show(this.#reading);
  }

  async #expand() {
    try {
      const { Panel, styles } = await load();
      if (!this.#reading || !this.shadowRoot) return;
      if (!this.#panel) {
        this.#panel = new Panel(this.#reading, (name, detail) => this.#tell(name, detail));
        // Before the others, so that a theme has the last word.
        this.shadowRoot.adoptedStyleSheets = [styles, ...this.shadowRoot.adoptedStyleSheets];
        this.shadowRoot.append(this.#panel.element);
        await pause();
      }
      this.#button.setAttribute("aria-expanded", "true");
      this.#panel.open();
    } catch (error) {
      this.#tell("fail", error);
    }
  }

  collapse() {
    if (!this.#panel || this.#panel.element.hidden) return;
    const focused = this.shadowRoot?.activeElement != null;
    this.#panel.close();
    this.#button.setAttribute("aria-expanded", "false");
    if (focused) this.#button.focus({ preventScroll: true });
  }

  /** @param {"choose" | "jump" | "hide" | "close" | "fail"} name @param {unknown} detail */
  #tell(name, detail) {
    if (name === "close") this.collapse();
    else this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const load = () =>
  import("./index/panel.js").catch((error) => {
    throw new Error(`the panel of the index cannot be loaded (${error.message}): check parts/`);
  });

/** So that the panel opens at once; where it cannot be had, the click will tell. */
const prepare = () => load().catch(() => {});

/** @param {Annotations} annotations @param {Words} words @returns {string} "6 people, 3 nations, 5 deals" */
function summary({ entities, mentions, deals }, words) {
  const named = new Set(mentions.map(({ entity }) => entities[entity]));
  const count = (/** @type {string} */ wanted) => [...named].filter(({ kind }) => kind === wanted).length;
  const found = {
    n_persons: count("person"),
    n_nations: count("nation"),
    n_deals: deals.filter((deal) => deal.mentions.length > 0).length,
  };
  const said = Object.entries(found).map(([key, n]) => n > 0 && words.say(key, { n }));
  return said.filter(Boolean).join(", ");
}
