/**
 * What the pages of the zoo share. Each page sets `holds`: what must hold at first, and after each thing that happens.
 *
 * `marks` are the words under the highlights of each kind; `after` happens before they must hold;
 * `check` tells in words what else is wrong. Besides, on every page: every mark that is seen answers to the pointer on
 * each of its lines, no node of the article is changed, nothing is said on the console, and nothing is left behind.
 */
const faults = [];
const wrong = (what) => faults.push(what);
addEventListener("error", (event) => wrong(`error: ${event.message}`));
addEventListener("unhandledrejection", (event) => wrong(`rejection: ${event.reason}`));
for (const level of ["error", "warn"]) console[level] = (...words) => wrong(`console: ${words.join(" ")}`);

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const elements = () => [...document.querySelectorAll("news-gloss")];

/** The documents of the page: its own, and those in its frames. */
const documents = () => [document, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)];

/** @type {{ done: boolean, steps: number, hits: number, faults: string[] }} */
const report = { done: false, steps: 0, hits: 0, faults };
window.report = report;

addEventListener("DOMContentLoaded", async () => {
  await until(() => elements().length > 0 && elements().every((element) => element.annotations));
  const changes = new MutationObserver(() => {});
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  for (const step of window.holds) {
    await step.after?.();
    const roots = [...document.querySelectorAll("article, main"), ...documents().slice(1)];
    roots.forEach((root) => changes.observe(root, all));
    changes.takeRecords();
    await until(() => JSON.stringify(marks()) === JSON.stringify(sorted(step.marks)));
    const found = JSON.stringify(marks());
    if (found !== JSON.stringify(sorted(step.marks))) wrong(`step ${report.steps}: marks are ${found}`);
    await point();
    const said = await step.check?.();
    if (said) wrong(`step ${report.steps}: ${said}`);
    if (changes.takeRecords().length > 0) wrong(`step ${report.steps}: nodes were changed`);
    changes.disconnect();
    report.steps += 1;
  }
  elements().forEach((element) => element.remove());
  for (const { adoptedStyleSheets, defaultView } of documents())
    if (defaultView.CSS.highlights.size + adoptedStyleSheets.length > 0) wrong("highlights or style sheets are left");
  if (document.querySelector("newsgloss-overlay")) wrong("an overlay is left");
  report.done = true;
});

async function until(holds) {
  for (let tries = 0; tries < 100 && !holds(); tries++) await pause(50);
}

/** In one order, so that two can be compared. */
function sorted(marks) {
  const kinds = Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, words]) => [kind, [...words].sort()]));
}

/** The words under the highlights of each kind. */
function marks() {
  const found = {};
  for (const [name, highlight] of documents().flatMap(({ defaultView }) => [...defaultView.CSS.highlights])) {
    const ranges = [...highlight].filter(({ startContainer }) => startContainer.isConnected);
    const kind = name.replace("newsgloss-", "");
    if (ranges.length > 0) found[kind] = [...(found[kind] ?? []), ...ranges.map(words)];
  }
  return sorted(found);
}

/** What a reader reads in a range: a line break as a space. */
function words({ startContainer, startOffset, endContainer, endOffset }) {
  const range = startContainer.ownerDocument.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  const copy = range.cloneContents();
  copy.querySelectorAll("br").forEach((element) => element.replaceWith(" "));
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** Points at every line of every mention that is seen. */
async function point() {
  for (const { page, annotations } of elements()) {
    for (const mention of annotations?.mentions ?? []) {
      for (let line = 0; line < page.rects(mention).length; line++) {
        if (!(await seen(page, mention, line))) continue;
        const { x, y } = middle(page.rects(mention)[line]);
        const hit = page.at(x, y);
        if (hit?.start === mention.start && hit.end === mention.end) report.hits += 1;
        else wrong(`step ${report.steps}: on line ${line + 1} of ${mention.text} there is ${hit?.text ?? "nothing"}`);
      }
    }
    page?.activate();
  }
}

/** Scrolls to a line, and waits until it is there. */
async function reveal(page, mention, line = 0) {
  page.reveal(mention);
  for (let before; before !== page.rects(mention)[line]?.y; await pause(30)) before = page.rects(mention)[line]?.y;
}

/** Brings a line into view; whether it is seen then. */
async function seen(page, mention, line) {
  await reveal(page, mention, line);
  const { x, y } = middle(page.rects(mention)[line]);
  const top = document.elementFromPoint(x, y);
  if (top?.localName === "iframe") {
    const place = local(top, { x, y });
    const inside = top.contentDocument.elementFromPoint(place.x, place.y);
    return Boolean(inside) && showing(inside, mention);
  }
  const inner = top?.shadowRoot?.elementFromPoint(x, y) ?? top;
  return Boolean(top?.closest("article")) && inner.localName !== "rt" && showing(inner, mention);
}

/** Whether the element at a point is the one that the mention stands in, and is not hidden. */
function showing(element, { text }) {
  const first = text.split(/\s/)[0].slice(0, 2);
  return element.textContent.includes(first) && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}

/** A point of the page as a frame has it that is drawn there. */
function local(frame, { x, y }) {
  const { left, top, width } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const scale = width / frame.offsetWidth;
  return {
    x: (x - left) / scale - frame.clientLeft - Number.parseFloat(paddingLeft),
    y: (y - top) / scale - frame.clientTop - Number.parseFloat(paddingTop),
  };
}

function middle(box) {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
