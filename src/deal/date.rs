//! Dates: days and periods as written, resolved against the article's date as intervals.
//!
//! "Monday" is the last Monday up to the article's day, or the next one where the clause speaks of the future. What
//! the words leave open ("soon", "by 2030") stays open on that side.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::day;
use crate::grammar::{ChunkKind, Mood};

use super::When;
use super::scene::Scene;

/// An interval of days; either side may be open.
type Interval = (Option<Date>, Option<Date>);

/// The days and periods among some tokens.
pub(super) fn find(scene: &Scene, tokens: Range<usize>) -> Vec<When> {
    let reader = Reader { scene, end: tokens.end, today: scene.today };
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match reader.expression(at) {
            Some((range, (from, to))) => {
                at = range.end;
                found.push(When { span: scene.tokens.span(range), from, to });
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    end: usize,
    today: Option<Date>,
}

impl Reader<'_, '_> {
    fn word(&self, i: usize) -> &str {
        if i < self.end { self.scene.grammar.lower(i) } else { "" }
    }

    /// A time with the preposition that opens it on one side: "by 2030", "until May 1", "since Monday".
    fn expression(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        let (core, (from, to)) = match self.word(at) {
            "by" | "until" | "till" | "through" | "before" => {
                let (core, (_, to)) = self.period(at + 1)?;
                (core, (None, to))
            }
            "since" | "from" | "after" => {
                let (core, (from, _)) = self.period(at + 1)?;
                (core, (from, None))
            }
            _ => return self.period(at),
        };
        Some((at..core.end, (from, to)))
    }

    fn period(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        self.calendar(at).or_else(|| self.relative(at)).or_else(|| self.weekday(at)).or_else(|| self.open(at))
    }

    /// "May 1, 2025", "1 May", "Oct. 5", "April 2030", "2006".
    fn calendar(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        if let Some(month) = month(self.word(at)).filter(|_| self.is_capital(at)) {
            if let Some(day) = day(self.word(at + 1)) {
                let comma = usize::from(self.word(at + 2) == ",");
                let year = year(self.word(at + 2 + comma));
                let end = at + 2 + if year.is_some() { comma + 1 } else { 0 };
                return Some((at..end, self.day(at, year, month, day)));
            }
            if let ("of", "that", "year") = (self.word(at + 1), self.word(at + 2), self.word(at + 3)) {
                return Some((at..at + 4, (None, None)));
            }
            let (year, end) = self.year_behind(at + 1);
            return Some((at..end, self.month(at, year, month)));
        }
        if let (Some(day), Some(month)) = (day(self.word(at)), month(self.word(at + 1))) {
            let year = year(self.word(at + 2));
            return Some((at..at + 2 + usize::from(year.is_some()), self.day(at, year, month, day)));
        }
        let year = year(self.word(at))?;
        let bare = self.word(at.wrapping_sub(1));
        matches!(bare, "in" | "by" | "until" | "since" | "through" | "before" | "after" | "from" | "of")
            .then_some((at..at + 1, (Date::new(year, 1, 1).ok(), Date::new(year, 12, 31).ok())))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.scene.tokens.word(at).starts_with(char::is_uppercase)
    }

    /// "2024", "last year" behind a month, and where it ends.
    fn year_behind(&self, at: usize) -> (Option<i16>, usize) {
        if let Some(year) = year(self.word(at)) {
            return (Some(year), at + 1);
        }
        let named = self.relative(at).filter(|_| self.word(at + 1) == "year");
        named.map_or((None, at), |(range, (from, _))| (from.map(Date::year), range.end))
    }

    fn day(&self, at: usize, year: Option<i16>, month: i8, day: i8) -> Interval {
        let year = year.or_else(|| self.nearest_year(at, month, day));
        let date = year.and_then(|y| Date::new(y, month, day).ok());
        (date, date)
    }

    fn month(&self, at: usize, year: Option<i16>, month: i8) -> Interval {
        let year = year.or_else(|| self.nearest_year(at, month, 1));
        let first = year.and_then(|y| Date::new(y, month, 1).ok());
        (first, first.map(Date::last_of_month))
    }

    /// The year of a day without one: that of the article; the one before where the clause tells of the past and the
    /// day were months ahead, the next where it tells of the future and the day is behind.
    fn nearest_year(&self, at: usize, month: i8, day: i8) -> Option<i16> {
        const MONTH: i64 = 31;
        let today = self.today?;
        let ahead = Date::new(today.year(), month, day).ok().map_or(0, |d| day::between(today, d));
        let shift = match self.is_future(at) {
            true if ahead < -MONTH => 1,
            false if ahead > MONTH && self.is_past(at) => -1,
            _ => 0,
        };
        Some(today.year() + shift)
    }

    /// "today", "tomorrow", "last week", "this week or next", "next month", "earlier this year".
    fn relative(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        let shifted = |days: i64| self.today.and_then(|d| day::later(d, days));
        match self.word(at) {
            "today" | "tonight" => return Some((at..at + 1, (self.today, self.today))),
            "yesterday" => return Some((at..at + 1, (shifted(-1), shifted(-1)))),
            "tomorrow" => return Some((at..at + 1, (shifted(1), shifted(1)))),
            _ => {}
        }
        let step = match self.word(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let unit = self.word(at + 1);
        let (from, mut to) = self.unit(unit, step)?;
        let mut end = at + 2;
        if step == 0 && self.word(end) == "or" && self.word(end + 1) == "next" {
            to = self.unit(unit, 1)?.1;
            end += 2;
        }
        Some((at..end, (from, to)))
    }

    /// The week, month or year `step` away from the article's.
    fn unit(&self, unit: &str, step: i64) -> Option<Interval> {
        let today = self.today;
        Some(match unit {
            "week" => {
                let monday = today.and_then(|d| {
                    let back = i64::from(d.weekday().to_monday_zero_offset());
                    day::later(d, 7 * step - back)
                });
                (monday, monday.and_then(|d| day::later(d, 6)))
            }
            "month" => {
                let first = today.and_then(|d| month_after(d, step));
                (first, first.map(Date::last_of_month))
            }
            "year" => {
                let year = today.map(|d| i64::from(d.year()) + step).and_then(|y| i16::try_from(y).ok());
                (year.and_then(|y| Date::new(y, 1, 1).ok()), year.and_then(|y| Date::new(y, 12, 31).ok()))
            }
            _ => return None,
        })
    }

    /// "Monday": the last one, or the next where the clause is about the future.
    fn weekday(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        let weekday = weekday(self.word(at)).filter(|_| self.is_capital(at))?;
        let date = self.today.and_then(|today| {
            let back = i64::from(weekday.until(today.weekday()));
            let days = if self.is_future(at) { (7 - back) % 7 } else { -back };
            day::later(today, days)
        });
        Some((at..at + 1, (date, date)))
    }

    fn is_future(&self, at: usize) -> bool {
        self.has_verb(at, &[Mood::Future, Mood::Possible, Mood::Infinitive])
    }

    fn is_past(&self, at: usize) -> bool {
        self.has_verb(at, &[Mood::Past])
    }

    /// Whether the clause has a verb in one of these moods.
    fn has_verb(&self, at: usize, moods: &[Mood]) -> bool {
        let grammar = self.scene.grammar;
        let mut clause = grammar.clause(grammar.chunk_at(at));
        clause.any(|c| grammar.kind(c) == ChunkKind::Verb && moods.contains(&grammar.verb(c).mood))
    }

    /// "soon", "in the coming weeks": a time that the words leave open.
    fn open(&self, at: usize) -> Option<(Range<usize>, Interval)> {
        let coming =
            matches!(self.word(at), "coming") && matches!(self.word(at + 1), "days" | "weeks" | "months" | "years");
        let end = match self.word(at) {
            "soon" => at + 1,
            _ if coming => at + 2,
            _ => return None,
        };
        Some((at..end, (None, None)))
    }
}

/// The first day of the month before, the same or after.
fn month_after(date: Date, step: i64) -> Option<Date> {
    let month = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + step;
    let (year, month) = (i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12)).ok()?);
    Date::new(year, month + 1, 1).ok()
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const NAMES: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];
    let stem = word.trim_end_matches('.');
    let short = word.ends_with('.').then(|| MONTHS.iter().position(|m| stem == *m || stem == "sept" && *m == "sep"));
    let at = short.flatten().or_else(|| NAMES.iter().position(|m| *m == word))?;
    i8::try_from(at + 1).ok()
}

