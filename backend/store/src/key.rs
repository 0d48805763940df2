//! What an event is found by: the partition keys and the range key of the indexes, for writing and for
//! reading, side by side so that they cannot disagree.
//!
//! A partition key is `<value>#<category><shard>`, for instance `alana#m0`. The category is part of it so
//! that Event history, which is about management events, never reads its way through millions of data
//! events; asking for another category, or for any, costs a partition more.

use std::borrow::Cow;
use std::net::IpAddr;

use model::chain::Behind;
use model::event::{Access, Category, Event, short_name};
use model::filter::Key;
use model::{Source, Timestamp};
use sha2::{Digest, Sha256};

use crate::schema::Index;

/// The longest value in a partition key, in bytes. DynamoDB's own limit is 2,048; a longer value is
/// found by its beginning and its hash.
const MAX_VALUE: usize = 512;

/// The one value of the indexes that have no values: all events, all writes.
const ALL: &str = "*";

/// Partition key of the table for the event `id`.
pub(crate) fn event(id: &str) -> String {
    format!("E#{id}")
}

/// The event id of a partition key of the table.
pub(crate) fn event_id(pk: &str) -> Option<&str> {
    pk.strip_prefix("E#")
}

/// Partition key of the table for the control item `name`.
pub(crate) fn control(name: &str) -> String {
    format!("C#{name}")
}

/// Partition key of the table for the rollups of `attribute`, over the events of `category`.
pub(crate) fn rollup(attribute: &str, category: Category) -> String {
    format!("H#{attribute}#{}", letter(category))
}

/// Sort key of the day of `moment` among rollups: `2026-11-22`.
pub(crate) fn day(moment: Timestamp) -> String {
    moment.to_string()[..10].to_owned()
}

/// Name of the hour of `moment` and of `category` among marks: `2026-11-22T14#m`.
pub(crate) fn hour(moment: Timestamp, category: Category) -> String {
    format!("{}#{}", &moment.to_string()[..13], letter(category))
}

/// What [`hour`] was made of.
pub(crate) fn hour_parts(hour: &str) -> Option<(Timestamp, Category)> {
    let (hour, end) = hour.split_once('#')?;
    let category = Category::ALL.iter().find(|category| end.chars().eq([letter(**category)]))?;
    Some((format!("{hour}:00:00Z").parse().ok()?, *category))
}

/// Partition key of the table for the directory of streams; those of the streams' items begin with it.
pub(crate) const STREAMS: &str = "S#";

/// Partition key of the table for what was asked of the console and is no event yet.
pub(crate) const ASKED: &str = "A#";

/// Partition key of the table for all saved views.
pub(crate) const VIEWS: &str = "V#";

/// Name of a stream: `111122223333#us-east-1#logFiles`.
pub(crate) fn stream(account: &str, region: &str, source: Source) -> String {
    format!("{account}#{region}#{}", source.as_str())
}

/// What [`stream`] was made of.
pub(crate) fn stream_parts(stream: &str) -> Option<(&str, &str, Source)> {
    let mut parts = stream.split('#');
    let (account, region, word) = (parts.next()?, parts.next()?, parts.next()?);
    let source = Source::ALL.into_iter().find(|source| source.as_str() == word)?;
    parts.next().is_none().then_some((account, region, source))
}

/// Sort key of the half day that begins at `moment`: `2026-11-22T12`.
pub(crate) fn half(moment: Timestamp) -> String {
    moment.to_string()[..13].to_owned()
}

/// What [`half`] was made of.
pub(crate) fn half_parts(half: &str) -> Option<Timestamp> {
    format!("{half}:00:00Z").parse().ok()
}

/// Partition key of an index.
pub(crate) fn partition(value: &str, category: Category, shard: u8) -> String {
    let value = bounded(value);
    let mut key = String::with_capacity(value.len() + 4);
    key.push_str(&value);
    key.push('#');
    key.push(letter(category));
    // In hexadecimal, of one or two digits.
    let digits = [shard >> 4, shard & 0xf].map(|digit| char::from_digit(u32::from(digit), 16));
    key.extend(digits.into_iter().flatten().skip(usize::from(shard < 16)));
    key
}

/// Partition key, in the indexes of user names and of access keys, of the calls by which `value` began sessions:
/// `alana#s`. Where an event's own values have the letter of its category, and so whatever a name says, this has
/// one that no category has.
///
/// Not in shards: STS lets an account begin some hundreds of sessions a second, which one partition takes.
pub(crate) fn began(value: &str) -> String {
    format!("{}#s", bounded(value))
}

/// The shard of an event, the same for ever. Of `2n` shards, two hold what one of `n` held.
pub(crate) fn shard(id: &str, shards: u8) -> u8 {
    digest(id)[0] & (shards - 1)
}

/// A value that an event is found by in an index.
pub(crate) struct Value<'a> {
    pub(crate) index: Index,
    /// Which of the event's values in this index it is, from 0.
    pub(crate) number: usize,
    pub(crate) text: Cow<'a, str>,
    /// It is not the event's: whoever has it is behind a session that the event began. See [`began`].
    pub(crate) is_behind: bool,
}

