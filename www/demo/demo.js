/**
 * The demonstration: shows what Newsgloss found in the article above, how long that took, and lets it be changed.
 */
// @ts-expect-error an address of the server, not a file beside this one
import { load } from "/newsgloss/newsgloss.js";
import { LANGUAGES, speak } from "./language.js";
import { choice, copyable, fold, make } from "./parts.js";

const KINDS = ["person", "nation", "deal", "organization", "place"];

/** What can be chosen, by attribute; the first is what holds without it. Keys of their words stand beside. */
const CHOICES = {
  density: { all: "all", section: "section", first: "first" },
  look: { "": "look_plain", ink: "look_ink", signal: "look_signal" },
  shade: { "": "shade_auto", light: "shade_light", dark: "shade_dark" },
};

/** Readings whose middle time is shown. */
const ROUNDS = 9;

const element = /** @type {import("../news-gloss.js").NewsGloss} */ (document.querySelector("news-gloss"));
const workshop = /** @type {HTMLElement} */ (document.querySelector(".workshop"));
let say = await speak(chosenLanguage());

element.addEventListener("newsgloss-ready", () => show());
element.addEventListener("newsgloss-error", (event) => {
  const { message } = /** @type {CustomEvent} */ (event).detail;
  workshop.replaceChildren(make("p", { role: "alert" }, `${say("cannot")} `, make("span", { lang: "en" }, message)));
});
if (element.annotations) show();

function chosenLanguage() {
  return element.getAttribute("lang") ?? "en";
}

async function show() {
  const { annotations, page } = element;
  if (!annotations || !page) return;
  say = await speak(chosenLanguage());
  workshop.setAttribute("aria-label", say("behind"));
  const figures = make("dl", { class: "figures" });
  const code = make("div", {}, copyable(embed(), say));
  const panel = controls(() => code.replaceChildren(copyable(embed(), say)));
  workshop.replaceChildren(
    make("h2", {}, say("behind")),
    figures,
    panel,
    make("h3", {}, say("embed")),
    code,
    fold(say("annotations"), JSON.stringify(annotations, null, 2)),
  );
  figures.replaceChildren(...(await measure(page.text, annotations)));
}

/** What was found, how long a reading takes, and what was loaded. @param {string} text @param {import("../model.js").Annotations} annotations */
async function measure(text, annotations) {
  const gloss = await load();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    gloss.annotate(text, { date: annotations.date ?? undefined });
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const { mentions, entities, deals } = annotations;
  const words = text.split(/\s+/).length;
  const milliseconds = times[ROUNDS >> 1];
  const number = new Intl.NumberFormat(chosenLanguage(), { maximumFractionDigits: 1 });
  const figure = (/** @type {string} */ key, /** @type {string} */ value) => [
    make("dt", {}, say(key)),
    make("dd", {}, value),
  ];
  return [
    ...figure("found", [entities, mentions, deals].map(({ length }) => number.format(length)).join(" · ")),
    ...figure("time", `${number.format(milliseconds)} ms · ${number.format(Math.round(words / milliseconds))} / ms`),
    ...figure("loaded", `${number.format(Math.round(loadedBytes() / 1024))} KB`),
    ...figure("sent", number.format(elsewhere())),
  ];
}

/** How many files this page asked of other hosts. */
function elsewhere() {
  return performance.getEntriesByType("resource").filter(({ name }) => new URL(name).origin !== location.origin).length;
}

/** Bytes of Newsgloss's own files, as the server sent them. */
function loadedBytes() {
  const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/newsgloss/"));
  const sizes = new Map(
    files.map((file) => [file.name, /** @type {PerformanceResourceTiming} */ (file).encodedBodySize]),
  );
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** What can be changed, as attributes of the element. @param {() => void} changed */
function controls(changed) {
  const set = (/** @type {string} */ name, /** @type {string} */ value) => {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
    changed();
  };
  const theme = () => element.getAttribute("theme")?.split(" ") ?? [];
  const part = (/** @type {string[]} */ words) => theme().find((word) => words.includes(word)) ?? "";
  const wear = (/** @type {string[]} */ words) => (/** @type {string} */ value) => {
    const others = theme().filter((word) => word && !words.includes(word));
    set("theme", [...others, value].filter(Boolean).join(" "));
  };
  const [looks, shades] = [Object.keys(CHOICES.look), Object.keys(CHOICES.shade)];
  const own = new Intl.DisplayNames(chosenLanguage(), { type: "language" });
  const languages = Object.fromEntries(LANGUAGES.map((code) => [code, `${named(code)} · ${own.of(code)}`]));
  const said = (/** @type {Record<string, string>} */ choices) =>
    Object.fromEntries(Object.entries(choices).map(([value, key]) => [value, say(key)]));
  return make(
    "div",
    { class: "controls" },
    kinds(set),
    choice(say("density"), said(CHOICES.density), element.getAttribute("density") ?? "all", (value) =>
      set("density", value),
    ),
    choice(say("look"), said(CHOICES.look), part(looks), wear(looks)),
    choice(say("shade"), said(CHOICES.shade), part(shades), wear(shades)),
    choice(say("language"), languages, chosenLanguage(), (value) => set("lang", value)),
  );
}

/** A language's name in itself. @param {string} code */
function named(code) {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

/** @param {(name: string, value: string) => void} set */
function kinds(set) {
  const chosen = new Set(element.getAttribute("kinds")?.split(" ") ?? KINDS);
  const boxes = KINDS.map((kind) => {
    const box = make("input", { type: "checkbox", ...(chosen.has(kind) ? { checked: "" } : {}) });
    box.addEventListener("change", () => {
      if (!chosen.delete(kind)) chosen.add(kind);
      set("kinds", chosen.size === KINDS.length ? "" : [...chosen].join(" ") || "none");
    });
    return make("label", {}, box, say(kind));
  });
  return make("fieldset", {}, make("legend", {}, say("kinds")), ...boxes);
}

/** The element as it stands, ready for another page. */
function embed() {
  const names = ["kinds", "density", "lang", "theme", "position"];
  const set = names
    .filter((name) => element.getAttribute(name))
    .map((name) => ` ${name}="${element.getAttribute(name)}"`);
  return `<script type="module" src="/newsgloss/newsgloss.js"></script>\n<news-gloss for="article"${set.join("")}></news-gloss>`;
}
