/**
 * The panel of the index: the names with their filter, the map of the deals and the timeline, each under its tab, and the
 * walk through the article. Loaded, with its style sheet, when a reader first reaches for the index.
 */
import { h, sheet } from "../dom.js";
import { SLICE } from "../pause.js";
import { dealMap } from "./deal-map.js";
import { arrows, rove } from "./focus.js";
import { groupNames } from "./groups.js";
import { names } from "./names.js";
import panelStyles from "./panel.css";
import { timeline } from "./timeline.js";
import viewStyles from "./views.css";
import { Walk } from "./walk.js";

/**
 * @typedef {import("../news-gloss-index.js").Reading} Reading
 * @typedef {"names" | "map" | "timeline"} Tab
 */

/** @type {Tab[]} */
const TABS = ["names", "map", "timeline"];

/** For the shadow root that it stands in. */
export const styles = sheet(panelStyles + viewStyles);

export class Panel {
  #title = h("h2", { part: "panel-title" });
  #close = h("button", { type: "button", class: "close", onclick: () => this.tell("close") });
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
  #walk = new Walk((mention) => this.tell("jump", mention));
  element = h(
    "section",
    { part: "panel", id: "panel", class: "panel", hidden: true },
    h("header", {}, this.#title, this.#close),
    this.#views,
    this.#filter,
    this.#view,
    this.#walk.element,
  );
  /** @type {Tab} */
  #tab = "names";
  /** @type {Reading} */
  #reading;
  /** @type {import("./groups.js").Group[]} */
  #groups = [];
  /** Ends the drawing that is under way. */
  #drawing = new AbortController();
  /** @type {Promise<unknown>} once all names are there */
  #drawn = Promise.resolve();

  /**
   * @param {Reading} reading what it shows at first
   * @param {(name: "choose" | "jump" | "hide" | "close", detail?: unknown) => void} tell what the reader asks for
   */
  constructor(reading, tell) {
    this.tell = tell;
    this.#reading = reading;
    this.#view.addEventListener("keydown", (event) =>
      rove(event, this.#view, this.#reading.words.direction, this.#drawn),
    );
    this.#views.addEventListener("keydown", (event) => {
      const shown = this.#tabs.filter((tab) => !tab.hidden);
      arrows(event, shown, this.#reading.words.direction)?.click();
    });
    this.show(reading);
  }

  /** @param {Reading} reading another article, or a newer reading of it */
  show(reading) {
    this.#reading = reading;
    const { model, words, hidden } = reading;
    this.#groups = groupNames(reading);
    const views = { names: true, map: model.hasParties(), timeline: model.hasDays() };
    this.#tabs.forEach((tab, i) => {
      tab.hidden = !views[TABS[i]];
    });
    if (!views[this.#tab]) this.#tab = "names";
    this.#label(words);
    this.#walk.show(model, words, hidden);
    this.#draw();
  }

  open() {
    this.element.hidden = false;
    this.#draw();
    this.#tabs[TABS.indexOf(this.#tab)].focus({ preventScroll: true });
  }

  close() {
    this.element.hidden = true;
  }

  /** @param {Reading["words"]} words */
  #label(words) {
    const title = words.say("in_article");
    this.#title.textContent = title;
    this.element.setAttribute("aria-label", title);
    this.#close.setAttribute("aria-label", words.say("close"));
    this.#views.setAttribute("aria-label", words.say("views"));
    this.#filter.setAttribute("aria-label", words.say("find"));
    this.#filter.placeholder = words.say("find");
    this.#tabs.forEach((tab, i) => {
      tab.textContent = words.say(TABS[i]);
    });
  }

  /** @param {Tab} name */
  #turn(name) {
    this.#tab = name;
    this.#view.scrollTop = 0;
    this.#draw();
  }

  #draw() {
    // Asked before anything changes: afterwards the page would have to be laid out for the answer.
    const scrolled = this.#view.scrollTop > 0;
    this.#drawing.abort();
    this.#drawing = new AbortController();
    this.#mark();
    if (!this.element.hidden) this.#drawn = this.#fill(scrolled, this.#drawing.signal);
  }

  /**
   * Fills the view, the first slice at once; what the reader has scrolled stays until the new one is whole.
   *
   * @param {boolean} scrolled
   * @param {AbortSignal} signal
   */
  async #fill(scrolled, signal) {
    const drawn = h("div");
    const whole = inSlices(this.#steps(drawn), signal);
    if (scrolled) await whole;
    if (!signal.aborted) this.#view.replaceChildren(drawn);
    await whole;
  }

  /** Marks the tab of the view that is open. */
  #mark() {
    this.#tabs.forEach((tab, i) => {
      const chosen = TABS[i] === this.#tab;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) this.#view.setAttribute("aria-labelledby", tab.id);
    });
    this.#filter.hidden = this.#tab !== "names";
  }

  /** The view that is open, to be drawn step by step. @param {Element} into */
  #steps(into) {
    /** @type {import("./names.js").View} */
    const view = {
      ...this.#reading,
      choose: (subject, row) => this.tell("choose", { subject, row }),
      toggle: (kind) => this.#toggle(kind),
      step: (mentions, way) => this.#walk.step(mentions, way),
      jump: (mention, mentions) => this.#walk.go(mention, mentions),
    };
    if (this.#tab === "map") return dealMap(into, view);
    if (this.#tab === "timeline") return timeline(into, view);
    return names(into, view, this.#groups, this.#filter.value.trim().toLowerCase());
  }

  /** @param {string} kind @returns {boolean} whether it is hidden now */
  #toggle(kind) {
    const { model, words, hidden } = this.#reading;
    const hides = !hidden.delete(kind);
    if (hides) hidden.add(kind);
    this.tell("hide", [...hidden]);
    this.#walk.show(model, words, hidden);
    return hides;
  }
}

/**
 * Goes from step to step, one slice a frame: what is drawn has to be laid out and painted as well.
 *
 * @param {Iterable<unknown>} steps
 * @param {AbortSignal} signal
 */
async function inSlices(steps, signal) {
  let end = performance.now() + SLICE;
  for (const _ of steps) {
    if (performance.now() < end) continue;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (signal.aborted) return;
    end = performance.now() + SLICE;
  }
}
