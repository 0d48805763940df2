//! Who calls: [`userIdentity`] with the address and the tool that go with it.
//!
//! [`userIdentity`]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html

use crate::{clock::iso, names::principal};

/// The account with everything that earns money.
pub(crate) const PROD: &str = "111122223333";
/// Where people try things.
pub(crate) const DEV: &str = "444455556666";
/// Backups and audits.
pub(crate) const VAULT: &str = "777788889999";

/// Someone or something that makes calls.
#[derive(Clone)]
pub(crate) struct Caller {
    /// `userIdentity` as JSON.
    pub(crate) identity: String,
    /// Empty for AWS services.
    pub(crate) arn: String,
    /// Where the call is recorded.
    pub(crate) account: &'static str,
    pub(crate) address: String,
    pub(crate) agent: String,
    pub(crate) tool: Tool,
}

/// What the call was made with; decides which members the record has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Its agent names the command.
    Cli,
    Sdk,
    Console,
    /// Within AWS: no TLS details.
    Service,
}

/// A role session to be described.
pub(crate) struct Session<'a> {
    pub(crate) account: &'static str,
    pub(crate) role: &'a str,
    /// `/`, or the path of service-linked and Identity Center roles.
    pub(crate) path: &'a str,
    pub(crate) name: &'a str,
    /// The access key id that AssumeRole issued.
    pub(crate) key: &'a str,
    /// When it did, in milliseconds since 1970.
    pub(crate) since: i64,
    /// Further members of `userIdentity`, each with a comma before it.
    pub(crate) more: &'a str,
    /// Further members of `sessionContext`, each with a comma before it.
    pub(crate) context: &'a str,
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        account: &'static str,
        role: &'a str,
        name: &'a str,
        key: &'a str,
        since: i64,
    ) -> Session<'a> {
        Session { account, role, path: "/", name, key, since, more: "", context: "" }
    }
}

impl Caller {
    pub(crate) fn iam_user(account: &'static str, name: &str, key: &str, address: &str) -> Caller {
        let (id, arn) = (principal("AIDA", account, name), format!("arn:aws:iam::{account}:user/{name}"));
        Caller {
            identity: format!(
                r#"{{"type":"IAMUser","principalId":"{id}","arn":"{arn}","accountId":"{account}","accessKeyId":"{key}","userName":"{name}"}}"#
            ),
            arn,
            account,
            address: address.to_owned(),
            agent: CLI.to_owned(),
            tool: Tool::Cli,
        }
    }

    pub(crate) fn root(account: &'static str, key: &str, since: i64, address: &str) -> Caller {
        let arn = format!("arn:aws:iam::{account}:root");
        let session = format!(
            r#","accessKeyId":"{key}","sessionContext":{{"attributes":{{"creationDate":"{}","mfaAuthenticated":"false"}}}}"#,
            iso(since)
        );
        Caller {
            identity: format!(
                r#"{{"type":"Root","principalId":"{account}","arn":"{arn}","accountId":"{account}"{}}}"#,
                if key.is_empty() { "" } else { &session }
            ),
            arn,
            account,
            address: address.to_owned(),
            agent: BROWSER.to_owned(),
            tool: Tool::Console,
        }
    }

