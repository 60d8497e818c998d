//! Amounts: sums of money as written, with currency and value.

use std::ops::Range;

use super::Amount;
use super::scene::Scene;

/// Signs before a number, and words behind it, with the ISO 4217 code.
const CURRENCIES: &[(&str, &str)] = &[
    ("$", "USD"),
    ("us$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pounds", "GBP"),
    ("¥", "JPY"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("rubles", "RUB"),
    ("roubles", "RUB"),
    ("rupees", "INR"),
    ("won", "KRW"),
];

fn currency(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().find(|(sign, _)| *sign == word).map(|(_, code)| *code)
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "thousand" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" | "b" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

/// "1,000.5" as a number. By hand: the library's parser of floats would weigh more on the page than the deals.
fn number(word: &str) -> Option<f64> {
    let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
    let mut value = digits(whole)?;
    if !fraction.is_empty() {
        value += digits(fraction)? / f64::from(10_u32.checked_pow(u32::try_from(fraction.len()).ok()?)?);
    }
    Some(value)
}

fn digits(word: &str) -> Option<f64> {
    let mut value = None;
    for c in word.chars().filter(|&c| c != ',') {
        value = Some(value.unwrap_or(0.0) * 10.0 + f64::from(c.to_digit(10)?));
    }
    value
}

/// The sums of money among some tokens.
pub(super) fn find(scene: &Scene, tokens: Range<usize>) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match read(scene, at, tokens.end) {
            Some((range, currency, value)) => {
                at = range.end;
                found.push(Amount { span: scene.tokens.span(range), currency: Some(currency), value });
            }
            None => at += 1,
        }
    }
    found
}

/// "$400 billion", "70 million dollars", "$95".
fn read(scene: &Scene, at: usize, end: usize) -> Option<(Range<usize>, &'static str, f64)> {
    let word = |i: usize| if i < end { scene.grammar.lower(i) } else { "" };
    let sign = currency(word(at)).filter(|_| number(word(at + 1)).is_some());
    let digits = at + usize::from(sign.is_some());
    let mut value = number(word(digits))?;
    let mut next = digits + 1;
    // "a $9-billion loan"
    let scaled = next + usize::from(word(next) == "-");
    if let Some(factor) = scale(word(scaled)) {
        value *= factor;
        next = scaled + 1;
    }
    match sign {
        Some(code) => Some((at..next, code, value)),
        None => currency(word(next)).map(|code| (at..next + 1, code, value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal::stranger::Strangers;
    use crate::grammar::sample;

    #[test]
    fn sums() {
        for (text, expected) in [
            ("a $400 billion deal", "$400 billion USD 400000000000"),
            ("about 70 million dollars of aid", "70 million dollars USD 70000000"),
            ("$95 per barrel, up from £50", "$95 USD 95; £50 GBP 50"),
            ("a €1.5-billion loan", "€1.5-billion EUR 1500000000"),
            ("1,000 tonnes in 2006", ""),
        ] {
            let found = sample::with(text, |tokens, cast, grammar| {
                let scene = Scene {
                    tokens,
                    cast,
                    quotes: &[],
                    grammar,
                    strangers: &Strangers::default(),
                    author: None,
                    today: None,
                };
                let told = |a: &Amount| format!("{} {} {}", a.span.of(text), a.currency.unwrap_or("-"), a.value);
                find(&scene, 0..tokens.len()).iter().map(told).collect::<Vec<_>>().join("; ")
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
