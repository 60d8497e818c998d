/**
 * The list of names: each with how often and where it is named, under its kind.
 */
import { flag } from "../card/parts.js";
import { sparkline } from "../card/sparkline.js";
import { h } from "../dom.js";

/**
 * @typedef {import("../model.js").Subject} Subject
 * @typedef {import("./groups.js").AnyMention} AnyMention
 * @typedef {import("./groups.js").Group} Group
 * @typedef {import("./groups.js").Row} Row
 *
 * @typedef {import("../news-gloss-index.js").Reading & Asked} View what a view of the index is drawn from, and what it
 *   can ask for
 *
 * @typedef {object} Asked
 * @property {(subject: Subject, row: Element) => void} choose opens a card beside a row
 * @property {(kind: string) => boolean} toggle marks a kind in the text, or no longer; whether no longer
 * @property {(mentions: AnyMention[], way: number) => void} step goes to the next of some mentions, or the one before
 * @property {(mention: AnyMention, mentions: AnyMention[]) => void} jump goes to one of some mentions
 */

/**
 * Draws it, a name with each step: a long article has hundreds.
 *
 * @param {Element} into
 * @param {View} view
 * @param {Group[]} groups
 * @param {string} wanted part of a name, in lower case
 */
export function* names(into, view, groups, wanted) {
  const matches = (/** @type {Row} */ { name, original }) => `${name}\n${original}`.toLowerCase().includes(wanted);
  let first = true;
  for (const group of groups) {
    const rows = group.rows.filter(matches);
    if (rows.length === 0) continue;
    const items = h("ul");
    into.append(section(view, group, items));
    for (const item of rows) {
      items.append(h("li", {}, row(view, item, first ? 0 : -1)));
      first = false;
      yield;
    }
  }
  if (first) into.append(h("p", { class: "none" }, view.words.say(wanted ? "none_found" : "no_names")));
}

/** @param {View} view @param {Group} group @param {HTMLElement} items */
function section({ words, hidden, toggle }, { kind, many }, items) {
  const label = words.say(many);
  const button = h("button", { type: "button", onclick: () => mark(toggle(kind)) });
  const mark = (/** @type {boolean} */ off) => {
    const marked = words.say(off ? "not_marked" : "marked");
    button.className = off ? "toggle off" : "toggle";
    button.textContent = marked;
    button.setAttribute("aria-label", words.say("marking", { kind: label, marked }));
  };
  mark(hidden.has(kind));
  return h("section", { class: kind }, h("h3", {}, label), button, items);
}

/** @param {View} view @param {Row} row @param {number} tabindex */
function row({ model, words, home, choose, step, jump }, { subject, name, original, nation, mentions }, tabindex) {
  const n = mentions.length;
  const [number, heard] = [words.number(n), words.say("mentions", { n })];
  const line = sparkline(mentions, model.text.length, (mention) => jump(mention, mentions));
  const button = h(
    "button",
    {
      type: "button",
      part: "row",
      class: "row",
      tabindex,
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
