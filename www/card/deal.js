/**
 * A deal: between whom, how far, about what, and who says so.
 */
import { h } from "../dom.js";
import { dealList, entityRow, foreign, passageLink, passageList, section, standing } from "./parts.js";
import { track } from "./track.js";

/**
 * @typedef {import("./parts.js").Context} Context
 * @typedef {import("../model.js").Deal} Deal
 */

/**
 * @param {Context} context
 * @param {number} index
 */
export function dealCard(context, index) {
  const { model, words } = context;
  const deal = model.annotations.deals[index];
  return [
    track(words, deal),
    parties(context, deal),
    details(context, deal),
    passageList(context, words.say("evidence"), model.evidence(index)),
    section(words.say("in_article"), standing(context, { kind: "deal", index })),
    sayers(context, deal),
    dealList(context, model.dealsBeside(index), "same_parties"),
  ];
}

/** @param {Context} context @param {Deal} deal */
function parties(context, { parties }) {
  const { words } = context;
  const item = (/** @type {import("../model.js").Party} */ { entity, name, role }) => {
    const note = role === "party" ? "" : words.say(`role.${role}`);
    if (entity != null) return h("li", {}, entityRow(context, entity, note));
    return h("li", {}, h("span", { class: "row" }, foreign(name, "name"), note && h("span", { class: "note" }, note)));
  };
  const list = parties.length > 0 && h("ul", { class: "rows" }, ...parties.map(item));
  return section(words.say("between", { n: parties.length }), list);
}

/** @param {Context} context @param {Deal} deal */
function details(context, { about, amounts, dates, conditions }) {
  const { words } = context;
  const link = (/** @type {import("../model.js").Passage} */ passage) =>
    passageLink(context, passage, passage.text, "link");
  const when = (/** @type {import("../model.js").When} */ date) => {
    const day = words.period(date.from, date.to);
    return h("div", {}, link(date), day && h("span", { class: "since" }, day));
  };
  const rows = /** @type {[string, HTMLElement[]][]} */ ([
    ["about", about.length > 0 ? [foreign(about.join(", "))] : []],
    ["amount", once(amounts).map((amount) => h("div", {}, link(amount)))],
    ["when", dates.map(when)],
    ["condition", once(conditions).map((condition) => h("div", {}, link(condition)))],
  ]);
  const filled = rows.filter(([, values]) => values.length > 0);
  const cells = filled.flatMap(([key, values]) => [h("dt", {}, words.say(key)), h("dd", {}, ...values)]);
  return filled.length > 0 && h("dl", { part: "facts", class: "facts" }, ...cells);
}

/** The first of each that is worded alike. @param {import("../model.js").Passage[]} passages */
function once(passages) {
  const words = passages.map(({ text }) => text);
  return passages.filter(({ text }, i) => words.indexOf(text) === i);
}

/** @param {Context} context @param {Deal} deal */
function sayers(context, { said_by }) {
  const rows = said_by.map((entity) => h("li", {}, entityRow(context, entity)));
  return section(context.words.say("according_to"), rows.length > 0 && h("ul", { class: "rows" }, ...rows));
}
