//! The command line as scripts meet it: what it prints, where, and with which exit status.
#![cfg(feature = "tools")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn newsgloss(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_newsgloss"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).ok();
    child.wait_with_output().expect("the program ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

#[test]
fn bad_use_and_bad_input_are_one_line_each() {
    for (args, input, status, says) in [
        (&["annotate", "--format", "pdf"][..], "", 2, "pdf"),
        (&["annotat"], "", 2, "annotat"),
        (&["annotate", "--date", "yesterday"], "", 2, "yesterday"),
        (&["annotate", "no-such-file.txt"], "", 1, "cannot read no-such-file.txt"),
        (&["annotate", "--knowledge", "Cargo.toml"], "", 1, "Cargo.toml"),
        (&["annotate", "--jsonl"], "{\"id\":1}\n", 1, "line 1"),
        (&["tag", "no-such-file.tsv"], "", 1, "cannot read no-such-file.tsv"),
    ] {
        let output = newsgloss(args, input);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{args:?}: {error}");
        assert!(error.starts_with("newsgloss: ") && error.contains(says), "{args:?}: {error}");
        assert!(error.lines().count() <= 2 && output.stdout.is_empty(), "{args:?}: {error}");
    }
}

#[test]
fn offsets_count_what_is_asked_for() {
    for (unit, start) in [("byte", 14), ("char", 7), ("utf16", 8)] {
        let output = newsgloss(&["annotate", "--offsets", unit, "-"], "“🙂” in Ukraine.");
        let found: serde_json::Value = serde_json::from_str(stdout(&output)).expect("JSON");
        let at = found["mentions"][0]["start"].as_u64();
        assert_eq!(found["mentions"][0]["text"], "Ukraine");
        assert_eq!(at, Some(start), "{unit}");
    }
}

#[test]
fn lines_in_lines_out_in_order() {
    let input = "{\"id\":\"a\",\"date\":\"2025-02-24\",\"text\":\"Ukraine spoke.\"}\n\n{\"id\":7,\"text\":\"\"}\n";
    let output = newsgloss(&["annotate", "--jsonl", "-"], input);
    let lines: Vec<serde_json::Value> =
        stdout(&output).lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["id"], &lines[0]["date"]), (&"a".into(), &"2025-02-24".into()));
    assert_eq!((&lines[1]["id"], lines[1]["mentions"].as_array().map(Vec::len)), (&7.into(), Some(0)));
}

#[test]
fn formats() {
    let text = "<p>Ukraine & <b>Russia</b> agreed.</p>";
    for (format, says) in [
        ("json", "\"nation/UA\""),
        ("web-annotation", "\"TextQuoteSelector\""),
        ("schema-org", "\"Country\""),
        ("html", "<p><mark class=\"newsgloss-nation\" data-id=\"nation/UA\" title=\"Ukraine\">Ukraine</mark> &amp; "),
    ] {
        let output = newsgloss(&["annotate", "--input", "html", "--format", format, "-"], text);
        assert!(stdout(&output).contains(says), "{format}: {}", stdout(&output));
    }
}

#[test]
fn tags_keep_the_tokens() {
    let output = newsgloss(&["tag", "-"], "# doc one\nKyiv\tx\ncalled\n\nPutin\n");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let columns: Vec<&str> = stdout(&output).lines().map(|l| l.split('\t').next().unwrap_or_default()).collect();
    assert_eq!(columns, ["# doc one", "Kyiv", "called", "", "Putin"]);
}
