//! What is run as a whole: Elastic Beanstalk, App Runner, Amplify, Lightsail, Batch. What each line names
//! follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[BATCH, APP_RUNNER, LIGHTSAIL, BEANSTALK, AMPLIFY];

const BATCH: Service = service! {"
    batch.amazonaws.com: AWS::Batch
    SubmitJob: Job res.jobId req.jobName, JobQueue req.jobQueue, JobDefinition req.jobDefinition
    *SchedulingPolicy: SchedulingPolicy req.name req.arn
    tags:
    otherwise: Job req.jobId, JobQueue req.jobQueueName req.jobQueue,
        JobDefinition req.jobDefinitionName req.jobDefinition,
        ComputeEnvironment req.computeEnvironmentName req.computeEnvironment
"};

const APP_RUNNER: Service = service! {"
    apprunner.amazonaws.com: AWS::AppRunner
    CreateService: Service req.serviceName res.service.serviceArn
    tags:
    otherwise: Service req.serviceArn, VpcConnector req.vpcConnectorArn, Connection req.connectionArn,
        AutoScalingConfiguration req.autoScalingConfigurationArn
"};

const LIGHTSAIL: Service = service! {"
    lightsail.amazonaws.com: AWS::Lightsail
    otherwise: Instance req.instanceName req.instanceNames[], Disk req.diskName, StaticIp req.staticIpName,
        Database req.relationalDatabaseName, Bucket req.bucketName, LoadBalancer req.loadBalancerName,
        Distribution req.distributionName, Container req.serviceName, Certificate req.certificateName,
        Domain req.domainName, KeyPair req.keyPairName, _ req.resourceName
"};

const BEANSTALK: Service = service! {"
    elasticbeanstalk.amazonaws.com: AWS::ElasticBeanstalk
    CreateEnvironment: Environment req.environmentName res.environmentId, Application req.applicationName
    SwapEnvironmentCNAMEs: Environment req.sourceEnvironmentName req.destinationEnvironmentName
    otherwise: ApplicationVersion req.versionLabel, ConfigurationTemplate req.templateName,
        Environment req.environmentName req.environmentId, Application req.applicationName, _ req.resourceArn
"};

const AMPLIFY: Service = service! {"
    amplify.amazonaws.com: AWS::Amplify
    CreateApp: App res.app.appId req.name
    tags:
    otherwise: Branch req.branchName, Domain req.domainName, App req.appId
"};
