/**
 * The dated steps of the deals, in order, each with the article's sentence.
 */
import { foreign, stageKey } from "../card/parts.js";
import { h } from "../dom.js";

/**
 * Draws them, one with each step.
 *
 * @param {Element} into
 * @param {import("./names.js").View} view
 */
export function* timeline(into, view) {
  const { date } = view.model.annotations;
  const steps = view.model.deals().flatMap(({ deal, index }) =>
    deal.dates.flatMap((when) => {
      const key = when.from ?? when.to;
      return key ? [{ key, draw: () => step(view, deal, index, when) }] : [];
    }),
  );
  if (date) steps.push({ key: date, draw: () => today(view, date) });
  steps.sort((a, b) => a.key.localeCompare(b.key));
  const list = h("ol", { part: "timeline", class: "timeline" });
  into.append(list);
  for (const { draw } of steps) yield list.append(draw());
}

/**
 * @param {import("./names.js").View} view
 * @param {import("../model.js").Deal} deal
 * @param {number} index
 * @param {import("../model.js").When} when
 */
function step({ model, words, choose, jump }, deal, index, when) {
  const open = h("button", { type: "button", class: "link", onclick: () => choose({ kind: "deal", index }, open) });
  open.append(foreign(deal.title));
  const mention = { ...when, kind: /** @type {const} */ ("deal"), deal: index };
  const go = () => jump(mention, [mention]);
  const title = words.say("show");
  const sentence = h("button", { type: "button", class: "words", title, lang: "en", dir: "ltr", onclick: go });
  sentence.append(...marked(model.sentence(when.start), when));
  const day = `${words.period(when.from, when.to)} · ${words.say(stageKey(deal))}`;
  return h("li", {}, h("p", { class: "day" }, day), open, sentence);
}

/**
 * A sentence with the words for the day set off.
 *
 * @param {import("../model.js").Passage} sentence
 * @param {import("../model.js").Passage} passage in it
 */
function marked({ start, text }, passage) {
  const [from, to] = [passage.start - start, passage.end - start];
  return [text.slice(0, from), h("b", {}, text.slice(from, to)), text.slice(to)];
}

/** @param {import("./names.js").View} view @param {string} date */
function today({ words }, date) {
  return h("li", { class: "today" }, h("p", { class: "day" }, words.say("today", { day: words.day(date) })));
}
