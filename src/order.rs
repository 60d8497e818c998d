//! Order by a number: one sort that all types share. Every sort of a type of its own would bring 4 KB to the page.

/// Sorts by a key, smallest first; equals keep their order.
pub fn by_key<T>(items: &mut Vec<T>, key: impl Fn(&T) -> usize) {
    let mut order: Vec<(usize, usize)> = items.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    let mut unsorted: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, i)| unsorted[i].take()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = vec!["the", "truce", "is", "to", "hold"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["is", "to", "the", "hold", "truce"]);
    }
}
