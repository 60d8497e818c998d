/**
 * The languages of the interface: every file has every word, and cards and index are written in the one that is asked for.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES, Words } from "../../www/words.js";
import { browserTests, card, hover, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const FOLDER = new URL("../../www/languages/", import.meta.url);
const DEMO = new URL("../../www/demo/languages/", import.meta.url);

const strings = async (language, folder = FOLDER) => (await import(new URL(`${language}.js`, folder).href)).default;

/** Placeholders of a string in all its forms. */
const holes = (string) =>
  [...new Set(Object.values(typeof string === "string" ? { string } : string).flatMap((s) => s.match(/\{\w+\}/g) ?? []))].sort();

test("there is a file for each language, and for no other", () => {
  const files = readdirSync(FOLDER).map((name) => name.replace(/\.js$/, ""));
  assert.deepEqual(files.sort(), [...LANGUAGES].sort());
});

for (const language of LANGUAGES.slice(1)) {
  test(`${language} has every word, with the same blanks, in every number`, async () => {
    const [english, model, own] = [await strings("en"), await strings("uk"), await strings(language)];
    assert.deepEqual(Object.keys(english).filter((key) => !(key in own)), [], "missing");
    assert.deepEqual(Object.keys(own).sort(), Object.keys(model).sort(), "not as the others");
    for (const [key, string] of Object.entries(english)) {
      const blanks = holes(own[key]).filter((hole) => hole !== "{n}");
      assert.deepEqual(blanks, holes(string).filter((hole) => hole !== "{n}"), key);
    }
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const [key, string] of Object.entries(own).filter(([, string]) => typeof string === "object"))
      assert.deepEqual(Object.keys(string).sort(), forms, key);
  });

  test(`the demonstration has every word in ${language}`, async () => {
    assert.deepEqual(Object.keys(await strings(language, DEMO)), Object.keys(await strings("en", DEMO)));
  });
}

test("no word of cards and index is asked for that no file has", async () => {
  const files = readdirSync(new URL("../../www/", import.meta.url), { recursive: true });
  const code = files.filter((name) => /^(card|index|news-gloss).*\.js$/.test(name)).map((name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), "utf8"));
  const asked = [...code.join("").matchAll(/\b(?:say|called|step|button)\((?:context, )?"([a-z_.]+)"/g)].map(([, key]) => key);
  const english = await strings("en");
  assert.deepEqual(asked.filter((key) => !(key in english)), []);
  for (const key of ["close", "named", "called", "stands_for", "previous", "summary"])
    assert.ok(asked.includes(key), `this search does not see that ${key} is asked for`);
});

/** @type {[string, (words: Words) => string, string][]} language, what is said, how */
const SAYINGS = [
  ["en-GB", (words) => words.say("named", { n: 1 }), "Named once"],
  ["en-GB", (words) => words.day("2025-02-24"), "24 February 2025"],
  ["en-GB", (words) => words.period("2025-02-24", "2025-03-09"), "24 February – 9 March 2025"],
  ["en-GB", (words) => words.period("2025-02-24", null), "from 24 February 2025"],
  ["en-GB", (words) => words.day("2025-02"), "February 2025"],
  ["en-GB", (words) => words.day("2025"), "2025"],
  ["en-GB", (words) => words.day("soon"), "soon"],
  ["uk", (words) => words.say("named", { n: 1 }), "1 згадка"],
  ["uk", (words) => words.say("named", { n: 3 }), "3 згадки"],
  ["uk", (words) => words.say("named", { n: 5 }), "5 згадок"],
  ["ru", (words) => words.say("n_persons", { n: 22 }), "22 человека"],
  ["fr", (words) => words.name({ kind: "nation", name: "Germany", nation: "DE" }), "Allemagne"],
  ["de", (words) => words.name({ kind: "nation", name: "Nowhere", nation: "ZZZ" }), "Nowhere"],
  ["de", (words) => words.name({ kind: "person", name: "Olaf Scholz", nation: "DE" }), "Olaf Scholz"],
  ["es", (words) => words.list(["a", "b", "c"]), "a, b y c"],
  ["ar", (words) => words.say("named", { n: 2 }), "ذُكر مرتين"],
  ["zh", (words) => words.day("2025-02-24"), "2025年2月24日"],
  ["zh", (words) => words.say("no_such_word"), "No such word"],
];

for (const [language, saying, said] of SAYINGS) {
  test(`${language}: ${said}`, async () => {
    // Intl sets thin spaces in some versions.
    assert.equal(saying(new Words(language, await strings(language.slice(0, 2)))).replace(/\s/g, " "), said);
  });
}

/** @type {[string, string, string, string, string][]} `lang`, language of the index, its direction, a nation, the button */
const PAGES = [
  ["ar", "ar", "rtl", "أوكرانيا", "في هذا المقال"],
  ["zh", "zh", "ltr", "乌克兰", "本文中"],
  ["uk", "uk", "ltr", "Україна", "У цій статті"],
  ["de-AT", "de-AT", "ltr", "Ukraine", "In diesem Artikel"],
  ["tlh", "en-GB", "ltr", "Ukraine", "In this article"],
];

for (const [lang, language, direction, nation, button] of PAGES) {
  test(`lang="${lang}": cards and index in ${language}`, async () => {
    const body = `<article>${SAMPLE}</article><news-gloss for="article" lang="${lang}"></news-gloss>`;
    const { page, log } = await open({ body });
    await ready(page);
    const index = page.locator("news-gloss-index");
    assert.deepEqual(
      await index.evaluate((element) => [element.lang, element.dir, getComputedStyle(element).direction]),
      [language, direction, direction],
    );
    assert.equal(await index.locator("button.open").textContent(), button);
    await hover(page, "Ukraine");
    await card(page, nation);
    const english = await page.locator("news-gloss-card").locator("dt").allTextContents();
    if (language.slice(0, 2) !== "en") assert.equal(english.includes("Capital"), false);
    assert.deepEqual(log, []);
  });
}

test("only the language asked for is fetched", async () => {
  const { page, requests } = await open({ body: `<article>${SAMPLE}</article>`, embed: false });
  await page.evaluate(async () => {
    await window.bring("/newsgloss/newsgloss.js");
    document.body.insertAdjacentHTML("beforeend", '<news-gloss for="article" lang="fr"></news-gloss>');
  });
  await ready(page);
  assert.deepEqual(requests.flatMap((address) => address.match(/\/([a-z]{2})-\w+\.js$/)?.[1] ?? []), ["fr"]);
});

test("lang=\"auto\" is the reader's own language; without it the page decides", { skip: without("locale") }, async () => {
  for (const [attribute, button] of [['lang="auto"', "Dans cet article"], ["", "In this article"]]) {
    const body = `<article>${SAMPLE}</article><news-gloss for="article" ${attribute}></news-gloss>`;
    const { page } = await open({ body, context: { locale: "fr-FR" } });
    await ready(page);
    assert.equal(await page.locator("news-gloss-index").locator("button.open").textContent(), button);
  }
});
