/**
 * `<news-gloss-index>`: who and what is in the article, as a list outside of it. A small button until it is opened.
 * Highlights are hardly seen by assistive technology; this is the way in for it and for the keyboard.
 *
 * Events, neither bubbling nor composed: `choose` (detail: the subject and its row), `jump` (detail: a mention).
 */
import { flag } from "./card/parts.js";
import { sparkline } from "./card/sparkline.js";
import { h, shadow } from "./dom.js";
import { Model } from "./model.js";
import styles from "./news-gloss-index.css";
import tokens from "./tokens.css";
import { count, word } from "./words.js";

/** @typedef {import("./model.js").Subject} Subject */

/** @type {[string, string][]} kinds in the order of the list, each with the word for many */
const GROUPS = [
  ["person", "persons"],
  ["nation", "nations"],
  ["deal", "deals"],
  ["organization", "organizations"],
  ["place", "places"],
];

export class NewsGlossIndex extends HTMLElement {
  #button = h("button", {
    type: "button",
    part: "button",
    class: "open",
    "aria-expanded": "false",
    "aria-controls": "panel",
  });
  #list = h("div", { class: "list" });
  #filter = h("input", {
    type: "search",
    placeholder: "Find in this list",
    "aria-label": "Find in this list",
    autocomplete: "off",
  });
  #status = h("p", { class: "status", role: "status" });
  #panel = h("section", { part: "panel", id: "panel", class: "panel", "aria-label": "In this article", hidden: true });
  #home = "";
  /** @type {Model | undefined} */
  #model;

  constructor() {
    super();
    const close = h(
      "button",
      { type: "button", class: "close", "aria-label": "Close", onclick: () => this.collapse() },
      "×",
    );
    this.#panel.append(h("header", {}, h("h2", {}, "In this article"), close), this.#filter, this.#list, this.#status);
    shadow(this, tokens, styles).append(this.#button, this.#panel);
    this.#button.addEventListener("click", () => this.#expand());
    this.#filter.addEventListener("input", () => this.#draw());
    this.#list.addEventListener("keydown", (event) => this.#arrow(event));
  }

  /**
   * @param {import("./model.js").Annotations} annotations
   * @param {string} text of the article
   * @param {string} home folder with the flags
   */
  show(annotations, text, home) {
    const model = new Model(annotations, text);
    this.#model = model;
    this.#home = home;
    const tallies = groups(model).filter(({ kind }) => ["person", "nation", "deal"].includes(kind));
    const summary = tallies.map(({ many, rows }) => `${rows.length} ${word(many).toLowerCase()}`).join(", ");
    this.#button.replaceChildren(h("span", { class: "mark", "aria-hidden": "true" }), "In this article");
    this.#button.setAttribute("aria-label", summary ? `In this article: ${summary}` : "In this article");
    if (!this.#panel.hidden) this.#draw();
  }

  #expand() {
    this.#panel.hidden = false;
    this.#button.hidden = true;
    this.#button.setAttribute("aria-expanded", "true");
    this.#draw();
    this.#filter.focus({ preventScroll: true });
  }

  collapse() {
    if (this.#panel.hidden) return;
    const focused = this.shadowRoot?.activeElement != null;
    this.#panel.hidden = true;
    this.#button.hidden = false;
    this.#button.setAttribute("aria-expanded", "false");
    if (focused) this.#button.focus({ preventScroll: true });
  }

  #draw() {
    if (!this.#model) return;
    const model = this.#model;
    const wanted = this.#filter.value.trim().toLowerCase();
    const found = groups(model).map((group) => ({ ...group, rows: group.rows.filter((row) => matches(row, wanted)) }));
    const filled = found.filter(({ rows }) => rows.length > 0);
    this.#list.replaceChildren(
      ...filled.map(({ kind, many, rows }) =>
        h(
          "section",
          { class: kind },
          h("h3", {}, word(many)),
          h("ul", {}, ...rows.map((row) => this.#row(model, row))),
        ),
      ),
    );
    if (filled.length === 0)
      this.#list.append(h("p", { class: "none" }, wanted ? "Nothing by that name." : "No names found."));
  }

  /** @param {Model} model @param {Row} row */
  #row(model, { subject, name, nation, mentions }) {
    const [, unit] = count(mentions.length, "mention").split(" ");
    const button = h(
      "button",
      { type: "button", class: "row", "aria-haspopup": "dialog" },
      flag(this.#home, nation),
      h("span", { class: "name" }, name),
      h("span", { class: "line" }, sparkline(mentions, model.text.length)),
      h("span", { class: "number" }, ` ${mentions.length}`, h("span", { class: "heard" }, ` ${unit}`)),
    );
    button.addEventListener("click", () =>
      this.dispatchEvent(new CustomEvent("choose", { detail: { subject, row: button } })),
    );
    return h("li", {}, button);
  }

  /** Moves among the rows. @param {KeyboardEvent} event */
  #arrow(event) {
    const rows = [...this.#list.querySelectorAll("button")];
    const at = rows.indexOf(/** @type {HTMLButtonElement} */ (this.shadowRoot?.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(to, rows.length - 1))].focus();
  }
}

/**
 * @typedef {object} Row
 * @property {Subject} subject
 * @property {string} name
 * @property {string} [nation]
 * @property {import("./model.js").Passage[]} mentions
 *
 * @typedef {object} Group
 * @property {string} kind
 * @property {string} many the word for many of it
 * @property {Row[]} rows by number of mentions
 *
 * @param {Model} model
 * @returns {Group[]} those that have rows
 */
function groups(model) {
  const { entities } = model.annotations;
  const rows = (/** @type {string} */ kind) => {
    const subjects = kind === "deal" ? model.deals().map(({ deal, index }) => row("deal", index, deal.title)) : [];
    entities.forEach(({ kind: own, name, nation }, index) => {
      if (own === kind) subjects.push(row("entity", index, name, nation));
    });
    return subjects.filter(({ mentions }) => mentions.length > 0).sort((a, b) => b.mentions.length - a.mentions.length);
  };
  const row = (
    /** @type {Subject["kind"]} */ kind,
    /** @type {number} */ index,
    /** @type {string} */ name,
    /** @type {string} */ nation = "",
  ) => {
    const subject = { kind, index };
    return { subject, name, nation, mentions: model.mentions(subject) };
  };
  return GROUPS.map(([kind, many]) => ({ kind, many, rows: rows(kind) })).filter((group) => group.rows.length > 0);
}

/** @param {Row} row @param {string} wanted in lower case */
function matches(row, wanted) {
  return row.name.toLowerCase().includes(wanted);
}
