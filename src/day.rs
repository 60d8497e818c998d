//! Days as the schema writes them: `2025-02-24`.
//!
//! The library of dates reads and writes every form there is; that code would reach the page for this one form.

use jiff_core::civil::Date;

/// A day from `YYYY-MM-DD`; none for anything else.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))?;
        part.parse::<i16>().ok()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    parts.next().is_none().then_some(day)
}

/// A day as `YYYY-MM-DD`.
#[must_use]
pub fn write(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for (text, day) in [
            ("2025-02-24", Some("2025-02-24")),
            ("0987-12-01", Some("0987-12-01")),
            ("2024-02-29", Some("2024-02-29")),
            ("2025-02-29", None),
            ("2025-13-01", None),
            ("2025-2-24", None),
            ("2025-02-24T10:00", None),
            ("2025-02-24-01", None),
            ("+025-02-24", None),
            ("20250224", None),
            ("", None),
        ] {
            assert_eq!(read(text).map(write).as_deref(), day, "{text}");
        }
    }
}
