/**
 * Builds `dist/`: the module, the WebAssembly, the packs and the types.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { shortenGlue } from "./glue.mjs";
import { cached, Failure, filesUnder, main, ROOT, run, step } from "./step.mjs";
import { prepareBuild } from "./tools.mjs";

/** The oldest browsers with CSS Custom Highlights, and Firefox before it had them. */
const BROWSERS = ["chrome105", "firefox128", "safari17.2"];

/** What stands between the WebAssembly and the modules, below `dist/`. */
const GLUE = "parts/glue.js";

const RUST_SOURCES = ["src", "Cargo.toml", "Cargo.lock", ".cargo"];

/** Makes everything that a page loads. */
export async function build() {
  await prepareBuild();
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  await step("WebAssembly", buildWasm);
  await step("map of the world", drawMap);
  await step("JavaScript", bundle);
  await step("types", declareTypes);
  await step("knowledge pack", packKnowledge);
  await step("name model", copyModel);
  await step("flags", copyFlags);
  await step("hashes", writeHashes);
}

/** wasm-opt after this was measured: 8 % fewer bytes as they are, 6 % more in brotli, so it is left out. */
function buildWasm() {
  const what = { inputs: RUST_SOURCES, outputs: ["pkg/newsgloss_bg.wasm", "pkg/newsgloss.js"] };
  const args = ["build", "--target", "web", "--mode", "no-install", "--no-opt", "--no-pack", ".", "--", "--locked"];
  return cached("wasm", what, () => run("wasm-pack", args));
}

/** With the build that the tests use as well; packing takes a third of a second in it. */
function packKnowledge() {
  const what = { inputs: [...RUST_SOURCES, "data"], outputs: ["dist/knowledge.bin"] };
  const newsgloss = ["run", "--locked", "--features", "tools", "--"];
  return cached("knowledge", what, () => run("cargo", [...newsgloss, "pack", "dist/knowledge.bin"]));
}

/** The flags of nations, loaded one by one as cards show them. */
function copyFlags() {
  const flags = join(ROOT, "node_modules/country-flag-icons/3x2");
  const names = readdirSync(flags).filter((name) => /^[A-Z]{2}\.svg$/.test(name));
  mkdirSync(join(ROOT, "dist/flags"), { recursive: true });
  for (const name of names) copyFileSync(join(flags, name), join(ROOT, "dist/flags", name));
}

function copyModel() {
  const model = join(ROOT, "data/names.bin");
  if (!existsSync(model))
    throw new Failure("data/names.bin is missing: fetch it with git, or train it as data/README.md says");
  copyFileSync(model, join(ROOT, "dist/names.bin"));
}

/** The hash of each file that a page can hold to one, as Subresource Integrity has it. */
function writeHashes() {
  const files = filesUnder("dist").filter((file) => /\.(js|wasm|bin)$/.test(file));
  const hash = (/** @type {string} */ file) =>
    createHash("sha384")
      .update(readFileSync(join(ROOT, file)))
      .digest("base64");
  const hashes = files.map((file) => [file.slice("dist/".length), `sha384-${hash(file)}`]);
  writeFileSync(join(ROOT, "dist/integrity.json"), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** The outlines for the map on nations' cards, which a module of `www/` imports. */
function drawMap() {
  const what = { inputs: ["scripts/world.mjs", "package-lock.json"], outputs: ["pkg/world.js"] };
  return cached("world", what, async () => (await import("./world.mjs")).drawWorld());
}

/** One module, and beside it, in `dist/parts`, what it imports only when needed. */
async function bundle() {
  const esbuild = await import("esbuild");
  rmSync(join(ROOT, "dist/parts"), { recursive: true, force: true });
  const glue = await esbuild.transform(shortenGlue(), { minify: true, format: "esm", target: BROWSERS });
  await esbuild.build(bundleOptions(esbuild)).catch((error) => {
    throw new Failure("The modules in www cannot be bundled: mend what is named above", error.message);
  });
  writeFileSync(join(ROOT, "dist", GLUE), glue.code);
}

/**
 * @param {typeof import("esbuild")} esbuild
 * @returns {import("esbuild").BuildOptions}
 */
function bundleOptions(esbuild) {
  return {
    absWorkingDir: ROOT,
    entryPoints: ["www/newsgloss.js", "www/worker.js"],
    outdir: "dist",
    chunkNames: "parts/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: BROWSERS,
    charset: "utf8",
    legalComments: "eof",
    loader: { ".svg": "text" },
    plugins: [styles(esbuild), glueApart],
    logLevel: "silent",
  };
}

/** @type {import("esbuild").Plugin} what wasm-bindgen wrote stays a file of its own beside the parts that import it */
const glueApart = {
  name: "glue",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/pkg\/newsgloss\.js$/ }, () => ({ path: `./${basename(GLUE)}`, external: true })),
};

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
function declareTypes() {
  const output = "dist/newsgloss.d.ts";
  const what = { inputs: ["www", "tsconfig.json", "pkg/newsgloss.d.ts"], outputs: [output] };
  return cached("types", what, async () => {
    const { createBundle } = await import("dts-buddy");
    const modules = { newsgloss: join(ROOT, "www/newsgloss.js") };
    await createBundle({ project: join(ROOT, "tsconfig.json"), output: join(ROOT, output), modules });
    rmSync(join(ROOT, `${output}.map`), { force: true });
  });
}

await main(import.meta, build);
