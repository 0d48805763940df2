//! `whodunit search`: the console's questions, answered in the terminal.

mod rows;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use api::form::{Form, Writer};
use clap::ValueEnum;
use futures::{StreamExt, pin_mut};
use ingest::Visible;
use model::query::MAX_SIZE;
use model::{Coverage, Problem, Query, Summary, Timestamp};
use store::Store;

use crate::table::Table;

/// Find events, in the same language as in the console
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What is looked for: 'event:Delete* -who:ci region:us-west-2'; '' for everything
    #[arg(allow_hyphen_values = true, default_value = "")]
    query: String,
    #[command(flatten)]
    table: Table,
    /// The first moment: -24h, -7d, 2026-11-22, 2026-11-22T14:00:00Z
    #[arg(long, allow_hyphen_values = true, default_value = "-24h")]
    from: String,
    /// The moment after the last one
    #[arg(long, allow_hyphen_values = true, default_value = "now")]
    to: String,
    /// `-time` for the newest first, `time` for the oldest
    #[arg(long, allow_hyphen_values = true, default_value = "-time")]
    sort: String,
    /// The most events shown
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    limit: usize,
    /// How events are written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// How events are written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading: a line for each
    Table,
    /// Whole records as {"Records":[…]}, byte for byte
    Json,
    /// Whole records, one per line
    Ndjson,
    /// For spreadsheets
    Csv,
}

pub(crate) async fn run(args: Args) -> Result<ExitCode> {
    let query = match query(&args) {
        Ok(query) => query,
        Err(problem) => {
            eprint!("{}", explain(&problem, &args.query));
            return Ok(ExitCode::from(2));
        }
    };
    let store = args.table.open_lasting().await?.store;
    let form = match args.format {
        Format::Table => None,
        Format::Json => Some(Form::Json),
        Format::Ndjson => Some(Form::Ndjson),
        Format::Csv => Some(Form::Csv),
    };
    let now = api::now();
    let asked = store.follow(&query, now).await.context("the search failed")?;
    let (shown, more) = match form {
        None => table(&store, asked.query, args.limit, now).await?,
        Some(form) => whole(&store, asked.query, args.limit, form, now).await?,
    };
    let events = if shown == 1 { "event" } else { "events" };
    match more {
        false => eprintln!("{shown} {events} shown, which is all there are"),
        true => eprintln!("{shown} {events} shown; there are more, see --limit"),
    }
    if let Some(followed) = asked.followed {
        eprintln!("{followed}");
    }
    if form.is_none() || shown == 0 {
        uncovered(&store, &query).await;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says of which part of the range events may be wanting: what was not found may not have been received.
async fn uncovered(store: &Store, query: &Query) {
    let now = api::now();
    let Ok(span) = query.range.resolve(now) else { return };
    match store.status(Some(span), now).await {
        Ok(status) => {
            let coverage = Coverage::of(&status, span, &query.filter);
            coverage.gaps.iter().for_each(|gap| eprintln!("{}", Visible(&gap.to_string())));
        }
        Err(error) => eprintln!("What of the range is covered cannot be told: {error}"),
    }
}

fn query(args: &Args) -> Result<Query, Box<Problem>> {
    let size = args.limit.clamp(1, usize::from(MAX_SIZE)).to_string();
    let mut query = Query::default();
    for (name, value) in
        [("q", &args.query), ("from", &args.from), ("to", &args.to), ("sort", &args.sort), ("size", &size)]
    {
        query.set(name, value)?;
    }
    Ok(query)
}

/// The problem's sentence, and the place in the query with carets under it.
fn explain(problem: &Problem, query: &str) -> String {
    let mut text = match problem.parameter.as_deref() {
        Some(parameter) if parameter != "q" => {
            format!("error in --{parameter}: {}\n", Visible(&problem.message))
        }
        _ => format!("error: {}\n", Visible(&problem.message)),
    };
    if let Some(place) = problem.place {
        // Each character is shown as it is or as an escape, so what stands before the place is measured.
        let before: String = query.chars().take(place.at).collect();
        let wrong: String = query.chars().skip(place.at).take(place.len).collect();
        let width = |text: &str| Visible(text).to_string().chars().count();
        let (space, carets) = (" ".repeat(width(&before)), "^".repeat(width(&wrong).max(1)));
        text += &format!("  {}\n  {space}{carets}\n", Visible(query));
    }
    if let Some(meant) = &problem.did_you_mean {
        text += &format!("did you mean {}?\n", Visible(meant));
    }
    text
}

/// Rows up to `limit`, and whether there are more. Pages that ended at the read budget are followed.
async fn table(store: &Store, mut query: Query, limit: usize, now: Timestamp) -> Result<(usize, bool)> {
    let mut found: Vec<Summary> = Vec::new();
    loop {
        let page = store.page(&query, now).await.context("the search failed")?;
        found.extend(page.rows);
        let more = page.next.is_some() || found.len() > limit;
        if page.next.is_none() || found.len() >= limit {
            found.truncate(limit);
            write(rows::table(&found).as_bytes())?;
            return Ok((found.len(), more));
        }
        query.at = page.next;
    }
}

/// Whole events up to `limit`, and whether there are more.
async fn whole(
    store: &Store,
    query: Query,
    limit: usize,
    form: Form,
    now: Timestamp,
) -> Result<(usize, bool)> {
    let mut writer = Writer::new(form, Vec::new());
    write(&writer.head())?;
    let chunks = store.export(query, now);
    pin_mut!(chunks);
    let (mut shown, mut more) = (0, false);
    while let Some(events) = chunks.next().await {
        let events = events.context("the search failed; what was written before is not all")?;
        let kept = events.len().min(limit - shown);
        write(&writer.events(&events[..kept]))?;
        shown += kept;
        more = kept < events.len();
        if more {
            break;
        }
    }
    write(writer.tail())?;
    Ok((shown, more))
}

/// To standard output. A reader that has had enough, such as `head`, ends the program without a word.
fn write(bytes: &[u8]) -> Result<()> {
    match std::io::stdout().write_all(bytes) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        done => done.context("cannot write the answer"),
    }
}

#[cfg(test)]
mod tests {
    use model::problem::Place;

    use super::*;

    #[test]
    fn carets_stand_under_what_is_wrong() {
        let problem = Problem {
            code: "badQuery".to_owned(),
            message: "there is no key `evnt`".to_owned(),
            parameter: Some("q".to_owned()),
            place: Some(Place { at: 2, len: 4 }),
            did_you_mean: Some("event:".to_owned()),
        };
        let expected =
            "error: there is no key `evnt`\n  \\u{1b} evnt:x\n         ^^^^\ndid you mean event:?\n";
        assert_eq!(explain(&problem, "\u{1b} evnt:x"), expected);
    }
}
