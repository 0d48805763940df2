//! The types of resources and the form of their ARNs, in one table that is read both ways.
//!
//! ```text
//! TYPE SERVICE:REGION:ACCOUNT:RESOURCE
//! ```
//!
//! `R`, `A` and `N` stand for the Region, the account and the name; where a service's ARNs have none, there is
//! none. A type that is not here has an ARN all the same: it is only not known which.

/// The first line that fits counts.
const FORMS: &str = "\
AWS::S3::Object s3:::N/N
AWS::S3::Bucket s3:::N
AWS::IAM::User iam::A:user/N
AWS::IAM::Role iam::A:role/N
AWS::IAM::Group iam::A:group/N
AWS::IAM::Policy iam::A:policy/N
AWS::IAM::InstanceProfile iam::A:instance-profile/N
AWS::IAM::SAMLProvider iam::A:saml-provider/N
AWS::IAM::OIDCProvider iam::A:oidc-provider/N
AWS::IAM::ServerCertificate iam::A:server-certificate/N
AWS::IAM::MFADevice iam::A:mfa/N
AWS::STS::AssumedRole sts::A:assumed-role/N
AWS::STS::FederatedUser sts::A:federated-user/N
AWS::EC2::Instance ec2:R:A:instance/N
AWS::EC2::Ami ec2:R::image/N
AWS::EC2::Volume ec2:R:A:volume/N
AWS::EC2::Snapshot ec2:R::snapshot/N
AWS::EC2::SecurityGroup ec2:R:A:security-group/N
AWS::EC2::KeyPair ec2:R:A:key-pair/N
AWS::EC2::NetworkInterface ec2:R:A:network-interface/N
AWS::EC2::Subnet ec2:R:A:subnet/N
AWS::EC2::VPC ec2:R:A:vpc/N
AWS::EC2::RouteTable ec2:R:A:route-table/N
AWS::EC2::InternetGateway ec2:R:A:internet-gateway/N
AWS::EC2::NatGateway ec2:R:A:natgateway/N
AWS::EC2::NetworkAcl ec2:R:A:network-acl/N
AWS::EC2::EIP ec2:R:A:elastic-ip/N
AWS::EC2::LaunchTemplate ec2:R:A:launch-template/N
AWS::EC2::VPCEndpoint ec2:R:A:vpc-endpoint/N
AWS::EC2::FlowLog ec2:R:A:vpc-flow-log/N
AWS::RDS::DBInstance rds:R:A:db:N
AWS::RDS::DBCluster rds:R:A:cluster:N
AWS::RDS::DBSnapshot rds:R:A:snapshot:N
AWS::RDS::DBClusterSnapshot rds:R:A:cluster-snapshot:N
AWS::RDS::DBSubnetGroup rds:R:A:subgrp:N
AWS::RDS::DBParameterGroup rds:R:A:pg:N
AWS::RDS::DBOptionGroup rds:R:A:og:N
AWS::DynamoDB::Table dynamodb:R:A:table/N
AWS::Lambda::Function lambda:R:A:function:N
AWS::Lambda::LayerVersion lambda:R:A:layer:N
AWS::Lambda::EventSourceMapping lambda:R:A:event-source-mapping:N
AWS::KMS::Key kms:R:A:key/N
AWS::KMS::Alias kms:R:A:alias/N
AWS::SecretsManager::Secret secretsmanager:R:A:secret:N
AWS::SSM::Parameter ssm:R:A:parameter/N
AWS::SSM::Document ssm:R:A:document/N
AWS::SQS::Queue sqs:R:A:N
AWS::SNS::Topic sns:R:A:N
AWS::Logs::LogGroup logs:R:A:log-group:N
AWS::Events::Rule events:R:A:rule/N
AWS::Events::EventBus events:R:A:event-bus/N
AWS::CloudTrail::Trail cloudtrail:R:A:trail/N
AWS::CloudTrail::EventDataStore cloudtrail:R:A:eventdatastore/N
AWS::CloudWatch::Alarm cloudwatch:R:A:alarm:N
AWS::CloudWatch::Dashboard cloudwatch::A:dashboard/N
AWS::CloudFormation::Stack cloudformation:R:A:stack/N
AWS::ECR::Repository ecr:R:A:repository/N
AWS::ECS::Cluster ecs:R:A:cluster/N
AWS::ECS::Service ecs:R:A:service/N
AWS::ECS::TaskDefinition ecs:R:A:task-definition/N
AWS::EKS::Cluster eks:R:A:cluster/N
AWS::StepFunctions::StateMachine states:R:A:stateMachine:N
AWS::Kinesis::Stream kinesis:R:A:stream/N
AWS::KinesisFirehose::DeliveryStream firehose:R:A:deliverystream/N
AWS::ElasticLoadBalancingV2::LoadBalancer elasticloadbalancing:R:A:loadbalancer/N
AWS::ElasticLoadBalancingV2::TargetGroup elasticloadbalancing:R:A:targetgroup/N
AWS::AutoScaling::AutoScalingGroup autoscaling:R:A:autoScalingGroup:N
AWS::ACM::Certificate acm:R:A:certificate/N
AWS::CodeBuild::Project codebuild:R:A:project/N
AWS::CodePipeline::Pipeline codepipeline:R:A:N
AWS::ElastiCache::CacheCluster elasticache:R:A:cluster:N
AWS::Redshift::Cluster redshift:R:A:cluster:N
AWS::EFS::FileSystem elasticfilesystem:R:A:file-system/N
AWS::GuardDuty::Detector guardduty:R:A:detector/N
AWS::Cognito::UserPool cognito-idp:R:A:userpool/N
AWS::Cognito::IdentityPool cognito-identity:R:A:identitypool/N
AWS::Athena::WorkGroup athena:R:A:workgroup/N
AWS::Route53::HostedZone route53:::hostedzone/N
AWS::CloudFront::Distribution cloudfront::A:distribution/N
";

