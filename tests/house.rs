//! What this house does not do. Each rule stands in README.md, word for word, and holds here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file that is no unit test: its path from the project's root, and its code without comments and tests.
struct Source {
    path: String,
    code: String,
}

/// Fails with the offenders, and also where README.md does not state the rule.
fn rule(statement: &str, offenders: &[String]) {
    assert!(read("README.md").contains(statement), "README.md does not say: {statement}");
    assert!(offenders.is_empty(), "{statement}\n  broken by {}", offenders.join("\n  broken by "));
}

#[test]
fn stages_import_one_way() {
    let stages = modules(&read("src/lib.rs"));
    let place = |module: &str| stages.iter().position(|stage| stage == module);
    let mut offenders = Vec::new();
    for source in rust().filter(|source| !is_edge(source)) {
        let Some(own) = place(stage_of(&source.path)) else { continue };
        for import in imports(&source.code).iter().filter(|import| place(import).is_none_or(|other| other > own)) {
            offenders.push(format!("{}, which imports crate::{import}", source.path));
        }
    }
    rule("No stage imports a later one; their order is that of `src/lib.rs`.", &offenders);
}

#[test]
fn core_knows_no_browser() {
    let core = rust().filter(|source| stage_of(&source.path) != "browser");
    let offenders = naming(core, &["web_sys", "js_sys", "wasm_bindgen"]);
    rule("The core knows no DOM: under `src/` only `browser` names `web_sys`, `js_sys` or `wasm_bindgen`.", &offenders);
}

#[test]
fn core_does_no_io() {
    let tools = tool_modules();
    let core = rust().filter(|source| !is_edge(source) && !tools.iter().any(|tool| source.path.starts_with(tool)));
    let offenders =
        naming(core, &["std::fs", "std::env", "std::io", "std::net", "std::process", "std::time", "println!"]);
    rule("The core does no input or output: only the tools read files, clocks or settings.", &offenders);
}

#[test]
fn www_writes_no_markup() {
    let words = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "document.write", "DOMParser"];
    let offenders = naming(shipped(), &words);
    rule("No text becomes markup: nothing that a page loads names `innerHTML` or its like.", &offenders);
}

#[test]
fn www_makes_no_code() {
    let offenders = naming(shipped(), &["eval(", "new Function(", "setAttribute(\"style\"", "setAttribute(\"on"]);
    rule("No text becomes code: no `eval`, no inline script, no inline style.", &offenders);
}

#[test]
fn nothing_leaves_the_browser() {
    let words = ["XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource", "RTCPeerConnection", "new Image("];
    let mut offenders = naming(shipped(), &words);
    offenders.extend(naming(shipped().filter(|source| source.path != "www/gloss.js"), &["fetch("]));
    rule("Nothing leaves the browser: `fetch` stands only in `www/gloss.js`, for Newsgloss's own files.", &offenders);
}

#[test]
fn pages_are_only_read() {
    let words = ["splitText", "split_text", "surroundContents", "surround_contents", "normalize()", ".clear()"];
    let offenders = naming(browser().filter(|source| source.path.contains("highlight")), &words);
    rule("No text node of a page is split, wrapped or joined, and no other tool's highlights are cleared.", &offenders);
}

#[test]
fn lock_file_names_no_registry() {
    let named = read("package-lock.json").contains("\"resolved\"");
    let offenders: Vec<_> = named.then(|| "package-lock.json".to_owned()).into_iter().collect();
    rule("No lock file ties the project to one npm registry.", &offenders);
}

/// The command line reads the committed pack, the pages a fresh one: they must be the same.
#[cfg(feature = "tools")]
#[test]
fn committed_pack_is_current() {
    let fresh = newsgloss::knowledge::compile(&root().join("data")).expect("sound tables");
    let committed = fs::read(root().join("data/knowledge.bin")).expect("data/knowledge.bin");
    assert!(
        fresh == committed,
        "data/knowledge.bin is older than its tables: cargo run --features tools -- pack data/knowledge.bin"
    );
}

#[test]
fn readme_commands_exist() {
    let package: serde_json::Value = serde_json::from_str(&read("package.json")).expect("package.json is JSON");
    let readme = read("README.md");
    let named: BTreeSet<&str> = readme.split("npm ").skip(1).filter_map(script_name).collect();
    let missing: Vec<_> = named.iter().filter(|name| package["scripts"][**name].is_null()).collect();
    assert!(missing.is_empty(), "README.md names npm scripts that package.json lacks: {missing:?}");
    assert!(named.contains("start") && named.contains("test"), "README.md does not name both commands: {named:?}");
}

/// `size` of `run size`, `start` of `start`; nothing where another npm command follows.
fn script_name(after_npm: &str) -> Option<&str> {
    let mut words = after_npm.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == ':')).filter(|w| !w.is_empty());
    match words.next()? {
        "run" => words.next(),
        word @ ("start" | "test") => Some(word),
        _ => None,
    }
}

