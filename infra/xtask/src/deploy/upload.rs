//! The built console into its bucket: hashed files first, `index.html` last, so that nobody is given a page
//! whose files are not there yet. Files of earlier versions stay: a tab that is open may ask for them.

use super::sam::{Account, Outputs};
use crate::site::{Entry, Manifest};
use crate::{paths, process};
use anyhow::Result;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Uploads at a time. Each is a process of the AWS CLI, which mostly waits.
const AT_ONCE: usize = 4;

pub(crate) fn site(account: &Account, outputs: &Outputs, manifest: &Manifest) -> Result<()> {
    let bucket = outputs.get("SiteBucket")?;
    let (pages, files): (Vec<&Entry>, Vec<&Entry>) =
        manifest.files.iter().partition(|file| file.name.ends_with(".html"));
    process::timed(&format!("uploading the console to s3://{bucket}"), || {
        for part in [files, pages] {
            let copies: Vec<Copy> = part.into_iter().flat_map(Copy::of).collect();
            at_once(&copies, |copy| process::output(&mut copy.command(account, bucket)).map(drop))?;
        }
        Ok(())
    })?;
    let mut invalidate = account.command("aws");
    invalidate.args(["cloudfront", "create-invalidation", "--paths", "/*", "--distribution-id"]);
    invalidate.arg(outputs.get("DistributionId")?);
    process::timed("telling CloudFront to ask for the new pages", || {
        process::output(&mut invalidate).map(drop)
    })
}

/// A file of the site, as it is or as its brotli twin.
#[derive(Debug, PartialEq)]
struct Copy<'a> {
    entry: &'a Entry,
    name: String,
    brotli: bool,
}

impl<'a> Copy<'a> {
    fn of(entry: &'a Entry) -> Vec<Copy<'a>> {
        let plain = Copy { entry, name: entry.name.clone(), brotli: false };
        let twin = entry.brotli.map(|_| Copy { entry, name: format!("{}.br", entry.name), brotli: true });
        std::iter::once(plain).chain(twin).collect()
    }

    fn command(&self, account: &Account, bucket: &str) -> Command {
        let mut copy = account.command("aws");
        copy.args(["s3", "cp", "--only-show-errors"]).arg(paths::site().join(&self.name));
        copy.arg(format!("s3://{bucket}/{}", self.name));
        copy.args(["--content-type", &self.entry.content_type, "--cache-control", &self.entry.cache_control]);
        if self.brotli {
            copy.args(["--content-encoding", "br"]);
        }
        copy
    }
}

/// Does `work` for each of `items`, a few at a time. Gives the first error, after all that had begun ended.
fn at_once<T: Sync>(items: &[T], work: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    let next = AtomicUsize::new(0);
    let worker = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = work(item) {
                next.store(items.len(), Ordering::Relaxed);
                return Err(error);
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(worker)).collect();
        let results = workers.into_iter().map(|w| w.join().unwrap_or_else(|p| std::panic::resume_unwind(p)));
        results.collect::<Vec<_>>().into_iter().collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn everything_is_done_once_and_an_error_ends_it() {
        let seen = Mutex::new(Vec::new());
        let items: Vec<u32> = (0..100).collect();
        let note = |item: &u32| {
            seen.lock().unwrap().push(*item);
            Ok(())
        };
        at_once(&items, note).unwrap();
        let mut all = seen.into_inner().unwrap();
        all.sort_unstable();
        assert_eq!(all, items);
        let refuse = |item: &u32| if *item == 7 { anyhow::bail!("seven") } else { Ok(()) };
        assert_eq!(at_once(&items, refuse).unwrap_err().to_string(), "seven");
    }
}
