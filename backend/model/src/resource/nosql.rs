//! Databases that are not relational, and caches: DynamoDB, Keyspaces, Timestream, ElastiCache, MemoryDB,
//! DAX, OpenSearch, CloudSearch. DynamoDB's lines are as seen on AWS; what the others name follows from the
//! shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[
    DYNAMODB,
    KEYSPACES,
    TIMESTREAM,
    ELASTICACHE,
    MEMORYDB,
    DAX,
    OPENSEARCH,
    OPENSEARCH_SERVERLESS,
    CLOUDSEARCH,
];

const TABLE: &[Row] = &[
    ("Table", "req.tableName"),
    ("Table", "req.targetTableName"),
    ("Table", "req.tableArn"),
    ("", "req.resourceArn"),
];

/// Its records list the table themselves; AWS shows nothing for backups and global tables.
const DYNAMODB: Service = Service {
    otherwise: TABLE,
    ..Service::new(
        "dynamodb.amazonaws.com",
        "AWS::DynamoDB",
        &[("CreateBackup DeleteBackup DescribeBackup", &[]), ("*GlobalTable DescribeGlobalTable", &[])],
    )
};

const KEYSPACES: Service = Service {
    otherwise: &[("Table", "req.tableName"), ("Keyspace", "req.keyspaceName")],
    ..Service::new("cassandra.amazonaws.com", "AWS::Cassandra", &[TAGS])
};

const TIMESTREAM: Service = Service {
    otherwise: &[("Table", "req.tableName"), ("Database", "req.databaseName")],
    ..Service::new("timestream.amazonaws.com", "AWS::Timestream", &[TAGS])
};

const CACHE_CLUSTER: Row = ("CacheCluster", "req.cacheClusterId");
const REPLICATION_GROUP: Row = ("ReplicationGroup", "req.replicationGroupId");

const ELASTICACHE: Service = Service {
    otherwise: &[
        CACHE_CLUSTER,
        REPLICATION_GROUP,
        ("GlobalReplicationGroup", "req.globalReplicationGroupId"),
        ("ServerlessCache", "req.serverlessCacheName"),
        ("", "req.resourceName"),
    ],
    ..Service::new(
        "elasticache.amazonaws.com",
        "AWS::ElastiCache",
        &[
            (
                "CreateSnapshot DeleteSnapshot",
                &[("Snapshot", "req.snapshotName"), CACHE_CLUSTER, REPLICATION_GROUP],
            ),
            (
                "CopySnapshot",
                &[("Snapshot", "req.sourceSnapshotName"), ("Snapshot", "req.targetSnapshotName")],
            ),
            ("*CacheParameterGroup", &[("ParameterGroup", "req.cacheParameterGroupName")]),
            ("*CacheSubnetGroup", &[("SubnetGroup", "req.cacheSubnetGroupName")]),
            ("*CacheSecurityGroup*", &[("SecurityGroup", "req.cacheSecurityGroupName")]),
            ("*UserGroup", &[("UserGroup", "req.userGroupId")]),
            ("*User", &[("User", "req.userId")]),
            (
                "CreateGlobalReplicationGroup",
                &[
                    ("GlobalReplicationGroup", "res.globalReplicationGroup.globalReplicationGroupId"),
                    ("ReplicationGroup", "req.primaryReplicationGroupId"),
                ],
            ),
        ],
    )
};

const MEMORYDB: Service = Service {
    otherwise: &[("Cluster", "req.clusterName"), ("MultiRegionCluster", "req.multiRegionClusterName")],
    ..Service::new(
        "memorydb.amazonaws.com",
        "AWS::MemoryDB",
        &[
            (
                "CreateSnapshot DeleteSnapshot",
                &[("Snapshot", "req.snapshotName"), ("Cluster", "req.clusterName")],
            ),
            ("CreateACL UpdateACL DeleteACL", &[("ACL", "req.aCLName")]),
            ("CreateUser UpdateUser DeleteUser", &[("User", "req.userName")]),
            ("*SubnetGroup", &[("SubnetGroup", "req.subnetGroupName")]),
            ("*ParameterGroup", &[("ParameterGroup", "req.parameterGroupName")]),
            TAGS,
        ],
    )
};

const DAX: Service = Service {
    otherwise: &[("Cluster", "req.clusterName"), ("", "req.resourceName")],
    ..Service::new(
        "dax.amazonaws.com",
        "AWS::DAX",
        &[
            ("*ParameterGroup", &[("ParameterGroup", "req.parameterGroupName")]),
            ("*SubnetGroup", &[("SubnetGroup", "req.subnetGroupName")]),
        ],
    )
};

const DOMAIN: &[Row] = &[("Domain", "req.domainName")];

const OPENSEARCH: Service = Service {
    otherwise: DOMAIN,
    ..Service::new(
        "es.amazonaws.com",
        "AWS::OpenSearchService",
        &[
            // The API of 2015 names them in its own words; a domain is the same thing in both.
            ("*ElasticsearchDomain *ElasticsearchDomainConfig", DOMAIN),
            ("CreateApplication", &[("Application", "res.id"), ("Application", "req.name")]),
            ("UpdateApplication DeleteApplication", &[("Application", "req.id")]),
            ("CreatePackage", &[("Package", "res.packageDetails.packageID"), ("Package", "req.packageName")]),
            ("*Package", &[("Package", "req.packageID"), ("Domain", "req.domainName")]),
            ("AddTags RemoveTags", &[("", "req.aRN")]),
        ],
    )
};

const OPENSEARCH_SERVERLESS: Service = Service {
    otherwise: &[("Collection", "req.collectionId")],
    ..Service::new(
        "aoss.amazonaws.com",
        "AWS::OpenSearchServerless",
        &[
            (
                "CreateCollection",
                &[("Collection", "req.name"), ("Collection", "res.createCollectionDetail.id")],
            ),
            ("UpdateCollection DeleteCollection", &[("Collection", "req.id")]),
            ("*Index", &[("Index", "req.indexName"), ("Collection", "req.id")]),
            ("*AccessPolicy", &[("AccessPolicy", "req.name")]),
            ("*SecurityPolicy", &[("SecurityPolicy", "req.name")]),
            ("*LifecyclePolicy", &[("LifecyclePolicy", "req.name")]),
            ("*SecurityConfig", &[("SecurityConfig", "req.id"), ("SecurityConfig", "req.name")]),
            ("*VpcEndpoint", &[("VpcEndpoint", "req.id"), ("VpcEndpoint", "req.name")]),
            TAGS,
        ],
    )
};

const CLOUDSEARCH: Service =
    Service { otherwise: DOMAIN, ..Service::new("cloudsearch.amazonaws.com", "AWS::CloudSearch", &[]) };
