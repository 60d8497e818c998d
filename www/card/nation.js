/**
 * A nation, an organization or a place: what it is, under which names it appears, and its deals.
 */
import { h } from "../dom.js";
import { factList, named, officialName, sources } from "./facts.js";
import { dealList, listed, quotes, section, standing } from "./parts.js";

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function nationCard(context, index) {
  const { model } = context;
  const entity = model.annotations.entities[index];
  const names = model.otherNames(index);
  const subtitle = title(entity);
  return [
    subtitle && h("p", { class: "office" }, subtitle),
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

/** Its official name, what the article calls it, or where it is. @param {import("../model.js").Entity} entity */
function title({ kind, name, nation, facts, described_as }) {
  const official = officialName(facts);
  if (official && official !== name) return official;
  if (described_as.length > 0) return described_as[0];
  return kind === "place" && nation ? named("region", nation) : undefined;
}
