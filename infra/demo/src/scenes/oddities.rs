//! What is rare: network activity, insights, events of one's own application, very long records, strangers at the door.

use crate::{
    apis::{
        compute::DESCRIBE_INSTANCE_LIST, identity::ASSUME_ROLE, key::DECRYPT_THROUGH_ENDPOINT,
        storage::GET_OBJECT,
    },
    caller::{Caller, PROD, Tool},
    stage::Stage,
};

/// Someone of another account is stopped by the policy of a VPC endpoint.
pub(crate) fn through_endpoint(stage: &mut Stage) {
    let identity =
        r#"{"type":"AWSAccount","principalId":"AIDAEXAMPLEOUTSIDE234","accountId":"123456789012"}"#;
    let caller = Caller::outside(PROD, identity.to_owned(), "10.0.2.91", "");
    let message = "The request was denied due to a VPC endpoint policy";
    if stage.rng.chance(70) {
        stage.fail(&caller, &DECRYPT_THROUGH_ENDPOINT, &[], "VpceAccessDenied", message);
    } else {
        stage.call(&caller, &DECRYPT_THROUGH_ENDPOINT, &[]);
    }
}

/// [CloudTrail Insights](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html)
/// reports an unusual rate: a start and an end.
pub(crate) fn insight(stage: &mut Stage) {
    const START: &str = r#"{"eventVersion":"1.09","eventTime":"$time","awsRegion":"$region","eventID":"$eventid","eventType":"AwsCloudTrailInsight","recipientAccountId":"$account","sharedEventID":"$shared","insightDetails":{"state":"Start","eventSource":"kms.amazonaws.com","eventName":"Decrypt","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":2.4716},"insight":{"average":96.2}}}},"eventCategory":"Insight"}"#;
    const END: &str = r#"{"eventVersion":"1.09","eventTime":"$time","awsRegion":"$region","eventID":"$eventid","eventType":"AwsCloudTrailInsight","recipientAccountId":"$account","sharedEventID":"$shared","insightDetails":{"state":"End","eventSource":"kms.amazonaws.com","eventName":"Decrypt","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":2.4716},"insight":{"average":96.2},"insightDuration":6,"baselineDuration":10080},"attributions":[{"attribute":"userIdentityArn","insight":[{"value":"arn:aws:sts::$account:assumed-role/cats-batch-instance/$instance","average":94.8}],"baseline":[{"value":"arn:aws:sts::$account:assumed-role/cats-batch-instance/$instance2","average":0.31}]},{"attribute":"userAgent","insight":[{"value":"Boto3/1.40.55","average":94.8}],"baseline":[{"value":"Boto3/1.40.55","average":1.9}]},{"attribute":"errorCode","insight":[{"value":"null","average":96.2}],"baseline":[{"value":"null","average":2.4716}]}]}},"eventCategory":"Insight"}"#;
    let shared = stage.rng.uuid();
    stage.raw(START, PROD, &[("shared", &shared)]);
    stage.pause(300, 400);
    stage.raw(END, PROD, &[("shared", &shared)]);
}

/// The shop reports its own events through
/// [PutAuditEvents](https://docs.aws.amazon.com/awscloudtraildata/latest/APIReference/API_PutAuditEvents.html).
pub(crate) fn own_application(stage: &mut Stage) {
    const ADOPTED: &str = r#"{"eventVersion":"1.0","userIdentity":{"type":"CustomUser","principalId":"$person","details":{"team":"shelter"}},"eventTime":"$time","eventSource":"shop.example.com","eventName":"CatAdopted","awsRegion":"$region","sourceIPAddress":"198.51.100.77","userAgent":"cats-shop/3.1","requestParameters":{"cat":"$hex"},"responseElements":{"status":"adopted"},"additionalEventData":{"order":"$number"},"eventID":"$eventid","eventType":"ActivityLog","recipientAccountId":"$account","eventCategory":"ActivityAuditLog","metadata":{"ingestionTime":"$time","channelARN":"arn:aws:cloudtrail:$region:$account:channel/EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE"}}"#;
    let person = *stage.rng.pick(&["ines@example.com", "noor@example.com"]);
    stage.raw(ADOPTED, PROD, &[("person", person)]);
}

/// A tool asks for hundreds of instances at once: records of 2 to 66 KB.
pub(crate) fn very_long_request(stage: &mut Stage) {
    let count = if stage.rng.chance(8) { 1_760 } else { stage.rng.between(30, 150) };
    let items: Vec<String> =
        (0..count).map(|_| format!(r#"{{"instanceId":"i-{}"}}"#, stage.rng.hex(17))).collect();
    let (role, host) = ("AWSServiceRoleForTrustedAdvisor", "trustedadvisor.amazonaws.com");
    let caller = Caller::service_linked(PROD, role, host, "TrustedAdvisor", stage.now);
    stage.call(&caller, &DESCRIBE_INSTANCE_LIST, &[("list", &items.join(","))]);
}

/// Strangers guess: role names, public objects.
pub(crate) fn probe(stage: &mut Stage) {
    let address = format!("192.0.2.{}", stage.rng.between(180, 254));
    if stage.rng.chance(50) {
        let identity = r#"{"type":"AWSAccount","principalId":"","accountId":"anonymous"}"#;
        let mut caller = Caller::outside(PROD, identity.to_owned(), &address, "curl/8.16.0");
        caller.tool = Tool::Service;
        stage.fail(
            &caller,
            &GET_OBJECT,
            &[("bucket", "cat-photos"), ("object", ".env")],
            "AccessDenied",
            "Access Denied",
        );
    } else {
        let identity =
            r#"{"type":"AWSAccount","principalId":"AIDAEXAMPLESTRANGER23","accountId":"123456789012"}"#;
        let caller = Caller::outside(PROD, identity.to_owned(), &address, "Boto3/1.26.0 Botocore/1.29.0");
        let role = *stage.rng.pick(&["admin", "Administrator", "OrganizationAccountAccessRole", "ci"]);
        let message = format!(
            "User: arn:aws:iam::123456789012:user/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{PROD}:role/{role}"
        );
        stage.fail(
            &caller,
            &ASSUME_ROLE,
            &[("roleaccount", PROD), ("rolename", role), ("session", "x")],
            "AccessDenied",
            &message,
        );
    }
}
