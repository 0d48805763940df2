//! From source to what runs: CodeCommit, CodeBuild, CodeDeploy, CodePipeline, CodeArtifact, AppConfig, Image
//! Builder, CloudFormation. The type of pipelines is of AWS's list; what a line names follows from the shape of
//! the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[
    CODECOMMIT,
    CODEBUILD,
    CODEDEPLOY,
    CODEPIPELINE,
    CODEARTIFACT,
    CONNECTIONS,
    OLDER_CONNECTIONS,
    APPCONFIG,
    IMAGE_BUILDER,
    CLOUDFORMATION,
];

const CODECOMMIT: Service = Service {
    otherwise: &[("Repository", "req.repositoryName"), ("Repository", "req.repositoryNames[]")],
    ..Service::new(
        "codecommit.amazonaws.com",
        "AWS::CodeCommit",
        &[
            ("UpdateRepositoryName", &[("Repository", "req.oldName"), ("Repository", "req.newName")]),
            ("CreatePullRequest", &[("Repository", "req.targets.repositoryName")]),
            TAGS,
        ],
    )
};

const CODEBUILD: Service = Service {
    otherwise: &[("Project", "req.projectName"), ("Project", "req.projectArn"), ("", "req.arn")],
    ..Service::new(
        "codebuild.amazonaws.com",
        "AWS::CodeBuild",
        &[
            ("CreateProject UpdateProject DeleteProject", &[("Project", "req.name")]),
            ("StopBuild RetryBuild StopBuildBatch RetryBuildBatch DeleteBuildBatch", &[("Build", "req.id")]),
            ("BatchDeleteBuilds", &[("Build", "req.ids[]")]),
            (
                "*ReportGroup",
                &[
                    ("ReportGroup", "req.name"),
                    ("ReportGroup", "req.arn"),
                    ("ReportGroup", "res.reportGroup.arn"),
                ],
            ),
            ("*Fleet", &[("Fleet", "req.name"), ("Fleet", "req.arn"), ("Fleet", "res.fleet.arn")]),
            ("*SourceCredentials", &[("SourceCredential", "req.arn"), ("SourceCredential", "res.arn")]),
            ("*ResourcePolicy", &[("", "req.resourceArn")]),
        ],
    )
};

const CODEDEPLOY: Service = Service {
    otherwise: &[
        ("DeploymentGroup", "req.deploymentGroupName"),
        ("DeploymentGroup", "req.currentDeploymentGroupName"),
        ("Application", "req.applicationName"),
        ("DeploymentConfig", "req.deploymentConfigName"),
        ("Deployment", "req.deploymentId"),
    ],
    ..Service::new("codedeploy.amazonaws.com", "AWS::CodeDeploy", &[TAGS])
};

const CODEPIPELINE: Service = Service {
    otherwise: &[("Pipeline", "req.name"), ("Pipeline", "req.pipelineName")],
    ..Service::new(
        "codepipeline.amazonaws.com",
        "AWS::CodePipeline",
        &[
            ("CreatePipeline UpdatePipeline", &[("Pipeline", "req.pipeline.name")]),
            ("PutWebhook DeleteWebhook", &[("Webhook", "req.webhook.name"), ("Webhook", "req.name")]),
            TAGS,
        ],
    )
};

const CODEARTIFACT: Service = Service {
    otherwise: &[("Repository", "req.repository"), ("Domain", "req.domain")],
    ..Service::new("codeartifact.amazonaws.com", "AWS::CodeArtifact", &[TAGS])
};

const CONNECTION: &[Row] = &[
    ("Connection", "req.connectionName"),
    ("Connection", "req.connectionArn"),
    ("Connection", "res.connectionArn"),
    ("Host", "req.hostArn"),
];

const CONNECTIONS: Service = Service {
    otherwise: CONNECTION,
    ..Service::new("codeconnections.amazonaws.com", "AWS::CodeConnections", &[TAGS])
};

/// The same, as it was called before 2024.
const OLDER_CONNECTIONS: Service = Service {
    otherwise: CONNECTION,
    ..Service::new("codestar-connections.amazonaws.com", "AWS::CodeStarConnections", &[TAGS])
};

const APPCONFIG: Service = Service {
    otherwise: &[
        ("ConfigurationProfile", "req.configurationProfileId"),
        ("Environment", "req.environmentId"),
        ("Application", "req.applicationId"),
        ("DeploymentStrategy", "req.deploymentStrategyId"),
    ],
    ..Service::new(
        "appconfig.amazonaws.com",
        "AWS::AppConfig",
        &[
            ("CreateApplication", &[("Application", "res.id"), ("Application", "req.name")]),
            ("CreateEnvironment", &[("Environment", "res.id"), ("Application", "req.applicationId")]),
            (
                "CreateConfigurationProfile",
                &[("ConfigurationProfile", "res.id"), ("Application", "req.applicationId")],
            ),
            TAGS,
        ],
    )
};

const IMAGE_BUILDER: Service = Service {
    otherwise: &[
        ("ImagePipeline", "req.imagePipelineArn"),
        ("ImageRecipe", "req.imageRecipeArn"),
        ("Image", "req.imageBuildVersionArn"),
        ("Component", "req.componentBuildVersionArn"),
        ("InfrastructureConfiguration", "req.infrastructureConfigurationArn"),
    ],
    ..Service::new(
        "imagebuilder.amazonaws.com",
        "AWS::ImageBuilder",
        &[
            (
                "CreateImagePipeline",
                &[("ImagePipeline", "req.name"), ("ImagePipeline", "res.imagePipelineArn")],
            ),
            ("CreateImageRecipe", &[("ImageRecipe", "req.name"), ("ImageRecipe", "res.imageRecipeArn")]),
            ("CreateComponent", &[("Component", "req.name"), ("Component", "res.componentBuildVersionArn")]),
            ("CreateImage", &[("Image", "res.imageBuildVersionArn"), ("ImageRecipe", "req.imageRecipeArn")]),
            TAGS,
        ],
    )
};

const CLOUDFORMATION: Service = Service {
    otherwise: &[("Stack", "req.stackName")],
    ..Service::new(
        "cloudformation.amazonaws.com",
        "AWS::CloudFormation",
        &[
            ("Describe* Get* List*", &[]),
            ("CreateStack UpdateStack", &[("Stack", "req.stackName"), ("Stack", "res.stackId")]),
            ("*ChangeSet", &[("ChangeSet", "req.changeSetName"), ("Stack", "req.stackName")]),
            ("*StackSet *StackInstances", &[("StackSet", "req.stackSetName")]),
        ],
    )
};
