//! Files on their way: Transfer Family, DataSync, Storage Gateway. What each line names follows from the
//! shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[TRANSFER, DATASYNC, STORAGE_GATEWAY];

const TRANSFER: Service = service! {"
    transfer.amazonaws.com: AWS::Transfer
    CreateServer: Server res.serverId
    CreateConnector: Connector res.connectorId
    CreateWorkflow: Workflow res.workflowId
    CreateWebApp: WebApp res.webAppId
    CreateAgreement: Agreement res.agreementId, Server req.serverId
    UpdateAgreement DeleteAgreement: Agreement req.agreementId, Server req.serverId
    otherwise: User req.userName, Server req.serverId, Connector req.connectorId, Workflow req.workflowId,
        Certificate req.certificateId, Profile req.profileId, WebApp req.webAppId, _ req.arn
"};

const DATASYNC: Service = service! {"
    datasync.amazonaws.com: AWS::DataSync
    CreateTask: Task res.taskArn, Location req.sourceLocationArn req.destinationLocationArn
    CreateLocationS3: Location res.locationArn, AWS::S3::Bucket req.s3BucketArn
    CreateLocation*: Location res.locationArn
    CreateAgent: Agent res.agentArn req.agentName
    StartTaskExecution: Task req.taskArn, TaskExecution res.taskExecutionArn
    tags:
    otherwise:
        Task req.taskArn, TaskExecution req.taskExecutionArn, Location req.locationArn, Agent req.agentArn
"};

const STORAGE_GATEWAY: Service = service! {"
    storagegateway.amazonaws.com: AWS::StorageGateway
    ActivateGateway: Gateway res.gatewayARN req.gatewayName
    CreateNFSFileShare CreateSMBFileShare: FileShare res.fileShareARN, Gateway req.gatewayARN
    otherwise: FileShare req.fileShareARN, Volume req.volumeARN, Tape req.tapeARN, Gateway req.gatewayARN,
        _ req.resourceARN
"};
