//! Containers and deployment: ECS, ECR, CloudFormation.

use crate::api::{Api, read, write};

pub(crate) const DESCRIBE_SERVICES: Api =
    read("ecs", "DescribeServices", r#"{"cluster":"$cluster","services":["$service"]}"#);
pub(crate) const DESCRIBE_TASKS: Api = read(
    "ecs",
    "DescribeTasks",
    r#"{"cluster":"$cluster","tasks":["arn:aws:ecs:$region:$account:task/$cluster/$digest"]}"#,
);
pub(crate) const LIST_TASKS: Api =
    read("ecs", "ListTasks", r#"{"cluster":"$cluster","serviceName":"$service"}"#);
pub(crate) const DESCRIBE_TASK_DEFINITION: Api =
    read("ecs", "DescribeTaskDefinition", r#"{"taskDefinition":"$service:$number","include":["TAGS"]}"#);
pub(crate) const REGISTER_TASK_DEFINITION: Api = write(
    "ecs",
    "RegisterTaskDefinition",
    r#"{"family":"$service","taskRoleArn":"arn:aws:iam::$account:role/cats-$service-task","executionRoleArn":"arn:aws:iam::$account:role/ecs-execution","networkMode":"awsvpc","containerDefinitions":[{"name":"$service","image":"$account.dkr.ecr.$region.amazonaws.com/cats/$service@sha256:$digest","essential":true,"portMappings":[{"containerPort":8080}],"environment":[{"name":"STAGE","value":"prod"},{"name":"LOG","value":"info"}],"secrets":[{"name":"DATABASE_URL","valueFrom":"arn:aws:secretsmanager:$region:$account:secret:prod/cat-db"}],"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/ecs/cats-$service","awslogs-region":"$region","awslogs-stream-prefix":"task"}}}],"requiresCompatibilities":["FARGATE"],"cpu":"512","memory":"1024"}"#,
    r#"{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:$region:$account:task-definition/$service:$number","family":"$service","revision":$number,"taskRoleArn":"arn:aws:iam::$account:role/cats-$service-task","executionRoleArn":"arn:aws:iam::$account:role/ecs-execution","networkMode":"awsvpc","status":"ACTIVE","compatibilities":["EC2","FARGATE"],"requiresCompatibilities":["FARGATE"],"cpu":"512","memory":"1024","registeredAt":"$pretty","registeredBy":"$arn"}}"#,
);
pub(crate) const UPDATE_SERVICE: Api = write(
    "ecs",
    "UpdateService",
    r#"{"cluster":"$cluster","service":"$service","taskDefinition":"$service:$number","forceNewDeployment":false}"#,
    r#"{"service":{"serviceArn":"arn:aws:ecs:$region:$account:service/$cluster/$service","serviceName":"$service","clusterArn":"arn:aws:ecs:$region:$account:cluster/$cluster","status":"ACTIVE","desiredCount":4,"runningCount":4,"pendingCount":0,"launchType":"FARGATE","taskDefinition":"arn:aws:ecs:$region:$account:task-definition/$service:$number","deploymentConfiguration":{"maximumPercent":200,"minimumHealthyPercent":100},"createdBy":"arn:aws:iam::$account:role/deployer"}}"#,
);
pub(crate) const SUBMIT_TASK_STATE_CHANGE: Api = write(
    "ecs",
    "SubmitTaskStateChange",
    r#"{"cluster":"$cluster","task":"arn:aws:ecs:$region:$account:task/$cluster/$digest","status":"RUNNING"}"#,
    r#"{"acknowledgment":"ACK"}"#,
);

pub(crate) const GET_AUTHORIZATION_TOKEN: Api =
    read("ecr", "GetAuthorizationToken", r#"{"registryIds":["$account"]}"#);
pub(crate) const BATCH_GET_IMAGE: Api = read("ecr", "BatchGetImage", r#"{"registryId":"$account","repositoryName":"$repository","imageIds":[{"imageDigest":"sha256:$digest"}],"acceptedMediaTypes":["application/vnd.oci.image.manifest.v1+json","application/vnd.docker.distribution.manifest.v2+json"]}"#).touching(r#"{"accountId":"$account","ARN":"arn:aws:ecr:$region:$account:repository/$repository"}"#);
pub(crate) const PUT_IMAGE: Api = write("ecr", "PutImage", r#"{"registryId":"$account","repositoryName":"$repository","imageManifest":"{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\"}","imageTag":"$number"}"#, r#"{"image":{"registryId":"$account","repositoryName":"$repository","imageId":{"imageDigest":"sha256:$digest","imageTag":"$number"}}}"#).touching(r#"{"accountId":"$account","ARN":"arn:aws:ecr:$region:$account:repository/$repository"}"#);

pub(crate) const DESCRIBE_STACKS: Api = read("cloudformation", "DescribeStacks", r#"{"stackName":"$stack"}"#);
pub(crate) const DESCRIBE_STACK_EVENTS: Api = read(
    "cloudformation",
    "DescribeStackEvents",
    r#"{"stackName":"arn:aws:cloudformation:$region:$account:stack/$stack/0a1b2c3d-example"}"#,
);
pub(crate) const CREATE_CHANGE_SET: Api = write(
    "cloudformation",
    "CreateChangeSet",
    r#"{"stackName":"$stack","changeSetName":"deploy-$number","capabilities":["CAPABILITY_IAM"],"parameters":[{"parameterKey":"Stage","parameterValue":"prod"}],"templateURL":"https://cat-deployments.s3.$region.amazonaws.com/$digest.template","tags":[]}"#,
    r#"{"id":"arn:aws:cloudformation:$region:$account:changeSet/deploy-$number/$uuid2","stackId":"arn:aws:cloudformation:$region:$account:stack/$stack/0a1b2c3d-example"}"#,
);
pub(crate) const EXECUTE_CHANGE_SET: Api = write(
    "cloudformation",
    "ExecuteChangeSet",
    r#"{"stackName":"$stack","changeSetName":"deploy-$number","clientRequestToken":"$uuid2"}"#,
    "null",
);
