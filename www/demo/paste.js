/**
 * The page for the reader's own text: pasted, chosen as a file, or dropped anywhere. Nothing of it leaves the browser.
 */
import { make } from "./parts.js";

const element = /** @type {import("../news-gloss.js").NewsGloss} */ (document.querySelector("news-gloss"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form.paste"));
const area = /** @type {HTMLTextAreaElement} */ (document.querySelector("#text"));
const date = /** @type {HTMLInputElement} */ (document.querySelector("#date"));
const chooser = /** @type {HTMLInputElement} */ (document.querySelector("#file"));
const article = /** @type {HTMLElement} */ (document.querySelector("#pasted"));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  read(area.value);
});
chooser.addEventListener("change", () => take(chooser.files?.[0]));
for (const name of ["dragover", "drop"])
  document.addEventListener(name, (event) => {
    const { dataTransfer } = /** @type {DragEvent} */ (event);
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (name === "drop") take(dataTransfer.files[0]);
  });

/** @param {string} text a paragraph a line */
function read(text) {
  const lines = text.split(/\n+/).filter((line) => line.trim());
  article.replaceChildren(...lines.map((line) => make("p", {}, line)));
  article.hidden = false;
  element.toggleAttribute("off", true);
  if (date.value) element.setAttribute("date", date.value);
  else element.removeAttribute("date");
  element.removeAttribute("off");
}

/** @param {File | undefined} file */
async function take(file) {
  if (!file) return;
  area.value = /html/.test(file.type) ? await textOf(file) : await file.text();
  read(area.value);
}

/** The paragraphs of a page, opened in a frame where its scripts do not run. @param {File} file @returns {Promise<string>} */
function textOf(file) {
  const address = URL.createObjectURL(file);
  const attributes = { sandbox: "allow-same-origin", src: address, hidden: "", title: "" };
  const frame = /** @type {HTMLIFrameElement} */ (make("iframe", attributes));
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
