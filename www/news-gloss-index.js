/**
 * `<news-gloss-index>`: who and what is in the article, outside of it: its names, a map of its deals, their dates. A small
 * button until it is opened. Highlights are hardly seen by assistive technology; this is the way in for it and for the
 * keyboard.
 *
 * Events, neither bubbling nor composed: `choose` (detail: the subject and its row), `jump` (detail: the mention to go
 * to), `hide` (detail: the kinds that are not to be marked).
 */
import { h, shadow } from "./dom.js";
import { arrows, rove } from "./index/focus.js";
import { nameList, summary } from "./index/names.js";
import { Walk } from "./index/walk.js";
import { Model } from "./model.js";
import styles from "./news-gloss-index.css";
import tokens from "./tokens.css";

/** @typedef {"names" | "map" | "timeline"} Tab */

/** @type {Tab[]} */
const TABS = ["names", "map", "timeline"];

export class NewsGlossIndex extends HTMLElement {
  #button = h("button", {
    type: "button",
    part: "button",
    class: "open",
    "aria-expanded": "false",
    "aria-controls": "panel",
    onclick: () => this.#expand(),
  });
  #title = h("h2", { part: "panel-title" });
  #close = h("button", { type: "button", class: "close", onclick: () => this.collapse() });
  #tabs = TABS.map((name) =>
    h("button", {
      type: "button",
      role: "tab",
      part: "tab",
      id: `tab-${name}`,
      "aria-controls": "view",
      onclick: () => this.#turn(name),
    }),
  );
  #views = h("div", { class: "tabs", role: "tablist" }, ...this.#tabs);
  #filter = h("input", { type: "search", autocomplete: "off", oninput: () => this.#draw() });
  /** What scrolls is a stop of the Tab key in Firefox, unless it says that it is none. */
  #view = h("div", { class: "view", id: "view", role: "tabpanel", tabindex: -1 });
  #walk = new Walk((mention) => this.dispatchEvent(new CustomEvent("jump", { detail: mention })));
  #panel = h("section", { part: "panel", id: "panel", class: "panel", hidden: true });
  /** @type {Tab} */
  #tab = "names";
  #home = "";
  /** @type {Set<string>} */
  #hidden = new Set();
  /** @type {Model | undefined} */
  #model;
  /** @type {import("./words.js").Words | undefined} what it is written in */
  words;

  constructor() {
    super();
    this.#panel.append(
      h("header", {}, this.#title, this.#close),
      this.#views,
      this.#filter,
      this.#view,
      this.#walk.element,
    );
    shadow(this, tokens, styles).append(this.#button, this.#panel);
    this.#view.addEventListener("keydown", (event) => rove(event, this.#view, this.direction));
    this.#views.addEventListener("keydown", (event) => {
      const shown = this.#tabs.filter((tab) => !tab.hidden);
      arrows(event, shown, this.direction)?.click();
    });
    this.#mark();
  }

  connectedCallback() {
    this.setAttribute("exportparts", "button, panel, panel-title, tab, row, deal-map, timeline");
  }

  /** How the language of the index runs. */
  get direction() {
    return this.words?.direction ?? "ltr";
  }

  /**
   * @param {import("./model.js").Annotations} annotations
   * @param {string} text of the article
   * @param {object} options
   * @param {import("./words.js").Words} options.words
   * @param {string} options.home folder with the flags
   * @param {Iterable<string>} options.hidden kinds that are not marked in the text
   */
  show(annotations, text, { words, home, hidden }) {
    this.#model = new Model(annotations, text);
    this.words = words;
    this.#home = home;
    this.#hidden = new Set(hidden);
    this.#offer({ names: true, map: this.#model.hasParties(), timeline: this.#model.hasDays() });
    this.#label(this.#model, words);
    this.#walk.show(this.#model, words, this.#hidden);
    this.#draw();
  }

  /** @param {Model} model @param {import("./words.js").Words} words */
  #label(model, words) {
    const title = words.say("in_article");
    const found = summary(model, words);
    this.#button.replaceChildren(h("span", { class: "mark", "aria-hidden": "true" }), title);
    this.#button.setAttribute("aria-label", found ? words.say("summary", { found }) : title);
    this.#title.textContent = title;
    this.#panel.setAttribute("aria-label", title);
    this.#close.setAttribute("aria-label", words.say("close"));
    this.#views.setAttribute("aria-label", words.say("views"));
    this.#filter.setAttribute("aria-label", words.say("find"));
    this.#filter.placeholder = words.say("find");
    this.#tabs.forEach((tab, i) => {
      tab.textContent = words.say(TABS[i]);
    });
  }

  /** Offers the views that have something to show. @param {Record<Tab, boolean>} views */
  #offer(views) {
    this.#tabs.forEach((tab, i) => {
      tab.hidden = !views[TABS[i]];
    });
    if (!views[this.#tab]) this.#turn("names");
  }

  #expand() {
    this.#panel.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#draw();
    this.#tabs[TABS.indexOf(this.#tab)].focus({ preventScroll: true });
  }

  collapse() {
    if (this.#panel.hidden) return;
    const focused = this.shadowRoot?.activeElement != null;
    this.#panel.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    if (focused) this.#button.focus({ preventScroll: true });
  }

  /** @param {Tab} name */
  #turn(name) {
    this.#tab = name;
    this.#mark();
    this.#draw();
    this.#view.scrollTop = 0;
  }

  /** Shows which view is open. */
  #mark() {
    this.#tabs.forEach((tab, i) => {
      const chosen = TABS[i] === this.#tab;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) this.#view.setAttribute("aria-labelledby", tab.id);
    });
    this.#filter.hidden = this.#tab !== "names";
  }

  async #draw() {
    if (!this.#model || !this.words || this.#panel.hidden) return;
    const tab = this.#tab;
    const view = {
      model: this.#model,
      words: this.words,
      home: this.#home,
      hidden: this.#hidden,
      choose: this.#choose.bind(this),
      toggle: this.#toggle.bind(this),
      step: this.#walk.step.bind(this.#walk),
      jump: this.#walk.go.bind(this.#walk),
    };
    if (tab === "names") {
      this.#view.replaceChildren(...nameList(view, this.#filter.value.trim().toLowerCase()));
      return;
    }
    const { dealMap, timeline, sheet } = await import("./index/views.js");
    if (this.#tab !== tab || !this.shadowRoot) return;
    const sheets = this.shadowRoot.adoptedStyleSheets;
    if (!sheets.includes(sheet)) this.shadowRoot.adoptedStyleSheets = [sheet, ...sheets];
    this.#view.replaceChildren(...(tab === "map" ? dealMap : timeline)(view));
  }

  /** @param {import("./model.js").Subject} subject @param {Element} row */
  #choose(subject, row) {
    this.dispatchEvent(new CustomEvent("choose", { detail: { subject, row } }));
  }

  /** @param {string} kind */
  #toggle(kind) {
    if (!this.#hidden.delete(kind)) this.#hidden.add(kind);
    this.dispatchEvent(new CustomEvent("hide", { detail: [...this.#hidden] }));
    if (this.#model && this.words) this.#walk.show(this.#model, this.words, this.#hidden);
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#view.querySelector(`.${kind} .toggle`))?.focus({ preventScroll: true });
  }
}
