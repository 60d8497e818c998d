/**
 * The programs that building and testing need: found where they are, installed where they are missing.
 * What is installed through cargo goes into `.tools`, so nothing of the user's own is replaced.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ask, cached, Failure, ROOT, run, step } from "./step.mjs";

const TOOLS = join(ROOT, ".tools");
const WASM_TARGET = "wasm32-unknown-unknown";
const AGAIN = "then run this again";

/**
 * @typedef {object} Program
 * @property {string[]} names it goes by
 * @property {string} [mac] where macOS has it
 * @property {string} [debian] the package that carries it
 * @property {boolean} [optional] whether the tests can do without: they say then what they skip
 */

/** Browsers, their drivers, and a screen for the one that needs one. */
/** @type {Record<"chromium" | "chromedriver" | "firefox" | "geckodriver" | "webkitdriver" | "xvfb", Program>} */
const PROGRAMS = {
  chromium: {
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    mac: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    debian: "chromium",
  },
  chromedriver: { names: ["chromedriver"], debian: "chromium-driver" },
  firefox: {
    names: ["firefox-esr", "firefox"],
    mac: "/Applications/Firefox.app/Contents/MacOS/firefox",
    debian: "firefox-esr",
  },
  geckodriver: { names: ["geckodriver"] },
  webkitdriver: { names: ["WebKitWebDriver"], debian: "webkit2gtk-driver", optional: true },
  xvfb: { names: ["Xvfb"], debian: "xvfb", optional: true },
};

/**
 * Makes everything ready that a build needs.
 */
export async function prepareBuild() {
  await findRust();
  await installNodeModules();
  await installWasmTarget();
  await installCargoTool("wasm-bindgen", "wasm-bindgen-cli", lockedVersion("wasm-bindgen"));
  await installCargoTool("wasm-pack", "wasm-pack");
}

/**
 * Makes everything ready that the tests need besides.
 */
export async function prepareTests() {
  await prepareBuild();
  await installRustComponents();
  await installBrowsers();
  await installCargoTool("geckodriver", "geckodriver");
}

/**
 * Where a browser or driver is.
 *
 * @param {keyof typeof PROGRAMS} program
 * @returns {string | undefined} its path
 */
export function locate(program) {
  const { names, mac } = PROGRAMS[program];
  return findProgram(names, mac);
}

/** @param {string[]} names @param {string} [mac] */
function findProgram(names, mac) {
  return names.map(onPath).find(Boolean) ?? (mac && existsSync(mac) ? mac : undefined);
}

/** Chromium's switches for tests, the same that the WebAssembly tests run it with. */
export const CHROMIUM_SWITCHES = webdriverSettings()["goog:chromeOptions"].args;

