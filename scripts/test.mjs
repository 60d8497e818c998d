/**
 * Every test there is. Goes on after a failure; the last line counts what passed and what failed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { LINTS } from "./lint.mjs";
import { size } from "./size.mjs";
import { Failure, main, ROOT, report, run, step } from "./step.mjs";
import { prepareTests } from "./tools.mjs";

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {(output: string) => Count} Counter reads what a suite printed
 * @typedef {{ title: string, work: () => Promise<string | void>, count?: Counter }} Suite
 *   without `count` the suite is one test
 */

const NATIVE = ["cargo", "test", "--locked", "--no-fail-fast", "--features", "tools", "--", "--show-output"];
const PAGES = [process.execPath, "--test", "--test-concurrency=2", "--test-reporter=spec"];
/** Each runs every page test in its engine. */
const ENGINES = ["chromium", "firefox", "webkit"].map((engine) => `tests/e2e/${engine}.mjs`);
const IN_BROWSER = ["wasm-pack", "test", "--mode", "no-install", "--headless"];

/** @type {Suite[]} */
const SUITES = [
  { title: "prerequisites", work: prepareTests },
  { title: "build", work: build },
  ...LINTS.map(({ title, check }) => command(title, check)),
  command("native tests", NATIVE, countCargo),
  command("WebAssembly tests in Chromium", wasmTests("--chrome"), countCargo),
  command("WebAssembly tests in Firefox", wasmTests("--firefox"), countCargo),
  command("page tests", [...PAGES, ...ENGINES], countNode),
  { title: "size budgets", work: size },
];

/**
 * @param {string} title
 * @param {string[]} command
 * @param {Counter} [count]
 * @returns {Suite}
 */
function command(title, [program, ...args], count) {
  const env = { WASM_BINDGEN_TEST_TIMEOUT: "120" };
  const note = (/** @type {string} */ output) => (count ? `${count(output).passed} passed` : "");
  return { title, work: () => step(title, () => run(program, args, { env }), note), count };
}

/** @param {"--chrome" | "--firefox"} browser */
function wasmTests(browser) {
  return [...IN_BROWSER, browser, ".", "--locked", "--test", "browser"];
}

/**
 * `test result: ok. 5 passed; 0 failed; ...`, once for each test binary.
 *
 * @param {string} output
 * @returns {Count}
 */
function countCargo(output) {
  return {
    passed: sum(output, /^test result: .*? (\d+) passed/gm),
    failed: sum(output, /^test result: .*? (\d+) failed/gm),
  };
}

/**
 * `ℹ pass 5`, `ℹ fail 0`, `ℹ cancelled 0`.
 *
 * @param {string} output
 * @returns {Count}
 */
function countNode(output) {
  return { passed: sum(output, /^ℹ pass (\d+)/gm), failed: sum(output, /^ℹ (?:fail|cancelled) (\d+)/gm) };
}

/** @param {string} output @param {RegExp} number */
function sum(output, number) {
  return [...output.matchAll(number)].reduce((total, [, n]) => total + Number(n), 0);
}

/**
 * Runs one suite. One that breaks off, or runs no test at all, counts as a failure.
 *
 * @param {Suite} suite
 * @returns {Promise<Count>}
 */
async function runSuite({ title, work, count }) {
  let broken = 0;
  const output = await attempt(work, () => {
    broken = 1;
  });
  const log = keep(title, output);
  const { passed, failed } = count?.(output) ?? { passed: 1 - broken, failed: broken };
  for (const skip of new Set(output.match(/^skipped: .*$/gm))) console.log(`  ${skip}`);
  if (broken) console.log(`All that it printed: ${log}`);
  if (passed + failed + broken === 0) console.log(`${title}: no test ran`);
  return { passed, failed: Math.max(failed, passed === 0 ? 1 : broken) };
}

/**
 * @param {Suite["work"]} work
 * @param {() => void} onFailure
 * @returns {Promise<string>} what it printed
 */
async function attempt(work, onFailure) {
  try {
    return (await work()) ?? "";
  } catch (error) {
    onFailure();
    report(error);
    return error instanceof Failure ? error.output : "";
  }
}

/**
 * Keeps what a suite printed, for reading at leisure.
 *
 * @param {string} title
 * @param {string} output
 * @returns {string} where
 */
function keep(title, output) {
  const log = `target/logs/${title.replaceAll(/\W+/g, "-")}.log`;
  mkdirSync(join(ROOT, "target/logs"), { recursive: true });
  writeFileSync(join(ROOT, log), output);
  return log;
}

async function test() {
  const total = { passed: 0, failed: 0 };
  for (const suite of SUITES) {
    const { passed, failed } = await runSuite(suite);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main(import.meta, test);
