/**
 * A person: who this is, and what this article says of them. Someone unknown gets the same card from the article alone.
 */
import { h } from "../dom.js";
import { factList, offices, sources } from "./facts.js";
import { dealList, listed, quotes, section, standing } from "./parts.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function personCard(context, index) {
  const { model } = context;
  const { known, facts, described_as } = model.annotations.entities[index];
  return [
    ...offices(facts).map((office) => h("p", { class: "office" }, office)),
    !known && h("p", { class: "unknown" }, "Known here only from this article."),
    factList(facts),
    section(
      "In this article",
      described_as.length > 0 && h("p", { class: "described" }, listed(described_as)),
      standing(context, { kind: "entity", index }),
    ),
    quotes(context, index),
    dealList(context, model.dealsOf(index)),
    sources(facts),
  ];
}
