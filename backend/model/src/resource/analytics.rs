//! Looking at much data: Athena, Glue, Lake Formation, EMR, QuickSight.
//! What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[ATHENA, GLUE, LAKE_FORMATION, EMR, EMR_SERVERLESS, QUICKSIGHT];

const ATHENA: Service = Service {
    otherwise: &[("WorkGroup", "req.workGroup")],
    ..Service::new(
        "athena.amazonaws.com",
        "AWS::Athena",
        &[
            ("CreateWorkGroup", &[("WorkGroup", "req.name")]),
            ("*DataCatalog", &[("DataCatalog", "req.name")]),
            ("*CapacityReservation", &[("CapacityReservation", "req.name")]),
            ("*NamedQuery", &[("NamedQuery", "req.namedQueryId"), ("NamedQuery", "res.namedQueryId")]),
            (
                "*PreparedStatement",
                &[("PreparedStatement", "req.statementName"), ("WorkGroup", "req.workGroup")],
            ),
            TAGS,
        ],
    )
};

const GLUE_TABLE: &[Row] = &[
    ("Table", "req.tableInput.name"),
    ("Table", "req.name"),
    ("Table", "req.tablesToDelete[]"),
    ("Database", "req.databaseName"),
];

const GLUE: Service = Service {
    otherwise: &[
        ("Table", "req.tableName"),
        ("Database", "req.databaseName"),
        ("Job", "req.jobName"),
        ("MLTransform", "req.transformId"),
    ],
    ..Service::new(
        "glue.amazonaws.com",
        "AWS::Glue",
        &[
            (
                "CreateDatabase UpdateDatabase DeleteDatabase",
                &[("Database", "req.databaseInput.name"), ("Database", "req.name")],
            ),
            ("CreateTable UpdateTable DeleteTable BatchDeleteTable", GLUE_TABLE),
            ("*Job *JobRun", &[("Job", "req.jobName"), ("Job", "req.name")]),
            ("*Crawler *CrawlerSchedule", &[("Crawler", "req.name"), ("Crawler", "req.crawlerName")]),
            ("*Trigger", &[("Trigger", "req.name")]),
            ("*Workflow *WorkflowRun", &[("Workflow", "req.name")]),
            (
                "CreateConnection UpdateConnection DeleteConnection",
                &[
                    ("Connection", "req.connectionInput.name"),
                    ("Connection", "req.name"),
                    ("Connection", "req.connectionName"),
                ],
            ),
            ("*DevEndpoint", &[("DevEndpoint", "req.endpointName")]),
            ("*SecurityConfiguration", &[("SecurityConfiguration", "req.name")]),
            ("*DataQualityRuleset", &[("DataQualityRuleset", "req.name")]),
            ("CreateMLTransform", &[("MLTransform", "res.transformId"), ("MLTransform", "req.name")]),
            (
                "*Registry",
                &[
                    ("Registry", "req.registryName"),
                    ("Registry", "req.registryId.registryName"),
                    ("Registry", "req.registryId.registryArn"),
                ],
            ),
            (
                "*Schema *SchemaVersion *SchemaVersions",
                &[
                    ("Schema", "req.schemaName"),
                    ("Schema", "req.schemaId.schemaName"),
                    ("Schema", "req.schemaId.schemaArn"),
                ],
            ),
            ("*ResourcePolicy", &[("", "req.resourceArn")]),
            TAGS,
        ],
    )
};

const LAKE_FORMATION: Service = Service {
    otherwise: &[("Resource", "req.resourceArn"), ("Tag", "req.tagKey")],
    ..Service::new(
        "lakeformation.amazonaws.com",
        "AWS::LakeFormation",
        &[(
            "GrantPermissions RevokePermissions",
            &[
                ("AWS::Glue::Table", "req.resource.table.name"),
                ("AWS::Glue::Database", "req.resource.table.databaseName"),
                ("AWS::Glue::Database", "req.resource.database.name"),
                ("Resource", "req.resource.dataLocation.resourceArn"),
            ],
        )],
    )
};

const EMR: Service = Service {
    otherwise: &[
        ("Cluster", "req.clusterId"),
        ("Cluster", "req.jobFlowId"),
        ("Cluster", "req.jobFlowIds[]"),
        ("Studio", "req.studioId"),
        ("", "req.resourceId"),
    ],
    ..Service::new(
        "elasticmapreduce.amazonaws.com",
        "AWS::EMR",
        &[
            ("RunJobFlow", &[("Cluster", "res.jobFlowId"), ("Cluster", "req.name")]),
            ("*SecurityConfiguration", &[("SecurityConfiguration", "req.name")]),
            ("CreateStudio", &[("Studio", "res.studioId"), ("Studio", "req.name")]),
        ],
    )
};

const EMR_SERVERLESS: Service = Service {
    otherwise: &[("Application", "req.applicationId")],
    ..Service::new(
        "emr-serverless.amazonaws.com",
        "AWS::EMRServerless",
        &[("CreateApplication", &[("Application", "res.applicationId"), ("Application", "req.name")]), TAGS],
    )
};

const QUICKSIGHT: Service = Service {
    otherwise: &[
        ("Analysis", "req.analysisId"),
        ("Dashboard", "req.dashboardId"),
        ("DataSet", "req.dataSetId"),
        ("DataSource", "req.dataSourceId"),
        ("Template", "req.templateId"),
        ("Theme", "req.themeId"),
        ("Topic", "req.topicId"),
        ("Folder", "req.folderId"),
        ("Group", "req.groupName"),
        ("User", "req.userName"),
    ],
    ..Service::new("quicksight.amazonaws.com", "AWS::QuickSight", &[TAGS])
};
