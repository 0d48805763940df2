//! Machine learning: SageMaker, Bedrock. What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[SAGEMAKER, BEDROCK];

const SAGEMAKER: Service = Service {
    otherwise: &[
        ("NotebookInstance", "req.notebookInstanceName"),
        ("NotebookInstanceLifecycleConfig", "req.notebookInstanceLifecycleConfigName"),
        ("StudioLifecycleConfig", "req.studioLifecycleConfigName"),
        ("TrainingJob", "req.trainingJobName"),
        ("ProcessingJob", "req.processingJobName"),
        ("TransformJob", "req.transformJobName"),
        ("HyperParameterTuningJob", "req.hyperParameterTuningJobName"),
        ("LabelingJob", "req.labelingJobName"),
        ("Model", "req.modelName"),
        ("ModelPackageGroup", "req.modelPackageGroupName"),
        ("ModelPackage", "req.modelPackageName"),
        ("ModelPackage", "req.modelPackageArn"),
        ("Endpoint", "req.endpointName"),
        ("EndpointConfig", "req.endpointConfigName"),
        ("InferenceComponent", "req.inferenceComponentName"),
        ("FeatureGroup", "req.featureGroupName"),
        ("Pipeline", "req.pipelineName"),
        ("Project", "req.projectName"),
        ("MonitoringSchedule", "req.monitoringScheduleName"),
        ("CodeRepository", "req.codeRepositoryName"),
        ("Image", "req.imageName"),
        ("Cluster", "req.clusterName"),
        ("Workteam", "req.workteamName"),
        ("UserProfile", "req.userProfileName"),
        ("Space", "req.spaceName"),
        ("Domain", "req.domainId"),
    ],
    ..Service::new(
        "sagemaker.amazonaws.com",
        "AWS::SageMaker",
        &[
            ("CreateDomain", &[("Domain", "req.domainName"), ("Domain", "res.domainArn")]),
            (
                "CreateApp DeleteApp",
                &[
                    ("App", "req.appName"),
                    ("UserProfile", "req.userProfileName"),
                    ("Space", "req.spaceName"),
                    ("Domain", "req.domainId"),
                ],
            ),
            ("AddTags DeleteTags", &[("", "req.resourceArn")]),
        ],
    )
};

const AGENT: Row = ("Agent", "req.agentId");
const KNOWLEDGE_BASE: Row = ("KnowledgeBase", "req.knowledgeBaseId");

/// The models and the agents built on them record under one source.
const BEDROCK: Service = Service {
    otherwise: &[
        AGENT,
        KNOWLEDGE_BASE,
        ("Guardrail", "req.guardrailIdentifier"),
        ("Flow", "req.flowIdentifier"),
        ("Prompt", "req.promptIdentifier"),
        ("Model", "req.modelId"),
        ("Model", "req.modelIdentifier"),
        ("ProvisionedModel", "req.provisionedModelId"),
        ("InferenceProfile", "req.inferenceProfileIdentifier"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "bedrock.amazonaws.com",
        "AWS::Bedrock",
        &[
            TAGS,
            ("CreateAgent", &[("Agent", "res.agent.agentId"), ("Agent", "req.agentName")]),
            ("CreateAgentAlias", &[("AgentAlias", "res.agentAlias.agentAliasId"), AGENT]),
            ("UpdateAgentAlias DeleteAgentAlias", &[("AgentAlias", "req.agentAliasId"), AGENT]),
            (
                "CreateKnowledgeBase",
                &[("KnowledgeBase", "res.knowledgeBase.knowledgeBaseId"), ("KnowledgeBase", "req.name")],
            ),
            ("CreateDataSource", &[("DataSource", "res.dataSource.dataSourceId"), KNOWLEDGE_BASE]),
            (
                "UpdateDataSource DeleteDataSource StartIngestionJob",
                &[("DataSource", "req.dataSourceId"), KNOWLEDGE_BASE],
            ),
            ("CreateGuardrail", &[("Guardrail", "res.guardrailId"), ("Guardrail", "req.name")]),
            ("CreateFlow", &[("Flow", "res.id"), ("Flow", "req.name")]),
            ("CreatePrompt", &[("Prompt", "res.id"), ("Prompt", "req.name")]),
            ("CreateModelCustomizationJob", &[("ModelCustomizationJob", "req.jobName")]),
            ("CreateModelInvocationJob", &[("ModelInvocationJob", "req.jobName")]),
            (
                "CreateProvisionedModelThroughput",
                &[
                    ("ProvisionedModel", "req.provisionedModelName"),
                    ("ProvisionedModel", "res.provisionedModelArn"),
                ],
            ),
            (
                "CreateInferenceProfile",
                &[
                    ("InferenceProfile", "req.inferenceProfileName"),
                    ("InferenceProfile", "res.inferenceProfileArn"),
                ],
            ),
        ],
    )
};
