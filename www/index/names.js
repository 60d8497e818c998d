/**
 * The people, nations, deals, organizations and places of the article, each with how often and where it is named.
 */
import { flag } from "../card/parts.js";
import { sparkline } from "../card/sparkline.js";
import { h } from "../dom.js";
import { count, word } from "../words.js";

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
 *
 * @typedef {object} View what a view of the index is drawn from, and what it can ask for
 * @property {Model} model
 * @property {string} home folder with the flags
 * @property {Set<string>} hidden kinds that the reader does not want marked
 * @property {(subject: Subject, row: Element) => void} choose opens a card beside a row
 * @property {(kind: string) => void} toggle marks a kind in the text, or no longer
 *
 * @typedef {object} Row
 * @property {Subject} subject
 * @property {string} name
 * @property {string} [nation]
 * @property {import("../model.js").Passage[]} mentions
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
  const matches = (/** @type {Row} */ row) => row.name.toLowerCase().includes(wanted);
  const found = groups(view.model).map((group) => ({ ...group, rows: group.rows.filter(matches) }));
  const filled = found.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [h("p", { class: "none" }, wanted ? "Nothing by that name." : "No names found.")];
  return filled.map((group) => section(view, group));
}

/** @param {View} view @param {Group} group */
function section(view, { kind, many, rows }) {
  const shown = !view.hidden.has(kind);
  const label = word(many);
  const heard = (/** @type {string} */ text) => h("span", { class: "heard" }, text);
  const toggle = h(
    "button",
    { type: "button", class: shown ? "toggle" : "toggle off", onclick: () => view.toggle(kind) },
    heard(`${label}: `),
    shown ? "marked" : "not marked",
    heard(" in the text"),
  );
  const items = rows.map((item) => h("li", {}, row(view, item)));
  return h("section", { class: kind }, h("h3", {}, label), toggle, h("ul", {}, ...items));
}

/** @param {View} view @param {Row} row */
function row({ model, home, choose }, { subject, name, nation, mentions }) {
  const [, unit] = count(mentions.length, "mention").split(" ");
  const button = h(
    "button",
    { type: "button", class: "row", "aria-haspopup": "dialog", onclick: () => choose(subject, button) },
    flag(home, nation),
    h("span", { class: "name" }, name),
    h("span", { class: "line" }, sparkline(mentions, model.text.length)),
    h("span", { class: "number" }, ` ${mentions.length}`, h("span", { class: "heard" }, ` ${unit}`)),
  );
  return button;
}

/** @param {Model} model @returns {string} "6 people, 3 nations, 5 deals" */
export function summary(model) {
  const tallies = groups(model).filter(({ kind }) => ["person", "nation", "deal"].includes(kind));
  return tallies.map(({ many, rows }) => `${rows.length} ${word(many).toLowerCase()}`).join(", ");
}

/** @param {Model} model @returns {Group[]} those that have rows */
function groups(model) {
  const { entities, deals } = model.annotations;
  const line = (/** @type {Subject} */ subject, /** @type {string} */ name, nation = "") => {
    return { subject, name, nation, mentions: model.mentions(subject) };
  };
  const all = [
    ...entities.map(({ name, nation }, index) => line({ kind: "entity", index }, name, nation)),
    ...deals.map(({ title }, index) => line({ kind: "deal", index }, title)),
  ].filter(({ mentions }) => mentions.length > 0);
  const kindOf = (/** @type {Row} */ { subject }) => (subject.kind === "deal" ? "deal" : entities[subject.index].kind);
  all.sort((a, b) => b.mentions.length - a.mentions.length);
  return GROUPS.map(([kind, many]) => ({ kind, many, rows: all.filter((row) => kindOf(row) === kind) })).filter(
    ({ rows }) => rows.length > 0,
  );
}
