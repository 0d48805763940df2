//! Files on their way: Transfer Family, DataSync, Storage Gateway. What each line names follows from the
//! shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[TRANSFER, DATASYNC, STORAGE_GATEWAY];

const SERVER: Row = ("Server", "req.serverId");

const TRANSFER: Service = Service {
    otherwise: &[
        ("User", "req.userName"),
        SERVER,
        ("Connector", "req.connectorId"),
        ("Workflow", "req.workflowId"),
        ("Certificate", "req.certificateId"),
        ("Profile", "req.profileId"),
        ("WebApp", "req.webAppId"),
        ("", "req.arn"),
    ],
    ..Service::new(
        "transfer.amazonaws.com",
        "AWS::Transfer",
        &[
            ("CreateServer", &[("Server", "res.serverId")]),
            ("CreateConnector", &[("Connector", "res.connectorId")]),
            ("CreateWorkflow", &[("Workflow", "res.workflowId")]),
            ("CreateWebApp", &[("WebApp", "res.webAppId")]),
            ("CreateAgreement", &[("Agreement", "res.agreementId"), SERVER]),
            ("UpdateAgreement DeleteAgreement", &[("Agreement", "req.agreementId"), SERVER]),
        ],
    )
};

const DATASYNC: Service = Service {
    otherwise: &[
        ("Task", "req.taskArn"),
        ("TaskExecution", "req.taskExecutionArn"),
        ("Location", "req.locationArn"),
        ("Agent", "req.agentArn"),
    ],
    ..Service::new(
        "datasync.amazonaws.com",
        "AWS::DataSync",
        &[
            (
                "CreateTask",
                &[
                    ("Task", "res.taskArn"),
                    ("Location", "req.sourceLocationArn"),
                    ("Location", "req.destinationLocationArn"),
                ],
            ),
            ("CreateLocationS3", &[("Location", "res.locationArn"), ("AWS::S3::Bucket", "req.s3BucketArn")]),
            ("CreateLocation*", &[("Location", "res.locationArn")]),
            ("CreateAgent", &[("Agent", "res.agentArn"), ("Agent", "req.agentName")]),
            ("StartTaskExecution", &[("Task", "req.taskArn"), ("TaskExecution", "res.taskExecutionArn")]),
            TAGS,
        ],
    )
};

const STORAGE_GATEWAY: Service = Service {
    otherwise: &[
        ("FileShare", "req.fileShareARN"),
        ("Volume", "req.volumeARN"),
        ("Tape", "req.tapeARN"),
        ("Gateway", "req.gatewayARN"),
        ("", "req.resourceARN"),
    ],
    ..Service::new(
        "storagegateway.amazonaws.com",
        "AWS::StorageGateway",
        &[
            ("ActivateGateway", &[("Gateway", "res.gatewayARN"), ("Gateway", "req.gatewayName")]),
            (
                "CreateNFSFileShare CreateSMBFileShare",
                &[("FileShare", "res.fileShareARN"), ("Gateway", "req.gatewayARN")],
            ),
        ],
    )
};
