/**
 * Builds `dist/`: the module, the WebAssembly, the packs and the types.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cached, Failure, main, ROOT, run, step } from "./step.mjs";
import { prepareBuild } from "./tools.mjs";

/** The oldest browsers with CSS Custom Highlights, and Firefox before it had them. */
const BROWSERS = ["chrome105", "firefox128", "safari17.2"];

const RUST_SOURCES = ["src", "Cargo.toml", "Cargo.lock", ".cargo"];
const WASM_OPT = [
  "-O3",
  "--strip-debug",
  "--strip-producers",
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-simd",
  "--enable-reference-types",
  "--enable-multivalue",
];

/** Makes everything that a page loads. */
export async function build() {
  await prepareBuild();
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  await step("WebAssembly", buildWasm);
  await step("knowledge pack", packKnowledge).catch(notYet);
  await step("name model", copyModel).catch(notYet);
  await step("JavaScript", bundle).catch(notYet);
  await step("types", declareTypes).catch(notYet);
}

/** @param {Error} error */
function notYet(error) {
  console.log(`  left out for now: ${error.message.split("\n")[0]}`);
}

async function buildWasm() {
  const what = { inputs: RUST_SOURCES, outputs: ["pkg/newsgloss_bg.wasm"] };
  await cached("wasm-pack", what, () =>
    run("wasm-pack", [
      "build",
      "--target",
      "web",
      "--mode",
      "no-install",
      "--no-opt",
      "--no-pack",
      ".",
      "--",
      "--locked",
    ]),
  );
  const shrink = { inputs: ["pkg/newsgloss_bg.wasm"], outputs: ["dist/newsgloss.wasm"], settings: WASM_OPT };
  return cached("wasm-opt", shrink, () =>
    run("node_modules/.bin/wasm-opt", ["pkg/newsgloss_bg.wasm", "-o", "dist/newsgloss.wasm", ...WASM_OPT]),
  );
}

function packKnowledge() {
  const what = { inputs: [...RUST_SOURCES, "data"], outputs: ["dist/knowledge.bin"] };
  return cached("knowledge", what, () => run("cargo", [...NEWSGLOSS, "pack", "dist/knowledge.bin"]));
}

/** The project's own command line, built if need be. */
const NEWSGLOSS = ["run", "--locked", "--release", "--features", "tools", "--"];

function copyModel() {
  copyFileSync(join(ROOT, "data/names.bin"), join(ROOT, "dist/names.bin"));
}

/** One module, and beside it, in `dist/parts`, what it imports only when needed. */
async function bundle() {
  const esbuild = await import("esbuild");
  rmSync(join(ROOT, "dist/parts"), { recursive: true, force: true });
  const options = bundleOptions(esbuild);
  await esbuild.build(options).catch((error) => {
    throw new Failure("The modules in www cannot be bundled: mend what is named above", error.message);
  });
}

/**
 * @param {typeof import("esbuild")} esbuild
 * @returns {import("esbuild").BuildOptions}
 */
function bundleOptions(esbuild) {
  return {
    absWorkingDir: ROOT,
    entryPoints: ["www/newsgloss.js"],
    outdir: "dist",
    chunkNames: "parts/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: BROWSERS,
    legalComments: "eof",
    loader: { ".svg": "text" },
    plugins: [styles(esbuild)],
    logLevel: "silent",
  };
}

/**
 * Lets a module import a style sheet as a string, minified.
 *
 * @param {typeof import("esbuild")} esbuild
 * @returns {import("esbuild").Plugin}
 */
function styles(esbuild) {
  const minify = (/** @type {string} */ path) =>
    esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: BROWSERS });
  return {
    name: "styles",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: (await minify(path)).code, loader: "text" })),
  };
}

/** Gathers the types that the JSDoc comments declare in one file. */
async function declareTypes() {
  const { createBundle } = await import("dts-buddy");
  await createBundle({
    project: join(ROOT, "tsconfig.json"),
    output: join(ROOT, "dist/newsgloss.d.ts"),
    modules: { newsgloss: join(ROOT, "www/newsgloss.js") },
  });
}

await main(import.meta, build);
