/**
 * `<news-gloss-index>`: who and what is in the article, outside of it: its names, a map of its deals, their dates. A small
 * button until it is opened. Highlights are hardly seen by assistive technology; this is the way in for it and for the
 * keyboard.
 *
 * Events, neither bubbling nor composed: `choose` (detail: the subject and its row), `hide` (detail: the kinds that are
 * not to be marked).
 */
import { h, shadow } from "./dom.js";
import { nameList, summary } from "./index/names.js";
import { Model } from "./model.js";
import styles from "./news-gloss-index.css";
import tokens from "./tokens.css";

/** @typedef {"names" | "map" | "timeline"} Tab */

/** @type {[Tab, string][]} */
const TABS = [
  ["names", "Names"],
  ["map", "Deals"],
  ["timeline", "Timeline"],
];

export class NewsGlossIndex extends HTMLElement {
  #button = h("button", {
    type: "button",
    part: "button",
    class: "open",
    "aria-expanded": "false",
    "aria-controls": "panel",
  });
  #tabs = TABS.map(([name, label]) => tab(name, label, () => this.#turn(name)));
  #filter = h("input", {
    type: "search",
    placeholder: "Find in this list",
    "aria-label": "Find in this list",
    autocomplete: "off",
  });
  #view = h("div", { class: "view", id: "view", role: "tabpanel" });
  #panel = h("section", { part: "panel", id: "panel", class: "panel", "aria-label": "In this article", hidden: true });
  /** @type {Tab} */
  #tab = "names";
  #home = "";
  /** @type {Set<string>} */
  #hidden = new Set();
  /** @type {Model | undefined} */
  #model;

  constructor() {
    super();
    const collapse = () => this.collapse();
    const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: collapse }, "×");
    const tabs = h("div", { class: "tabs", role: "tablist", "aria-label": "Views" }, ...this.#tabs);
    this.#panel.append(h("header", {}, h("h2", {}, "In this article"), close), tabs, this.#filter, this.#view);
    shadow(this, tokens, styles).append(this.#button, this.#panel);
    this.#button.addEventListener("click", () => this.#expand());
    this.#filter.addEventListener("input", () => this.#draw());
    this.#view.addEventListener("keydown", (event) =>
      arrow(event, [.../** @type {NodeListOf<HTMLElement>} */ (this.#view.querySelectorAll(".row"))], "vertical"),
    );
    tabs.addEventListener("keydown", (event) =>
      arrow(
        event,
        this.#tabs.filter((tab) => !tab.hidden),
        "horizontal",
      ),
    );
    this.#mark();
  }

  /**
   * @param {import("./model.js").Annotations} annotations
   * @param {string} text of the article
   * @param {object} options
   * @param {string} options.home folder with the flags
   * @param {Iterable<string>} options.hidden kinds that are not marked in the text
   */
  show(annotations, text, { home, hidden }) {
    this.#model = new Model(annotations, text);
    this.#home = home;
    this.#hidden = new Set(hidden);
    this.#offer({ names: true, map: this.#model.hasParties(), timeline: this.#model.hasDays() });
    const found = summary(this.#model);
    this.#button.replaceChildren(h("span", { class: "mark", "aria-hidden": "true" }), "In this article");
    this.#button.setAttribute("aria-label", found ? `In this article: ${found}` : "In this article");
    this.#draw();
  }

  /** Offers the views that have something to show. @param {Record<Tab, boolean>} views */
  #offer(views) {
    this.#tabs.forEach((tab, i) => {
      tab.hidden = !views[TABS[i][0]];
    });
    if (!views[this.#tab]) this.#turn("names");
  }

  #expand() {
    this.#panel.hidden = false;
    this.#button.hidden = true;
    this.#button.setAttribute("aria-expanded", "true");
    this.#draw();
    this.#tabs[TABS.findIndex(([name]) => name === this.#tab)].focus({ preventScroll: true });
  }

  collapse() {
    if (this.#panel.hidden) return;
    const focused = this.shadowRoot?.activeElement != null;
    this.#panel.hidden = true;
    this.#button.hidden = false;
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
      const chosen = TABS[i][0] === this.#tab;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) this.#view.setAttribute("aria-labelledby", tab.id);
    });
    this.#filter.hidden = this.#tab !== "names";
  }

  async #draw() {
    if (!this.#model || this.#panel.hidden) return;
    const tab = this.#tab;
    const view = {
      model: this.#model,
      home: this.#home,
      hidden: this.#hidden,
      choose: this.#choose.bind(this),
      toggle: this.#toggle.bind(this),
    };
    if (tab === "names") {
      this.#view.replaceChildren(...nameList(view, this.#filter.value.trim().toLowerCase()));
      return;
    }
    // Only readers who ask for these views load them.
    const drawn =
      tab === "map" ? (await import("./index/deal-map.js")).dealMap : (await import("./index/timeline.js")).timeline;
    if (this.#tab === tab) this.#view.replaceChildren(...drawn(view));
  }

  /** @param {import("./model.js").Subject} subject @param {Element} row */
  #choose(subject, row) {
    this.dispatchEvent(new CustomEvent("choose", { detail: { subject, row } }));
  }

  /** @param {string} kind */
  #toggle(kind) {
    if (!this.#hidden.delete(kind)) this.#hidden.add(kind);
    this.dispatchEvent(new CustomEvent("hide", { detail: [...this.#hidden] }));
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#view.querySelector(`.${kind} .toggle`))?.focus({ preventScroll: true });
  }
}

/** @param {Tab} name @param {string} label @param {() => void} turn */
function tab(name, label, turn) {
  return h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "view", onclick: turn }, label);
}

/**
 * Moves the focus among buttons that stand in a line; a tab is also opened.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} buttons
 * @param {"vertical" | "horizontal"} line
 */
function arrow(event, buttons, line) {
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  const [on, back] = line === "vertical" ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
  const to = { [on]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = buttons[Math.max(0, Math.min(to, buttons.length - 1))];
  next.focus();
  if (line === "horizontal") next.click();
}