#[test]
fn code_map_is_complete() {
    let readme = read("README.md");
    let map = readme.split("## Code map").nth(1).and_then(|rest| rest.split("```").nth(1)).expect("a code map");
    let mapped = mapped_paths(map);
    let gone: Vec<_> = mapped.iter().filter(|path| !root().join(path).exists()).collect();
    assert!(gone.is_empty(), "the code map names what is not there: {gone:?}");
    let unmapped: Vec<_> = modules(&read("src/lib.rs"))
        .into_iter()
        .map(|module| format!("src/{module}.rs"))
        .filter(|path| !mapped.contains(path))
        .collect();
    assert!(unmapped.is_empty(), "the code map lacks {unmapped:?}");
}

/// The paths of a tree whose depth is shown by two spaces a level: first words of lines, folders with a slash.
fn mapped_paths(map: &str) -> BTreeSet<String> {
    let mut folders: Vec<&str> = Vec::new();
    let mut paths = BTreeSet::new();
    for line in map.lines().filter(|line| !line.trim().is_empty()) {
        let name = line.split_whitespace().next().unwrap_or_default();
        folders.truncate((line.len() - line.trim_start().len()) / 2);
        paths.insert(format!("{}{name}", folders.concat()));
        folders.push(name);
    }
    paths
}

/// `path, which names word` for each file that has one of the words.
fn naming(sources: impl Iterator<Item = Source>, words: &[&str]) -> Vec<String> {
    let found = |source: &Source| words.iter().find(|word| source.code.contains(**word)).copied();
    sources.filter_map(|source| found(&source).map(|word| format!("{}, which names {word}", source.path))).collect()
}

/// Modules of a file, in order.
fn modules(code: &str) -> Vec<String> {
    let names = code.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "));
    names.filter_map(|rest| rest.strip_suffix(';')).map(str::to_owned).collect()
}

/// Paths, without ending, of the modules that only the feature `tools` compiles.
fn tool_modules() -> Vec<String> {
    let of = |source: Source| {
        let folder = source.path.trim_end_matches(".rs").trim_end_matches("/lib").to_owned();
        let is_gate = |line: &str| line.starts_with("#[cfg(") && line.contains("feature = \"tools\"");
        let gated = source.code.lines().zip(source.code.lines().skip(1)).filter(|(line, _)| is_gate(line));
        gated.flat_map(|(_, next)| modules(next)).map(|module| format!("{folder}/{module}")).collect::<Vec<_>>()
    };
    rust().flat_map(of).collect()
}

/// First names behind each `crate::`, groups included.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let paths = rest.strip_prefix('{').map_or(vec![rest], group);
        found.extend(paths.iter().map(|path| path.trim().split(|c: char| !is_name(c)).next().unwrap_or("").to_owned()));
    }
    found
}

/// The paths of a group behind its opening brace, without what is nested in them.
fn group(rest: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = rest.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth < 0 || (c == ',' && depth == 0)
    });
    parts.take_while(|part| !part.trim_start().starts_with(';')).filter(|part| !part.trim().is_empty()).collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a file belongs to the edges, which see the whole core: the command line and the browser.
fn is_edge(source: &Source) -> bool {
    ["lib", "bin", "cli", "browser"].contains(&stage_of(&source.path))
}

/// `deal` for `src/deal.rs` and `src/deal/party.rs`.
fn stage_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split(['/', '.']).next().unwrap_or_default()
}

fn rust() -> impl Iterator<Item = Source> {
    sources("src", "rs")
}

fn browser() -> impl Iterator<Item = Source> {
    rust().filter(|source| stage_of(&source.path) == "browser")
}

/// All that a page loads; the demo's own script is no part of it.
fn shipped() -> impl Iterator<Item = Source> {
    sources("www", "js").filter(|source| source.path != "www/demo/demo.js").chain(browser())
}

fn sources(folder: &str, extension: &str) -> impl Iterator<Item = Source> {
    let mut files = Vec::new();
    collect(&root().join(folder), extension, &mut files);
    assert!(!files.is_empty(), "no .{extension} file under {folder}");
    files.into_iter().map(|file| {
        let path = file.strip_prefix(root()).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        Source { code: code_of(&read(&path)), path }
    })
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        } else if path.is_dir() {
            collect(&path, extension, files);
        } else if path.extension().is_some_and(|e| e == extension) {
            files.push(path);
        }
    }
}

/// Code without unit tests and comment lines.
fn code_of(text: &str) -> String {
    let tested = text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_comment = |line: &&str| ["//", "/*", "* ", "*/"].iter().any(|mark| line.trim_start().starts_with(mark));
    tested.lines().filter(|line| !is_comment(line)).map(|line| format!("{line}\n")).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
