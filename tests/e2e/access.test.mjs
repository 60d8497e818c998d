/**
 * What assistive technology and the keyboard are given: names, roles and states in Chromium's own accessibility tree,
 * targets large enough, and a way through everything without a pointer.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests, card, eventually, middle, panel, ready, SAMPLE, without } from "./support.mjs";

const { open } = browserTests();
const PAGE = `<article>${SAMPLE}</article><news-gloss for="article" date="2025-02-24"></news-gloss>`;

const TREE = { skip: without("devtools") };

/** The tree below the element, as lines of `role "name" states`, without what says nothing. */
async function tree(page, selector) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const silent = ["none", "generic", "InlineTextBox", "StaticText", "ListMarker"];
  const walk = (id) => {
    const node = byId.get(id);
    if (!node.ignored && !silent.includes(node.role.value)) {
      const states = (node.properties ?? [])
        .filter(({ name, value }) => ["expanded", "selected", "hasPopup", "live"].includes(name) && value.value !== false)
        .map(({ name, value }) => ` ${name}=${value.value}`);
      lines.push(`${node.role.value} ${JSON.stringify(node.name?.value ?? "")}${states.join("")}`);
    }
    for (const child of node.childIds ?? []) walk(child);
  };
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  const find = (node) => {
    if (node.localName === selector) return node;
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const { backendNodeId } = find(root);
  walk(nodes.find((node) => node.backendDOMNodeId === backendNodeId).nodeId);
  return lines;
}

test("the index: a button that says what is behind it, then tabs, a field, and rows that open dialogs", TREE, async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  const closed = await tree(page, "news-gloss-index");
  assert.equal(closed.length, 1, closed.join("\n"));
  assert.match(closed[0], /^button "In this article: 2 people, 2 nations, \d deals?"$/);
  await page.locator("news-gloss-index").locator("button.open").click();
  await panel(page);
  const lines = await tree(page, "news-gloss-index");
  for (const expected of [
    'region "In this article"',
    'heading "In this article"',
    'tablist "Views"',
    'tab "Names" selected=true',
    'tab "Deal map"',
    'searchbox "Find in this list"',
    'tabpanel "Names"',
    'heading "People"',
    'button "People: marked in the text"',
    'button "Donald Trump 2 mentions" hasPopup=dialog',
    'button "Previous mention"',
    'button "Next mention"',
  ])
    assert.ok(lines.includes(expected), `${expected}\nis not in\n${lines.join("\n")}`);
});

test("a card: a dialog with the name of its subject, headings, and buttons that say where they lead", TREE, async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  const { x, y } = await middle(page, "Ukraine");
  await page.mouse.click(x, y);
  await card(page, "Ukraine");
  await page.locator("news-gloss-card").locator(".world").waitFor();
  const lines = await tree(page, "news-gloss-card");
  assert.equal(lines[0], 'dialog "Ukraine"');
  for (const expected of [
    'heading "Ukraine"',
    'button "Close"',
    'image "Ukraine on a map of the world"',
    'heading "In this article"',
    'button "Next mention"',
    'button "Volodymyr Zelenskyy"',
  ])
    assert.ok(lines.includes(expected), `${expected}\nis not in\n${lines.join("\n")}`);
  assert.deepEqual(lines.filter((line) => /^(button|image|link|dialog|heading) ""|^(banner|contentinfo|navigation)/.test(line)), []);
});

test("a deal's card says its stage as the current step of a list", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  const { x, y } = await middle(page, "minerals deal");
  await page.mouse.click(x, y);
  const track = page.locator("news-gloss-card").locator("ol.track");
  await track.waitFor();
  assert.match(await track.getAttribute("aria-label"), /^Stage: \w+/);
  assert.equal(await track.locator('[aria-current="step"]').count(), 1);
});

