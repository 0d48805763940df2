//! When things happen: days of a week, hours of a day.

/// How busy each hour of the day is in UTC, 0 to 23, for people of two offices: Berlin and Seattle.
const OFFICE: [u64; 24] =
    [6, 3, 1, 0, 0, 1, 4, 14, 22, 24, 22, 14, 20, 24, 26, 30, 34, 30, 28, 24, 22, 22, 18, 12];

/// Milliseconds of an hour and of a day.
pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;

/// How much happens on the day that begins at `millis` since 1970, in hundredths of a working day.
pub(crate) fn weight_of_day(millis: i64) -> u64 {
    if is_weekend(millis) { 45 } else { 100 }
}

/// How likely people are to act at this time: 0 to 34. At weekends only someone on call does.
pub(crate) fn office(millis: i64) -> u64 {
    let hour = millis.rem_euclid(DAY) / HOUR;
    let busy = OFFICE[hour as usize];
    if is_weekend(millis) { busy / 8 } else { busy }
}

/// The largest value of [`office`].
pub(crate) const OFFICE_MAX: u64 = 34;

fn is_weekend(millis: i64) -> bool {
    // 1970-01-01 was a Thursday: days 2 and 3 after it were Saturday and Sunday.
    matches!(millis.div_euclid(DAY).rem_euclid(7), 2 | 3)
}

/// Splits `total` over `weights` so that the parts add up to `total`.
pub(crate) fn split(total: usize, weights: &[u64]) -> Vec<usize> {
    let sum: u64 = weights.iter().sum::<u64>().max(1);
    let (mut so_far, mut given) = (0, 0);
    weights
        .iter()
        .map(|weight| {
            so_far += weight;
            let due = (total as u128 * u128::from(so_far) / u128::from(sum)) as usize;
            let part = due - given;
            given = due;
            part
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up() {
        assert_eq!(split(10, &[1, 1, 1]), [3, 3, 4]);
        assert_eq!(split(0, &[1, 2]), [0, 0]);
        assert_eq!(split(5_000, &[45, 100, 100]).iter().sum::<usize>(), 5_000);
    }

    #[test]
    fn weekends_and_nights_are_quiet() {
        let monday_noon = 1_767_571_200_000 + 12 * HOUR; // 2026-01-05
        assert_eq!(weight_of_day(monday_noon), 100);
        assert_eq!(weight_of_day(monday_noon - DAY), 45);
        assert!(office(monday_noon) > office(monday_noon - DAY));
        assert_eq!(office(monday_noon - 9 * HOUR), 0);
        assert!(OFFICE.iter().all(|busy| *busy <= OFFICE_MAX));
    }
}
