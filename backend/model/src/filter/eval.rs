//! What a filter means. Everything that answers the same question faster is tested against this.

use std::net::IpAddr;

use super::facts::{Facts, Others};
use super::{Filter, Key, Term, Test, Value, glob};
use crate::event::{Event, short_name};
use crate::json::Json;
use crate::summary::Summary;

impl Filter {
    /// Whether `event` is meant: its category can match, and every term holds.
    pub fn matches(&self, event: &Event) -> bool {
        // An event knows all of itself, so the answer is never `None`.
        self.categories().contains(&event.category) && self.decide(event) == Some(true)
    }

    /// The same from a row, where the row is enough to tell; `None` when the record is needed.
    ///
    /// Every term must hold, so one that surely does not decides, whatever is unknown of the others.
    pub fn matches_summary(&self, row: &Summary) -> Option<bool> {
        if self.categories().contains(&row.category) { self.decide(row) } else { Some(false) }
    }

    fn decide(&self, facts: &impl Facts) -> Option<bool> {
        // All hold if none does not.
        not(any(self.terms.iter().map(|term| not(term.holds(facts)))))
    }
}

impl Term {
    fn holds(&self, facts: &impl Facts) -> Option<bool> {
        let met = match &self.test {
            Test::Key(key, values) => any(values.iter().map(|value| is_met(*key, value, facts))),
            Test::Path(path, values) => facts.record().map(|record| is_at(path, values, record)),
            Test::Text(text) => facts.record().map(|record| glob::holds(record, text)),
        };
        if self.negated { not(met) } else { met }
    }
}

/// Whether any of the event's values of `key` is as `value` says.
fn is_met(key: Key, value: &Value, facts: &impl Facts) -> Option<bool> {
    if let (Key::Has, Value::Exact(name)) = (key, value) {
        return Key::from_name(name).map_or(Some(false), |key| facts.known(key).any());
    }
    let known = facts.known(if matches!(value, Value::Session(_)) { Key::AccessKey } else { key });
    let met = known.texts.iter().any(|text| match value {
        Value::Exact(wanted) if key.is_enumeration() => wanted.eq_ignore_ascii_case(text),
        Value::Exact(wanted) if key == Key::Resource => {
            wanted == text || is_bare_name_of(wanted, text, &known.texts)
        }
        value => is_as(value, text),
    });
    if met || known.others == Others::No { Some(met) } else { None }
}

/// Whether `text` is what a record says where another says the ARN `wanted`: `cat-backups` for
/// `arn:aws:s3:::cat-backups`. Not where it is the short form of another ARN, which stands beside it.
fn is_bare_name_of(wanted: &str, text: &str, texts: &[&str]) -> bool {
    let short = short_name(wanted);
    short != wanted && short == text && !texts.iter().any(|other| *other != text && short_name(other) == text)
}

/// Whether a scalar at `path` of the record is one of `values`. Numbers are compared as they are written.
fn is_at(path: &str, values: &[Value], record: &str) -> bool {
    let Ok(record) = Json::parse(record) else { return false };
    let found = record.at(path);
    found
        .iter()
        .filter_map(|found| found.scalar_text())
        .any(|text| values.iter().any(|value| is_as(value, &text)))
}

fn is_as(value: &Value, text: &str) -> bool {
    match value {
        Value::Exact(wanted) | Value::Session(wanted) => wanted == text,
        Value::Pattern(pattern) => glob::matches(pattern, text),
        Value::Cidr(block) => text.parse::<IpAddr>().is_ok_and(|address| block.contains(address)),
    }
}

