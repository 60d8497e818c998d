//! The command line of Newsgloss.

fn main() -> std::process::ExitCode {
    newsgloss::cli::run()
}
