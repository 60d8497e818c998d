/**
 * What is looked at on each page of the proof of harmlessness.
 */

/**
 * Runs in the page, and names nothing outside of itself.
 *
 * @returns {Promise<{ mentions: number, hits: number, unseen: number, faults: string[] }>}
 */
export async function inspect() {
  /** @type {string[]} */
  const faults = [];
  const wrong = (/** @type {boolean} */ is, /** @type {string} */ what) => is && faults.push(what);
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, " ").trim();
  const nodes = () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all;
  };

  /** What Newsgloss says or throws; what the page's own scripts do is theirs. */
  const ours = /newsgloss/i;
  const error = console.error;
  // That an article is in another language is said, and is no fault.
  const fault = (/** @type {string} */ said) => ours.test(said) && !said.includes("is in another language");
  console.error = (...words) => wrong(fault(words.join(" ")), `console: ${words.join(" ")}`);
  addEventListener("error", ({ filename, message }) => wrong(ours.test(filename), `error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => wrong(ours.test(reason?.stack ?? ""), `rejection: ${reason}`));
  let shift = 0;
  const layout = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += /** @type {any} */ (entry).value;
  });
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) layout.observe({ type: "layout-shift" });

  const { load } = await import(`${location.origin}/newsgloss/newsgloss.js`);
  const gloss = await load();
  for (let i = 0; i < 3; i++) await frame();
  shift = 0;
  /** Changes of the page while nothing happens to it. @type {MutationRecord[]} */
  const changes = [];
  const own = new MutationObserver((records) => changes.push(...records));
  const all = { attributes: true, childList: true, characterData: true, subtree: true };
  own.observe(document, all);
  for (let i = 0; i < 3; i++) await frame();
  const restless = changes.length > 0 || shift > 0;
  own.disconnect();

  // From here to the end of the look nothing but Newsgloss runs.
  const before = { html: document.documentElement.outerHTML, nodes: nodes() };
  const height = document.documentElement.scrollHeight;
  const theirs = { highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
  const mutations = new MutationObserver(() => {});
  mutations.observe(document, all);
  const article = gloss.findArticle(document);
  wrong(!article, "no article found");
  if (!article) return { mentions: 0, hits: 0, unseen: 0, faults };
  const page = gloss.attach(article, { sift: true });
  wrong(document.documentElement.outerHTML !== before.html, "serialized otherwise while attached");
  wrong(document.documentElement.scrollHeight !== height, "another height while attached");

  const painted = [...CSS.highlights].filter(([name]) => name.startsWith("newsgloss-"));
  const ranges = painted.flatMap(([name, set]) => [...set].map((range) => ({ name, range })));
  const live = (/** @type {AbstractRange} */ { startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  };
  const words = ranges.map(({ range }) => plain(live(range).toString()));
  const { mentions, deals } = page.annotations;
  const passages = [...mentions, ...deals.flatMap((/** @type {any} */ deal) => deal.mentions)];
  const named = passages.map(({ text }) => plain(text));
  // A name is painted in pieces where the page has more between its words than text. Of very many marks only those near
  // the viewport are painted.
  const letters = (/** @type {string[]} */ list) =>
    list
      .flatMap((text) => [...text.replace(/ /g, "")])
      .sort()
      .join("");
  const unnamed = words.some((word) => !named.some((name) => name.includes(word)));
  const missing = unnamed || (passages.length < 500 && letters(words) !== letters(named));
  wrong(missing, "highlights do not cover the mentions' words");

  // Highlights keep the order in which they were painted, that of the text.
  const place = (/** @type {any} */ mention) => {
    const alike = mentions.filter((/** @type {any} */ { kind }) => kind === mention.kind);
    const same = ranges.filter(({ name }) => name === `newsgloss-${mention.kind}`);
    return same.length === alike.length ? same[alike.indexOf(mention)].range.startContainer : article;
  };
  let hits = 0;
  let unseen = 0;
  for (const mention of mentions) {
    page.reveal(mention);
    const box = page.rects(mention)[0];
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [-1, -1];
    const top = box && document.elementFromPoint(x, y);
    const hit = top && page.at(x, y);
    const seen = top?.contains(place(mention)) && article.contains(top);
    // Where lines are so narrow that the boxes of two overlap, either may answer.
    const either =
      hit &&
      page
        .rects(hit)
        .some(
          (/** @type {DOMRect} */ { top, bottom, left, right }) => x >= left && x <= right && y >= top && y <= bottom,
        );
    if (hit?.start === mention.start || either) hits += 1;
    else if (!seen || getComputedStyle(top).visibility !== "visible") unseen += 1;
    else faults.push(`no hit on ${mention.text}`);
  }
  window.scrollTo({ top: 0, behavior: "instant" });
  page.detach();
  const same = (/** @type {Node[]} */ list) =>
    list.length === before.nodes.length && list.every((node, i) => node === before.nodes[i]);
  wrong(!same(nodes()) || document.documentElement.outerHTML !== before.html, "another page after detaching");
  wrong(mutations.takeRecords().length > 0, "nodes were changed");
  const left = CSS.highlights.size !== theirs.highlights || document.adoptedStyleSheets.length !== theirs.sheets;
  wrong(left, "highlights or style sheets left behind");
  for (let i = 0; i < 3; i++) await frame();
  wrong(shift > 0 && !restless, `layout shift ${shift.toFixed(4)}`);

  const element = /** @type {any} */ (document.createElement("news-gloss"));
  const ready = new Promise((resolve) => element.addEventListener("newsgloss-ready", resolve, { once: true }));
  const failed = new Promise((resolve) => element.addEventListener("newsgloss-error", resolve, { once: true }));
  const start = document.documentElement.outerHTML;
  shift = 0;
  document.documentElement.append(element);
  changes.length = 0;
  own.observe(document, all);
  await Promise.race([ready, failed]);
  const found = element.annotations?.mentions.length ?? 0;
  wrong(found !== mentions.length && !restless, `the element found ${found} mentions, not ${mentions.length}`);
  for (let i = 0; i < 3; i++) await frame();
  wrong(shift > 0 && !restless, `layout shift ${shift.toFixed(4)} under the element`);
  const quiet = !restless && changes.length === 0;
  element.remove();
  wrong(quiet && document.documentElement.outerHTML !== start, "the element has left something behind");
  wrong(CSS.highlights.size !== theirs.highlights, "the element has left highlights behind");
  console.error = error;
  return { mentions: mentions.length, hits, unseen, faults };
}
