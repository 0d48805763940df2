//! Queues, topics, events, mail: SQS, SNS, EventBridge, Kinesis.

use super::rule::Service;

pub(super) const SERVICES: &[Service] = &[SQS, SNS, EVENTS, KINESIS, FIREHOSE];

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
            ("Unsubscribe", &[("Subscription", "req.subscriptionArn")]),
        ],
    )
};

/// AWS shows nothing for rules and targets.
const EVENTS: Service = Service::new(
    "events.amazonaws.com",
    "AWS::Events",
    &[
        ("*Rule *Targets *Rules", &[]),
        ("*EventBus *Permission", &[("EventBus", "req.eventBusName"), ("EventBus", "req.name")]),
    ],
);

const KINESIS: Service = Service {
    otherwise: &[("Stream", "req.streamName"), ("Stream", "req.streamARN")],
    ..Service::new("kinesis.amazonaws.com", "AWS::Kinesis", &[])
};

const FIREHOSE: Service = Service {
    otherwise: &[("DeliveryStream", "req.deliveryStreamName")],
    ..Service::new("firehose.amazonaws.com", "AWS::KinesisFirehose", &[])
};
