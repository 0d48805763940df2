//! Queues, topics, events, streams, mail: SQS, SNS, EventBridge, Kinesis, Firehose, Kafka, MQ, SES. The lines of
//! SQS, and that AWS shows nothing for rules, are as seen on AWS; what else a line names follows from the
//! shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] =
    &[SQS, SNS, EVENTS, SCHEMAS, KINESIS, KINESIS_ANALYTICS, FIREHOSE, KAFKA, KAFKA_CONNECT, MQ, MAIL];

const SQS: Service = Service {
    otherwise: &[("Queue", "req.queueUrl")],
    // The URL in both, so that what was created and what was deleted have one name.
    ..Service::new("sqs.amazonaws.com", "AWS::SQS", &[("CreateQueue", &[("Queue", "res.queueUrl")])])
};

const SNS: Service = Service {
    otherwise: &[("Topic", "req.topicArn")],
    ..Service::new(
        "sns.amazonaws.com",
        "AWS::SNS",
        &[
            ("CreateTopic", &[("Topic", "res.topicArn"), ("Topic", "req.name")]),
            ("Subscribe", &[("Topic", "req.topicArn"), ("Subscription", "res.subscriptionArn")]),
            ("Unsubscribe *SubscriptionAttributes", &[("Subscription", "req.subscriptionArn")]),
            (
                "*PlatformApplication",
                &[
                    ("PlatformApplication", "res.platformApplicationArn"),
                    ("PlatformApplication", "req.platformApplicationArn"),
                ],
            ),
            TAGS,
        ],
    )
};

/// AWS shows nothing for rules and targets.
const EVENTS: Service = Service::new(
    "events.amazonaws.com",
    "AWS::Events",
    &[
        ("*Rule *Targets", &[]),
        ("*EventBus *Permission", &[("EventBus", "req.eventBusName"), ("EventBus", "req.name")]),
        ("*Archive", &[("Archive", "req.archiveName")]),
        ("StartReplay CancelReplay", &[("Replay", "req.replayName")]),
        ("*Connection", &[("Connection", "req.name")]),
        ("*ApiDestination", &[("ApiDestination", "req.name"), ("Connection", "req.connectionArn")]),
        ("*Endpoint", &[("Endpoint", "req.name")]),
        TAGS,
    ],
);

const KINESIS: Service = Service {
    otherwise: &[("Stream", "req.streamName"), ("Stream", "req.streamARN")],
    ..Service::new(
        "kinesis.amazonaws.com",
        "AWS::Kinesis",
        &[("*ResourcePolicy", &[("", "req.resourceARN")]), TAGS],
    )
};

const FIREHOSE: Service = Service {
    otherwise: &[("DeliveryStream", "req.deliveryStreamName")],
    ..Service::new("firehose.amazonaws.com", "AWS::KinesisFirehose", &[])
};

const SCHEMAS: Service = Service {
    otherwise: &[
        ("Schema", "req.schemaName"),
        ("Registry", "req.registryName"),
        ("Discoverer", "req.discovererId"),
    ],
    ..Service::new("schemas.amazonaws.com", "AWS::EventSchemas", &[TAGS])
};

const KINESIS_ANALYTICS: Service = Service {
    otherwise: &[("Application", "req.applicationName")],
    ..Service::new("kinesisanalytics.amazonaws.com", "AWS::KinesisAnalyticsV2", &[TAGS])
};

const BROKER: Row = ("Broker", "req.brokerId");

const MQ: Service = Service {
    otherwise: &[BROKER, ("Configuration", "req.configurationId")],
    ..Service::new(
        "amazonmq.amazonaws.com",
        "AWS::AmazonMQ",
        &[
            ("CreateBroker", &[("Broker", "req.brokerName"), ("Broker", "res.brokerId")]),
            ("CreateConfiguration", &[("Configuration", "req.name"), ("Configuration", "res.id")]),
            ("CreateUser UpdateUser DeleteUser", &[("User", "req.username"), BROKER]),
            ("CreateTags DeleteTags", &[("", "req.resourceArn")]),
        ],
    )
};

/// Both versions of the API record under one source.
const MAIL: Service = Service {
    otherwise: &[
        ("EmailIdentity", "req.emailIdentity"),
        ("EmailIdentity", "req.identity"),
        ("EmailIdentity", "req.emailAddress"),
        ("EmailIdentity", "req.domain"),
        ("ConfigurationSet", "req.configurationSetName"),
        ("ConfigurationSet", "req.configurationSet.name"),
        ("ReceiptRule", "req.rule.name"),
        ("ReceiptRule", "req.ruleName"),
        ("ReceiptRuleSet", "req.ruleSetName"),
        ("ContactList", "req.contactListName"),
        ("Template", "req.templateName"),
        ("DedicatedIpPool", "req.poolName"),
    ],
    ..Service::new("ses.amazonaws.com", "AWS::SES", &[TAGS])
};

const KAFKA: Service = Service {
    otherwise: &[("Cluster", "req.clusterArn"), ("Replicator", "req.replicatorArn")],
    ..Service::new(
        "kafka.amazonaws.com",
        "AWS::MSK",
        &[
            ("CreateCluster*", &[("Cluster", "req.clusterName"), ("Cluster", "res.clusterArn")]),
            (
                "CreateConfiguration UpdateConfiguration DeleteConfiguration",
                &[("Configuration", "req.name"), ("Configuration", "req.arn"), ("Configuration", "res.arn")],
            ),
            (
                "CreateReplicator",
                &[("Replicator", "req.replicatorName"), ("Replicator", "res.replicatorArn")],
            ),
            (
                "CreateVpcConnection DeleteVpcConnection",
                &[
                    ("VpcConnection", "res.vpcConnectionArn"),
                    ("VpcConnection", "req.arn"),
                    ("Cluster", "req.targetClusterArn"),
                ],
            ),
            TAGS,
        ],
    )
};

const KAFKA_CONNECT: Service = Service {
    otherwise: &[
        ("Connector", "req.connectorArn"),
        ("CustomPlugin", "req.customPluginArn"),
        ("WorkerConfiguration", "req.workerConfigurationArn"),
    ],
    ..Service::new(
        "kafkaconnect.amazonaws.com",
        "AWS::KafkaConnect",
        &[
            ("CreateConnector", &[("Connector", "req.connectorName"), ("Connector", "res.connectorArn")]),
            ("CreateCustomPlugin", &[("CustomPlugin", "req.name"), ("CustomPlugin", "res.customPluginArn")]),
            TAGS,
        ],
    )
};
