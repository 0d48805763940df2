//! Looking at much data: Athena, Glue, Lake Formation, EMR, QuickSight.
//! What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[ATHENA, GLUE, LAKE_FORMATION, EMR, EMR_SERVERLESS, QUICKSIGHT];

const ATHENA: Service = service! {"
    athena.amazonaws.com: AWS::Athena
    CreateWorkGroup: WorkGroup req.name
    *DataCatalog: DataCatalog req.name
    *CapacityReservation: CapacityReservation req.name
    *NamedQuery: NamedQuery req.namedQueryId res.namedQueryId
    *PreparedStatement: PreparedStatement req.statementName, WorkGroup req.workGroup
    tags:
    otherwise: WorkGroup req.workGroup
"};

const GLUE: Service = service! {"
    glue.amazonaws.com: AWS::Glue
    CreateDatabase UpdateDatabase DeleteDatabase: Database req.databaseInput.name req.name
    CreateTable UpdateTable DeleteTable BatchDeleteTable:
        Table req.tableInput.name req.name req.tablesToDelete[], Database req.databaseName
    *Job *JobRun: Job req.jobName req.name
    *Crawler *CrawlerSchedule: Crawler req.name req.crawlerName
    *Trigger: Trigger req.name
    *Workflow *WorkflowRun: Workflow req.name
    CreateConnection UpdateConnection DeleteConnection:
        Connection req.connectionInput.name req.name req.connectionName
    *DevEndpoint: DevEndpoint req.endpointName
    *SecurityConfiguration: SecurityConfiguration req.name
    *DataQualityRuleset: DataQualityRuleset req.name
    CreateMLTransform: MLTransform res.transformId req.name
    *Registry: Registry req.registryName req.registryId.registryName req.registryId.registryArn
    *Schema *SchemaVersion *SchemaVersions:
        Schema req.schemaName req.schemaId.schemaName req.schemaId.schemaArn
    *ResourcePolicy: _ req.resourceArn
    tags:
    otherwise: Table req.tableName, Database req.databaseName, Job req.jobName, MLTransform req.transformId
"};

const LAKE_FORMATION: Service = service! {"
    lakeformation.amazonaws.com: AWS::LakeFormation
    GrantPermissions RevokePermissions:
        AWS::Glue::Table req.resource.table.name,
        AWS::Glue::Database req.resource.table.databaseName req.resource.database.name,
        Resource req.resource.dataLocation.resourceArn
    otherwise: Resource req.resourceArn, Tag req.tagKey
"};

const EMR: Service = service! {"
    elasticmapreduce.amazonaws.com: AWS::EMR
    RunJobFlow: Cluster res.jobFlowId req.name
    *SecurityConfiguration: SecurityConfiguration req.name
    CreateStudio: Studio res.studioId req.name
    otherwise: Cluster req.clusterId req.jobFlowId req.jobFlowIds[], Studio req.studioId, _ req.resourceId
"};

const EMR_SERVERLESS: Service = service! {"
    emr-serverless.amazonaws.com: AWS::EMRServerless
    CreateApplication: Application res.applicationId req.name
    tags:
    otherwise: Application req.applicationId
"};

const QUICKSIGHT: Service = service! {"
    quicksight.amazonaws.com: AWS::QuickSight
    tags:
    otherwise: Analysis req.analysisId, Dashboard req.dashboardId, DataSet req.dataSetId,
        DataSource req.dataSourceId, Template req.templateId, Theme req.themeId, Topic req.topicId,
        Folder req.folderId, Group req.groupName, User req.userName
"};
