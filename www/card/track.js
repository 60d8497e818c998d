/**
 * How far a deal is, as a line of steps.
 */
import { h } from "../dom.js";
import { stageKey } from "./parts.js";

/** @type {import("../model.js").Stage[]} the way a deal goes when nothing comes between */
const WAY = ["proposed", "in_talks", "agreed", "signed", "in_force"];

/** Letters of a step's name that fit beside its neighbours; where one has more, every other stands a line lower. */
const FITS = 9;

/** @param {import("../words.js").Words} words @param {import("../model.js").Deal} deal */
export function track(words, { kind, stage, ...deal }) {
  const name = (/** @type {import("../model.js").Stage} */ stage) => words.say(stageKey({ ...deal, kind, stage }));
  const reached = stage === "ended" ? WAY.length - 1 : WAY.indexOf(stage);
  const steps = WAY.map((step, i) => {
    const state = i === reached && stage !== "ended" ? "current" : i <= reached ? "past" : "ahead";
    const current = state === "current" && "step";
    return h("li", { class: state, "aria-current": current }, h("span", {}, name(step)));
  });
  const over = stage === "ended" || stage === "failed";
  const end = over && h("li", { class: `current ${stage}`, "aria-current": "step" }, h("span", {}, name(stage)));
  const label = words.say("stage", { stage: name(stage) });
  const long = WAY.some((step) => name(step).length > FITS) && "long";
  return h("ol", { part: "track", class: `track ${long}`, "aria-label": label }, ...steps, end);
}
