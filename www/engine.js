/**
 * The core off the page's main thread: in a worker, so that reading an article holds nothing up. Where there can be no
 * worker, on the page itself.
 */
import { addresses, complain, load, once, start } from "./gloss.js";

/**
 * @typedef {import("./gloss.js").Annotations} Annotations
 * @typedef {import("./gloss.js").AnnotateOptions} Options
 *
 * @typedef {object} Engine
 * @property {(text: string, options: Options) => Annotations | Promise<Annotations>} annotate
 */

/** @type {Map<string, Promise<Engine>>} by the addresses of their files */
const running = new Map();

/**
 * Starts the core, once for the same files, and the code that reads and marks the page.
 *
 * @param {import("./gloss.js").Files & { base: string }} files
 * @returns {Promise<Engine>}
 */
export function startEngine(files) {
  const { worker, wasm, sources } = addresses(files);
  return once(running, sources, () => open(files, worker, wasm, sources));
}

/**
 * @param {import("./gloss.js").Files & { base: string }} files
 * @param {URL} script
 * @param {URL} wasm
 * @param {import("./gloss.js").Sources} sources
 * @returns {Promise<Engine>}
 */
async function open(files, script, wasm, sources) {
  const [worker, module] = await Promise.all([hire(script), start(wasm, sources.hashes)]);
  if (!worker) return load(files);
  const ask = line(worker);
  complain(await ask({ module, sources }));
  return { annotate: async (text, options) => JSON.parse(await ask({ text, options })) };
}

/**
 * A worker that has begun to run; none where the page's policy, its isolation or the browser forbids it.
 *
 * @param {URL} script
 * @returns {Promise<Worker | undefined>}
 */
function hire(script) {
  return new Promise((resolve) => {
    const address = ofThisOrigin(script);
    try {
      const worker = new Worker(trusted(address), { type: "module" });
      worker.addEventListener("message", () => resolve(worker));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        worker.terminate();
        resolve(undefined);
      });
    } catch {
      resolve(undefined);
    }
  });
}

/**
 * An address that a worker may start from, which must be of the page's own origin: for a script that lies elsewhere, that
 * of a line that imports it, as the page itself may.
 *
 * @param {URL} script
 * @returns {string}
 */
function ofThisOrigin({ href, origin }) {
  if (origin === location.origin) return href;
  const line = new Blob([`import ${JSON.stringify(href)}`], { type: "text/javascript" });
  return URL.createObjectURL(line);
}

/**
 * The address as a page takes it that enforces Trusted Types: this one, and no other, may become a worker.
 *
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (window);
  const policy = trustedTypes?.createPolicy("newsgloss", { createScriptURL: () => address });
  return policy?.createScriptURL("") ?? address;
}

/**
 * Questions to a worker, each answered by its number.
 *
 * @param {Worker} worker
 * @returns {(question: object) => Promise<any>}
 */
function line(worker) {
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data }) => {
    const { id, result, error } = /** @type {import("./worker.js").Answer} */ (data);
    const asked = open.get(id);
    open.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error));
  });
  worker.addEventListener("error", ({ message }) => {
    for (const { reject } of open.values()) reject(new Error(message));
  });
  return (question) =>
    new Promise((resolve, reject) => {
      last += 1;
      open.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...question });
    });
}
