//! Queues, topics, events, streams, mail: SQS, SNS, EventBridge, Kinesis, Firehose, Kafka, MQ, SES. The lines of
//! SQS, and that AWS shows nothing for rules, are as seen on AWS; what else a line names follows from the
//! shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] =
    &[SQS, SNS, EVENTS, SCHEMAS, KINESIS, KINESIS_ANALYTICS, FIREHOSE, KAFKA, KAFKA_CONNECT, MQ, MAIL];

const SQS: Service = service! {"
    sqs.amazonaws.com: AWS::SQS
    # The URL in both, so that what was created and what was deleted have one name.
    CreateQueue: Queue res.queueUrl
    otherwise: Queue req.queueUrl
"};

const SNS: Service = service! {"
    sns.amazonaws.com: AWS::SNS
    CreateTopic: Topic res.topicArn req.name
    Subscribe: Topic req.topicArn, Subscription res.subscriptionArn
    Unsubscribe *SubscriptionAttributes: Subscription req.subscriptionArn
    *PlatformApplication: PlatformApplication res.platformApplicationArn req.platformApplicationArn
    tags:
    otherwise: Topic req.topicArn
"};

/// AWS shows nothing for rules and targets.
const EVENTS: Service = service! {"
    events.amazonaws.com: AWS::Events
    *Rule *Targets:
    *EventBus *Permission: EventBus req.eventBusName req.name
    *Archive: Archive req.archiveName
    StartReplay CancelReplay: Replay req.replayName
    *Connection: Connection req.name
    *ApiDestination: ApiDestination req.name, Connection req.connectionArn
    *Endpoint: Endpoint req.name
    tags:
"};

const KINESIS: Service = service! {"
    kinesis.amazonaws.com: AWS::Kinesis
    *ResourcePolicy: _ req.resourceARN
    tags:
    otherwise: Stream req.streamName req.streamARN
"};

const FIREHOSE: Service = service! {"
    firehose.amazonaws.com: AWS::KinesisFirehose
    otherwise: DeliveryStream req.deliveryStreamName
"};

const SCHEMAS: Service = service! {"
    schemas.amazonaws.com: AWS::EventSchemas
    tags:
    otherwise: Schema req.schemaName, Registry req.registryName, Discoverer req.discovererId
"};

const KINESIS_ANALYTICS: Service = service! {"
    kinesisanalytics.amazonaws.com: AWS::KinesisAnalyticsV2
    tags:
    otherwise: Application req.applicationName
"};

const MQ: Service = service! {"
    amazonmq.amazonaws.com: AWS::AmazonMQ
    CreateBroker: Broker req.brokerName res.brokerId
    CreateConfiguration: Configuration req.name res.id
    CreateUser UpdateUser DeleteUser: User req.username, Broker req.brokerId
    CreateTags DeleteTags: _ req.resourceArn
    otherwise: Broker req.brokerId, Configuration req.configurationId
"};

/// Both versions of the API record under one source.
const MAIL: Service = service! {"
    ses.amazonaws.com: AWS::SES
    tags:
    otherwise: EmailIdentity req.emailIdentity req.identity req.emailAddress req.domain,
        ConfigurationSet req.configurationSetName req.configurationSet.name,
        ReceiptRule req.rule.name req.ruleName, ReceiptRuleSet req.ruleSetName,
        ContactList req.contactListName, Template req.templateName, DedicatedIpPool req.poolName
"};

const KAFKA: Service = service! {"
    kafka.amazonaws.com: AWS::MSK
    CreateCluster*: Cluster req.clusterName res.clusterArn
    CreateConfiguration UpdateConfiguration DeleteConfiguration: Configuration req.name req.arn res.arn
    CreateReplicator: Replicator req.replicatorName res.replicatorArn
    CreateVpcConnection DeleteVpcConnection:
        VpcConnection res.vpcConnectionArn req.arn, Cluster req.targetClusterArn
    tags:
    otherwise: Cluster req.clusterArn, Replicator req.replicatorArn
"};

const KAFKA_CONNECT: Service = service! {"
    kafkaconnect.amazonaws.com: AWS::KafkaConnect
    CreateConnector: Connector req.connectorName res.connectorArn
    CreateCustomPlugin: CustomPlugin req.name res.customPluginArn
    tags:
    otherwise: Connector req.connectorArn, CustomPlugin req.customPluginArn,
        WorkerConfiguration req.workerConfigurationArn
"};
