//! The columns of the table: which there are room for, which readers want together, which rows have them.

use model::column::{self, USUAL};
use model::{Column, Page};

/// Sets of columns for those who read for a reason, by name; the first is what is shown by default.
pub(crate) const PRESETS: [(&str, &str); 3] = [
    ("Responder", "time,event,service,who,from,region,resource,outcome"),
    ("Engineer", "time,event,service,who,resource,outcome,error,agent,request"),
    ("Auditor", "time,event,who,role,mfa,key,account,region,resource,outcome,id"),
];

/// The columns of a preset.
pub(crate) fn preset(list: &str) -> Vec<Column> {
    column::read(list).unwrap_or_default()
}

/// What a column needs, in CSS pixels. Those of a fixed width have it in `style/40-table.css` too; the
/// others share what is left.
fn room(column: &Column) -> i32 {
    match column {
        Column::Time => 120,
        Column::Event => 190,
        Column::Service | Column::Access => 96,
        Column::Who => 166,
        Column::From => 132,
        Column::Region => 128,
        Column::Resource => 68,
        Column::Outcome => 100,
        Column::Account => 124,
        Column::Key => 184,
        Column::Lag | Column::Mfa | Column::Via => 80,
        _ => 130,
    }
}

/// Below this width rows are cards; `style/42-cards.css` says the same.
const CARDS: i32 = 640;

/// Which of `columns` a table of that width shows. First Resource and Where from leave together, then
/// Service, then what was chosen beyond the usual, from the end; never what makes a row: when, what, who,
/// in which region and whether it worked.
pub(crate) fn shown(columns: &[Column], width: i32) -> Vec<bool> {
    let mut shown = vec![true; columns.len()];
    if width <= CARDS {
        return shown;
    }
    let rank = |column: &Column| match column {
        Column::Resource | Column::From => Some(0),
        Column::Service => Some(1),
        column if USUAL.contains(column) => None,
        column => Some(2 + columns.len() - columns.iter().position(|c| c == column).unwrap_or(0)),
    };
    loop {
        let left = columns.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
        if left.clone().map(room).sum::<i32>() <= width {
            return shown;
        }
        let Some(leaving) = left.filter_map(rank).min() else { return shown };
        for (column, shown) in columns.iter().zip(&mut shown) {
            *shown &= rank(column) != Some(leaving);
        }
    }
}

/// Whether equal parts of what is left would be too little for the names of events and of people.
pub(crate) fn is_tight(columns: &[Column], shown: &[bool], width: i32) -> bool {
    let shown = columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column);
    let (sharing, fixed): (Vec<&Column>, Vec<&Column>) = shown.partition(|column| shares(column));
    let left = width - fixed.into_iter().map(room).sum::<i32>();
    left < room(&Column::Event) * sharing.len() as i32
}

/// Whether a column has no width of its own.
fn shares(column: &Column) -> bool {
    use Column::{Agent, Error, Event, Id, Path, Request, Resource, Role, Session, Who};
    matches!(column, Event | Who | Resource | Role | Session | Error | Agent | Id | Request | Path(_))
}

/// The values of a column that only the records have, one for each row; `None` when they were not asked for.
pub(crate) fn beside<'a>(page: &'a Page, column: &Column) -> Option<Vec<&'a str>> {
    let extra = page.extra.as_ref()?;
    let word = column.to_string();
    let place = extra.columns.iter().position(|column| *column == word)?;
    Some(extra.cells.iter().map(|cells| cells.get(place).map_or("", String::as_str)).collect())
}

/// How many of a hundred rows have a value in `column`; `None` when that is not known.
pub(crate) fn share(page: &Page, column: &Column) -> Option<usize> {
    let having = match column.needs_record() {
        true => beside(page, column)?.iter().filter(|value| !value.is_empty()).count(),
        false => page.rows.iter().filter(|row| column.of_row(row).is_some()).count(),
    };
    (having * 100).checked_div(page.rows.len())
}

/// `columns` with the one at `from` moved to the place `to`.
pub(crate) fn moved(columns: &[Column], from: usize, to: usize) -> Vec<Column> {
    let mut columns = columns.to_vec();
    if from < columns.len() {
        let column = columns.remove(from);
        columns.insert(to.min(columns.len()), column);
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(list: &str, width: i32) -> String {
        let columns = preset(list);
        let shown = shown(&columns, width);
        column::list(columns.iter().zip(shown).filter(|(_, shown)| *shown).map(|(column, _)| column))
    }

    #[test]
    fn the_usual_columns_leave_by_width() {
        let all = PRESETS[0].1;
        assert_eq!(preset(all), USUAL);
        assert_eq!(left(all, 1000), all);
        assert_eq!(left(all, 999), "time,event,service,who,region,outcome");
        assert_eq!(left(all, 800), "time,event,service,who,region,outcome");
        assert_eq!(left(all, 799), "time,event,who,region,outcome");
        assert_eq!(left(all, 641), "time,event,who,region,outcome");
        assert_eq!(left(all, 640), all, "cards have their own way");
    }

    #[test]
    fn what_was_chosen_leaves_last_and_from_the_end() {
        let list = "time,event,who,from,outcome,@a.b,agent";
        assert_eq!(left(list, 1100), list);
        assert_eq!(left(list, 960), "time,event,who,outcome,@a.b,agent");
        assert_eq!(left(list, 800), "time,event,who,outcome,@a.b");
        assert_eq!(left(list, 650), "time,event,who,outcome");
    }

    #[test]
    fn names_keep_their_room_where_there_is_little() {
        let tight = |list: &str, width| {
            let columns = preset(list);
            is_tight(&columns, &shown(&columns, width), width)
        };
        assert!(!tight(PRESETS[0].1, 1440) && tight(PRESETS[2].1, 1440));
    }

    #[test]
    fn every_preset_can_be_read() {
        for (name, list) in PRESETS {
            assert_eq!(column::list(&preset(list)), list, "{name}");
        }
    }

    #[test]
    fn how_many_rows_have_a_value() {
        let page: Page = serde_json::from_value(serde_json::json!({
            "rows": [
                {"eventID": "1", "eventTime": "2026-11-22T00:00:00Z", "eventName": "A", "userName": "ana",
                 "eventSource": "s3.amazonaws.com", "category": "management", "access": "read", "outcome": "ok"},
                {"eventID": "2", "eventTime": "2026-11-22T00:00:00Z", "eventName": "A",
                 "eventSource": "s3.amazonaws.com", "category": "management", "access": "read", "outcome": "ok"},
            ],
            "extra": {"columns": ["mfa", "@a.b"], "cells": [["true", ""], ["false", ""]]},
            "span": {"from": "2026-11-21T00:00:00Z", "to": "2026-11-22T00:00:01Z"},
            "cost": {"readUnits": 1.0, "roundTrips": 2},
        }))
        .unwrap();
        let share = |word: &str| share(&page, &word.parse().unwrap());
        assert_eq!(["event", "who", "error"].map(share), [Some(100), Some(50), Some(0)]);
        assert_eq!(["mfa", "@a.b", "agent"].map(share), [Some(100), Some(0), None]);
        assert_eq!(beside(&page, &Column::Mfa), Some(vec!["true", "false"]));
    }

    #[test]
    fn a_column_moves_among_the_others() {
        let columns = preset("time,event,who");
        assert_eq!(column::list(&moved(&columns, 0, 1)), "event,time,who");
        assert_eq!(column::list(&moved(&columns, 2, 0)), "who,time,event");
        assert_eq!(column::list(&moved(&columns, 0, 9)), "event,who,time");
    }
}
