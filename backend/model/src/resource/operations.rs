//! Running an account: CloudTrail, Config, Systems Manager, fault injection. The type of trails is of AWS's
//! list; what a line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[CLOUDTRAIL, CONFIG, SSM, FAULTS];

const CLOUDTRAIL: Service = service! {"
    cloudtrail.amazonaws.com: AWS::CloudTrail
    Describe* Get* List* LookupEvents:
    CreateTrail UpdateTrail: Trail res.trailARN req.name, AWS::S3::Bucket req.s3BucketName
    DeleteTrail StartLogging StopLogging: Trail req.name
    PutEventSelectors PutInsightSelectors: Trail req.trailName
    *EventDataStore *EventDataStoreIngestion: EventDataStore res.eventDataStoreArn req.eventDataStore
    *Channel: Channel res.channelArn req.channel req.name
    AddTags RemoveTags: _ req.resourceId
    *ResourcePolicy: _ req.resourceArn
    otherwise: Trail req.trailName req.name
"};

const CONFIG: Service = service! {"
    config.amazonaws.com: AWS::Config
    Describe* Get* List* Batch* Select*:
    *ConfigurationRecorder:
        ConfigurationRecorder req.configurationRecorderName req.configurationRecorder.name res.name
    *DeliveryChannel: DeliveryChannel req.deliveryChannelName req.deliveryChannel.name
    *ConfigRule: ConfigRule req.configRuleName req.configRule.configRuleName,
        OrganizationConfigRule req.organizationConfigRuleName
    *ConfigurationAggregator: ConfigurationAggregator req.configurationAggregatorName
    *ConformancePack: ConformancePack req.conformancePackName,
        OrganizationConformancePack req.organizationConformancePackName
    PutRemediationConfigurations: ConfigRule req.remediationConfigurations.configRuleName
    DeleteRemediationConfiguration: ConfigRule req.configRuleName
    tags:
"};

const SSM: Service = service! {"
    ssm.amazonaws.com: AWS::SSM
    Describe* List*:
    PutParameter DeleteParameter LabelParameterVersion GetParameter GetParameterHistory: Parameter req.name
    GetParameters DeleteParameters: Parameter req.names[]
    StartSession: AWS::EC2::Instance req.target, Session res.sessionId
    TerminateSession ResumeSession: Session req.sessionId
    SendCommand: Document req.documentName, AWS::EC2::Instance req.instanceIds[]
    # Every agent calls the second every few minutes; its host's name, version and platform are no
    # resources.
    GetCommandInvocation UpdateInstanceInformation: AWS::EC2::Instance req.instanceId
    CreateDocument UpdateDocument DeleteDocument ModifyDocumentPermission GetDocument: Document req.name
    UpdateDocumentDefaultVersion: Document req.name
    StartAutomationExecution: Document req.documentName, AutomationExecution res.automationExecutionId
    StopAutomationExecution SendAutomationSignal: AutomationExecution req.automationExecutionId
    CreateAssociation UpdateAssociation DeleteAssociation:
        Document req.name, Association req.associationId res.associationDescription.associationId,
        AWS::EC2::Instance req.instanceId
    CreateActivation: Activation res.activationId, AWS::IAM::Role req.iamRole
    DeleteActivation: Activation req.activationId
    DeregisterManagedInstance: ManagedInstance req.instanceId
    *MaintenanceWindow: MaintenanceWindow req.windowId res.windowId
    *PatchBaseline*: PatchBaseline req.baselineId res.baselineId
    *ResourceDataSync: ResourceDataSync req.syncName
    *OpsItem: OpsItem req.opsItemId res.opsItemId
    AddTagsToResource RemoveTagsFromResource: _ req.resourceId
"};

const FAULTS: Service = service! {"
    fis.amazonaws.com: AWS::FIS
    *ExperimentTemplate: ExperimentTemplate req.id res.experimentTemplate.id
    StartExperiment: ExperimentTemplate req.experimentTemplateId, Experiment res.experiment.id
    StopExperiment: Experiment req.id
    tags:
"};
