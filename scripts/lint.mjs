/**
 * Every check that reads the code without running it. `npm run lint -- --fix` mends what can be mended by itself.
 */
import { Failure, main, report, run, step } from "./step.mjs";
import { prepareTests } from "./tools.mjs";

const WASM = ["--target", "wasm32-unknown-unknown"];

/** @type {{ title: string, check: string[], fix?: string[] }[]} */
export const LINTS = [
  { title: "rustfmt", check: ["cargo", "fmt", "--check", "--", "--color", "never"], fix: ["cargo", "fmt"] },
  { title: "clippy", check: clippy("--all-targets", "--features", "tools") },
  { title: "clippy, browser", check: clippy("--lib", "--examples", ...WASM) },
  {
    title: "biome",
    check: ["node_modules/.bin/biome", "check", "--error-on-warnings"],
    fix: ["node_modules/.bin/biome", "check", "--write"],
  },
  { title: "types", check: ["node_modules/.bin/tsc", "--noEmit"] },
];

/**
 * A warning fails in CI alone, which runs a compiler that this code has seen: each new one brings lints of its own.
 *
 * @param {string[]} args
 */
function clippy(...args) {
  const strict = process.env.CI ? ["--", "--deny", "warnings"] : [];
  return ["cargo", "clippy", "--quiet", "--locked", ...args, ...strict];
}

async function lint() {
  const fix = process.argv.includes("--fix");
  await prepareTests();
  let failed = 0;
  for (const { title, check, fix: mend } of LINTS) {
    const [program, ...args] = (fix && mend) || check;
    await step(title, () => run(program, args)).catch((error) => {
      failed += 1;
      report(error);
    });
  }
  if (failed)
    throw new Failure(`${failed} of ${LINTS.length} checks failed: mend them, or try "npm run lint -- --fix"`);
}

await main(import.meta, lint);
