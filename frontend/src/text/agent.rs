//! The short name of a user agent: `aws-cli 2.31`, `Terraform 1.1`, `console`.
//!
//! A user agent is what the caller chose to send. The short name is made of our own words and of digits, so
//! it cannot carry anything else; the whole text stands below it.

/// What is looked for, in this order, and what it is called. A name that ends in `/` is followed by a version.
const AGENTS: [(&str, &str); 20] = [
    ("terraform/", "Terraform"),
    ("pulumi", "Pulumi"),
    ("aws-cli/", "aws-cli"),
    ("boto3/", "Boto3"),
    ("botocore/", "Botocore"),
    ("awspowershell", "AWS Tools for PowerShell"),
    ("s3console", "console"),
    ("console.amazonaws.com", "console"),
    ("signin.amazonaws.com", "console"),
    ("aws signin", "console"),
    (".amazonaws.com", "AWS service"),
    ("aws internal", "AWS service"),
    ("aws-sdk-go-v2/", "AWS SDK for Go v2"),
    ("aws-sdk-go/", "AWS SDK for Go"),
    ("aws-sdk-java/", "AWS SDK for Java"),
    ("aws-sdk-js/", "AWS SDK for JavaScript"),
    ("aws-sdk", "AWS SDK"),
    ("edg/", "browser: Edge"),
    ("firefox/", "browser: Firefox"),
    ("mozilla/", "browser"),
];

/// The short name of `agent`, where it is known.
pub(crate) fn short(agent: &str) -> Option<String> {
    let agent = agent.to_ascii_lowercase();
    let console = agent.starts_with("console.").then_some((0, "console"));
    let (end, name) = console.or_else(|| {
        let named = |(mark, name): &(&str, &'static str)| Some((agent.find(mark)? + mark.len(), *name));
        AGENTS.iter().find_map(named)
    })?;
    // `2.31.0` is `2.31`; a browser's number would only be noise.
    let version: String =
        agent[end..].chars().take_while(|c| c.is_ascii_digit() || *c == '.').take(12).collect();
    let version: Vec<&str> = version.split('.').filter(|part| !part.is_empty()).take(2).collect();
    let says = agent[..end].ends_with('/') && !version.is_empty() && !name.starts_with("browser");
    Some(if says { format!("{name} {}", version.join(".")) } else { name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn agents() {
        for (agent, expected) in [
            ("aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1", "aws-cli 2.31"),
            ("[aws-cli/1.16.3 Python/3.6 botocore/1.12]", "aws-cli 1.16"),
            ("Boto3/1.35.1 md/Botocore#1.35", "Boto3 1.35"),
            ("APN/1.0 HashiCorp/1.0 Terraform/1.1.2 (+https://www.terraform.io)", "Terraform 1.1"),
            ("console.amazonaws.com", "console"),
            ("console.ec2.amazonaws.com", "console"),
            ("[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.991]", "console"),
            ("cloudformation.amazonaws.com", "AWS service"),
            ("aws-sdk-go-v2/1.30.3 os/linux", "AWS SDK for Go v2 1.30"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "browser: Firefox"),
            ("aws-cli/\u{202e}9", "aws-cli"),
        ] {
            assert_eq!(short(agent).as_deref(), Some(expected), "{agent}");
        }
        assert_eq!(short("<script>alert(1)</script>"), None);
        assert_eq!(short(""), None);
    }
}
