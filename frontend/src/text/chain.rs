//! Who is behind an event, in words.

use model::Chain;
use model::chain::{Label, Link};

use super::count;

/// The word for how surely a hop is known.
pub(crate) fn label(label: Label) -> &'static str {
    match label {
        Label::Proved => "proved",
        Label::Stated => "stated",
        Label::Inferred => "inferred",
    }
}

/// What somebody did for the hop before; the name of the call that tells it follows, where there is one.
pub(crate) fn did(link: Link, told: bool) -> &'static str {
    match (link, told) {
        (Link::Session, true) => "began this session with ",
        (Link::Session, false) => "began this session",
        (Link::SignIn, true) => "signed in with ",
        (Link::SignIn, false) => "signed in to the console",
        (Link::Key, true) => "made the access key with ",
        (Link::Key, false) => "made the access key",
        (Link::Name, true) => "is whom this session names, as told by ",
        (Link::Name, false) => "is whom this session names",
    }
}

/// `, through 2 sessions, proved`: what stands behind the name of a chain's origin. `None` where nobody is
/// found behind the caller. Never without the label.
pub(crate) fn through(chain: &Chain) -> Option<String> {
    let acting = || chain.hops.iter().take_while(|hop| hop.link != Link::Key);
    acting().next()?;
    let sessions = acting().filter(|hop| hop.link == Link::Session).count();
    let way = match sessions {
        0 => String::new(),
        n => format!(", through {}", count(n, "session")),
    };
    Some(format!("{way}, {}", label(chain.origin().1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(hops: &[(&str, &str)]) -> Chain {
        let hops: Vec<_> = hops
            .iter()
            .map(|(link, label)| serde_json::json!({ "who": { "identity": { "userName": "ana" } }, "link": link, "label": label, "why": "" }))
            .collect();
        let chain = serde_json::json!({
            "caller": { "identity": {} }, "hops": hops, "end": { "kind": "user", "why": "" },
            "cost": { "readUnits": 1.0, "roundTrips": 1 }
        });
        serde_json::from_value(chain).unwrap()
    }

    #[test]
    fn an_origin_is_never_told_without_its_label() {
        let said = |hops: &[(&str, &str)]| through(&chain(hops));
        assert_eq!(said(&[]), None);
        assert_eq!(said(&[("session", "proved")]).as_deref(), Some(", through 1 session, proved"));
        let two = [("session", "proved"), ("session", "inferred"), ("signIn", "inferred")];
        assert_eq!(said(&two).as_deref(), Some(", through 2 sessions, inferred"));
        assert_eq!(said(&[("name", "stated")]).as_deref(), Some(", stated"));
    }

    #[test]
    fn who_made_a_key_did_not_act_with_it() {
        assert_eq!(through(&chain(&[("key", "proved")])), None);
        assert_eq!(
            through(&chain(&[("session", "proved"), ("key", "proved")])).as_deref(),
            Some(", through 1 session, proved")
        );
    }
}
