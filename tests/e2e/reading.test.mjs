/**
 * Reading any DOM: a body, and the text that Newsgloss takes from it; blocks are parted by `|`.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserTests } from "./support.mjs";

const { open } = browserTests();

/** @type {[string, string, string][]} what, the article's inside, its text */
const CASES = [
  ["paragraphs", "<p>One.</p>\n  <p>Two.</p>", "One.|Two."],
  ["markup in a name", "<p><b>Vol</b>odymyr <i>Zelen</i>skyy</p>", "Volodymyr Zelenskyy"],
  ["source lines", "<p>Vladimir\n      Putin   spoke</p>", "Vladimir Putin spoke"],
  ["spaces around tags", "<p>The <a href=#> U.S. </a> left</p>", "The U.S. left"],
  ["comments", "<p>Uk<!-- x -->raine</p>", "Ukraine"],
  ["one line break", "<p>Volodymyr<br>Zelenskyy</p>", "Volodymyr Zelenskyy"],
  ["a line break after a sentence", "<p>He left.<br>She stayed.</p>", "He left.|She stayed."],
  ["two line breaks", "Kyiv<br><br>Moscow", "Kyiv|Moscow"],
  ["soft hyphens stay in place", "<p>Zelen&shy;skyy</p>", "Zelen\u00adskyy"],
  ["no-break spaces stay in place", "<p>Vladimir&nbsp;Putin</p>", "Vladimir\u00a0Putin"],
  ["break opportunities", "<p>Zelen<wbr>skyy</p>", "Zelenskyy"],
  ["a drop cap", '<p><span style="float:left;font-size:3em">U</span>kraine won</p>', "Ukraine won"],
  ["ruby", "<p><ruby>Kyiv<rp>(</rp><rt>key-iv</rt><rp>)</rp></ruby> fell</p>", "Kyiv fell"],
  ["lists and tables", "<ul><li>Iran</li><li>Iraq</li></ul><table><tr><td>Oman</td><td>Fiji</td></tr></table>", "Iran|Iraq|Oman|Fiji"],
  ["preformatted lines", "<pre>Iran\nIraq</pre>", "Iran|Iraq"],
  ["captions", "<figure><img alt=x><figcaption>Macron in Paris</figcaption></figure>", "Macron in Paris"],
  ["footnote marks", "<p>Iran<sup><a href=#1>1</a></sup> agreed</p>", "Iran agreed"],
  ["exponents", "<p>10<sup>6</sup> people</p>", "106 people"],
  ["not displayed", '<p>Iran <span style="display:none">Iraq</span>agreed</p>', "Iran agreed"],
  ["hidden at first", '<div style="visibility:hidden"><p>Iran</p></div><div style="opacity:0">Iraq</div>', "Iran|Iraq"],
  ["scripts and styles", "<p>Iran</p><script>let Iraq;</script><style>.Iraq{}</style><noscript>Iraq</noscript>", "Iran"],
  ["navigation and asides", "<nav>Iraq</nav><p>Iran</p><aside>Iraq</aside><div role=navigation>Iraq</div>", "Iran"],
  ["forms and fields", "<p>Iran <button>Iraq</button></p><form><input value=Iraq><textarea>Iraq</textarea></form>", "Iran"],
  ["text being edited", "<p>Iran</p><div contenteditable>Iraq</div>", "Iran"],
  ["switched off by the publisher", '<p>Iran</p><div data-newsgloss="off"><p>Iraq</p></div>', "Iran"],
  ["another language", '<p>Iran <i lang="fr">l’Irak</i></p><p lang="en-GB">Oman</p>', "Iran|Oman"],
  ["a form around the page", "<form><p>One.</p><p>Two.</p><p>Three.</p></form>", "One.|Two.|Three."],
  ["pictures", "<p>Iran<svg><text>Iraq</text></svg> agreed</p>", "Iran agreed"],
  ["contents boxes", '<p>Ira<span style="display:contents">n</span></p>', "Iran"],
  ["grid and flex items", '<div style="display:flex"><span>Iran</span><span>Iraq</span></div>', "Iran|Iraq"],
  ["surrogate pairs", "<p>🕊️ Iran</p>", "🕊️ Iran"],
];

test("text", async (t) => {
  const page = await blank();
  for (const [what, html, text] of CASES) {
    await t.test(what, async () => {
      const read = await page.evaluate((html) => {
        document.querySelector("article").innerHTML = html;
        const attached = window.gloss.attach(document.querySelector("article"), {});
        const { text } = attached;
        attached.detach();
        return text;
      }, html);
      assert.equal(read.replaceAll("\n", "|"), text);
    });
  }
});

test("an open shadow root is read in the place of its host, slots where they stand", async () => {
  const page = await blank();
  const found = await page.evaluate(() => {
    document.querySelector("article").innerHTML = "<p>Before</p><div>Ukraine</div>";
    const root = document.querySelector("div").attachShadow({ mode: "open" });
    root.innerHTML = "<p>Iran met <slot></slot> today</p>";
    const attached = window.gloss.attach(document.querySelector("article"), {});
    const [box] = attached.rects(attached.annotations.mentions[0]);
    const hit = attached.at(box.x + 3, box.y + 3)?.text;
    const { text } = attached;
    attached.detach();
    return { text, hit };
  });
  assert.deepEqual(found, { text: "Before\nIran met Ukraine today", hit: "Iran" });
});

/** A page with an empty article, and the annotator as `gloss`. */
async function blank() {
  const { page } = await open({ body: "<article></article>" });
  await page.evaluate(async () => {
    window.gloss = await (await window.bring("/newsgloss/newsgloss.js")).load();
  });
  return page;
}