/// Whether any is true, where some may be unknown (Kleene's logic).
fn any(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut unknown = false;
    for truth in truths {
        match truth {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(false) }
}

fn not(truth: Option<bool>) -> Option<bool> {
    truth.map(|truth| !truth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::properties::alana;

    #[track_caller]
    fn check(event: &Event, yes: &[&str], no: &[&str]) {
        for (queries, expected) in [(yes, true), (no, false)] {
            for text in queries {
                let filter: Filter = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
                assert_eq!(filter.matches(event), expected, "{text}");
                if let [term] = filter.terms() {
                    let opposite = Filter::new([!term.clone()]);
                    let category = matches!(term.test, Test::Key(Key::Category, _));
                    assert!(category || opposite.matches(event) != expected, "{opposite}");
                }
            }
        }
    }

    #[test]
    fn who() {
        let yes =
            ["", "who:alana", "who:admin", "who:ana@example.com", "who:bob,admin", "who:ALA*", "role:admin"];
        check(&alana(), &yes, &["who:Alana", "who:bob", "role:alana", "who:alan", "who:\"\""]);
        check(
            &alana(),
            &["session:alana", "type:assumedrole", "type:*role"],
            &["session:admin", "type:IAMUser"],
        );
        check(&alana(), &["account:111122223333", "account:444455556666"], &["account:777788889999"]);
        check(
            &alana(),
            &["key:ASIAIOSFODNN7EXAMPLE", "via:console"],
            &["key:asiaiosfodnn7example", "via:cli"],
        );
    }

    #[test]
    fn who_in_a_session_that_they_began() {
        let row = Summary::of(&Event { access_key: Some("ASIA1".into()), ..alana() });
        let of = |names: &str, keys: &[&str]| {
            let term: Term = names.parse().unwrap();
            Filter::new([term.with_sessions(keys.iter().map(|key| (*key).to_owned()))])
        };
        assert_eq!(of("who:bob", &["ASIA1"]).matches_summary(&row), Some(true));
        assert_eq!(of("-who:bob", &["ASIA1"]).matches_summary(&row), Some(false));
        assert_eq!(of("who:alana", &["ASIA2"]).matches_summary(&row), Some(true));
        // It has a name that the row does not show.
        assert_eq!(of("who:bob", &["ASIA2"]).matches_summary(&row), None);
        let row = Summary { more_names: false, ..row };
        assert_eq!(of("who:bob", &["ASIA2"]).matches_summary(&row), Some(false));
        // A name is no key, and a key no name.
        assert_eq!(of("who:ASIA1", &["alana"]).matches_summary(&row), Some(false));
    }

    #[test]
    fn what_and_whether_it_worked() {
        check(
            &alana(),
            &["event:DeleteDBInstance", "event:delete*"],
            &["event:deletedbinstance", "event:Delete"],
        );
        check(&alana(), &["service:rds", "service:RDS.amazonaws.com", "service:r?s"], &["service:s3"]);
        check(&alana(), &["access:write", "outcome:denied,failed"], &["access:read", "outcome:ok"]);
        check(&alana(), &["error:AccessDenied", "error:access*"], &["error:accessdenied"]);
        let arn = "resource:arn:aws:rds:us-west-2:111122223333:db:cat-photos";
        check(
            &alana(),
            &["resource:cat-photos", arn, "resource:cat*", "resource:snap-1"],
            &["resource:db:cat-photos"],
        );
        check(&alana(), &["rtype:aws::rds::dbinstance", "rtype:AWS::RDS::*"], &["rtype:AWS::S3::Bucket"]);
        check(
            &alana(),
            &["resource:arn:aws:ec2:us-west-2::snapshot/snap-1"],
            &["resource:arn:aws:rds:eu-west-1:1:db:cat-photos"],
        );
        // One of the two resources is another, and still none of them may be it.
        check(&alana(), &["-resource:dog-photos"], &["-resource:cat-photos"]);
    }

    #[test]
    fn where_from() {
        let yes = ["ip:205.251.233.48", "ip:205.251.233.0/24", "ip:10.0.0.7", "ip:10.0.0.0/8", "ip:205.*"];
        check(&alana(), &yes, &["ip:205.251.233.4", "ip:192.168.0.0/16", "ip:::/0"]);
        check(&alana(), &["ip:\"205.251.233.48, 10.0.0.7\"", "region:US-WEST-2"], &["region:us-west"]);
        check(&alana(), &["agent:*mozilla*", "agent:\"Mozilla/5.0 (X11)\""], &["agent:Mozilla/5.0"]);
    }

    #[test]
    fn ids_and_what_the_record_says() {
        check(&alana(), &["id:E-1", "request:R-1", "mfa:true"], &["id:e-1", "request:r-1", "mfa:false"]);
        check(&alana(), &["has:key,session", "has:mfa"], &["-has:error"]);
        check(
            &alana(),
            &["@requestParameters.dBInstanceIdentifier:cat*"],
            &["@requestParameters:cat*", "@nothing:*"],
        );
        check(
            &alana(),
            &["@requestParameters.n:1.0", "@requestParameters.tags.key:b"],
            &["@requestParameters.n:1"],
        );
        check(
            &alana(),
            &["@requestParameters.skip:true", "-@requestParameters.none:*"],
            &["@requestParameters.skip:*u"],
        );
        check(&alana(), &["CAT-PHOTOS", "\"\\\"n\\\":1.0\"", "-dog"], &["dog", "catphotos"]);
    }

    #[test]
    fn what_is_absent_meets_only_the_negated_term() {
        let mut event = alana();
        event.mfa = None;
        event.resources.clear();
        event.error_code = None;
        check(&event, &["-mfa:true", "-mfa:false", "-has:error", "-rtype:*"], &["error:*", "has:resource"]);
    }

    #[test]
    fn categories() {
        for (text, words) in [
            ("", "management"),
            ("who:a", "management"),
            ("category:data", "data"),
            ("category:any", "management data network insight activity"),
            ("-category:insight", "management data network activity"),
            ("-category:data,insight", "management network activity"),
            ("category:any -category:data", "management network insight activity"),
            ("category:data,insight category:data", "data"),
            ("category:data category:insight", ""),
            ("-category:any", ""),
        ] {
            let filter: Filter = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            let categories = filter.categories();
            assert_eq!(categories.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(" "), words, "{text}");
            for category in crate::Category::ALL {
                let event = Event { category: *category, ..alana() };
                let expected = categories.contains(category) && text != "who:a";
                assert_eq!(filter.matches(&event), expected, "{text} {category}");
            }
        }
    }

    #[test]
    fn a_row_answers_what_it_can() {
        let row = Summary::of(&alana());
        for (text, answer) in [
            ("", Some(true)),
            ("who:alana", Some(true)),
            ("who:ana@example.com", None),
            ("who:bob event:Other", Some(false)),
            ("who:bob", None),
            ("role:operator", Some(false)),
            ("account:444455556666", None),
            ("event:Delete* region:us-west-2", Some(true)),
            ("resource:cat-photos", Some(true)),
            ("resource:snap-1", None),
            ("agent:x region:eu-west-1", Some(false)),
            ("agent:x", None),
            ("has:error", Some(true)),
            ("has:agent", None),
            ("-has:key", Some(false)),
            ("category:data", Some(false)),
            ("ip:10.0.0.0/8", Some(true)),
            ("@a:1", None),
            ("word", None),
            ("-word access:read", Some(false)),
        ] {
            let filter: Filter = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(filter.matches_summary(&row), answer, "{text}");
        }
        let cut =
            Summary { error_code: Some("Access…".into()), more_names: false, resource_count: 1, ..row };
        for (text, answer) in [
            ("error:AccessDenied", None),
            ("has:error", Some(true)),
            ("who:bob", Some(false)),
            ("resource:snap-1", Some(false)),
        ] {
            let filter: Filter = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(filter.matches_summary(&cut), answer, "{text}");
        }
    }
}
