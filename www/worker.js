/**
 * The core in a worker: takes the compiled code and the addresses of the packs, then text after text. Annotations go back
 * as JSON, which a page takes in faster than objects.
 *
 * @typedef {{ id: number } & ({ module: WebAssembly.Module, packs: string[] } | { text: string, options: object })} Request
 * @typedef {{ id: number, result?: string, error?: string }} Answer
 */
import { fetchPacks, read, startWith } from "./gloss.js";

/** @type {Pick<import("./gloss.js").Gloss, "annotate"> | undefined} */
let gloss;

/** @param {Request} request @returns {Promise<string | undefined>} */
async function answer(request) {
  if ("text" in request) return JSON.stringify(gloss?.annotate(request.text, request.options));
  const [packs] = await Promise.all([fetchPacks(request.packs), startWith(request.module)]);
  gloss = read(packs);
  return undefined;
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
