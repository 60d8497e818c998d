/**
 * A person: who this is, and what this article says of them. Someone unknown gets the same card from the article alone.
 */
import { h } from "../dom.js";
import { factList, note, offices, sources } from "./facts.js";
import { called, dealList, quotes, section, standing } from "./parts.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function personCard(context, index) {
  const { model, words } = context;
  const { known, facts, described_as } = model.annotations.entities[index];
  return [
    ...offices(context, facts),
    !known && h("p", { class: "unknown" }, words.say("only_here")),
    note(context, facts),
    factList(context, facts),
    section(
      words.say("in_article"),
      called(context, "called", described_as),
      standing(context, { kind: "entity", index }),
    ),
    quotes(context, index),
    dealList(context, model.dealsOf(index)),
    sources(context, facts),
  ];
}