/// Every index's values for `event`, each once; then those of whoever is `behind` the session that it began.
pub(crate) fn values<'a>(event: &'a Event, behind: Option<&'a Behind>) -> Vec<Value<'a>> {
    // Most events have about one for each index.
    let mut values: Vec<Value<'a>> = Vec::with_capacity(2 * Index::ALL.len());
    let mut add_value = |index: Index, text: Cow<'a, str>, is_behind: bool| {
        let of_index = || values.iter().filter(|v| v.index == index);
        if !text.is_empty() && of_index().all(|v| v.is_behind != is_behind || v.text != text) {
            let number = of_index().count();
            values.push(Value { index, number, text, is_behind });
        }
    };
    let mut add = |index: Index, text: Cow<'a, str>| add_value(index, text, false);
    add(Index::Time, ALL.into());
    if event.access == Access::Write {
        add(Index::Writes, ALL.into());
    }
    add(Index::EventName, event.name.as_str().into());
    add(Index::EventSource, lowercase(event.service()));
    event.identity.names().into_iter().for_each(|name| add(Index::UserName, name.into()));
    event.accounts().for_each(|account| add(Index::AccountId, account.into()));
    // Addresses only: where a service calls, its host name stands in the address's place, a write unit
    // for each event that says what `via:service` and the event source say.
    event.source_ips().filter(|ip| is_address(ip)).for_each(|ip| add(Index::SourceIpAddress, ip.into()));
    event.access_key.iter().for_each(|key| add(Index::AccessKeyId, key.into()));
    event.error_code.iter().for_each(|code| add(Index::ErrorCode, code.into()));
    event.region.iter().for_each(|region| add(Index::AwsRegion, lowercase(region)));
    for resource in &event.resources {
        resource.short_name().iter().for_each(|name| add(Index::ResourceName, (*name).into()));
        resource.kind.iter().for_each(|kind| add(Index::ResourceType, lowercase(kind)));
    }
    if let Some(Behind { names, by, .. }) = behind {
        names.iter().for_each(|name| add_value(Index::UserName, name.into(), true));
        by.iter().for_each(|key| add_value(Index::AccessKeyId, key.into(), true));
    }
    values
}

/// [`str::to_lowercase`], of a text that mostly is.
fn lowercase(text: &str) -> Cow<'_, str> {
    let already = text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if already { text.into() } else { text.to_lowercase().into() }
}

/// Where the events of `key:value` are: an index and the value in it. Everything that matches is there;
/// what is there may still not match (a role's name is found among the names of users).
pub(crate) fn lookup(key: Key, value: &str) -> Option<(Index, String)> {
    let found = match key {
        Key::Who | Key::Role | Key::Session => (Index::UserName, value.to_owned()),
        Key::Account => (Index::AccountId, value.to_owned()),
        Key::AccessKey => (Index::AccessKeyId, value.to_owned()),
        Key::Event => (Index::EventName, value.to_owned()),
        Key::Service => (Index::EventSource, value.to_lowercase()),
        Key::Error => (Index::ErrorCode, value.to_owned()),
        Key::Region => (Index::AwsRegion, value.to_lowercase()),
        Key::Ip if is_address(value) => (Index::SourceIpAddress, value.to_owned()),
        Key::Resource => (Index::ResourceName, short_name(value).to_owned()),
        Key::ResourceType => (Index::ResourceType, value.to_lowercase()),
        Key::Access if value == Access::Write.as_str() => (Index::Writes, ALL.to_owned()),
        _ => return None,
    };
    Some(found)
}

/// Whether being where [`lookup`] says is enough to match `key:value`. A role's name is found among all
/// names, and an ARN under its last part; a long value is found by a hash.
pub(crate) fn answers(key: Key, value: &str) -> bool {
    let among_others = matches!(key, Key::Role | Key::Session);
    !among_others && value.len() <= MAX_VALUE && (key != Key::Resource || short_name(value) == value)
}

/// The value under which [`Index::Time`] holds every event.
pub(crate) fn everything() -> (Index, String) {
    (Index::Time, ALL.to_owned())
}

/// A range key: text that sorts by time, then by event id.
pub(crate) fn position(time: Timestamp, id: &str) -> String {
    format!("{time}#{id}")
}

/// The parts of a range key.
pub(crate) fn position_parts(position: &str) -> Option<(Timestamp, &str)> {
    let (time, id) = position.split_once('#')?;
    Some((time.parse().ok()?, id))
}

/// The greatest text below every range key from `position` on. Event ids are printable ASCII, so a text
/// that ends in DEL is above every id that continues what stands before it.
pub(crate) fn before(position: &str) -> String {
    let mut text = position.to_owned();
    match text.pop() {
        Some(last) if last as u32 > 0x20 => {
            text.push(char::from(last as u8 - 1));
            text.push('\u{7f}');
            text
        }
        _ => text,
    }
}

