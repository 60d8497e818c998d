/**
 * The dated steps of the deals, in order.
 */
import { h } from "../dom.js";
import { day, period } from "../words.js";

/** @param {import("./names.js").View} view */
export function timeline(view) {
  const { date } = view.model.annotations;
  const steps = view.model
    .deals()
    .flatMap(({ deal, index }) =>
      deal.dates
        .filter(({ from, to }) => from || to)
        .map((when) => ({ when, deal, index, key: when.from ?? when.to ?? "" })),
    );
  const items = steps.map(({ when, deal, index, key }) => {
    const open = h(
      "button",
      { type: "button", class: "link", onclick: () => view.choose({ kind: "deal", index }, open) },
      deal.title,
    );
    const words = h("span", { class: "words" }, `“${when.text}”`);
    return { key, item: h("li", {}, h("p", { class: "day" }, period(when.from, when.to)), open, words) };
  });
  if (date)
    items.push({
      key: date,
      item: h("li", { class: "today" }, h("p", { class: "day" }, `${day(date)}: this article`)),
    });
  items.sort((a, b) => a.key.localeCompare(b.key));
  return [h("ol", { class: "timeline" }, ...items.map(({ item }) => item))];
}
