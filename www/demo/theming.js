/**
 * The page on theming: its rules can be changed, and hold at once.
 */
import { choice, make } from "./parts.js";

/** Custom properties: what each sets, and the colour's name on a card, for a swatch. */
const PROPERTIES = [
  ["--newsgloss-paper", "ground of cards and index"],
  ["--newsgloss-ink", "text"],
  ["--newsgloss-soft", "labels and what is said by the way"],
  ["--newsgloss-line", "hairlines"],
  ["--newsgloss-wash", "ground of what is pointed at, of the map and of fields"],
  ["--newsgloss-person-text", "hue of people on cards"],
  ["--newsgloss-nation-text", "hue of nations on cards"],
  ["--newsgloss-deal-text", "hue of deals on cards"],
  ["--newsgloss-organization-text", "hue of organizations on cards"],
  ["--newsgloss-place-text", "hue of places on cards"],
  ["--newsgloss-failed", "a deal that has failed"],
  ["--newsgloss-serif", "typeface of names and quotations"],
  ["--newsgloss-sans", "typeface of all else"],
  ["--newsgloss-size", "size of text, 14px"],
  ["--newsgloss-width", "width of a card, 360px"],
  ["--newsgloss-radius", "roundness of corners, 6px"],
  ["--newsgloss-shadow", "shadow of cards and index"],
  ["--newsgloss-person", "line under people in the text"],
  ["--newsgloss-nation", "line under nations in the text"],
  ["--newsgloss-deal", "line under deals in the text"],
  ["--newsgloss-organization", "line under organizations in the text"],
  ["--newsgloss-place", "line under places in the text"],
  ["--newsgloss-active", "ground of the mention whose card is open"],
];

/** Parts: where each stands. */
const PARTS = [
  ["card", "the whole card"],
  ["header", "its head: kind, name and buttons"],
  ["kind", "what sort of thing it is about"],
  ["title", "its name"],
  ["office", "the office of a person, the official name of a nation"],
  ["note", "what the newsroom adds"],
  ["facts", "the list of facts"],
  ["section", "a titled part of a card"],
  ["track", "how far a deal is"],
  ["map", "where a nation is"],
  ["flag", "a flag"],
  ["sources", "who says so"],
  ["button", "the button that opens the index"],
  ["panel", "the index"],
  ["panel-title", "its title"],
  ["tab", "one of its views"],
  ["row", "a name in it"],
  ["deal-map", "the map of the deals"],
  ["timeline", "the timeline"],
];

const EXAMPLE = `news-gloss {
  --newsgloss-paper: light-dark(#f4f7fb, #16202b);
  --newsgloss-wash: light-dark(#e6edf5, #22303f);
  --newsgloss-radius: 12px;
}
news-gloss::part(title) {
  font-style: italic;
}
article {
  --newsgloss-person: light-dark(crimson, pink);
}
`;

const element = /** @type {HTMLElement} */ (document.querySelector("news-gloss"));
const rules = /** @type {HTMLTextAreaElement} */ (document.querySelector("#rules"));
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

function apply() {
  sheet.replaceSync(rules.value);
  table("#properties", ["Property", "Sets"], PROPERTIES, swatch);
}

/** @param {string} property */
function swatch(property) {
  const value =
    getComputedStyle(element).getPropertyValue(property) || getComputedStyle(sample()).getPropertyValue(property);
  const box = make("span", { class: "swatch" });
  box.style.setProperty("background", value);
  return CSS.supports("color", value) ? [box, make("code", {}, property)] : [make("code", {}, property)];
}

function sample() {
  return /** @type {HTMLElement} */ (document.querySelector("article"));
}

/**
 * @param {string} place
 * @param {string[]} heads
 * @param {string[][]} rows
 * @param {(name: string) => Node[]} cell
 */
function table(place, heads, rows, cell) {
  const head = make("thead", {}, make("tr", {}, ...heads.map((title) => make("th", { scope: "col" }, title))));
  const body = rows.map(([name, says]) => make("tr", {}, make("td", {}, ...cell(name)), make("td", {}, says)));
  document.querySelector(place)?.replaceChildren(head, make("tbody", {}, ...body));
}

const looks = { "": "plain", ink: "ink", signal: "signal" };
const shades = { "": "as the system", light: "light", dark: "dark" };
let [look, shade] = ["", ""];
const wear = () => element.setAttribute("theme", `${look} ${shade}`.trim());
document.querySelector(".controls")?.append(
  choice("Look", looks, "", (value) => {
    look = value;
    wear();
  }),
  choice("Shade", shades, "", (value) => {
    shade = value;
    wear();
  }),
);
rules.value = EXAMPLE;
rules.addEventListener("input", apply);
apply();
table("#parts", ["Part", "Is"], PARTS, (name) => [make("code", {}, name)]);
