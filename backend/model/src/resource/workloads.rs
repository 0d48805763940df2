//! What runs without a server of one's own: Lambda, ECS, EKS, ECR. Lambda's
//! lines and pods' credentials are as seen on AWS; what else a line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[LAMBDA, ECS, EKS, EKS_AUTH, ECR, ECR_PUBLIC];

const FUNCTION: &[Row] = &[("Function", "req.functionName")];

const LAMBDA: Service = Service {
    otherwise: FUNCTION,
    ..Service::new(
        "lambda.amazonaws.com",
        "AWS::Lambda",
        &[
            ("Get* List* *EventInvokeConfig", &[]),
            (
                "CreateFunction DeleteFunction UpdateFunctionCode UpdateFunctionConfiguration PublishVersion",
                FUNCTION,
            ),
            (
                "AddPermission RemovePermission *Alias *FunctionConcurrency *FunctionUrlConfig Invoke InvokeFunction",
                FUNCTION,
            ),
            (
                "*EventSourceMapping",
                &[
                    ("Function", "req.functionName"),
                    ("EventSourceMapping", "req.uUID"),
                    ("EventSourceMapping", "res.uUID"),
                ],
            ),
            ("*LayerVersion *LayerVersionPermission", &[("LayerVersion", "req.layerName")]),
            (
                "*CodeSigningConfig",
                &[
                    ("CodeSigningConfig", "req.codeSigningConfigArn"),
                    ("CodeSigningConfig", "res.codeSigningConfig.codeSigningConfigArn"),
                    ("Function", "req.functionName"),
                ],
            ),
            ("TagResource UntagResource", &[("Function", "req.resource")]),
        ],
    )
};

const ECS: Service = Service {
    otherwise: &[("Cluster", "req.cluster")],
    ..Service::new(
        "ecs.amazonaws.com",
        "AWS::ECS",
        &[
            ("CreateCluster", &[("Cluster", "req.clusterName"), ("Cluster", "res.cluster.clusterArn")]),
            ("CreateService", &[("Service", "req.serviceName"), ("Cluster", "req.cluster")]),
            ("UpdateService DeleteService", &[("Service", "req.service"), ("Cluster", "req.cluster")]),
            ("RegisterTaskDefinition", &[("TaskDefinition", "res.taskDefinition.taskDefinitionArn")]),
            ("DeregisterTaskDefinition", &[("TaskDefinition", "req.taskDefinition")]),
            ("StopTask ExecuteCommand", &[("Task", "req.task"), ("Cluster", "req.cluster")]),
            (
                "*CapacityProvider",
                &[("CapacityProvider", "req.name"), ("CapacityProvider", "req.capacityProvider")],
            ),
            (
                "CreateTaskSet",
                &[
                    ("TaskSet", "res.taskSet.taskSetArn"),
                    ("Service", "req.service"),
                    ("Cluster", "req.cluster"),
                ],
            ),
            (
                "UpdateTaskSet DeleteTaskSet",
                &[("TaskSet", "req.taskSet"), ("Service", "req.service"), ("Cluster", "req.cluster")],
            ),
            (
                "RegisterContainerInstance",
                &[
                    ("Cluster", "req.cluster"),
                    ("ContainerInstance", "res.containerInstance.containerInstanceArn"),
                ],
            ),
            (
                "DeregisterContainerInstance",
                &[("Cluster", "req.cluster"), ("ContainerInstance", "req.containerInstance")],
            ),
            TAGS,
            ("RunTask StartTask", &[("TaskDefinition", "req.taskDefinition"), ("Cluster", "req.cluster")]),
        ],
    )
};

const CLUSTER: Row = ("Cluster", "req.clusterName");
/// How records mostly spell it: the path of the request calls it so.
const IN_PATH: Row = ("Cluster", "req.name");

const EKS: Service = Service {
    otherwise: &[CLUSTER, IN_PATH],
    ..Service::new(
        "eks.amazonaws.com",
        "AWS::EKS",
        &[
            ("DescribeCluster", &[IN_PATH]),
            ("*FargateProfile", &[("FargateProfile", "req.fargateProfileName"), CLUSTER, IN_PATH]),
            ("*Addon", &[("Addon", "req.addonName"), CLUSTER, IN_PATH]),
            ("*AccessEntry", &[("AccessEntry", "req.principalArn"), CLUSTER, IN_PATH]),
            (
                "*AccessPolicy",
                &[("AccessEntry", "req.principalArn"), ("", "req.policyArn"), CLUSTER, IN_PATH],
            ),
            (
                "*PodIdentityAssociation",
                &[
                    ("PodIdentityAssociation", "res.association.associationId"),
                    ("PodIdentityAssociation", "req.associationId"),
                    CLUSTER,
                    IN_PATH,
                ],
            ),
            TAGS,
            ("*Nodegroup*", &[("Nodegroup", "req.nodegroupName"), CLUSTER, IN_PATH]),
        ],
    )
};

/// Where pods get their credentials.
const EKS_AUTH: Service = Service {
    otherwise: &[("Cluster", "req.clusterName")],
    ..Service::new("eks-auth.amazonaws.com", "AWS::EKS", &[])
};

const ECR: Service = Service {
    otherwise: &[("Repository", "req.repositoryName")],
    ..Service::new(
        "ecr.amazonaws.com",
        "AWS::ECR",
        &[
            (
                "CreateRepository",
                &[("Repository", "req.repositoryName"), ("Repository", "res.repository.repositoryArn")],
            ),
            ("*PullThroughCacheRule", &[("PullThroughCacheRule", "req.ecrRepositoryPrefix")]),
            ("*RepositoryCreationTemplate", &[("RepositoryCreationTemplate", "req.prefix")]),
            TAGS,
        ],
    )
};

const ECR_PUBLIC: Service = Service {
    otherwise: &[("PublicRepository", "req.repositoryName")],
    ..Service::new("ecr-public.amazonaws.com", "AWS::ECR", &[TAGS])
};
