//! What is run as a whole: Elastic Beanstalk, App Runner, Amplify, Lightsail, Batch. What each line names
//! follows from the shape of the API.

use super::rule::{Service, TAGS};

pub(super) const SERVICES: &[Service] = &[BATCH, APP_RUNNER, LIGHTSAIL, BEANSTALK, AMPLIFY];

const BATCH: Service = Service {
    otherwise: &[
        ("Job", "req.jobId"),
        ("JobQueue", "req.jobQueueName"),
        ("JobQueue", "req.jobQueue"),
        ("JobDefinition", "req.jobDefinitionName"),
        ("JobDefinition", "req.jobDefinition"),
        ("ComputeEnvironment", "req.computeEnvironmentName"),
        ("ComputeEnvironment", "req.computeEnvironment"),
    ],
    ..Service::new(
        "batch.amazonaws.com",
        "AWS::Batch",
        &[
            (
                "SubmitJob",
                &[
                    ("Job", "res.jobId"),
                    ("Job", "req.jobName"),
                    ("JobQueue", "req.jobQueue"),
                    ("JobDefinition", "req.jobDefinition"),
                ],
            ),
            ("*SchedulingPolicy", &[("SchedulingPolicy", "req.name"), ("SchedulingPolicy", "req.arn")]),
            TAGS,
        ],
    )
};

const APP_RUNNER: Service = Service {
    otherwise: &[
        ("Service", "req.serviceArn"),
        ("VpcConnector", "req.vpcConnectorArn"),
        ("Connection", "req.connectionArn"),
        ("AutoScalingConfiguration", "req.autoScalingConfigurationArn"),
    ],
    ..Service::new(
        "apprunner.amazonaws.com",
        "AWS::AppRunner",
        &[("CreateService", &[("Service", "req.serviceName"), ("Service", "res.service.serviceArn")]), TAGS],
    )
};

const LIGHTSAIL: Service = Service {
    otherwise: &[
        ("Instance", "req.instanceName"),
        ("Instance", "req.instanceNames[]"),
        ("Disk", "req.diskName"),
        ("StaticIp", "req.staticIpName"),
        ("Database", "req.relationalDatabaseName"),
        ("Bucket", "req.bucketName"),
        ("LoadBalancer", "req.loadBalancerName"),
        ("Distribution", "req.distributionName"),
        ("Container", "req.serviceName"),
        ("Certificate", "req.certificateName"),
        ("Domain", "req.domainName"),
        ("KeyPair", "req.keyPairName"),
        ("", "req.resourceName"),
    ],
    ..Service::new("lightsail.amazonaws.com", "AWS::Lightsail", &[])
};

const BEANSTALK: Service = Service {
    otherwise: &[
        ("ApplicationVersion", "req.versionLabel"),
        ("ConfigurationTemplate", "req.templateName"),
        ("Environment", "req.environmentName"),
        ("Environment", "req.environmentId"),
        ("Application", "req.applicationName"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "elasticbeanstalk.amazonaws.com",
        "AWS::ElasticBeanstalk",
        &[
            (
                "CreateEnvironment",
                &[
                    ("Environment", "req.environmentName"),
                    ("Environment", "res.environmentId"),
                    ("Application", "req.applicationName"),
                ],
            ),
            (
                "SwapEnvironmentCNAMEs",
                &[
                    ("Environment", "req.sourceEnvironmentName"),
                    ("Environment", "req.destinationEnvironmentName"),
                ],
            ),
        ],
    )
};

const AMPLIFY: Service = Service {
    otherwise: &[("Branch", "req.branchName"), ("Domain", "req.domainName"), ("App", "req.appId")],
    ..Service::new(
        "amplify.amazonaws.com",
        "AWS::Amplify",
        &[("CreateApp", &[("App", "res.app.appId"), ("App", "req.name")]), TAGS],
    )
};