fn day(word: &str) -> Option<i8> {
    word.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok().filter(|d| (1..=31).contains(d) && word.len() <= 4)
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|y| (1800..=2200).contains(y))
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let at = DAYS.iter().position(|d| *d == word)?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal::stranger::Strangers;
    use crate::grammar::sample;

    /// Monday, 24 February 2025.
    const TODAY: (i16, i8, i8) = (2025, 2, 24);

    #[test]
    fn intervals() {
        for (text, expected) in [
            ("It was signed on Monday.", "Monday 2025-02-24 2025-02-24"),
            ("It was signed on Friday.", "Friday 2025-02-21 2025-02-21"),
            ("They will sign on Friday.", "Friday 2025-02-28 2025-02-28"),
            ("He could visit this week or next to sign.", "this week or next 2025-02-24 2025-03-09"),
            ("It ended last month.", "last month 2025-01-01 2025-01-31"),
            ("The deal runs until 2050.", "until 2050 - 2050-12-31"),
            ("It has held since May 1, 2024.", "since May 1, 2024 2024-05-01 -"),
            ("It was reached on 3 March.", "3 March 2025-03-03 2025-03-03"),
            ("Talks began in October 2023.", "October 2023 2023-10-01 2023-10-31"),
            ("The truce began in October.", "October 2024-10-01 2024-10-31"),
            ("The tariffs take effect in October.", "October 2025-10-01 2025-10-31"),
            ("It will be signed in January.", "January 2026-01-01 2026-01-31"),
            ("Shareholders approved it in April last year.", "April last year 2024-04-01 2024-04-30"),
            ("A truce in November of that year failed.", "November of that year - -"),
            ("They may meet soon.", "soon - -"),
            ("Yesterday the truce broke.", "Yesterday 2025-02-23 2025-02-23"),
            ("It cost 2000 dollars, he said.", ""),
        ] {
            let found = sample::with(text, |tokens, cast, grammar| {
                let (strangers, today) = (&Strangers::default(), Date::new(TODAY.0, TODAY.1, TODAY.2).ok());
                let scene = Scene { tokens, cast, quotes: &[], grammar, strangers, author: None, today };
                let day = |d: Option<Date>| d.map_or("-".into(), |d| d.to_string());
                let told = |w: &When| format!("{} {} {}", w.span.of(text), day(w.from), day(w.to));
                find(&scene, 0..tokens.len()).iter().map(told).collect::<Vec<_>>().join("; ")
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
