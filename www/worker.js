/**
 * The core in a worker: takes the compiled code and the addresses of the packs, then text after text. Annotations go back
 * as JSON, which a page takes in faster than objects.
 *
 * @typedef {{ id: number } & ({ module: WebAssembly.Module, sources: import("./gloss.js").Sources } | { text: string, options: object })} Request
 * @typedef {{ id: number, result?: string | string[], error?: string }} Answer
 */
import { fetchAll, read, startWith } from "./gloss.js";

/** @type {Pick<import("./gloss.js").Gloss, "annotate" | "skipped"> | undefined} */
let gloss;

/** @param {Request} request @returns {Promise<string | string[]>} */
async function answer(request) {
  if ("text" in request) return JSON.stringify(gloss?.annotate(request.text, request.options));
  const [fetched] = await Promise.all([fetchAll(request.sources), startWith(request.module)]);
  gloss = read(fetched);
  return gloss.skipped;
}

addEventListener("message", async ({ data }) => {
  /** @type {Answer} */
  let said;
  try {
    said = { id: data.id, result: await answer(data) };
  } catch (error) {
    said = { id: data.id, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(said);
});
// Tells the page that there is a worker.
postMessage({ id: 0 });
// The first of these in a process is slow to make, in whatever language: better here than on the page.
new Intl.NumberFormat().format(0);
new Intl.DateTimeFormat().format(0);
new Intl.ListFormat().format([]);
new Intl.DisplayNames("en", { type: "region" }).of("EU");
