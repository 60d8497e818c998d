/**
 * A deal: between whom, how far, about what, and who says so.
 */
import { h } from "../dom.js";
import { period, word } from "../words.js";
import { dealList, entityRow, passageLink, section, standing } from "./parts.js";
import { track } from "./track.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function dealCard(context, index) {
  const { model } = context;
  const deal = model.annotations.deals[index];
  return [
    track(deal),
    evidence(context, deal),
    parties(context, deal),
    details(deal),
    section("In this article", standing(context, { kind: "deal", index })),
    sayers(context, deal),
    dealList(context, model.dealsBeside(index), "Between the same parties"),
  ];
}

/** @param {import("./parts.js").Context} context @param {import("../model.js").Deal} deal */
function evidence(context, { stage_evidence }) {
  if (!stage_evidence) return false;
  const sentence = context.model.sentence(stage_evidence.start);
  return h("p", { class: "evidence" }, passageLink(context, stage_evidence, sentence.text));
}

/** @param {import("./parts.js").Context} context @param {import("../model.js").Deal} deal */
function parties(context, deal) {
  const item = (/** @type {import("../model.js").Party} */ { entity, name, role }) => {
    const note = word(role);
    if (entity != null) return h("li", {}, entityRow(context, entity, note));
    return h(
      "li",
      {},
      h("span", { class: "row" }, h("span", { class: "name" }, name), note && h("span", { class: "note" }, note)),
    );
  };
  return section(
    deal.parties.length > 1 ? "Between" : "Party",
    deal.parties.length > 0 && h("ul", { class: "rows" }, ...deal.parties.map(item)),
  );
}

/** @param {import("../model.js").Deal} deal */
function details({ about, amounts, dates, conditions }) {
  const resolved = dates.map(({ text, from, to }) => {
    const when = period(from, to);
    return when ? `${text} (${when})` : text;
  });
  const rows = [
    ["About", about.join(", ")],
    ["Amount", amounts.map((amount) => amount.text).join(", ")],
    ["When", resolved.join("; ")],
    ["Condition", conditions.map((condition) => condition.text).join("; ")],
  ].filter(([, value]) => value);
  const cells = rows.flatMap(([label, value]) => [h("dt", {}, label), h("dd", {}, value)]);
  return rows.length > 0 && h("dl", { class: "facts" }, ...cells);
}

/** @param {import("./parts.js").Context} context @param {import("../model.js").Deal} deal */
function sayers(context, { said_by }) {
  const rows = said_by.map((entity) => h("li", {}, entityRow(context, entity)));
  return section("According to", rows.length > 0 && h("ul", { class: "rows" }, ...rows));
}
