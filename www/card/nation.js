/**
 * A nation, an organization or a place: what it is, under which names it appears, and its deals.
 */
import { h } from "../dom.js";
import { dealList, factList, listed, quotes, section, sources, standing } from "./parts.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function nationCard(context, index) {
  const { model } = context;
  const entity = model.annotations.entities[index];
  const names = model.otherNames(index);
  return [
    entity.described_as.length > 0 && h("p", { class: "office" }, entity.described_as[0]),
    !entity.known && h("p", { class: "unknown" }, "Known here only from this article."),
    factList(entity.facts),
    section(
      "In this article",
      standing(context, { kind: "entity", index }),
      names.length > 0 && h("p", { class: "described" }, `As ${listed(names)}`),
    ),
    quotes(context, index),
    dealList(context, model.dealsOf(index)),
    sources(entity.facts),
  ];
}