    pub(crate) fn session(session: &Session, address: &str, agent: &str, tool: Tool) -> Caller {
        let Session { account, role, path, name, key, since, more, context } = *session;
        let id = principal("AROA", account, role);
        let arn = format!("arn:aws:sts::{account}:assumed-role/{role}/{name}");
        let key = if key.is_empty() { String::new() } else { format!(r#""accessKeyId":"{key}","#) };
        Caller {
            identity: format!(
                r#"{{"type":"AssumedRole","principalId":"{id}:{name}","arn":"{arn}","accountId":"{account}",{key}"sessionContext":{{"sessionIssuer":{{"type":"Role","principalId":"{id}","arn":"arn:aws:iam::{account}:role{path}{role}","accountId":"{account}","userName":"{role}"}},"attributes":{{"creationDate":"{}","mfaAuthenticated":"false"}}{context}}}{more}}}"#,
                iso(since)
            ),
            arn,
            account,
            address: address.to_owned(),
            agent: agent.to_owned(),
            tool,
        }
    }

    /// A session of a role that a service made for itself.
    pub(crate) fn service_linked(
        account: &'static str,
        role: &str,
        host: &str,
        name: &str,
        since: i64,
    ) -> Caller {
        let (path, more) = (format!("/aws-service-role/{host}/"), format!(r#","invokedBy":"{host}""#));
        let session = Session { path: &path, more: &more, ..Session::new(account, role, name, "", since) };
        Caller::session(&session, host, host, Tool::Service)
    }

    /// `AWSService`: `host` such as `lambda.amazonaws.com`.
    pub(crate) fn service(account: &'static str, host: &str) -> Caller {
        Caller {
            identity: format!(r#"{{"type":"AWSService","invokedBy":"{host}"}}"#),
            arn: String::new(),
            account,
            address: host.to_owned(),
            agent: host.to_owned(),
            tool: Tool::Service,
        }
    }

    /// Someone known only by an identity that is given as JSON.
    pub(crate) fn outside(account: &'static str, identity: String, address: &str, agent: &str) -> Caller {
        let (address, agent) = (address.to_owned(), agent.to_owned());
        Caller { identity, arn: String::new(), account, address, agent, tool: Tool::Sdk }
    }
}

pub(crate) const CLI: &str = "aws-cli/2.31.18 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.155-176.282.amzn2023.x86_64 md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython m/Z,b,E,g cfg/retry-mode#standard md/installer#exe md/prompt#off md/command#";
pub(crate) const BROWSER: &str = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
pub(crate) const CONSOLE: &str = "[AWSConsole, aws-internal/3 aws-sdk-java/2.33.4 md/io#sync md/http#Apache ua/2.1 os/Linux#5.10.245-222.968.amzn2int.x86_64 lang/java#17.0.16 md/OpenJDK_64-Bit_Server_VM#17.0.16+8-LTS md/vendor#Amazon.com_Inc. md/en_US cfg/retry-mode#legacy cfg/auth-source#stat m/D,N]";
pub(crate) const TERRAFORM: &str = "APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.17.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.39.3 ua/2.1 os/linux lang/go#1.24.8 md/GOOS#linux md/GOARCH#amd64 api/ec2#1.256.0 m/C,E,g,Z";
pub(crate) const BOTO: &str = "Boto3/1.40.55 md/Botocore#1.40.55 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.155-176.282.amzn2023.x86_64 md/arch#x86_64 lang/python#3.12.12 md/pyimpl#CPython m/b,D,Z cfg/retry-mode#standard Botocore/1.40.55";
pub(crate) const JAVA: &str = "aws-sdk-java/2.35.10 md/io#sync md/http#Apache ua/2.1 api/SecretsManager#2.35.x os/Linux#6.1.155-176.282.amzn2023.x86_64 lang/java#21.0.9 md/OpenJDK_64-Bit_Server_VM#21.0.9+10-LTS md/vendor#Amazon.com_Inc. md/en_US exec-env/AWS_ECS_FARGATE cfg/auth-source#stat m/D,L,N,z";
pub(crate) const RUST: &str = "aws-sdk-rust/1.3.9 ua/2.1 api/s3/1.108.0 os/linux lang/rust/1.90.0 exec-env/AWS_Lambda_provided.al2023 m/E,b,n";
pub(crate) const SSM_AGENT: &str = "aws-sdk-go/1.55.8 (go1.24.9; linux; amd64) amazon-ssm-agent/3.3.2299.0";
pub(crate) const ECS_AGENT: &str =
    "Amazon ECS Agent - v1.100.0 (0e2d9c0a) (linux) (+http://aws.amazon.com/ecs/)";
