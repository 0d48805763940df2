//! How a call was made: told from who invoked it, what kind of event it is, and the user agent.
//!
//! User agents are what the caller chose to send. They tell a habit, they prove nothing.

use super::Fields;
use crate::event::Via;

/// See [`Via`].
pub(super) fn of(record: &Fields<'_>, identity: &Fields<'_>) -> Via {
    let invoked_by = identity.text("invokedBy");
    let kind = record.text("eventType").unwrap_or_default();
    if invoked_by.as_deref() == Some("signin.amazonaws.com") {
        return Via::Console;
    }
    if invoked_by.is_some() || identity.text("type").as_deref() == Some("AWSService") {
        return Via::Service;
    }
    // An old spelling is AwsConsoleSignin.
    let console = ["AwsConsoleSignIn", "AwsConsoleAction"].iter().any(|k| k.eq_ignore_ascii_case(&kind));
    if console || record.truth("sessionCredentialFromConsole") == Some(true) {
        return Via::Console;
    }
    match of_agent(&record.text("userAgent").unwrap_or_default()) {
        // After the agent: sign-ins to IAM Identity Center are service events of a browser.
        Via::Other if kind == "AwsServiceEvent" => Via::Service,
        told => told,
    }
}

fn of_agent(agent: &str) -> Via {
    // Agents that were handed on stand in brackets: `[aws-cli/2.0 …]`, `[S3Console/0.4, …]`.
    let agent = agent.trim_start_matches('[').to_ascii_lowercase();
    let host = agent.trim_end_matches(']');
    let begins = |words: &[&str]| words.iter().any(|word| agent.starts_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| agent.contains(word));
    if begins(&["mozilla", "opera/", "aws signin", "signin.amazonaws.com", "console."])
        || holds(&["console.amazonaws.com", "console/", " console,", "aws-console", "awsconsole"])
    {
        Via::Console
    } else if begins(&["aws-cli/"]) || holds(&[" aws-cli/"]) {
        Via::Cli
    } else if host.ends_with(".amazonaws.com") || holds(&["aws internal", "aws-internal"]) {
        Via::Service
    } else if holds(&["aws-sdk", "boto3/", "botocore/", "terraform", "pulumi", "hashicorp/", "awspowershell"])
    {
        Via::Sdk
    } else {
        Via::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn agents() {
        for (agent, expected) in [
            ("console.amazonaws.com", Via::Console),
            ("console.ec2.amazonaws.com", Via::Console),
            ("signin.amazonaws.com", Via::Console),
            ("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.991]", Via::Console),
            ("RDS Console, aws-internal/3", Via::Console),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", Via::Console),
            ("AWS Signin, aws-internal/3 aws-sdk-java/1.11", Via::Console),
            ("[AWSCloudTrail, aws-internal/3 aws-sdk-java/1.11]", Via::Service),
            ("aws-cli/2.31.0 md/awscrt#0.27.6", Via::Cli),
            ("[aws-cli/1.16 Python/3.6 botocore/1.12]", Via::Cli),
            ("cloudformation.amazonaws.com", Via::Service),
            ("AWS Internal", Via::Service),
            ("Boto3/1.26 Botocore/1.29", Via::Sdk),
            ("APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io)", Via::Sdk),
            ("aws-sdk-go/1.44 (go1.19; linux; amd64)", Via::Sdk),
            ("Go-http-client/1.1", Via::Other),
            ("", Via::Other),
        ] {
            assert_eq!(of_agent(agent), expected, "{agent}");
        }
    }

    #[track_caller]
    fn check(record: &str, expected: Via) {
        let record_fields = Fields::of(Json::parse(record).ok());
        assert_eq!(of(&record_fields, &record_fields.fields("userIdentity")), expected, "{record}");
    }

    #[test]
    fn more_telling_than_the_agent() {
        check(
            r#"{"userIdentity":{"invokedBy":"cloudformation.amazonaws.com"},"userAgent":"aws-cli/2"}"#,
            Via::Service,
        );
        check(r#"{"userIdentity":{"type":"AWSService"}}"#, Via::Service);
        check(r#"{"userIdentity":{"invokedBy":"signin.amazonaws.com"}}"#, Via::Console);
        check(r#"{"sessionCredentialFromConsole":"true","userAgent":"aws-cli/2"}"#, Via::Console);
        check(r#"{"eventType":"AwsConsoleSignin"}"#, Via::Console);
        check(r#"{"eventType":"AwsServiceEvent"}"#, Via::Service);
        check(r#"{"eventType":"AwsServiceEvent","userAgent":"Mozilla/5.0"}"#, Via::Console);
        check("{}", Via::Other);
    }
}
