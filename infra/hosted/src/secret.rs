//! Secrets, which a function reads once, when it starts.

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::error::DisplayErrorContext;

/// The text of the secret `name`, which may be an ARN.
///
/// # Errors
/// A sentence for the log, without anything of the secret.
pub async fn text(secrets: &Client, name: &str) -> Result<String, String> {
    let found = secrets.get_secret_value().secret_id(name).send().await;
    let found = found.map_err(|e| format!("the secret {name}: {}", DisplayErrorContext(&e)))?;
    found.secret_string.ok_or_else(|| format!("the secret {name} is not a text"))
}
