//! The records of a file, one after the other, by their exact text.
//!
//! A file is a sequence of JSON values with white space between them, usually a single one; each is a
//! record, an envelope with a record in it, or a list of records (see [`Kind`]). What is broken costs only
//! itself: see `retry`.

mod retry;

use std::borrow::Cow;
use std::ops::Range;

use crate::kind::{Content, Head, Kind};
use crate::scan::{self, Broken};

/// What a walk comes upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A record, or something where a record should be.
    Record {
        /// Its number in the file, from 1.
        number: u64,
        /// Where it begins: bytes from the start of the unpacked file.
        offset: usize,
        /// Its exact text, or why there is none: one sentence.
        text: Result<Cow<'a, str>, String>,
    },
    /// A value that is not a record and holds none.
    Other {
        /// What it is.
        kind: Kind,
        /// Where it begins: bytes from the start of the unpacked file.
        offset: usize,
    },
}

/// Walks the records of an unpacked file.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    list: Option<List>,
    kind: Option<Kind>,
    number: u64,
    reread: usize,
}

/// The list that the walk is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    /// By itself.
    Bare(Entry),
    /// A member of an object.
    Member(Entry),
}

/// What a list's entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Record,
    Row,
}

impl<'a> Walk<'a> {
    /// Over the unpacked content of a file.
    pub fn new(bytes: &'a [u8]) -> Walk<'a> {
        let mut walk = Walk { bytes, at: 0, list: None, kind: None, number: 0, reread: 0 };
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            walk.kind = Some(Kind::Utf16);
            walk.at = bytes.len();
        } else if bytes.starts_with("\u{feff}".as_bytes()) {
            walk.at = 3;
        }
        walk
    }

    /// What the file is, as far as was walked: the first kind of value that holds records, else the first
    /// of any kind.
    pub fn kind(&self) -> Kind {
        self.kind.unwrap_or(Kind::Marker)
    }

    fn saw(&mut self, kind: Kind) {
        if self.kind.is_none_or(|k| !k.holds_records()) && (self.kind.is_none() || kind.holds_records()) {
            self.kind = Some(kind);
        }
    }