/** Buttons, fields and links of cards and index that are less than 24 px in a direction, and stand too near another. */
function small(page) {
  return page.evaluate(() => {
    const roots = [...document.querySelector("news-gloss").shadowRoot.children].map(({ shadowRoot }) => shadowRoot);
    const all = roots.flatMap((root) => [...root.querySelectorAll("button, input, a")]).filter((element) => element.checkVisibility());
    const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() }));
    return boxes
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 23.5))
      .map(({ element, box }) => `${element.className}: ${element.textContent} ${box.width}x${box.height}`);
  });
}

for (const [width, height] of [[1000, 700], [320, 640]]) {
  test(`every target is at least 24 px, at ${width} px`, async () => {
    const { page } = await open({ path: "", context: { viewport: { width, height } } });
    await ready(page);
    const index = page.locator("news-gloss-index");
    await index.locator("button.open").click();
    for (const view of ["Names", "Deal map", "Timeline"]) {
      await index.getByRole("tab", { name: view }).click();
      await page.waitForTimeout(100);
      assert.deepEqual(await small(page), [], view);
    }
    await index.getByRole("tab", { name: "Names" }).click();
    for (const name of ["Donald Trump", "Ukraine", "NATO"]) {
      await index.getByRole("button", { name: new RegExp(`^${name}`) }).first().click();
      await card(page, name);
      assert.deepEqual(await small(page), [], name);
      await page.keyboard.press("Escape");
    }
  });
}

/** What has the focus, through shadow roots. */
function focused(page) {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute("aria-label") ?? active?.querySelector(".name")?.textContent ?? active?.textContent;
  });
}

test("by the keyboard alone: index, a row, its mentions, its card, a card within it, and all the way back", async () => {
  const { page } = await open({ path: "" });
  await ready(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    return focused(page);
  };
  await page.locator("news-gloss-index").locator("button.open").focus();
  await press("Enter");
  await panel(page);
  assert.equal(await focused(page), "Names");
  assert.equal(await press("Tab", "Tab", "Tab"), "Donald Trump");
  await press("ArrowDown");
  await eventually(() => focused(page), /^Vladimir Putin$/);
  const status = page.locator("news-gloss-index").getByRole("status");
  await press("ArrowRight");
  const first = await status.textContent();
  assert.match(first, /Vladimir Putin/);
  await press("ArrowRight");
  assert.notEqual(await status.textContent(), first);
  await press("ArrowLeft");
  assert.equal(await status.textContent(), first);
  assert.equal(await press("Tab"), "Nations: marked in the text", "the list of people is one stop");
  assert.equal(await press("Shift+Tab"), "Vladimir Putin");
  assert.equal(await press("Shift+Tab", "Shift+Tab"), "Find in this list");
  await page.keyboard.type("ukraine");
  assert.equal(await press("Tab", "Tab"), "Ukraine");
  await press("Enter");
  await card(page, "Ukraine");
  assert.equal(await focused(page), "Ukraine");
  assert.equal(await press("Tab"), "Close");
  assert.equal(await press("Tab"), "Volodymyr Zelenskyy");
  await press("Enter");
  await card(page, "Volodymyr Zelenskyy");
  assert.equal(await press("Tab"), "Back to Ukraine");
  await press("Enter");
  await card(page, "Ukraine");
  await press("Escape");
  await card(page, undefined);
  assert.equal(await focused(page), "Ukraine");
  assert.match(await press("Escape"), /^In this article/);
});

test("the walk goes through all that is marked, and round", async () => {
  const { page } = await open({ body: PAGE });
  await ready(page);
  const index = page.locator("news-gloss-index");
  await index.locator("button.open").click();
  const where = index.locator(".walk-where");
  const all = Number((await where.textContent()).match(/^\d+/)[0]);
  const next = index.getByRole("button", { name: "Next mention" });
  await next.click();
  assert.match(await where.textContent(), new RegExp(`^U\\.S\\. · 1 of ${all}$`));
  await index.getByRole("button", { name: "Previous mention" }).click();
  assert.match(await where.textContent(), new RegExp(` · ${all} of ${all}$`));
  await next.click();
  assert.match(await where.textContent(), / · 1 of /);
  assert.equal(await page.evaluate(() => CSS.highlights.get("newsgloss-active").size), 1);
});
