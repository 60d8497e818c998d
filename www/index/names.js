/**
 * The people, nations, deals, organizations and places of the article, each with how often and where it is named.
 */
import { flag } from "../card/parts.js";
import { sparkline } from "../card/sparkline.js";
import { h } from "../dom.js";

/** @type {[string, string][]} kinds in the order of the list, each with the word for many */
const GROUPS = [
  ["person", "persons"],
  ["nation", "nations"],
  ["deal", "deals"],
  ["organization", "organizations"],
  ["place", "places"],
];

/**
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../model.js").Subject} Subject
 * @typedef {import("../model.js").Mention | import("../model.js").DealMention} AnyMention
 *
 * @typedef {import("../news-gloss-index.js").Reading & Asked} View what a view of the index is drawn from, and what it
 *   can ask for
 *
 * @typedef {object} Asked
 * @property {(subject: Subject, row: Element) => void} choose opens a card beside a row
 * @property {(kind: string) => void} toggle marks a kind in the text, or no longer
 * @property {(mentions: AnyMention[], way: number) => void} step goes to the next of some mentions, or the one before
 * @property {(mention: AnyMention, mentions: AnyMention[]) => void} jump goes to one of some mentions
 *
 * @typedef {object} Row
 * @property {Subject} subject
 * @property {string} name in the reader's language
 * @property {string} original as the article and the pack have it
 * @property {string} [nation]
 * @property {AnyMention[]} mentions
 *
 * @typedef {object} Group
 * @property {string} kind
 * @property {string} many the word for many of it
 * @property {Row[]} rows by number of mentions
 */

/**
 * @param {View} view
 * @param {string} wanted part of a name, in lower case
 */
export function nameList(view, wanted) {
  const { words } = view;
  const matches = (/** @type {Row} */ { name, original }) => `${name}\n${original}`.toLowerCase().includes(wanted);
  const found = groups(view).map((group) => ({ ...group, rows: group.rows.filter(matches) }));
  const filled = found.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [h("p", { class: "none" }, words.say(wanted ? "none_found" : "no_names"))];
  const sections = filled.map((group) => section(view, group));
  /** @type {HTMLElement | null} */ (sections[0].querySelector(".row"))?.setAttribute("tabindex", "0");
  return sections;
}

/** @param {View} view @param {Group} group */
function section(view, { kind, many, rows }) {
  const { words, hidden, toggle } = view;
  const marked = words.say(hidden.has(kind) ? "not_marked" : "marked");
  const label = words.say(many);
  const attributes = { type: "button", class: hidden.has(kind) ? "toggle off" : "toggle", onclick: () => toggle(kind) };
  const button = h("button", { ...attributes, "aria-label": words.say("marking", { kind: label, marked }) }, marked);
  const items = rows.map((item) => h("li", {}, row(view, item)));
  return h("section", { class: kind }, h("h3", {}, label), button, h("ul", {}, ...items));
}

/** @param {View} view @param {Row} row */
function row({ model, words, home, choose, step, jump }, { subject, name, original, nation, mentions }) {
  const n = mentions.length;
  const [number, heard] = [words.number(n), words.say("mentions", { n })];
  const line = sparkline(mentions, model.text.length, (mention) => jump(mention, mentions));
  const button = h(
    "button",
    {
      type: "button",
      part: "row",
      class: "row",
      tabindex: -1,
      "aria-haspopup": "dialog",
      onclick: () => choose(subject, button),
      onstep: (/** @type {CustomEvent} */ { detail }) => step(mentions, detail),
    },
    flag(home, nation),
    h("span", { class: "name", dir: "auto", lang: name === original && "en" }, name),
    h("span", { class: "line" }, line),
    h("span", { class: "number", "aria-hidden": "true" }, number),
    h("span", { class: "heard" }, ` ${heard}`),
  );
  return button;
}

/** @param {View} view @returns {Group[]} those that have rows */
function groups({ model, words }) {
  const { entities, deals } = model.annotations;
  const line = (/** @type {Subject} */ subject, /** @type {string} */ name, original = name, nation = "") => {
    return { subject, name, original, nation, mentions: model.mentions(subject) };
  };
  const all = [
    ...entities.map((entity, index) => line({ kind: "entity", index }, words.name(entity), entity.name, entity.nation)),
    ...deals.map(({ title }, index) => line({ kind: "deal", index }, title)),
  ].filter(({ mentions }) => mentions.length > 0);
  const kindOf = (/** @type {Row} */ { subject }) => (subject.kind === "deal" ? "deal" : entities[subject.index].kind);
  all.sort((a, b) => b.mentions.length - a.mentions.length);
  return GROUPS.map(([kind, many]) => ({ kind, many, rows: all.filter((row) => kindOf(row) === kind) })).filter(
    ({ rows }) => rows.length > 0,
  );
}
