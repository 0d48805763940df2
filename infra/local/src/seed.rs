//! Where the seed of access keys is: a file beside the data, or Secrets Manager.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wire::Seed;

use crate::aws;

/// How a place in Secrets Manager is written, before the secret's name or ARN.
const SECRETS_MANAGER: &str = "secretsmanager:";

/// The option of every command that makes or checks secrets.
#[derive(clap::Args)]
pub(crate) struct Source {
    /// What secrets are made from: a FILE, or secretsmanager:NAME for a stack's [default: DATA.seed]
    #[arg(long, value_name = "SEED")]
    seed: Option<String>,
}

/// A place that was said, or the usual one.
enum Place {
    File(PathBuf),
    Secret(String),
}

impl Source {
    /// The seed, which has to be there. `data` is the file of the events, if they are in one.
    pub(crate) async fn read(&self, data: Option<&Path>) -> Result<Seed> {
        match self.place(data)? {
            Place::Secret(id) => secret(&id).await,
            Place::File(path) => match fs::read_to_string(&path) {
                Ok(text) => parse(&text, &path.display().to_string()),
                Err(error) if error.kind() == ErrorKind::NotFound => bail!(
                    "there is no seed in {}: `whodunit keys create` makes it with the first key",
                    path.display()
                ),
                Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
            },
        }
    }

    /// The same, where a file that is not there is made, for its owner's eyes only.
    pub(crate) async fn read_or_make(&self, data: Option<&Path>) -> Result<Seed> {
        if let Place::File(path) = self.place(data)?
            && !path.exists()
        {
            make(&path).with_context(|| format!("cannot make {}", path.display()))?;
        }
        self.read(data).await
    }

    fn place(&self, data: Option<&Path>) -> Result<Place> {
        match (self.seed.as_deref(), data) {
            (Some(text), _) => Ok(match text.strip_prefix(SECRETS_MANAGER) {
                Some(id) => Place::Secret(id.to_owned()),
                None => Place::File(PathBuf::from(text)),
            }),
            (None, Some(data)) => {
                let mut name = data.as_os_str().to_owned();
                name.push(".seed");
                Ok(Place::File(PathBuf::from(name)))
            }
            (None, None) => bail!(
                "say what secrets are made from: --seed FILE, or --seed {SECRETS_MANAGER}NAME (a stack's is in \
                 its output SigningSeed)"
            ),
        }
    }
}

fn make(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    writeln!(options.open(path)?, "{}", Seed::random_text()?)?;
    Ok(())
}

async fn secret(id: &str) -> Result<Seed> {
    // arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME
    let region = id.starts_with("arn:").then(|| id.split(':').nth(3)).flatten();
    let client = aws_sdk_secretsmanager::Client::new(&aws::config(None, region).await);
    let answer = client.get_secret_value().secret_id(id).send().await;
    let answer = answer.with_context(|| format!("cannot read the secret `{id}`"))?;
    parse(answer.secret_string().unwrap_or_default(), id)
}

fn parse(text: &str, place: &str) -> Result<Seed> {
    Seed::of(text).with_context(|| format!("what is in {place} is no seed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(seed: Option<&str>) -> Source {
        Source { seed: seed.map(str::to_owned) }
    }

    #[tokio::test]
    async fn a_seed_is_made_once_and_for_its_owner() {
        let dir = tempfile::tempdir().unwrap();
        let data = dir.path().join("events.db");
        let missing = source(None).read(Some(&data)).await.unwrap_err().to_string();
        assert!(missing.ends_with("`whodunit keys create` makes it with the first key"), "{missing}");
        source(None).read_or_make(Some(&data)).await.unwrap();
        let file = dir.path().join("events.db.seed");
        let text = fs::read_to_string(&file).unwrap();
        source(None).read_or_make(Some(&data)).await.unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[tokio::test]
    async fn a_file_that_is_none_and_no_place_at_all_are_said() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("seed");
        fs::write(&file, "short").unwrap();
        let error = source(file.to_str()).read(None).await.unwrap_err();
        assert!(format!("{error:#}").ends_with("is no seed: a seed has at least 32 characters"), "{error:#}");
        let error = source(None).read(None).await.unwrap_err().to_string();
        assert!(error.contains("--seed secretsmanager:NAME"), "{error}");
    }
}
