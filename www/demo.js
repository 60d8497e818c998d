/**
 * The demonstration: shows what Newsgloss found in the article above, how long that took, and lets it be changed.
 */
// @ts-expect-error an address of the server, not a file beside this one
import { load } from "/newsgloss/newsgloss.js";

const element = /** @type {import("./news-gloss.js").NewsGloss} */ (document.querySelector("news-gloss"));
const workshop = /** @type {HTMLElement} */ (document.querySelector(".workshop"));
const KINDS = { person: "People", nation: "Nations", deal: "Deals", organization: "Organizations", place: "Places" };

element.addEventListener("newsgloss-ready", () => show());
element.addEventListener("newsgloss-error", (event) => {
  workshop.replaceChildren(
    make("p", {}, `Newsgloss cannot run here: ${/** @type {CustomEvent} */ (event).detail.message}`),
  );
});
document.querySelector("form.paste")?.addEventListener("submit", (event) => {
  event.preventDefault();
  paste();
});
for (const name of ["dragover", "drop"])
  document.addEventListener(name, (event) => drop(/** @type {DragEvent} */ (event)));

async function show() {
  const { annotations, page } = element;
  if (!annotations || !page) return;
  const figures = make("p", { class: "figures" }, "");
  workshop.replaceChildren(
    make("h2", {}, "Behind the article"),
    figures,
    controls(),
    fold("Put it on a page", embed()),
    fold("The annotations", JSON.stringify(annotations, null, 2)),
  );
  figures.textContent = await measure(page.text, annotations);
}

/** @param {string} text @param {import("./model.js").Annotations} annotations */
async function measure(text, annotations) {
  const gloss = await load();
  const started = performance.now();
  gloss.annotate(text, { date: annotations.date ?? undefined });
  const time = performance.now() - started;
  const words = text.split(/\s+/).length;
  const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/newsgloss/"));
  const bytes = files.reduce((sum, file) => sum + /** @type {PerformanceResourceTiming} */ (file).encodedBodySize, 0);
  const { mentions, entities, deals } = annotations;
  return `${words} words read in ${time.toFixed(1)} ms: ${mentions.length} mentions of ${entities.length} people, nations,
    organizations and places, and ${deals.length} deals. ${Math.round(bytes / 1024)} KB loaded; the text stayed here.`;
}

/** What can be changed, as attributes of the element. */
function controls() {
  const chosen = new Set(element.getAttribute("kinds")?.split(" ") ?? Object.keys(KINDS));
  const boxes = Object.entries(KINDS).map(([kind, label]) => {
    const box = make("input", { type: "checkbox", ...(chosen.has(kind) ? { checked: "" } : {}) });
    box.addEventListener("change", () => {
      if (!chosen.delete(kind)) chosen.add(kind);
      element.setAttribute("kinds", [...chosen].join(" "));
    });
    return make("label", {}, box, label);
  });
  return make(
    "div",
    { class: "controls" },
    make("fieldset", { "aria-label": "Kinds" }, ...boxes),
    choice("Show", "density", { all: "every mention", section: "first in a section", first: "first in the article" }),
    choice("Cards", "theme", { auto: "as the system", light: "light", dark: "dark" }),
  );
}

/** @param {string} label @param {string} attribute @param {Record<string, string>} choices */
function choice(label, attribute, choices) {
  const now = element.getAttribute(attribute);
  const options = Object.entries(choices).map(([value, text]) =>
    make("option", { value, ...(value === now ? { selected: "" } : {}) }, text),
  );
  const select = /** @type {HTMLSelectElement} */ (make("select", {}, ...options));
  select.addEventListener("change", () => element.setAttribute(attribute, select.value));
  return make("label", {}, label, select);
}

function embed() {
  return `<script type="module" src="/newsgloss/newsgloss.js"></script>\n<news-gloss for="article"></news-gloss>`;
}

/** @param {string} title @param {string} text */
function fold(title, text) {
  return make("details", {}, make("summary", {}, title), make("pre", { tabindex: "0" }, text));
}

function paste() {
  const text = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text")).value;
  const date = /** @type {HTMLInputElement} */ (document.querySelector("#date")).value;
  const article = /** @type {HTMLElement} */ (document.querySelector("#pasted"));
  article.replaceChildren(
    ...text
      .split(/\n+/)
      .filter((line) => line.trim())
      .map((line) => make("p", {}, line)),
  );
  article.hidden = false;
  element.toggleAttribute("off", true);
  if (date) element.setAttribute("date", date);
  else element.removeAttribute("date");
  element.removeAttribute("off");
}

/** @param {DragEvent} event */
async function drop(event) {
  const file = event.dataTransfer?.files[0];
  const area = /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#text"));
  if (!area || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (!file) return;
  area.value = /html/.test(file.type) ? await textOf(file) : await file.text();
  paste();
}

/** The paragraphs of a page, opened in a frame where its scripts do not run. @param {File} file @returns {Promise<string>} */
function textOf(file) {
  const address = URL.createObjectURL(file);
  const frame = /** @type {HTMLIFrameElement} */ (
    make("iframe", { sandbox: "allow-same-origin", src: address, hidden: "" })
  );
  return new Promise((resolve) => {
    frame.addEventListener("load", () => {
      const root = frame.contentDocument?.querySelector("article, main") ?? frame.contentDocument?.body;
      const blocks = [...(root?.querySelectorAll("h1, h2, h3, p, li") ?? [])];
      resolve(blocks.map((block) => block.textContent?.replace(/\s+/g, " ").trim()).join("\n"));
      frame.remove();
      URL.revokeObjectURL(address);
    });
    document.body.append(frame);
  });
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
function make(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
