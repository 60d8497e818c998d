//! Days as ISO 8601 writes them, and the day so many days later.
//!
//! By hand: the library's own reader and writer of times, and its spans, would weigh 10 KB on every page.

use jiff::SignedDuration;
use jiff::civil::Date;

/// Reads `2025-02-24`.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let plain = bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if bytes.len() != 10 || !plain {
        return None;
    }
    let number = |digits: &[u8]| digits.iter().fold(0, |value, digit| value * 10 + i16::from(digit - b'0'));
    let [month, day] = [&bytes[5..7], &bytes[8..]].map(|digits| number(digits) as i8);
    Date::new(number(&bytes[..4]), month, day).ok()
}

/// Writes `2025-02-24`.
#[must_use]
pub fn show(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The day so many days later; none outside the calendar.
#[must_use]
pub fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(SignedDuration::from_hours(24 * days)).ok()
}

/// How many days later the second day is.
#[must_use]
pub fn between(first: Date, second: Date) -> i64 {
    first.duration_until(second).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_written() {
        for day in ["2025-02-24", "1800-01-01", "2024-02-29", "0987-12-31"] {
            assert_eq!(parse(day).map(show).as_deref(), Some(day));
        }
        for other in
            ["2025-02-30", "2025-13-01", "2025-2-24", "25-02-2024", "2025-02-24T10:00", "2025/02/24", "", "९९९९-०१-०१"]
        {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn days_are_counted() {
        for (first, days, second) in
            [("2025-02-24", 4, "2025-02-28"), ("2024-02-28", 2, "2024-03-01"), ("2025-01-01", -1, "2024-12-31")]
        {
            let [first, second] = [first, second].map(|day| parse(day).expect("a day"));
            assert_eq!((later(first, days), between(first, second)), (Some(second), days));
        }
    }
}
