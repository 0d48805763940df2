//! A row for each service of the tables: what a call of it is known by.

use super::{answered, asks, call};

/// Source, event name, request, the resources.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const ASKS: &[Case] = &[
    ("acm", "DeleteCertificate", r#"{"certificateArn":"a"}"#, &["AWS::ACM::Certificate=a"]),
    ("acm-pca", "IssueCertificate", r#"{"certificateAuthorityArn":"a"}"#, &["AWS::ACMPCA::CertificateAuthority=a"]),
    ("airflow", "DeleteEnvironment", r#"{"name":"e"}"#, &["AWS::MWAA::Environment=e"]),
    ("amazonmq", "DeleteBroker", r#"{"brokerId":"b"}"#, &["AWS::AmazonMQ::Broker=b"]),
    ("amplify", "DeleteBranch", r#"{"appId":"a","branchName":"b"}"#, &["AWS::Amplify::Branch=b", "AWS::Amplify::App=a"]),
    ("aoss", "DeleteCollection", r#"{"id":"c"}"#, &["AWS::OpenSearchServerless::Collection=c"]),
    ("apigateway", "DeleteRestApi", r#"{"restApiId":"r"}"#, &["AWS::ApiGateway::RestApi=r"]),
    ("apigateway", "CreateStage", r#"{"apiId":"a","stageName":"s"}"#, &["AWS::ApiGatewayV2::Api=a", "AWS::ApiGatewayV2::Stage=s"]),
    ("appconfig", "DeleteEnvironment", r#"{"applicationId":"a","environmentId":"e"}"#, &["AWS::AppConfig::Environment=e", "AWS::AppConfig::Application=a"]),
    ("appmesh", "DeleteRoute", r#"{"meshName":"m","routeName":"r"}"#, &["AWS::AppMesh::Route=r", "AWS::AppMesh::Mesh=m"]),
    ("appsync", "DeleteGraphqlApi", r#"{"apiId":"a"}"#, &["AWS::AppSync::GraphQLApi=a"]),
    ("athena", "DeleteWorkGroup", r#"{"workGroup":"w"}"#, &["AWS::Athena::WorkGroup=w"]),
    ("autoscaling", "SetDesiredCapacity", r#"{"autoScalingGroupName":"g"}"#, &["AWS::AutoScaling::AutoScalingGroup=g"]),
    ("autoscaling", "RegisterScalableTarget", r#"{"resourceId":"service/c/s"}"#, &["AWS::ApplicationAutoScaling::ScalableTarget=service/c/s"]),
    ("backup", "DeleteRecoveryPoint", r#"{"backupVaultName":"v","recoveryPointArn":"r"}"#, &["AWS::Backup::RecoveryPoint=r", "AWS::Backup::BackupVault=v"]),
    ("batch", "DeleteJobQueue", r#"{"jobQueue":"q"}"#, &["AWS::Batch::JobQueue=q"]),
    ("bedrock", "DeleteGuardrail", r#"{"guardrailIdentifier":"g"}"#, &["AWS::Bedrock::Guardrail=g"]),
    ("budgets", "DeleteBudget", r#"{"budgetName":"b"}"#, &["AWS::Budgets::Budget=b"]),
    ("cassandra", "DeleteTable", r#"{"keyspaceName":"k","tableName":"t"}"#, &["AWS::Cassandra::Table=t", "AWS::Cassandra::Keyspace=k"]),
    ("cloudformation", "DeleteStack", r#"{"stackName":"s"}"#, &["AWS::CloudFormation::Stack=s"]),
    ("cloudfront", "DeleteDistribution", r#"{"id":"d"}"#, &["AWS::CloudFront::Distribution=d"]),
    ("cloudtrail", "StopLogging", r#"{"name":"t"}"#, &["AWS::CloudTrail::Trail=t"]),
    ("codeartifact", "DeleteRepository", r#"{"domain":"d","repository":"r"}"#, &["AWS::CodeArtifact::Repository=r", "AWS::CodeArtifact::Domain=d"]),
    ("codebuild", "DeleteProject", r#"{"name":"p"}"#, &["AWS::CodeBuild::Project=p"]),
    ("codecommit", "DeleteRepository", r#"{"repositoryName":"r"}"#, &["AWS::CodeCommit::Repository=r"]),
    ("codeconnections", "DeleteConnection", r#"{"connectionArn":"c"}"#, &["AWS::CodeConnections::Connection=c"]),
    ("codedeploy", "CreateDeployment", r#"{"applicationName":"a","deploymentGroupName":"g"}"#, &["AWS::CodeDeploy::DeploymentGroup=g", "AWS::CodeDeploy::Application=a"]),
    ("codepipeline", "UpdatePipeline", r#"{"pipeline":{"name":"p"}}"#, &["AWS::CodePipeline::Pipeline=p"]),
    ("cognito-identity", "DeleteIdentityPool", r#"{"identityPoolId":"p"}"#, &["AWS::Cognito::IdentityPool=p"]),
    ("cognito-idp", "AdminDeleteUser", r#"{"userPoolId":"p","username":"u"}"#, &["AWS::Cognito::UserPoolUser=u", "AWS::Cognito::UserPool=p"]),
    ("config", "DeleteConfigRule", r#"{"configRuleName":"r"}"#, &["AWS::Config::ConfigRule=r"]),
    ("connect", "DeleteInstance", r#"{"instanceId":"i"}"#, &["AWS::Connect::Instance=i"]),
    ("datasync", "DeleteTask", r#"{"taskArn":"t"}"#, &["AWS::DataSync::Task=t"]),
    ("dax", "DeleteCluster", r#"{"clusterName":"c"}"#, &["AWS::DAX::Cluster=c"]),
    ("detective", "DeleteGraph", r#"{"graphArn":"g"}"#, &["AWS::Detective::Graph=g"]),
    ("directconnect", "DeleteConnection", r#"{"connectionId":"c"}"#, &["AWS::DirectConnect::Connection=c"]),
    ("dlm", "DeleteLifecyclePolicy", r#"{"policyId":"p"}"#, &["AWS::DLM::LifecyclePolicy=p"]),
    ("dms", "DeleteReplicationTask", r#"{"replicationTaskArn":"t"}"#, &["AWS::DMS::ReplicationTask=t"]),
    ("ds", "DeleteDirectory", r#"{"directoryId":"d"}"#, &["AWS::DirectoryService::Directory=d"]),
    ("ec2", "CreateVpnConnection", r#"{"customerGatewayId":"c","vpnGatewayId":"v"}"#, &["AWS::EC2::CustomerGateway=c", "AWS::EC2::VPNGateway=v"]),
    ("ecr", "DeleteRepository", r#"{"repositoryName":"r"}"#, &["AWS::ECR::Repository=r"]),
    ("ecs", "StopTask", r#"{"cluster":"c","task":"t"}"#, &["AWS::ECS::Task=t", "AWS::ECS::Cluster=c"]),
    ("eks", "CreateAddon", r#"{"addonName":"a","name":"c"}"#, &["AWS::EKS::Addon=a", "AWS::EKS::Cluster=c"]),
    ("elasticache", "DeleteReplicationGroup", r#"{"replicationGroupId":"g"}"#, &["AWS::ElastiCache::ReplicationGroup=g"]),
    ("elasticbeanstalk", "TerminateEnvironment", r#"{"environmentName":"e"}"#, &["AWS::ElasticBeanstalk::Environment=e"]),
    ("elasticfilesystem", "DeleteFileSystem", r#"{"fileSystemId":"f"}"#, &["AWS::EFS::FileSystem=f"]),
    ("elasticloadbalancing", "DeleteLoadBalancer", r#"{"loadBalancerName":"l"}"#, &["AWS::ElasticLoadBalancing::LoadBalancer=l"]),
    ("elasticloadbalancing", "DeleteLoadBalancer", r#"{"loadBalancerArn":"l"}"#, &["AWS::ElasticLoadBalancingV2::LoadBalancer=l"]),
    ("elasticmapreduce", "TerminateJobFlows", r#"{"jobFlowIds":["a","b"]}"#, &["AWS::EMR::Cluster=a", "AWS::EMR::Cluster=b"]),
    ("emr-serverless", "StopApplication", r#"{"applicationId":"a"}"#, &["AWS::EMRServerless::Application=a"]),
    ("es", "DeleteElasticsearchDomain", r#"{"domainName":"d"}"#, &["AWS::OpenSearchService::Domain=d"]),
    ("events", "DeleteArchive", r#"{"archiveName":"a"}"#, &["AWS::Events::Archive=a"]),
    ("firehose", "DeleteDeliveryStream", r#"{"deliveryStreamName":"s"}"#, &["AWS::KinesisFirehose::DeliveryStream=s"]),
    ("fis", "StartExperiment", r#"{"experimentTemplateId":"t"}"#, &["AWS::FIS::ExperimentTemplate=t"]),
    ("fms", "DeletePolicy", r#"{"policyId":"p"}"#, &["AWS::FMS::Policy=p"]),
    ("fsx", "DeleteFileSystem", r#"{"fileSystemId":"f"}"#, &["AWS::FSx::FileSystem=f"]),
    ("globalaccelerator", "DeleteAccelerator", r#"{"acceleratorArn":"a"}"#, &["AWS::GlobalAccelerator::Accelerator=a"]),
    ("glue", "DeleteTable", r#"{"databaseName":"d","name":"t"}"#, &["AWS::Glue::Table=t", "AWS::Glue::Database=d"]),
    ("glue", "StartJobRun", r#"{"jobName":"j"}"#, &["AWS::Glue::Job=j"]),
    ("grafana", "DeleteWorkspace", r#"{"workspaceId":"w"}"#, &["AWS::Grafana::Workspace=w"]),
    ("guardduty", "DeleteIPSet", r#"{"detectorId":"d","ipSetId":"i"}"#, &["AWS::GuardDuty::IPSet=i", "AWS::GuardDuty::Detector=d"]),
    ("imagebuilder", "DeleteImagePipeline", r#"{"imagePipelineArn":"p"}"#, &["AWS::ImageBuilder::ImagePipeline=p"]),
    ("inspector2", "DeleteFilter", r#"{"arn":"f"}"#, &["AWS::InspectorV2::Filter=f"]),
    ("iot", "AttachPolicy", r#"{"policyName":"p","target":"t"}"#, &["AWS::IoT::Policy=p", "=t"]),
    ("kafka", "DeleteCluster", r#"{"clusterArn":"c"}"#, &["AWS::MSK::Cluster=c"]),
    ("kinesis", "DeleteStream", r#"{"streamName":"s"}"#, &["AWS::Kinesis::Stream=s"]),
    ("lakeformation", "GrantPermissions", r#"{"resource":{"database":{"name":"d"}}}"#, &["AWS::Glue::Database=d"]),
    ("lightsail", "DeleteInstance", r#"{"instanceName":"i"}"#, &["AWS::Lightsail::Instance=i"]),
    ("logs", "DeleteSubscriptionFilter", r#"{"filterName":"f","logGroupName":"g"}"#, &["AWS::Logs::LogGroup=g", "AWS::Logs::SubscriptionFilter=f"]),
    ("macie2", "UpdateClassificationJob", r#"{"jobId":"j"}"#, &["AWS::Macie::ClassificationJob=j"]),
    ("memorydb", "DeleteUser", r#"{"userName":"u"}"#, &["AWS::MemoryDB::User=u"]),
    ("monitoring", "DeleteAlarms", r#"{"alarmNames":["a"]}"#, &["AWS::CloudWatch::Alarm=a"]),
    ("network-firewall", "DeleteFirewall", r#"{"firewallName":"f"}"#, &["AWS::NetworkFirewall::Firewall=f"]),
    ("organizations", "AttachPolicy", r#"{"policyId":"p","targetId":"t"}"#, &["AWS::Organizations::Policy=p", "=t"]),
    ("quicksight", "DeleteDashboard", r#"{"dashboardId":"d"}"#, &["AWS::QuickSight::Dashboard=d"]),
    ("ram", "DeleteResourceShare", r#"{"resourceShareArn":"s"}"#, &["AWS::RAM::ResourceShare=s"]),
    ("redshift", "DeleteCluster", r#"{"clusterIdentifier":"c"}"#, &["AWS::Redshift::Cluster=c"]),
    ("redshift-serverless", "DeleteNamespace", r#"{"namespaceName":"n"}"#, &["AWS::RedshiftServerless::Namespace=n"]),
    ("rolesanywhere", "DeleteProfile", r#"{"profileId":"p"}"#, &["AWS::RolesAnywhere::Profile=p"]),
    ("route53", "ChangeResourceRecordSets", r#"{"hostedZoneId":"z"}"#, &["AWS::Route53::HostedZone=z"]),
    ("route53resolver", "AssociateResolverRule", r#"{"resolverRuleId":"r","vPCId":"v"}"#, &["AWS::Route53Resolver::ResolverRule=r", "AWS::EC2::VPC=v"]),
    ("s3", "DeleteAccessPoint", r#"{"accountId":"1","name":"a"}"#, &["AWS::S3::AccessPoint=a"]),
    ("s3", "PutAccountPublicAccessBlock", r#"{"accountId":"1"}"#, &["AWS::S3::AccountPublicAccessBlock=1"]),
    ("sagemaker", "DeleteNotebookInstance", r#"{"notebookInstanceName":"n"}"#, &["AWS::SageMaker::NotebookInstance=n"]),
    ("scheduler", "DeleteSchedule", r#"{"groupName":"g","name":"s"}"#, &["AWS::Scheduler::Schedule=s", "AWS::Scheduler::ScheduleGroup=g"]),
    ("secretsmanager", "GetSecretValue", r#"{"secretId":"s"}"#, &["AWS::SecretsManager::Secret=s"]),
    ("securityhub", "DeleteInsight", r#"{"insightArn":"i"}"#, &["AWS::SecurityHub::Insight=i"]),
    ("servicecatalog", "ProvisionProduct", r#"{"provisionedProductName":"n"}"#, &["AWS::ServiceCatalog::CloudFormationProvisionedProduct=n"]),
    ("ses", "DeleteIdentity", r#"{"identity":"cats.example"}"#, &["AWS::SES::EmailIdentity=cats.example"]),
    ("shield", "DeleteProtection", r#"{"protectionId":"p"}"#, &["AWS::Shield::Protection=p"]),
    ("sns", "DeleteTopic", r#"{"topicArn":"t"}"#, &["AWS::SNS::Topic=t"]),
    ("ssm", "DeleteParameter", r#"{"name":"p"}"#, &["AWS::SSM::Parameter=p"]),
    ("ssm", "StartAutomationExecution", r#"{"documentName":"d"}"#, &["AWS::SSM::Document=d"]),
    ("sso", "CreateAccountAssignment", r#"{"permissionSetArn":"p","principalId":"u","targetId":"1"}"#, &["AWS::SSO::PermissionSet=p", "AWS::Organizations::Account=1", "=u"]),
    ("sso-directory", "AddMemberToGroup", r#"{"groupId":"g","member":{"memberId":"u"}}"#, &["AWS::IdentityStore::Group=g", "AWS::IdentityStore::User=u"]),
    ("states", "DeleteStateMachine", r#"{"stateMachineArn":"m"}"#, &["AWS::StepFunctions::StateMachine=m"]),
    ("storagegateway", "DeleteGateway", r#"{"gatewayARN":"g"}"#, &["AWS::StorageGateway::Gateway=g"]),
    ("transfer", "DeleteUser", r#"{"serverId":"s","userName":"u"}"#, &["AWS::Transfer::User=u", "AWS::Transfer::Server=s"]),
    ("vpc-lattice", "DeleteService", r#"{"serviceIdentifier":"s"}"#, &["AWS::VpcLattice::Service=s"]),
    ("waf-regional", "UpdateWebACL", r#"{"webACLId":"w"}"#, &["AWS::WAFRegional::WebACL=w"]),
    ("wafv2", "UpdateWebACL", r#"{"name":"w"}"#, &["AWS::WAFv2::WebACL=w"]),
    ("workspaces", "TerminateWorkspaces", r#"{"terminateWorkspaceRequests":[{"workspaceId":"w"}]}"#, &["AWS::WorkSpaces::Workspace=w"]),
];

#[test]
fn a_request_names_what_it_is_about() {
    for (service, name, request, expected) in ASKS {
        asks(service, name, request, expected);
    }
}

#[test]
fn a_response_names_what_was_made() {
    answered("backup", "CreateBackupPlan", "{}", r#"{"backupPlanId":"p"}"#, &["AWS::Backup::BackupPlan=p"]);
    answered(
        "fsx",
        "CreateFileSystem",
        "{}",
        r#"{"fileSystem":{"fileSystemId":"f"}}"#,
        &["AWS::FSx::FileSystem=f"],
    );
    answered("transfer", "CreateServer", "null", r#"{"serverId":"s"}"#, &["AWS::Transfer::Server=s"]);
    answered(
        "cognito-idp",
        "CreateUserPool",
        r#"{"poolName":"cats"}"#,
        r#"{"userPool":{"id":"p"}}"#,
        &["AWS::Cognito::UserPool=p", "AWS::Cognito::UserPool=cats"],
    );
    answered(
        "elasticloadbalancing",
        "CreateTargetGroup",
        r#"{"name":"cats"}"#,
        r#"{"targetGroups":[{"targetGroupArn":"a"}]}"#,
        &["AWS::ElasticLoadBalancingV2::TargetGroup=cats", "AWS::ElasticLoadBalancingV2::TargetGroup=a"],
    );
}

/// By it the chain of an event finds the call.
#[test]
fn calls_that_issue_a_key_name_it() {
    let issued = r#"{"credentials":{"accessKeyId":"ASIA1"}}"#;
    answered(
        "sts",
        "AssumeRoot",
        r#"{"targetPrincipal":"111122223333"}"#,
        issued,
        &["AWS::IAM::AccessKey=ASIA1", "=111122223333"],
    );
    call(
        "cognito-identity",
        "GetCredentialsForIdentity",
        &format!(
            r#""requestParameters":{{"identityId":"i"}},"responseElements":{issued},
            "resources":[{{"type":"AWS::Cognito::IdentityPool","ARN":"arn:pool"}}]"#
        ),
        &["AWS::IAM::AccessKey=ASIA1", "AWS::Cognito::IdentityPool=arn:pool", "AWS::Cognito::Identity=i"],
    );
    answered(
        "rolesanywhere",
        "CreateSession",
        r#"{"roleArn":"arn:role","profileArn":"arn:profile","trustAnchorArn":"arn:anchor"}"#,
        r#"{"credentialSet":[{"credentials":{"accessKeyId":"ASIA1"},"assumedRoleUser":{"arn":"arn:kim"}}]}"#,
        &[
            "AWS::IAM::AccessKey=ASIA1",
            "AWS::STS::AssumedRole=arn:kim",
            "AWS::IAM::Role=arn:role",
            "AWS::RolesAnywhere::Profile=arn:profile",
            "AWS::RolesAnywhere::TrustAnchor=arn:anchor",
        ],
    );
}

#[test]
fn calls_that_look_are_marked_or_show_nothing() {
    asks("glue", "GetTable", r#"{"databaseName":"d","name":"t"}"#, &["~AWS::Glue::Database=d"]);
    asks("sagemaker", "DescribeEndpoint", r#"{"endpointName":"e"}"#, &[]);
    asks("glue", "GetJob", r#"{"jobName":"j"}"#, &["~AWS::Glue::Job=j"]);
    asks("codebuild", "ListBuildsForProject", r#"{"projectName":"p"}"#, &[]);
    asks("tagging", "TagResources", r#"{"resourceARNList":["a"]}"#, &[]);
}