function webdriverSettings() {
  return JSON.parse(readFileSync(join(ROOT, "webdriver.json"), "utf8"));
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts Rust on the path. Where HOME is not the account's own, as under CI, Rust is looked for beside cargo and in the
 * account's home.
 */
async function findRust() {
  const env = process.env;
  env.HOME ||= homedir();
  const homes = [env.HOME, userInfo().homedir];
  const cargo =
    onPath("cargo") ?? [env.CARGO_HOME ?? "", ...homes.map((h) => join(h, ".cargo"))].map(inBin).find(isProgram);
  if (!cargo) throw new Failure(`Rust is missing: install it from https://rustup.rs, ${AGAIN}`);
  env.PATH = [join(TOOLS, "bin"), dirname(cargo), env.PATH].join(delimiter);

  const cargoHome = dirname(dirname(cargo));
  const beside = dirname(cargoHome);
  adopt("CARGO_HOME", join(env.HOME, ".cargo"), [cargoHome]);
  adopt("RUSTUP_HOME", join(env.HOME, ".rustup"), [join(beside, ".rustup"), join(beside, "rustup")]);
  await checkRustVersion();
}

/** @param {string} home */
function inBin(home) {
  return join(home, "bin", "cargo");
}

/**
 * Sets a folder's variable to where the folder really is, if neither the variable nor the usual place has it.
 *
 * @param {string} variable
 * @param {string} usual
 * @param {string[]} others
 */
function adopt(variable, usual, others) {
  if (process.env[variable] || existsSync(usual)) return;
  const found = others.find((folder) => existsSync(folder) && isProgram(folder));
  if (found) process.env[variable] = found;
}

async function checkRustVersion() {
  let version = await ask("cargo", "--version");
  if (!version && (await ask("rustup", "--version"))) {
    await step("Installing the stable Rust toolchain", () => run("rustup", ["default", "stable"]));
    version = await ask("cargo", "--version");
  }
  const wanted = readFileSync(join(ROOT, "Cargo.toml"), "utf8").match(/rust-version = "([\d.]+)"/)?.[1] ?? "0";
  if (!version) throw new Failure(`cargo does not run: install Rust from https://rustup.rs, ${AGAIN}`);
  if (isOlder(version.split(" ")[1], wanted)) {
    throw new Failure(`Rust ${wanted} or newer is needed, here is ${version}: run "rustup update", ${AGAIN}`);
  }
}

/** @param {string} version @param {string} wanted */
function isOlder(version, wanted) {
  return version.localeCompare(wanted, "en", { numeric: true }) < 0;
}

async function installNodeModules() {
  const what = { inputs: ["package-lock.json"], outputs: ["node_modules"] };
  const help = `npm packages cannot be installed: check the network and the npm registry setting, ${AGAIN}`;
  const args = ["ci", "--no-audit", "--no-fund"];
  await step("npm packages", () => cached("node_modules", what, () => run("npm", args, { help })));
}

async function installWasmTarget() {
  const library = await ask("rustc", "--print", "target-libdir", "--target", WASM_TARGET);
  if (library && existsSync(library)) return;
  const help = `The ${WASM_TARGET} target is missing: run "rustup target add ${WASM_TARGET}", ${AGAIN}`;
  await step(`Installing the ${WASM_TARGET} target`, () => run("rustup", ["target", "add", WASM_TARGET], { help }));
}

async function installRustComponents() {
  for (const component of ["rustfmt", "clippy"]) {
    if (await ask("cargo", component === "rustfmt" ? "fmt" : component, "--version")) continue;
    const help = `${component} is missing: run "rustup component add ${component}", ${AGAIN}`;
    await step(`Installing ${component}`, () => run("rustup", ["component", "add", component], { help }));
  }
}

/**
 * @param {string} crate
 * @returns {string} its version in Cargo.lock
 */
function lockedVersion(crate) {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const version = lock.match(new RegExp(`name = "${crate}"\nversion = "(.+)"`))?.[1];
  if (!version) throw new Failure(`Cargo.lock does not name ${crate}: run "cargo update ${crate}", ${AGAIN}`);
  return version;
}

/**
 * Installs a program from its crate, unless it is there, and in the right version where that matters.
 *
 * @param {string} program
 * @param {string} crate
 * @param {string} [version]
 */
async function installCargoTool(program, crate, version) {
  const found = (await ask(program, "--version"))?.match(/\d+\.\d+\.\d+/)?.[0];
  if (found && (!version || found === version)) return;
  const args = ["install", crate, "--root", TOOLS, ...(version ? ["--version", version] : [])];
  const env = { CARGO_TARGET_DIR: join(ROOT, "target", "tools") };
  const help = `${crate} cannot be installed: run "cargo install ${crate}" to see why, ${AGAIN}`;
  mkdirSync(TOOLS, { recursive: true });
  await step(`Installing ${crate} (minutes, once)`, async () => {
    // A published lock file may name a version that is gone by now: resolve afresh then.
    const options = { env, help, minutes: 60 };
    await run("cargo", [...args, "--locked"], options).catch(() => run("cargo", args, options));
  });
}

async function installBrowsers() {
  const missing = Object.values(PROGRAMS).filter(({ names, mac }) => !findProgram(names, mac));
  const canInstall = process.getuid?.() === 0 && onPath("apt-get");
  const packages = missing.flatMap(({ debian, optional }) => (debian && (canInstall || !optional) ? debian : []));
  if (packages.length === 0) return;
  const help = `${packages.join(", ")} missing: run "sudo apt-get install ${packages.join(" ")}" (or your system's way), ${AGAIN}`;
  if (!canInstall) throw new Failure(help);
  await step(`Installing ${packages.join(", ")}`, async () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await ask("apt-get", "update");
    await run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], { env, help });
  });
}
