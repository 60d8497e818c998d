/**
 * A page of 20,000 words, and what happens on it while its main thread is watched.
 */
import { ARTICLES } from "./demo.mjs";

export const WORDS = 20_000;

/** Of whom one page names hundreds, as a long live blog does. */
const FIRST = "Anna Boris Clara Dmitri Elena Farid Grace Henrik Ines Jakub Katya Luis Mona Nadia Omar Petra".split(" ");
const LAST = "Adeyemi Bauer Castillo Dvorak Eriksen Fontaine Gruber Haddad Ivanova Jansen Kowalski Lindqvist".split(
  " ",
);

/** @type {[string, () => Promise<unknown>][]} in this order; a function runs in the page and waits for what follows */
export const SCENES = [
  ["Newsgloss comes and reads the article", arrive],
  ["a paragraph is put on top", prepend],
  ["one word changes", edit],
  ["a card opens, of a nation, a deal and a person", openCards],
  ["the index opens", openIndex],
  ["a name is typed into its filter, and taken out again", typeName],
  ["the End key leads to the last name", goToEnd],
  ["the map of the deals and the timeline open", openViews],
  ["all goes", leave],
  ["it comes back, and finds the article itself", comeBack],
];

/** @returns {Promise<unknown>} */
function arrive() {
  const ready = new Promise((resolve) => addEventListener("newsgloss-ready", resolve, { once: true }));
  const script = Object.assign(document.createElement("script"), { type: "module", src: "/newsgloss/newsgloss.js" });
  const gloss = document.createElement("news-gloss");
  gloss.setAttribute("for", "article");
  document.body.append(script, gloss);
  return ready;
}

/** @returns {Promise<unknown>} */
function prepend() {
  const ready = new Promise((resolve) => addEventListener("newsgloss-ready", resolve, { once: true }));
  const paragraph = document.createElement("p");
  paragraph.textContent = "The president of France met the chancellor of Germany in Paris on Monday.";
  document.querySelector("article")?.prepend(paragraph);
  return ready;
}

/** @returns {Promise<unknown>} */
function edit() {
  const ready = new Promise((resolve) => addEventListener("newsgloss-ready", resolve, { once: true }));
  const text = /** @type {Text} */ (document.querySelector("article p")?.firstChild);
  text.data = text.data.replace("Germany", "Austria");
  return ready;
}

async function openCards() {
  const { annotations, page } = /** @type {any} */ (document.querySelector("news-gloss"));
  const first = (/** @type {string} */ kind) =>
    annotations.mentions.find((/** @type {any} */ mention) => mention.kind === kind);
  for (const mention of [first("nation"), annotations.deals[0].mentions[0], first("person")]) {
    page.reveal(mention);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const [box] = page.rects(mention);
    const point = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const target = document.elementFromPoint(point.clientX, point.clientY);
    await new Promise((resolve) => setTimeout(resolve, 100));
    target?.dispatchEvent(new MouseEvent("click", { ...point, bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  }
}

async function openIndex() {
  const index = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-index");
  index?.shadowRoot?.querySelector("button")?.click();
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

async function typeName() {
  const index = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-index");
  const field = /** @type {HTMLInputElement} */ (index?.shadowRoot?.querySelector("input"));
  for (const typed of ["a", "an", "ann", "anna", "ann", "an", "a", ""]) {
    field.value = typed;
    field.dispatchEvent(new Event("input"));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

async function goToEnd() {
  const index = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-index");
  const row = /** @type {HTMLElement} */ (index?.shadowRoot?.querySelector(".row"));
  row.focus();
  row.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 500));
}

async function openViews() {
  const index = document.querySelector("news-gloss")?.shadowRoot?.querySelector("news-gloss-index");
  for (const view of ["map", "timeline", "names"]) {
    /** @type {HTMLElement | null | undefined} */ (index?.shadowRoot?.querySelector(`#tab-${view}`))?.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function leave() {
  document.querySelector("news-gloss")?.remove();
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** @returns {Promise<unknown>} */
function comeBack() {
  const ready = new Promise((resolve) => addEventListener("newsgloss-ready", resolve, { once: true }));
  document.body.append(document.createElement("news-gloss"));
  return ready;
}

/** A page of its own with the demonstration's articles, one after another, until it has words enough. */
export async function longPage(/** @type {import("playwright-core").Page} */ page, /** @type {string} */ url) {
  /** @type {string[]} */
  const articles = [];
  for (const article of ARTICLES) {
    await page.goto(url + article);
    articles.push(await page.locator("article").evaluate((element) => element.innerHTML));
  }
  await page.route(`${url}long.html`, (route) => {
    let [body, words] = ["", 0];
    for (let i = 0; words < WORDS; i++) {
      const article = articles[i % articles.length] + people(i);
      words += article
        .replace(/<[^>]*>/g, " ")
        .trim()
        .split(/\s+/).length;
      body += article;
    }
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Long</title><article>${body}</article>`;
    return route.fulfill({ contentType: "text/html", body: html });
  });
  await page.goto(`${url}long.html`);
}

/** @param {number} nth a paragraph with names that no other has */
function people(nth) {
  const names = LAST.map((last, i) => `${FIRST[(nth + i) % FIRST.length]} ${last}${FIRST[nth % FIRST.length].at(-1)}`);
  return `<p>${names.map((name) => `${name}, a teacher, told reporters that the talks had failed.`).join(" ")}</p>`;
}
