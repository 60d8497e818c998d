/**
 * Every test there is. Goes on after a failure; the last line counts what passed and what failed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { LINTS } from "./lint.mjs";
import { size } from "./size.mjs";
import { Failure, filesUnder, main, ROOT, report, run, step } from "./step.mjs";
import { locate, prepareTests } from "./tools.mjs";

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ title: string, work: () => Promise<string | void>, count?: (output: string) => Count }} Suite
 *   `count` reads what the suite printed; without it the suite is one test
 */

/** @type {Suite[]} */
const SUITES = [
  { title: "prerequisites", work: prepareTests },
  { title: "build", work: build },
  ...LINTS.map(({ title, check }) => command(title, check)),
  { ...command("native tests", ["cargo", "test", "--locked", "--features", "tools"]), count: countCargo },
  wasmTests("chrome", "chromedriver"),
  wasmTests("firefox", "geckodriver"),
  { title: "page tests", work: pageTests, count: countNode },
  { title: "size budgets", work: size },
];

/**
 * @param {string} title
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Suite}
 */
function command(title, [program, ...args], env) {
  return { title, work: () => step(title, () => run(program, args, { env })) };
}

/**
 * @param {string} browser
 * @param {"chromedriver" | "geckodriver"} driver
 * @returns {Suite}
 */
function wasmTests(browser, driver) {
  const title = `WebAssembly tests, ${browser}`;
  const args = [
    "test",
    "--mode",
    "no-install",
    "--headless",
    `--${browser}`,
    ".",
    "--",
    "--locked",
    "--test",
    "browser",
  ];
  const env = () => ({ WASM_BINDGEN_TEST_TIMEOUT: "120", [driver.toUpperCase()]: locate(driver) ?? driver });
  return { title, work: () => step(title, () => run("wasm-pack", args, { env: env() })), count: countCargo };
}

function pageTests() {
  const files = filesUnder("tests/e2e").filter((file) => file.endsWith(".test.mjs"));
  if (files.length === 0) throw new Failure("tests/e2e has no test: each file there ends in .test.mjs");
  const args = ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files];
  return step("page tests", () => run(process.execPath, args));
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
  keep(title, output);
  const { passed, failed } = count?.(output) ?? { passed: 1 - broken, failed: broken };
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
 */
function keep(title, output) {
  const folder = join(ROOT, "target", "logs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${title.replaceAll(/\W+/g, "-")}.log`), output);
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
