//! Machine learning: SageMaker, Bedrock. What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[SAGEMAKER, BEDROCK];

const SAGEMAKER: Service = service! {"
    sagemaker.amazonaws.com: AWS::SageMaker
    CreateDomain: Domain req.domainName res.domainArn
    CreateApp DeleteApp:
        App req.appName, UserProfile req.userProfileName, Space req.spaceName, Domain req.domainId
    AddTags DeleteTags: _ req.resourceArn
    otherwise: NotebookInstance req.notebookInstanceName,
        NotebookInstanceLifecycleConfig req.notebookInstanceLifecycleConfigName,
        StudioLifecycleConfig req.studioLifecycleConfigName, TrainingJob req.trainingJobName,
        ProcessingJob req.processingJobName, TransformJob req.transformJobName,
        HyperParameterTuningJob req.hyperParameterTuningJobName, LabelingJob req.labelingJobName,
        Model req.modelName, ModelPackageGroup req.modelPackageGroupName,
        ModelPackage req.modelPackageName req.modelPackageArn, Endpoint req.endpointName,
        EndpointConfig req.endpointConfigName, InferenceComponent req.inferenceComponentName,
        FeatureGroup req.featureGroupName, Pipeline req.pipelineName, Project req.projectName,
        MonitoringSchedule req.monitoringScheduleName, CodeRepository req.codeRepositoryName,
        Image req.imageName, Cluster req.clusterName, Workteam req.workteamName,
        UserProfile req.userProfileName, Space req.spaceName, Domain req.domainId
"};

/// The models and the agents built on them record under one source.
const BEDROCK: Service = service! {"
    bedrock.amazonaws.com: AWS::Bedrock
    tags:
    CreateAgent: Agent res.agent.agentId req.agentName
    CreateAgentAlias: AgentAlias res.agentAlias.agentAliasId, Agent req.agentId
    UpdateAgentAlias DeleteAgentAlias: AgentAlias req.agentAliasId, Agent req.agentId
    CreateKnowledgeBase: KnowledgeBase res.knowledgeBase.knowledgeBaseId req.name
    CreateDataSource: DataSource res.dataSource.dataSourceId, KnowledgeBase req.knowledgeBaseId
    UpdateDataSource DeleteDataSource StartIngestionJob:
        DataSource req.dataSourceId, KnowledgeBase req.knowledgeBaseId
    CreateGuardrail: Guardrail res.guardrailId req.name
    CreateFlow: Flow res.id req.name
    CreatePrompt: Prompt res.id req.name
    CreateModelCustomizationJob: ModelCustomizationJob req.jobName
    CreateModelInvocationJob: ModelInvocationJob req.jobName
    CreateProvisionedModelThroughput: ProvisionedModel req.provisionedModelName res.provisionedModelArn
    CreateInferenceProfile: InferenceProfile req.inferenceProfileName res.inferenceProfileArn
    otherwise: Agent req.agentId, KnowledgeBase req.knowledgeBaseId, Guardrail req.guardrailIdentifier,
        Flow req.flowIdentifier, Prompt req.promptIdentifier, Model req.modelId req.modelIdentifier,
        ProvisionedModel req.provisionedModelId, InferenceProfile req.inferenceProfileIdentifier,
        _ req.resourceArn
"};
