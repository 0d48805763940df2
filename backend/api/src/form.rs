//! The forms in which whole events leave us, for the download and for the command line alike.

use model::Column;
use store::Stored;

use crate::csv;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people and their spreadsheets; see [`csv`](mod@crate::csv).
    Csv,
    /// `{"Records":[…]}`, the form of a log file, every record byte for byte.
    Json,
    /// One record per line. A line break between a record's members becomes a space; inside its strings
    /// there is none, for JSON writes it as `\n` there. All else is byte for byte.
    Ndjson,
}

impl Form {
    /// The ending of such a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Json => "json",
            Form::Ndjson => "ndjson",
        }
    }

    /// The media type.
    pub fn content_type(self) -> &'static str {
        match self {
            Form::Csv => "text/csv; charset=utf-8",
            Form::Json => "application/json",
            Form::Ndjson => "application/x-ndjson",
        }
    }
}

/// Writes events that come in chunks.
#[derive(Debug)]
pub struct Writer {
    form: Form,
    /// Of a CSV; empty for those of AWS's download and ours.
    columns: Vec<Column>,
    begun: bool,
}

impl Writer {
    /// Writes `form`; a CSV with `columns`, or without any with those of AWS's download and some more.
    pub fn new(form: Form, columns: Vec<Column>) -> Writer {
        Writer { form, columns, begun: false }
    }

    /// What stands before the first event.
    pub fn head(&self) -> Vec<u8> {
        match self.form {
            Form::Csv => csv::titles(&self.columns),
            Form::Json => b"{\"Records\":[".to_vec(),
            Form::Ndjson => Vec::new(),
        }
    }

    /// The next events.
    pub fn events(&mut self, events: &[Stored]) -> Vec<u8> {
        match self.form {
            Form::Csv => csv::lines(events, &self.columns),
            Form::Json => self.json(events),
            Form::Ndjson => {
                let lines = events.iter().map(|stored| stored.event.record.replace(['\n', '\r'], " ") + "\n");
                lines.collect::<String>().into_bytes()
            }
        }
    }

    /// What stands after the last event.
    pub fn tail(&self) -> &'static [u8] {
        if self.form == Form::Json { b"]}\n" } else { b"" }
    }

    fn json(&mut self, events: &[Stored]) -> Vec<u8> {
        let mut out = String::new();
        for stored in events {
            if std::mem::replace(&mut self.begun, true) {
                out.push_str(",\n");
            }
            out.push_str(&stored.event.record);
        }
        out.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Event;

    fn events() -> Vec<Stored> {
        let events = corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok());
        events.map(|event| Stored { event, received: None }).collect()
    }

    fn write(form: Form, events: &[Stored]) -> String {
        let mut writer = Writer::new(form, Vec::new());
        let mut out = writer.head();
        for chunk in events.chunks(7) {
            out.extend(writer.events(chunk));
        }
        out.extend(writer.tail());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn json_is_every_record_byte_for_byte() {
        let events = events();
        let records: Vec<&str> = events.iter().map(|stored| &*stored.event.record).collect();
        assert_eq!(write(Form::Json, &events), format!("{{\"Records\":[{}]}}\n", records.join(",\n")));
        assert_eq!(write(Form::Json, &[]), "{\"Records\":[]}\n");
    }

    #[test]
    fn ndjson_is_a_line_for_each_record() {
        let (events, text) = (events(), write(Form::Ndjson, &events()));
        assert_eq!(text.lines().count(), events.len());
        for (line, event) in text.lines().zip(events) {
            assert_eq!(Event::from_record(line).unwrap().id, event.event.id);
        }
    }
}
