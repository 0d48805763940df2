//! A bucket of logs: its objects in the order of their keys, and their contents.

use std::fmt;

use anyhow::{Error, Result, anyhow};
use async_stream::try_stream;
use aws_sdk_s3::Client;
use aws_sdk_s3::config::Builder;
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::list_objects_v2::ListObjectsV2Output;
use bytes::Bytes;
use futures::Stream;

use super::plan::{Plan, Step};
use crate::aws;

/// The longest object that is read, in bytes. CloudTrail's own stay under 50 MB.
const MAX_OBJECT: i64 = 256 << 20;
/// How often an object is asked for whose content breaks off on the way.
const TRIES: u32 = 3;

/// A bucket, and the beginning of the keys that are looked at. Cheap to clone.
#[derive(Clone)]
pub(super) struct Bucket {
    client: Client,
    name: String,
    prefix: String,
}

/// What comes up on the way through a bucket.
pub(super) enum Met {
    /// An object that holds events.
    Object { key: String, size: i64 },
    /// One that does not.
    Other,
    /// Folders that were leapt over, with so many days before the first that is wanted.
    Leapt { days: u64 },
}

/// An object's content, or why this one has none to give.
pub(super) enum Content {
    Bytes(Bytes),
    /// Access to it was denied.
    Denied(String),
    Unreadable(String),
}

impl Bucket {
    /// With the settings of the AWS CLI; the bucket is in `region`, if that is another than theirs.
    pub(super) async fn new(
        name: &str,
        prefix: &str,
        region: Option<&str>,
        endpoint: Option<&str>,
    ) -> Bucket {
        let aws = aws::config(endpoint, region).await;
        // An address of one's own has no host name for each bucket.
        let own_address = aws.endpoint_url().is_some() || std::env::var_os("AWS_ENDPOINT_URL_S3").is_some();
        let config = Builder::from(&aws).force_path_style(own_address).build();
        Bucket { client: Client::from_conf(config), name: name.to_owned(), prefix: prefix.to_owned() }
    }

    /// Where the object `key` is, for a person.
    pub(super) fn address(&self, key: &str) -> String {
        format!("s3://{}/{key}", self.name)
    }

    /// Its objects behind the key `after`, as far as `plan` wants them.
    pub(super) fn objects(
        &self,
        plan: &Plan,
        mut after: Option<String>,
    ) -> impl Stream<Item = Result<Met>> + Send {
        try_stream! {
            let mut token = None;
            loop {
                let page = self.list(after.as_deref(), token.take()).await?;
                for object in page.contents() {
                    let Some(key) = object.key() else { continue };
                    if after.as_deref().is_some_and(|after| key <= after) {
                        continue;
                    }
                    match plan.step(key) {
                        Step::Load => {
                            yield Met::Object { key: key.to_owned(), size: object.size().unwrap_or(0) };
                        }
                        Step::Pass => yield Met::Other,
                        Step::Leap { to, days } => {
                            after = Some(to);
                            yield Met::Leapt { days };
                        }
                    }
                }
                if page.is_truncated() != Some(true) {
                    break;
                }
                // A leap beyond this page begins a listing of its own.
                let last = page.contents().last().and_then(|object| object.key());
                if after.as_deref() <= last {
                    token = page.next_continuation_token;
                }
            }
        }
    }

    async fn list(&self, after: Option<&str>, token: Option<String>) -> Result<ListObjectsV2Output> {
        let list = self.client.list_objects_v2().bucket(&self.name).prefix(&self.prefix);
        let list = match token {
            None => list.set_start_after(after.map(str::to_owned)),
            token => list.set_continuation_token(token),
        };
        list.send().await.map_err(|error| self.cannot_list(&error))
    }

    /// The content of an object. Fails when none of them could be read now: the network, the credentials.
    pub(super) async fn get(&self, key: &str, size: i64) -> Result<Content> {
        if size > MAX_OBJECT {
            let why = format!("it has {size} bytes; at most {MAX_OBJECT} are read of one object");
            return Ok(Content::Unreadable(why));
        }
        let mut tries = 0;
        loop {
            tries += 1;
            let answer = match self.client.get_object().bucket(&self.name).key(key).send().await {
                Ok(answer) => answer,
                Err(error) => return of_this_object(&error).ok_or_else(|| self.cannot_read(key, &error)),
            };
            match answer.body.collect().await {
                Ok(bytes) => return Ok(Content::Bytes(bytes.into_bytes())),
                Err(error) if tries == TRIES => {
                    return Err(anyhow!("the content of {key} broke off {TRIES} times: {error}"));
                }
                Err(_) => {}
            }
        }
    }

    fn cannot_list<E>(&self, error: &SdkError<E>) -> Error
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
    {
        let name = &self.name;
        match error.code() {
            Some("AccessDenied") => anyhow!(
                "the bucket {name} may not be listed: these credentials need s3:ListBucket on \
                 arn:aws:s3:::{name}, and s3:GetObject on arn:aws:s3:::{name}/* to read what is in it \
                 (the policies of the bucket and of the organisation must allow it, too)"
            ),
            Some("NoSuchBucket") => anyhow!("there is no bucket {name}"),
            Some(
                "PermanentRedirect" | "AuthorizationHeaderMalformed" | "IllegalLocationConstraintException",
            ) => {
                anyhow!("the bucket {name} is in another region: name it with --region")
            }
            _ => anyhow!("the bucket {name} cannot be listed: {}", DisplayErrorContext(error)),
        }
    }

    fn cannot_read(&self, key: &str, error: &dyn std::error::Error) -> Error {
        anyhow!("the object {key} of the bucket {} cannot be read: {}", self.name, DisplayErrorContext(error))
    }
}

/// What is wrong with this object only, so that others may still be read.
fn of_this_object<E: ProvideErrorMetadata>(error: &SdkError<E>) -> Option<Content> {
    let message = error.message().unwrap_or("S3 gives no reason");
    match error.code()? {
        "AccessDenied" => Some(Content::Denied(format!(
            "access denied ({message}): it takes s3:GetObject, and kms:Decrypt where the trail has a key"
        ))),
        "NoSuchKey" => Some(Content::Unreadable("it was deleted meanwhile".to_owned())),
        "InvalidObjectState" => Some(Content::Unreadable("it is archived; restore it first".to_owned())),
        code if code.starts_with("KMS.") => Some(Content::Unreadable(format!("{code}: {message}"))),
        _ => None,
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "s3://{}/{}", self.name, self.prefix)
    }
}
