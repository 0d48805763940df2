//! Rows as a table of text. Every cell is text that a caller wrote, so none may act on the terminal.

use ingest::Visible;
use model::Summary;

/// The widest cell, in characters. What is longer ends in `…`.
const WIDEST: usize = 48;

const TITLES: [&str; 8] = ["TIME", "EVENT", "USER", "FROM", "REGION", "RESOURCE", "OUTCOME", "EVENT ID"];

/// A line of titles and a line for each row, in columns; nothing when there are no rows.
pub(crate) fn table(rows: &[Summary]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let titles = TITLES.map(str::to_owned);
    let lines: Vec<[String; 8]> = std::iter::once(titles).chain(rows.iter().map(cells)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 8] = std::array::from_fn(width);
    let mut out = String::new();
    for line in &lines {
        let padded = line.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        out += padded.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

fn cells(row: &Summary) -> [String; 8] {
    let optional = |text: &Option<String>| cell(text.as_deref().unwrap_or("-"));
    let resource = match (&row.resource_type, &row.resource_name) {
        (_, Some(name)) => name.as_str(),
        (Some(kind), None) => kind,
        (None, None) => "-",
    };
    let outcome = row.error_code.as_deref().unwrap_or(row.outcome.as_str());
    [
        row.time.to_short_string(),
        cell(&row.name),
        optional(&row.user_name),
        optional(&row.source_ip),
        optional(&row.region),
        cell(resource),
        cell(outcome),
        // Whole, for it is what one searches with next.
        Visible(&row.id).to_string(),
    ]
}

fn cell(text: &str) -> String {
    let shown = Visible(text).to_string();
    match shown.char_indices().nth(WIDEST) {
        None => shown,
        Some(_) => shown.chars().take(WIDEST - 1).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use model::Event;

    use super::*;

    #[test]
    fn columns_stand_under_their_titles() {
        let events = corpus::cases().iter().filter_map(|case| Event::from_record(case.record).ok());
        let rows: Vec<Summary> = events.map(|event| Summary::of(&event)).collect();
        let text = table(&rows);
        let id = text.lines().next().unwrap().find("EVENT ID").unwrap();
        assert_eq!(text.lines().count(), rows.len() + 1);
        for (line, row) in text.lines().skip(1).zip(&rows) {
            let rest: String = line.chars().skip(id).collect();
            assert_eq!(rest, row.id, "{line}");
        }
        assert_eq!(table(&[]), "");
    }

    #[test]
    fn no_cell_acts_on_the_terminal() {
        for payload in corpus::PAYLOADS {
            assert!(!cell(payload).contains(|c: char| c.is_control() || c == '\u{202e}'), "{payload:?}");
        }
        assert_eq!(cell(&"x".repeat(100)).chars().count(), WIDEST);
    }
}
