//! Prints the figures of the README.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use anyhow::Result;

#[tokio::main]
async fn main() -> Result<()> {
    println!("Loading 50,000 generated events into the embedded engine…");
    let table = benches::load(50_000).await?;
    println!("\nWrites\n{}\n{}", table.writes, table.stored);
    println!("the corpus of oddities: {}", benches::load_corpus().await?.writes);

    println!("\nThe first page of 50, of 90 days");
    println!("{}", benches::unfiltered(&table).await?);
    for page in benches::one_filter(&table).await? {
        println!("{page}");
    }

    println!("\nTwo filters: as read, and the best and the worst single index for it");
    let (mut read, mut trips, mut best, mut worst) = (0.0, 0, 0.0, 0.0);
    let combinations = benches::combined(&table).await?;
    for combination in &combinations {
        let (Some(first), Some(last)) = (combination.fixed.first(), combination.fixed.last()) else {
            continue;
        };
        println!(
            "{}   best {:?} {:.1}, worst {:?} {:.1}",
            combination.adaptive, first.0, first.1.read_units, last.0, last.1.read_units
        );
        read += combination.adaptive.cost.read_units;
        trips += combination.adaptive.cost.round_trips;
        best += first.1.read_units;
        worst += last.1.read_units;
    }
    let n = combinations.len() as f64;
    println!(
        "mean of {n}: {:.1} read units, {:.1} round trips; best index {:.1}, worst index {:.1}; {:.2} of the best",
        read / n,
        f64::from(trips) / n,
        best / n,
        worst / n,
        read / best
    );

    println!("\nCounts\n{}", benches::roll(&table).await?);
    for count in benches::counts(&table).await? {
        println!("{count}");
    }

    println!("\nThe pages of two filters, started otherwise");
    for days in [1, 7, 90] {
        println!("{}", benches::by_counts(&table, &combinations, days).await?);
    }
    Ok(())
}
