//! What runs without a server of one's own: Lambda, ECS, EKS, ECR.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[LAMBDA, ECS, EKS, EKS_AUTH, ECR];

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
                "AddPermission RemovePermission *Alias *FunctionConcurrency *FunctionUrlConfig InvokeFunction",
                FUNCTION,
            ),
            ("CreateEventSourceMapping", FUNCTION),
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
            ("RunTask StartTask", &[("TaskDefinition", "req.taskDefinition"), ("Cluster", "req.cluster")]),
        ],
    )
};

const EKS: Service = Service {
    otherwise: &[("Cluster", "req.clusterName"), ("Cluster", "req.name")],
    ..Service::new(
        "eks.amazonaws.com",
        "AWS::EKS",
        &[
            ("List*", &[]),
            (
                "*Nodegroup*",
                &[
                    ("Nodegroup", "req.nodegroupName"),
                    ("Cluster", "req.clusterName"),
                    ("Cluster", "req.name"),
                ],
            ),
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
        &[(
            "CreateRepository",
            &[("Repository", "req.repositoryName"), ("Repository", "res.repository.repositoryArn")],
        )],
    )
};
