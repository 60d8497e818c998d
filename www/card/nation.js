/**
 * A nation, an organization or a place: what it is, under which names it appears, and its deals.
 */
import { h } from "../dom.js";
import { factList, note, sources, wordsOf } from "./facts.js";
import { called, dealList, foreign, quotes, section, standing } from "./parts.js";

/** The joint between what something is and its nation: "Company, Japan", "Capital of Ukraine". */
const JOINT = /(?:,| of| in) (?=\p{Lu})/u;

/**
 * @param {import("./parts.js").Context} context
 * @param {number} index
 */
export function nationCard(context, index) {
  const { model, words } = context;
  const entity = model.annotations.entities[index];
  const subtitle = title(context, entity);
  const { names, seats } = model.otherNames(index);
  return [
    subtitle && h("p", { part: "office", class: "office" }, subtitle),
    !entity.known && h("p", { class: "unknown" }, words.say("only_here")),
    note(context, entity.facts),
    entity.kind === "nation" && entity.nation && locator(context, entity),
    factList(context, entity.facts),
    section(
      words.say("in_article"),
      standing(context, { kind: "entity", index }),
      called(context, "also_named", names),
      called(context, "stands_for", seats),
    ),
    quotes(context, index),
    dealList(context, model.dealsOf(index)),
    sources(context, entity.facts),
  ];
}

/**
 * Its official name, or what it is; what the article calls it where nothing else is known.
 *
 * @param {import("./parts.js").Context} context
 * @param {import("../model.js").Entity} entity
 */
function title(context, { name, facts, described_as, nation }) {
  const official = wordsOf(facts, "official_name");
  if (official && official !== name) return foreign(official);
  const what = wordsOf(facts, "what");
  if (what) return kindOfThing(context, what, nation);
  return described_as.length > 0 && foreign(described_as[0]);
}

/** @param {import("./parts.js").Context} context @param {string} what in English @param {string | undefined} nation */
function kindOfThing({ words }, what, nation) {
  const [head, tail] = what.split(JOINT);
  const key = `what.${head.toLowerCase().replaceAll(" ", "_")}`;
  if (!words.knows(key)) return foreign(what);
  const where = tail && (nation ? words.named("region", nation, tail) : tail);
  return where ? `${words.say(key)} · ${where}` : words.say(key);
}

/**
 * Where on earth it is. The map comes once the card is on the screen; its space is kept, so nothing moves then.
 *
 * @param {import("./parts.js").Context} context
 * @param {import("../model.js").Entity} entity
 */
function locator({ words }, entity) {
  const frame = h("div", { part: "map", class: "locator" });
  const label = words.say("on_map", { name: words.name(entity) });
  const draw = async () => {
    const { locatorMap } = await import("./locator.js");
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const map = locatorMap(entity.nation ?? "", label);
    if (map) frame.append(map);
    else frame.remove();
  };
  draw().catch(() => frame.remove());
  return frame;
}
