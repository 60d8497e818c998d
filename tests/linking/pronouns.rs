//! "he" and "she" where one person alone can be meant, and where not.

use super::check_nominal;

#[test]
fn one_person_near() {
    check_nominal(&[
        ("2025-02-24", "Chancellor Olaf Scholz spoke in Berlin. [He|person/olaf-scholz] asked for patience."),
        ("2025-02-24", "Ursula von der Leyen said [she|person/ursula-von-der-leyen] would travel to Kyiv."),
        (
            "2025-02-24",
            "Ann Quill, the mayor of the town, opened the bridge. Next year [she|article/ann-quill] leaves office.",
        ),
        (
            "2007-02-24",
            "Mr. Blair flew to Belfast. [He|person/tony-blair] met the parties there, Tony Blair's aides said.",
        ),
        (
            "2025-02-24",
            "“We are close,” Emmanuel Macron said. [He|person/emmanuel-macron] left for Paris after the talks.",
        ),
    ]);
}

#[test]
fn somebody_else_near() {
    check_nominal(&[
        ("2025-02-24", "Putin met Lukashenko. [He|-] smiled."),
        ("2025-02-24", "Chancellor Olaf Scholz met reporters. \"[He|-] is weak,\" one of them said."),
        ("2025-02-24", "“We like Olaf Scholz,” they cried, “and [he|-] likes us.”"),
        ("2025-02-24", "Olaf Scholz thanked the driver. [He|-] drove on."),
        ("2025-02-24", "A spokesman for the chancellor, Olaf Scholz, spoke of a farmer. [He|-] wants more land."),
        ("2025-02-24", "Emmanuel Macron's wife came along. [She|-] wore blue."),
        ("2025-02-24", "Mr. Scholz came to the fair. [She|-] was late, he said."),
        ("2025-02-24", "The boxer won a rematch with Kim Lund. [He|-] had lost the first."),
        ("2025-02-24", "Olaf Scholz spoke in Berlin. It rained all day. People sang. [He|-] was soaked."),
        ("2025-02-24", "The bomber died when [he|-] set off the charge, police chief Jawid Ahmad said."),
        ("2025-02-24", "Police chief Jawid Ahmad said the bomber died when [he|-] set off the charge."),
    ]);
}
