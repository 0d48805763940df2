//! What runs without a server of one's own: Lambda, ECS, EKS, ECR. Lambda's
//! lines and pods' credentials are as seen on AWS; what else a line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[LAMBDA, ECS, EKS, EKS_AUTH, ECR, ECR_PUBLIC];

const LAMBDA: Service = service! {"
    lambda.amazonaws.com: AWS::Lambda
    Get* List* *EventInvokeConfig:
    CreateFunction DeleteFunction UpdateFunctionCode UpdateFunctionConfiguration PublishVersion:
        Function req.functionName
    AddPermission RemovePermission *Alias *FunctionConcurrency *FunctionUrlConfig Invoke InvokeFunction:
        Function req.functionName
    *EventSourceMapping: Function req.functionName, EventSourceMapping req.uUID res.uUID
    *LayerVersion *LayerVersionPermission: LayerVersion req.layerName
    *CodeSigningConfig: CodeSigningConfig req.codeSigningConfigArn res.codeSigningConfig.codeSigningConfigArn,
        Function req.functionName
    TagResource UntagResource: Function req.resource
    otherwise: Function req.functionName
"};

const ECS: Service = service! {"
    ecs.amazonaws.com: AWS::ECS
    CreateCluster: Cluster req.clusterName res.cluster.clusterArn
    CreateService: Service req.serviceName, Cluster req.cluster
    UpdateService DeleteService: Service req.service, Cluster req.cluster
    RegisterTaskDefinition: TaskDefinition res.taskDefinition.taskDefinitionArn
    DeregisterTaskDefinition: TaskDefinition req.taskDefinition
    StopTask ExecuteCommand: Task req.task, Cluster req.cluster
    *CapacityProvider: CapacityProvider req.name req.capacityProvider
    CreateTaskSet: TaskSet res.taskSet.taskSetArn, Service req.service, Cluster req.cluster
    UpdateTaskSet DeleteTaskSet: TaskSet req.taskSet, Service req.service, Cluster req.cluster
    RegisterContainerInstance:
        Cluster req.cluster, ContainerInstance res.containerInstance.containerInstanceArn
    DeregisterContainerInstance: Cluster req.cluster, ContainerInstance req.containerInstance
    tags:
    RunTask StartTask: TaskDefinition req.taskDefinition, Cluster req.cluster
    otherwise: Cluster req.cluster
"};

const EKS: Service = service! {"
    eks.amazonaws.com: AWS::EKS
    # Records mostly spell a cluster's name `name`: the path of the request calls it so.
    DescribeCluster: Cluster req.name
    *FargateProfile: FargateProfile req.fargateProfileName, Cluster req.clusterName req.name
    *Addon: Addon req.addonName, Cluster req.clusterName req.name
    *AccessEntry: AccessEntry req.principalArn, Cluster req.clusterName req.name
    *AccessPolicy: AccessEntry req.principalArn, _ req.policyArn, Cluster req.clusterName req.name
    *PodIdentityAssociation: PodIdentityAssociation res.association.associationId req.associationId,
        Cluster req.clusterName req.name
    tags:
    *Nodegroup*: Nodegroup req.nodegroupName, Cluster req.clusterName req.name
    otherwise: Cluster req.clusterName req.name
"};

/// Where pods get their credentials.
const EKS_AUTH: Service = service! {"
    eks-auth.amazonaws.com: AWS::EKS
    otherwise: Cluster req.clusterName
"};

const ECR: Service = service! {"
    ecr.amazonaws.com: AWS::ECR
    CreateRepository: Repository req.repositoryName res.repository.repositoryArn
    *PullThroughCacheRule: PullThroughCacheRule req.ecrRepositoryPrefix
    *RepositoryCreationTemplate: RepositoryCreationTemplate req.prefix
    tags:
    otherwise: Repository req.repositoryName
"};

const ECR_PUBLIC: Service = service! {"
    ecr-public.amazonaws.com: AWS::ECR
    tags:
    otherwise: PublicRepository req.repositoryName
"};
