/**
 * A person: who this is, and what this article says of them. Someone unknown gets the same card from the article alone.
 */
import { h } from "../dom.js";
import { dealList, factList, flag, listed, quotes, section, sources, standing } from "./parts.js";

/** Labels of facts that say what office someone holds. */
const OFFICE = /office|position|title|role/;

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function personCard(context, index) {
  const { model } = context;
  const entity = model.annotations.entities[index];
  const offices = entity.facts.filter((fact) => OFFICE.test(fact.label));
  const facts = entity.facts.filter((fact) => !OFFICE.test(fact.label));
  const known = offices.map((office) => h("p", { class: "office" }, office.value));
  const described = entity.described_as.length > 0 && h("p", { class: "described" }, listed(entity.described_as));
  return [
    ...known,
    !entity.known && h("p", { class: "unknown" }, "Known here only from this article."),
    factList(facts),
    section("In this article", described, standing(context, { kind: "entity", index })),
    quotes(context, index),
    dealList(context, model.dealsOf(index)),
    sources(entity.facts),
  ];
}

/** @param {import("./parts.js").Context} context @param {number} index */
export function personFlag(context, index) {
  return flag(context, context.model.annotations.entities[index].nation);
}