/// An ARN, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arn<'a> {
    pub(crate) service: &'a str,
    pub(crate) region: &'a str,
    pub(crate) account: &'a str,
    pub(crate) resource: &'a str,
}

/// Of which type a line is, and what its ARNs have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) kind: &'static str,
    service: &'static str,
    /// Whether its ARNs name a Region.
    pub(crate) regional: bool,
    /// Whether they name an account.
    pub(crate) of_account: bool,
    resource: &'static str,
}

impl<'a> Arn<'a> {
    /// `None` of any other text.
    pub(crate) fn of(text: &'a str) -> Option<Arn<'a>> {
        let mut parts = text.splitn(6, ':');
        let (arn, partition) = (parts.next()?, parts.next()?);
        let arn = Arn {
            service: parts.next().filter(|_| arn == "arn" && partition.starts_with("aws"))?,
            region: parts.next()?,
            account: parts.next()?,
            resource: parts.next()?,
        };
        (!arn.service.is_empty() && !arn.resource.is_empty()).then_some(arn)
    }

    /// The form that it has, and its name in that: `team/admin` of `…:role/team/admin`.
    pub(crate) fn form(&self) -> Option<(Form, &'a str)> {
        forms().filter(|form| form.service == self.service).find_map(|form| {
            if form.resource == "N/N" {
                return self.resource.contains('/').then_some((form, self.resource));
            }
            let before = form.resource.strip_suffix('N')?;
            let name = self.resource.strip_prefix(before)?;
            let bare = before.is_empty() && name.contains([':', '/']);
            (!name.is_empty() && !bare).then_some((form, name))
        })
    }
}

impl Form {
    /// Of the type `kind`, in any case.
    pub(crate) fn of(kind: &str) -> Option<Form> {
        forms().find(|form| form.kind.eq_ignore_ascii_case(kind))
    }

    /// The ARN of `name`; `None` if it takes a Region or an account that is not known.
    pub(crate) fn arn(&self, name: &str, region: Option<&str>, account: Option<&str>) -> Option<String> {
        let partition = match region {
            Some(region) if region.starts_with("cn-") => "aws-cn",
            Some(region) if region.starts_with("us-gov-") => "aws-us-gov",
            _ => "aws",
        };
        let region = if self.regional { region? } else { "" };
        let account = if self.of_account { account? } else { "" };
        let before = self.resource.strip_suffix('N')?;
        // `N/N`: an object's name has its bucket's before it already.
        let before = before.strip_suffix("N/").unwrap_or(before);
        Some(format!("arn:{partition}:{}:{region}:{account}:{before}{name}", self.service))
    }
}

fn forms() -> impl Iterator<Item = Form> {
    FORMS.lines().filter_map(|line| {
        let (kind, form) = line.split_once(' ')?;
        let mut parts = form.splitn(4, ':');
        let (service, region, account) = (parts.next()?, parts.next()?, parts.next()?);
        let (regional, of_account) = (region == "R", account == "A");
        Some(Form { kind, service, regional, of_account, resource: parts.next()? })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_both_ways() {
        assert_eq!(forms().count(), FORMS.lines().count());
        for form in forms() {
            let name = if form.kind == "AWS::S3::Object" { "b/x" } else { "x" };
            let arn = form.arn(name, Some("eu-west-1"), Some("111122223333")).unwrap();
            let (found, found_name) = Arn::of(&arn).unwrap().form().unwrap();
            assert_eq!((found, found_name), (form, name), "{arn}");
            assert_eq!(Form::of(&form.kind.to_uppercase()), Some(form));
        }
    }

    #[test]
    fn arns_that_are_known_and_others() {
        for (arn, kind, name) in [
            ("arn:aws:s3:::cats", "AWS::S3::Bucket", "cats"),
            ("arn:aws:s3:::cats/cats", "AWS::S3::Object", "cats/cats"),
            ("arn:aws:iam::111122223333:role/team/admin", "AWS::IAM::Role", "team/admin"),
            ("arn:aws-cn:rds:cn-north-1:111122223333:db:cats", "AWS::RDS::DBInstance", "cats"),
            ("arn:aws:sqs:us-west-2:111122223333:jobs", "AWS::SQS::Queue", "jobs"),
        ] {
            let (form, found) = Arn::of(arn).unwrap().form().unwrap();
            assert_eq!((form.kind, found), (kind, name), "{arn}");
        }
        // A subscription has its topic's ARN before its id.
        assert_eq!(Arn::of("arn:aws:sns:us-west-2:111122223333:t:id").unwrap().form(), None);
        for text in ["", "arn", "arn:aws:s3", "arn:aws:s3:::", "cats", "arn:other:s3:::cats"] {
            assert_eq!(Arn::of(text), None, "{text}");
        }
        let china = Form::of("AWS::SQS::Queue").unwrap().arn("q", Some("cn-north-1"), Some("1"));
        assert_eq!(china.as_deref(), Some("arn:aws-cn:sqs:cn-north-1:1:q"));
        assert_eq!(Form::of("AWS::SQS::Queue").unwrap().arn("q", None, Some("1")), None);
    }
}
