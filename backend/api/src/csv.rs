//! Events as CSV ([RFC 4180]), for people and their spreadsheets.
//!
//! The first columns are those of the AWS console's download, in its order, unless the reader asks for the
//! columns of a table. Spreadsheets take a field
//! that begins with `=` for a formula, quoted or not, and every field here is text that a caller wrote: so
//! such a field gets a `'` before it ([CWE-1236]). Evidence is the JSON download, which changes nothing.
//!
//! [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180
//! [CWE-1236]: https://cwe.mitre.org/data/definitions/1236.html

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use model::{Access, Column, Event};
use store::Stored;

/// A column: its title, and an event's text in it.
type Own = (&'static str, fn(&Event) -> Cow<'_, str>);

const OWN: &[Own] = &[
    ("User name", |e| optional(&e.identity.user_name)),
    ("AWS access key", |e| optional(&e.access_key)),
    ("Event time", |e| e.time.to_short_string().into()),
    ("Event source", |e| (&*e.source).into()),
    ("Event name", |e| (&*e.name).into()),
    ("AWS region", |e| optional(&e.region)),
    ("Source IP address", |e| optional(&e.source_ip)),
    ("User agent", |e| optional(&e.user_agent)),
    ("Error code", |e| optional(&e.error_code)),
    ("Resources", |e| resources(e).into()),
    ("Request ID", |e| optional(&e.request_id)),
    ("Event ID", |e| (&*e.id).into()),
    ("Read-only", |e| if e.access == Access::Read { "true" } else { "false" }.into()),
    ("Account", |e| optional(&e.account)),
    ("Role", |e| optional(&e.identity.role_name)),
    ("Identity type", |e| optional(&e.identity.kind)),
    ("Outcome", |e| e.outcome.as_str().into()),
    ("Error message", |e| optional(&e.error_message)),
    ("Category", |e| e.category.as_str().into()),
];

/// The line of titles; without `columns` those of [`OWN`].
pub(crate) fn titles(columns: &[Column]) -> Vec<u8> {
    write([match columns {
        [] => OWN.iter().map(|(title, _)| (*title).into()).collect(),
        // A path may be anything that somebody put into a link.
        columns => columns.iter().map(|column| guarded(column.heading())).collect(),
    }])
}

/// `events` as lines. Every field is quoted.
pub(crate) fn lines(events: &[Stored], columns: &[Column]) -> Vec<u8> {
    write(events.iter().map(|Stored { event, received }| match columns {
        [] => OWN.iter().map(|(_, text)| guarded(text(event))).collect(),
        columns => columns.iter().map(|column| guarded(column.of_event(event, *received))).collect(),
    }))
}

fn write<'a>(lines: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for line in lines {
        // Writing to memory does not fail, and every line has as many fields as there are columns.
        let _ = writer.write_record(line.iter().map(|field| field.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}

/// `AWS::RDS::DBInstance cat-photos; AWS::…`
fn resources(event: &Event) -> String {
    let words = event.resources.iter().map(|resource| {
        let words = [&resource.kind, &resource.name].into_iter().flatten();
        words.map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    words.collect::<Vec<_>>().join("; ")
}

fn optional(value: &Option<String>) -> Cow<'_, str> {
    value.as_deref().unwrap_or_default().into()
}

/// `text`, behind a `'` when a spreadsheet would calculate it.
fn guarded(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠']) {
        format!("'{text}").into()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1", "＋1", "－1", "＠A"]
        {
            assert_eq!(guarded(formula.into()), format!("'{formula}"));
        }
        for text in ["", "alana", "a=1", "'=1", " =1"] {
            assert_eq!(guarded(text.into()), text);
        }
    }

    #[test]
    fn columns_that_were_asked_for_are_guarded_too() {
        let columns = model::column::read("event,@requestParameters.name").unwrap();
        let record = r#"{"eventVersion":"1.11","eventID":"1","eventTime":"2026-11-22T14:00:00Z","eventName":"A",
            "eventSource":"s3.amazonaws.com","requestParameters":{"name":"=1+1"}}"#;
        let event = Event::from_record(record).unwrap();
        let text = [titles(&columns), lines(&[Stored { event, received: None }], &columns)].concat();
        let text = String::from_utf8(text).unwrap();
        assert_eq!(text, "\"Event\",\"'@requestParameters.name\"\r\n\"A\",\"'=1+1\"\r\n");
    }

    #[test]
    fn titles_begin_as_aws_writes_them_and_fields_are_quoted() {
        let text = String::from_utf8(titles(&[])).unwrap();
        let aws = "\"User name\",\"AWS access key\",\"Event time\",\"Event source\",\"Event name\",\"AWS region\",\
                   \"Source IP address\",\"User agent\",";
        assert!(text.starts_with(aws), "{text}");
        assert!(text.ends_with("\"\r\n") && text.lines().count() == 1, "{text}");
        assert!(lines(&[], &[]).is_empty());
    }
}
