//! Databases that are not relational, and caches: DynamoDB, Keyspaces, Timestream, ElastiCache, MemoryDB,
//! DAX, OpenSearch, CloudSearch. DynamoDB's lines are as seen on AWS; what the others name follows from the
//! shape of the API.

use super::rule::{Service, service};

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

/// Its records list the table themselves; AWS shows nothing for backups and global tables.
const DYNAMODB: Service = service! {"
    dynamodb.amazonaws.com: AWS::DynamoDB
    CreateBackup DeleteBackup DescribeBackup:
    *GlobalTable DescribeGlobalTable:
    otherwise: Table req.tableName req.targetTableName req.tableArn, _ req.resourceArn
"};

const KEYSPACES: Service = service! {"
    cassandra.amazonaws.com: AWS::Cassandra
    tags:
    otherwise: Table req.tableName, Keyspace req.keyspaceName
"};

const TIMESTREAM: Service = service! {"
    timestream.amazonaws.com: AWS::Timestream
    tags:
    otherwise: Table req.tableName, Database req.databaseName
"};

const ELASTICACHE: Service = service! {"
    elasticache.amazonaws.com: AWS::ElastiCache
    CreateSnapshot DeleteSnapshot:
        Snapshot req.snapshotName, CacheCluster req.cacheClusterId, ReplicationGroup req.replicationGroupId
    CopySnapshot: Snapshot req.sourceSnapshotName req.targetSnapshotName
    *CacheParameterGroup: ParameterGroup req.cacheParameterGroupName
    *CacheSubnetGroup: SubnetGroup req.cacheSubnetGroupName
    *CacheSecurityGroup*: SecurityGroup req.cacheSecurityGroupName
    *UserGroup: UserGroup req.userGroupId
    *User: User req.userId
    CreateGlobalReplicationGroup:
        GlobalReplicationGroup res.globalReplicationGroup.globalReplicationGroupId,
        ReplicationGroup req.primaryReplicationGroupId
    otherwise: CacheCluster req.cacheClusterId, ReplicationGroup req.replicationGroupId,
        GlobalReplicationGroup req.globalReplicationGroupId, ServerlessCache req.serverlessCacheName,
        _ req.resourceName
"};

const MEMORYDB: Service = service! {"
    memorydb.amazonaws.com: AWS::MemoryDB
    CreateSnapshot DeleteSnapshot: Snapshot req.snapshotName, Cluster req.clusterName
    CreateACL UpdateACL DeleteACL: ACL req.aCLName
    CreateUser UpdateUser DeleteUser: User req.userName
    *SubnetGroup: SubnetGroup req.subnetGroupName
    *ParameterGroup: ParameterGroup req.parameterGroupName
    tags:
    otherwise: Cluster req.clusterName, MultiRegionCluster req.multiRegionClusterName
"};

const DAX: Service = service! {"
    dax.amazonaws.com: AWS::DAX
    *ParameterGroup: ParameterGroup req.parameterGroupName
    *SubnetGroup: SubnetGroup req.subnetGroupName
    otherwise: Cluster req.clusterName, _ req.resourceName
"};

const OPENSEARCH: Service = service! {"
    es.amazonaws.com: AWS::OpenSearchService
    # The API of 2015 names them in its own words; a domain is the same thing in both.
    *ElasticsearchDomain *ElasticsearchDomainConfig: Domain req.domainName
    CreateApplication: Application res.id req.name
    UpdateApplication DeleteApplication: Application req.id
    CreatePackage: Package res.packageDetails.packageID req.packageName
    *Package: Package req.packageID, Domain req.domainName
    AddTags RemoveTags: _ req.aRN
    otherwise: Domain req.domainName
"};

const OPENSEARCH_SERVERLESS: Service = service! {"
    aoss.amazonaws.com: AWS::OpenSearchServerless
    CreateCollection: Collection req.name res.createCollectionDetail.id
    UpdateCollection DeleteCollection: Collection req.id
    *Index: Index req.indexName, Collection req.id
    *AccessPolicy: AccessPolicy req.name
    *SecurityPolicy: SecurityPolicy req.name
    *LifecyclePolicy: LifecyclePolicy req.name
    *SecurityConfig: SecurityConfig req.id req.name
    *VpcEndpoint: VpcEndpoint req.id req.name
    tags:
    otherwise: Collection req.collectionId
"};

const CLOUDSEARCH: Service = service! {"
    cloudsearch.amazonaws.com: AWS::CloudSearch
    otherwise: Domain req.domainName
"};
