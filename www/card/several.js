/**
 * Several at once, as "both leaders" means them: a row for each, which opens its own card.
 */
import { h } from "../dom.js";
import { wordsOf } from "./facts.js";
import { entityRow, foreign } from "./parts.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number[]} indices of the entities
 */
export function severalCard(context, indices) {
  const item = (/** @type {number} */ index) => {
    const { facts, described_as } = context.model.annotations.entities[index];
    const [office, what, official] = ["office", "what", "official_name"].map((label) => wordsOf(facts, label));
    const who = office ?? described_as[0] ?? what ?? official;
    return h("li", {}, entityRow(context, index, who && foreign(who)));
  };
  return [h("ul", { class: "rows several" }, ...indices.map(item))];
}
