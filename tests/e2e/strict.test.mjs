/**
 * Under the strictest policy, and with hostile text: everything works, nothing is executed, nothing is sent.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, hover, ready, SAMPLE, STRICT_POLICY } from "./support.mjs";

const { open } = browserTests();
const GLOSS = '<news-gloss for="article"></news-gloss>';
const VIOLATIONS = `window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));`;

test("works under a strict policy with Trusted Types, and reports no violation", async () => {
  const body = `<article>${SAMPLE}</article>${GLOSS}`;
  const { page, log } = await open({ body, policy: STRICT_POLICY, script: VIOLATIONS });
  await ready(page);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  await page.keyboard.press("Escape");
  await page.locator("news-gloss-index").getByRole("button", { name: /In this article/ }).click();
  await page.locator("news-gloss-index").getByRole("button", { name: /^Volodymyr Zelenskyy/ }).click();
  await card(page, "Volodymyr Zelenskyy");
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(log, []);
});

test("hostile text stays text", async () => {
  const evil = "President &lt;img src=x onerror=hacked=1&gt; met Minister Evil&lt;script&gt;hacked=1&lt;/script&gt; of Iran.";
  const { page, log } = await open({ body: `<article><p>${evil}</p>${SAMPLE}</article>${GLOSS}` });
  await ready(page);
  await hover(page, "Iran");
  await card(page, "Iran");
  await page.locator("news-gloss-index").getByRole("button", { name: /In this article/ }).click();
  const found = await page.evaluate(() => {
    const roots = [...document.querySelector("news-gloss").shadowRoot.children].map((child) => child.shadowRoot);
    return [window.hacked, roots.flatMap((root) => [...root.querySelectorAll("script, [onerror]")]).length];
  });
  assert.deepEqual(found, [undefined, 0]);
  assert.deepEqual(log, []);
});

test("nothing is fetched but Newsgloss's own files, and no global name is added", async () => {
  const body = `<article>${SAMPLE}</article>`;
  const { page, requests } = await open({ body, embed: false, policy: STRICT_POLICY, script: VIOLATIONS });
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  requests.length = 0;
  await page.evaluate(async () => {
    await window.bring("/newsgloss/newsgloss.js");
    const gloss = document.createElement("news-gloss");
    gloss.setAttribute("for", "article");
    document.body.append(gloss);
  });
  await ready(page);
  await hover(page, "Donald Trump");
  await card(page, "Donald Trump");
  // The browser may come late for the page's own icon. What is asked of another host, the policy forbids and tells.
  assert.deepEqual(requests.filter((path) => !/^\/(newsgloss\/.*|icon\.svg)$/.test(path)), []);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  const after = await page.evaluate(() => Object.getOwnPropertyNames(window));
  assert.deepEqual(after.filter((name) => !before.includes(name)), []);
});