    /// One step between values; `None` at the end of the file.
    fn value(&mut self) -> Option<Step<'a>> {
        let start = scan::skip_space(self.bytes, self.at);
        Some(match self.bytes.get(start)? {
            b'{' => self.object(start),
            b'[' => self.bare_list(start),
            _ => {
                let line = self.bytes[start..].iter().position(|b| *b == b'\n');
                self.at = line.map_or(self.bytes.len(), |n| start + n);
                self.other(Kind::NotJson, start)
            }
        })
    }

    fn object(&mut self, start: usize) -> Step<'a> {
        let head = Head::read(self.bytes, start);
        let (list, entry) = match head.content {
            Content::List(list) => (list, Entry::Record),
            Content::Rows(list) => (list, Entry::Row),
            content => return self.single(start, head.kind, content, head.end),
        };
        self.saw(head.kind);
        self.list = Some(List::Member(entry));
        self.at = list + 1;
        Step::Again
    }

    fn single(&mut self, start: usize, kind: Kind, content: Content, end: Result<usize, Broken>) -> Step<'a> {
        self.at = end.unwrap_or_else(|broken| self.next_line(start, broken));
        match (content, end) {
            (Content::Nothing, Ok(_)) => self.other(kind, start),
            (Content::Nothing, Err(_)) => self.other(Kind::NotJson, start),
            (_, Err(broken)) => {
                self.saw(kind);
                self.refuse(start, self.reason(broken))
            }
            (Content::Value(value), Ok(_)) => {
                self.saw(kind);
                self.record(start, value, true)
            }
            (_, Ok(end)) => {
                self.saw(kind);
                self.record(start, start..end, false)
            }
        }
    }

    fn bare_list(&mut self, start: usize) -> Step<'a> {
        let first = scan::skip_space(self.bytes, start + 1);
        let object = self.bytes.get(first) == Some(&b'{');
        match object.then(|| Head::read(self.bytes, first).kind) {
            Some(kind @ (Kind::Records | Kind::LookupEvents)) => {
                self.saw(kind);
                let entry = if kind == Kind::Records { Entry::Record } else { Entry::Row };
                self.list = Some(List::Bare(entry));
                self.at = start + 1;
                Step::Again
            }
            _ => {
                let end = scan::value_end(self.bytes, start);
                self.at = end.unwrap_or_else(|broken| self.next_line(start, broken));
                self.other(if end.is_ok() { Kind::Foreign } else { Kind::NotJson }, start)
            }
        }
    }

    /// One step inside a list.
    fn entry(&mut self, list: List) -> Step<'a> {
        let start = self.skip_separators();
        match self.bytes.get(start) {
            None => {
                (self.list, self.at) = (None, start);
                return self.refuse(start, "the file ends inside its list of records".to_owned());
            }
            Some(b']') => return self.leave(list, start),
            Some(_) => {}
        }
        let end = scan::value_end(self.bytes, start).and_then(|end| self.followed(end));
        match end {
            Ok(end) => {
                self.at = end;
                let (List::Bare(entry) | List::Member(entry)) = list;
                match entry {
                    Entry::Record => self.record(start, start..end, false),
                    Entry::Row => self.row(start),
                }
            }
            Err(broken) => {
                match self.next_entry(start, broken) {
                    Some(next) => self.at = next,
                    None => (self.list, self.at) = (None, self.next_line(start, broken)),
                }
                self.refuse(start, self.reason(broken))
            }
        }
    }

    fn row(&mut self, start: usize) -> Step<'a> {
        let object = self.bytes.get(start) == Some(&b'{');
        match object.then(|| Head::read(self.bytes, start).content) {
            Some(Content::Value(record)) => self.record(start, record, true),
            _ => self.refuse(
                start,
                "it has no CloudTrailEvent, which is where LookupEvents gives the record".into(),
            ),
        }
    }

    /// Out of the list that closes at `close`, and out of the object that it is a member of.
    fn leave(&mut self, list: List, close: usize) -> Step<'a> {
        self.list = None;
        self.at = close + 1;
        if let List::Member(_) = list {
            match scan::members(self.bytes, close, |_, _, _| {}) {
                Ok(end) => self.at = end,
                Err(broken) => {
                    self.at = self.next_line(close, broken);
                    return self.refuse(close, "what follows the list of records cannot be read".to_owned());
                }
            }
        }
        Step::Again
    }

    /// `end`, when an entry can end there: before a comma, before the list's end, or where the file ends.
    fn followed(&self, end: usize) -> Result<usize, Broken> {
        let next = scan::skip_space(self.bytes, end);
        match self.bytes.get(next) {
            None | Some(b',' | b']') => Ok(end),
            Some(_) => Err(Broken { at: next }),
        }
    }

    fn skip_separators(&self) -> usize {
        let mut at = scan::skip_space(self.bytes, self.at);
        while self.bytes.get(at) == Some(&b',') {
            at = scan::skip_space(self.bytes, at + 1);
        }
        at
    }

    fn record(&mut self, offset: usize, place: Range<usize>, may_be_string: bool) -> Step<'a> {
        let text = self.text(place, may_be_string);
        self.number += 1;
        Step::Found(Found::Record { number: self.number, offset, text })
    }

    fn refuse(&mut self, offset: usize, reason: String) -> Step<'a> {
        self.number += 1;
        Step::Found(Found::Record { number: self.number, offset, text: Err(reason) })
    }

    fn other(&mut self, kind: Kind, offset: usize) -> Step<'a> {
        self.saw(kind);
        Step::Found(Found::Other { kind, offset })
    }

    fn text(&self, place: Range<usize>, may_be_string: bool) -> Result<Cow<'a, str>, String> {
        let at = place.start;
        let text = str::from_utf8(&self.bytes[place])
            .map_err(|e| format!("it is not UTF-8 at byte {}", at + e.valid_up_to()))?;
        if may_be_string && text.starts_with('"') {
            let record =
                serde_json::from_str(text).map_err(|e| format!("it is not a good JSON string: {e}"))?;
            return Ok(Cow::Owned(record));
        }
        Ok(Cow::Borrowed(text))
    }
}

enum Step<'a> {
    Found(Found<'a>),
    Again,
}

impl<'a> Iterator for Walk<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        loop {
            let step = match self.list {
                Some(list) => self.entry(list),
                None => self.value()?,
            };
            if let Step::Found(found) = step {
                return Some(found);
            }
        }
    }
}

#[cfg(test)]
mod tests;