/// The least text above `position`.
pub(crate) fn after(position: &str) -> String {
    format!("{position}\u{1}")
}

/// The first bytes of a text's SHA-256.
pub(crate) fn digest(text: &str) -> [u8; 8] {
    let hash = Sha256::digest(text.as_bytes());
    let mut short = [0; 8];
    short.copy_from_slice(&hash[..8]);
    short
}

fn is_address(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

fn bounded(value: &str) -> Cow<'_, str> {
    if value.len() <= MAX_VALUE {
        return value.into();
    }
    let end = value.floor_char_boundary(MAX_VALUE - 17);
    let hash = u64::from_be_bytes(digest(value));
    format!("{}~{hash:016x}", &value[..end]).into()
}

fn letter(category: Category) -> char {
    match category {
        Category::Management => 'm',
        Category::Data => 'd',
        Category::Network => 'n',
        Category::Insight => 'i',
        Category::Activity => 'a',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_sorts_by_time_then_id() {
        let time: Timestamp = "2026-11-22T14:32:07Z".parse().unwrap();
        let ids = ["!", "-", "0", "00", "a", "aa", "ab", "b", "~", "~~"];
        let positions: Vec<String> = ids.iter().map(|id| position(time, id)).collect();
        assert!(positions.is_sorted());
        for (i, here) in positions.iter().enumerate() {
            let (before, after) = (before(here), after(here));
            for (j, there) in positions.iter().enumerate() {
                assert_eq!(there <= &before, j < i, "{there:?} before {here:?}");
                assert_eq!(there >= &after, j > i, "{there:?} after {here:?}");
            }
            assert_eq!(position_parts(here), Some((time, ids[i])));
        }
    }

    #[test]
    fn shards_are_spread_and_grow_by_splitting() {
        let ids: Vec<String> = (0..4_000).map(|n| format!("0828c0d2-3589-4390-b954-{n:012x}")).collect();
        let mut counts = [0; 4];
        for id in &ids {
            counts[usize::from(shard(id, 4))] += 1;
            assert_eq!(shard(id, 1), 0);
            assert_eq!(shard(id, 2), shard(id, 4) & 1);
        }
        assert!(counts.iter().all(|n| (900..1_100).contains(n)), "{counts:?}");
    }

    #[test]
    fn a_partition_is_value_category_and_shard() {
        for (shard, end) in [(0, "0"), (9, "9"), (10, "a"), (15, "f"), (16, "10"), (63, "3f")] {
            assert_eq!(partition("alana", Category::Data, shard), format!("alana#d{end}"));
        }
    }

    /// Whatever somebody is called: what stands behind the last `#` is ours.
    #[test]
    fn no_name_can_stand_where_sessions_are_told() {
        let long = "x".repeat(5_000);
        let names =
            ["alana", "", "alana#s", "#s", "s", "#", "alana#m0", "alana#", &long, &format!("{long}#s")];
        for name in names {
            let told = began(name);
            assert!(told.len() <= MAX_VALUE + 2 && told.ends_with("#s"));
            for other in names {
                for category in Category::ALL {
                    for shard in [0, 1, 28, 63] {
                        assert_ne!(partition(other, *category, shard), told, "{other} {name}");
                    }
                }
                assert_eq!(began(other) == told, other == name, "{other} {name}");
            }
        }
        assert!(Category::ALL.iter().all(|category| letter(*category) != 's'));
    }

    #[test]
    fn hours_and_days_sort_as_they_follow_one_another() {
        let moment: Timestamp = "2026-11-22T14:32:07.999Z".parse().unwrap();
        assert_eq!(day(moment), "2026-11-22");
        assert_eq!(rollup("who", Category::Data), "H#who#d");
        for category in Category::ALL {
            let hour = hour(moment, *category);
            assert_eq!(hour_parts(&hour), Some(("2026-11-22T14:00:00Z".parse().unwrap(), *category)));
        }
        for text in ["", "2026-11-22T14", "2026-11-22T14#", "2026-11-22T14#x", "2026-11-22T14#mm", "x#m"] {
            assert_eq!(hour_parts(text), None, "{text}");
        }
    }

    #[test]
    fn streams_and_half_days_go_both_ways() {
        for source in Source::ALL {
            let stream = stream("111122223333", "us-east-1", source);
            assert_eq!(stream_parts(&stream), Some(("111122223333", "us-east-1", source)));
        }
        for text in ["", "1#x", "1#x#mail", "1#x#logFiles#"] {
            assert_eq!(stream_parts(text), None, "{text}");
        }
        let noon: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        assert_eq!((&*half(noon), half_parts("2026-11-22T12")), ("2026-11-22T12", Some(noon)));
    }

    #[test]
    fn a_long_value_is_found_by_its_beginning_and_hash() {
        let (a, b) = ("x".repeat(5_000), "x".repeat(5_001));
        let (a, b) = (partition(&a, Category::Data, 3), partition(&b, Category::Data, 3));
        assert_ne!(a, b);
        assert!(a.len() <= MAX_VALUE + 4 && a.ends_with("#d3"));
    }
}
