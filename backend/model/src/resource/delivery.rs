//! From source to what runs: CodeCommit, CodeBuild, CodeDeploy, CodePipeline, CodeArtifact, AppConfig, Image
//! Builder, CloudFormation. The type of pipelines is of AWS's list; what a line names follows from the shape of
//! the API.

use super::rule::{Service, service};

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

const CODECOMMIT: Service = service! {"
    codecommit.amazonaws.com: AWS::CodeCommit
    UpdateRepositoryName: Repository req.oldName req.newName
    CreatePullRequest: Repository req.targets.repositoryName
    tags:
    otherwise: Repository req.repositoryName req.repositoryNames[]
"};

const CODEBUILD: Service = service! {"
    codebuild.amazonaws.com: AWS::CodeBuild
    CreateProject UpdateProject DeleteProject: Project req.name
    StopBuild RetryBuild StopBuildBatch RetryBuildBatch DeleteBuildBatch: Build req.id
    BatchDeleteBuilds: Build req.ids[]
    *ReportGroup: ReportGroup req.name req.arn res.reportGroup.arn
    *Fleet: Fleet req.name req.arn res.fleet.arn
    *SourceCredentials: SourceCredential req.arn res.arn
    *ResourcePolicy: _ req.resourceArn
    otherwise: Project req.projectName req.projectArn, _ req.arn
"};

const CODEDEPLOY: Service = service! {"
    codedeploy.amazonaws.com: AWS::CodeDeploy
    tags:
    otherwise: DeploymentGroup req.deploymentGroupName req.currentDeploymentGroupName,
        Application req.applicationName, DeploymentConfig req.deploymentConfigName,
        Deployment req.deploymentId
"};

const CODEPIPELINE: Service = service! {"
    codepipeline.amazonaws.com: AWS::CodePipeline
    CreatePipeline UpdatePipeline: Pipeline req.pipeline.name
    PutWebhook DeleteWebhook: Webhook req.webhook.name req.name
    tags:
    otherwise: Pipeline req.name req.pipelineName
"};

const CODEARTIFACT: Service = service! {"
    codeartifact.amazonaws.com: AWS::CodeArtifact
    tags:
    otherwise: Repository req.repository, Domain req.domain
"};

const CONNECTIONS: Service = service! {"
    codeconnections.amazonaws.com: AWS::CodeConnections
    tags:
    otherwise: Connection req.connectionName req.connectionArn res.connectionArn, Host req.hostArn
"};

/// The same, as it was called before 2024.
const OLDER_CONNECTIONS: Service = service! {"
    codestar-connections.amazonaws.com: AWS::CodeStarConnections
    tags:
    otherwise: Connection req.connectionName req.connectionArn res.connectionArn, Host req.hostArn
"};

const APPCONFIG: Service = service! {"
    appconfig.amazonaws.com: AWS::AppConfig
    CreateApplication: Application res.id req.name
    CreateEnvironment: Environment res.id, Application req.applicationId
    CreateConfigurationProfile: ConfigurationProfile res.id, Application req.applicationId
    tags:
    otherwise: ConfigurationProfile req.configurationProfileId, Environment req.environmentId,
        Application req.applicationId, DeploymentStrategy req.deploymentStrategyId
"};

const IMAGE_BUILDER: Service = service! {"
    imagebuilder.amazonaws.com: AWS::ImageBuilder
    CreateImagePipeline: ImagePipeline req.name res.imagePipelineArn
    CreateImageRecipe: ImageRecipe req.name res.imageRecipeArn
    CreateComponent: Component req.name res.componentBuildVersionArn
    CreateImage: Image res.imageBuildVersionArn, ImageRecipe req.imageRecipeArn
    tags:
    otherwise: ImagePipeline req.imagePipelineArn, ImageRecipe req.imageRecipeArn,
        Image req.imageBuildVersionArn, Component req.componentBuildVersionArn,
        InfrastructureConfiguration req.infrastructureConfigurationArn
"};

const CLOUDFORMATION: Service = service! {"
    cloudformation.amazonaws.com: AWS::CloudFormation
    Describe* Get* List*:
    CreateStack UpdateStack: Stack req.stackName res.stackId
    *ChangeSet: ChangeSet req.changeSetName, Stack req.stackName
    *StackSet *StackInstances: StackSet req.stackSetName
    otherwise: Stack req.stackName
"};
