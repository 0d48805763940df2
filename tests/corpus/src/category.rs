//! Which log: the [categories] Management, Data, NetworkActivity, Insight, Aggregated and ActivityAuditLog.
//!
//! [categories]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-events.html

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "management-write",
        exercises: "Management event, a write",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T15:30:47Z","eventSource":"rds.amazonaws.com","eventName":"ModifyDBInstance","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"dBInstanceIdentifier":"cat-photos-prod","deletionProtection":false,"applyImmediately":true},"responseElements":null,"requestID":"95cbd174-f039-439a-911b-e85ac40a62cd","eventID":"23c2eaf2-5344-4fef-ba0f-ec6f6490ecd6","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "management-console-action",
        exercises: "AwsConsoleAction: no API behind it",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T16:08:24Z","eventSource":"signin.amazonaws.com","eventName":"SwitchRole","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":{"SwitchRole":"Success"},"additionalEventData":{"SwitchTo":"arn:aws:iam::444455556666:role/auditor","RedirectTo":"https://console.aws.amazon.com/s3"},"eventID":"b064b2b0-da3c-4a42-ba2b-eefeea511015","readOnly":false,"eventType":"AwsConsoleAction","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "management-service-event",
        exercises: "AwsServiceEvent with serviceEventDetails",
        record: r#"{"eventVersion":"1.09","userIdentity":{"accountId":"111122223333","invokedBy":"ecs.amazonaws.com"},"eventTime":"2026-01-13T16:46:01Z","eventSource":"ecs.amazonaws.com","eventName":"DeploymentCompleted","awsRegion":"us-west-2","sourceIPAddress":"ecs.amazonaws.com","userAgent":"ecs.amazonaws.com","requestParameters":null,"responseElements":null,"eventID":"5b7b1736-9868-4c1f-8ddc-e926c4159443","readOnly":false,"eventType":"AwsServiceEvent","managementEvent":true,"recipientAccountId":"111122223333","serviceEventDetails":{"deploymentId":"ecs-svc/1234567890123456789","service":"web"},"eventCategory":"Management"}"#,
    },
    Case {
        name: "management-vpce-event",
        exercises: "eventType AwsVpceEvents with management category",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T17:23:38Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"f87384e4-702f-4c3f-878b-ed56ae5685b4","eventID":"2bfc51f9-80c8-4340-a376-ec21ab9e3737","readOnly":true,"eventType":"AwsVpceEvents","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "data-s3-get-object",
        exercises: "Data event: S3 GetObject, readOnly true, managementEvent false",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T18:01:15Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"bucketName":"cat-photos","Host":"cat-photos.s3.us-west-2.amazonaws.com","key":"2026/01/tabby 1.jpg"},"responseElements":null,"additionalEventData":{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"EXAMPLEid2=","bytesTransferredOut":482113},"requestID":"94622225-5a71-4a74-bf50-e5f71018b6ed","eventID":"9748f583-6d01-417b-879a-eee3790d031f","readOnly":true,"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::cat-photos/2026/01/tabby 1.jpg"},{"accountId":"111122223333","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::cat-photos"}],"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Data"}"#,
    },
    Case {
        name: "data-s3-anonymous",
        exercises: "Data event: anonymous S3 read: AWSAccount with accountId `anonymous`",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AWSAccount","principalId":"","accountId":"anonymous"},"eventTime":"2026-01-13T18:38:52Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"AccessDenied","errorMessage":"Access Denied","requestParameters":{"bucketName":"cat-photos","key":"index.html"},"responseElements":null,"requestID":"5cf203cc-c353-44c3-b38d-ea847f719dba","eventID":"513483e0-3f1a-442b-bf2f-eba765982d98","readOnly":true,"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Data"}"#,
    },
    Case {
        name: "data-lambda-invoke",
        exercises: "Data event: Lambda Invoke",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T19:16:29Z","eventSource":"lambda.amazonaws.com","eventName":"Invoke","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"functionName":"arn:aws:lambda:us-west-2:111122223333:function:thumbnails","invocationType":"Event"},"responseElements":null,"requestID":"c11d7841-9fc9-4d11-aacd-ec5f80083b90","eventID":"2d73b82c-4119-4793-8ff3-eaac2e20fbce","readOnly":false,"resources":[{"accountId":"111122223333","type":"AWS::Lambda::Function","ARN":"arn:aws:lambda:us-west-2:111122223333:function:thumbnails"}],"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Data"}"#,
    },
    Case {
        name: "data-dynamodb-get-item",
        exercises: "Data event: DynamoDB GetItem",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T19:54:06Z","eventSource":"dynamodb.amazonaws.com","eventName":"GetItem","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"tableName":"cats","key":{"id":{"s":"tabby"}},"consistentRead":false},"responseElements":null,"requestID":"82af843a-ff38-4793-b1ea-e26192194f34","eventID":"2b6d676c-9e22-4fda-ad6e-ecd277f72278","readOnly":true,"resources":[{"accountId":"111122223333","type":"AWS::DynamoDB::Table","ARN":"arn:aws:dynamodb:us-west-2:111122223333:table/cats"}],"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Data"}"#,
    },
    Case {
        name: "data-no-category",
        exercises: "Data event of version 1.06: managementEvent false and no eventCategory",
        record: r#"{"eventVersion":"1.06","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T20:31:43Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"bucketName":"cat-photos","key":"new.jpg"},"responseElements":null,"requestID":"2db71af5-68b0-41b1-befe-ee3d079579cf","eventID":"d1f69167-0784-46b7-9e11-e5d27d072361","readOnly":false,"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "network-activity",
        exercises: "NetworkActivity through a VPC endpoint",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T21:09:20Z","eventSource":"kms.amazonaws.com","eventName":"Decrypt","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","requestID":"c9e80d44-8b9d-45cb-a36b-e7e303012082","eventID":"db146b6a-1d8e-4297-b045-e2d2d2770707","readOnly":true,"resources":[{"accountId":"111122223333","type":"AWS::KMS::Key","ARN":"arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}],"eventType":"AwsVpceEvents","managementEvent":false,"recipientAccountId":"111122223333","vpcEndpointId":"vpce-0123456789example","vpcEndpointAccountId":"111122223333","eventCategory":"NetworkActivity"}"#,
    },
    Case {
        name: "network-activity-denied",
        exercises: "NetworkActivity refused by the endpoint policy: VpceAccessDenied, the caller known only as AWSAccount",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AWSAccount","principalId":"AIDAEXAMPLEOTHER23456","accountId":"444455556666"},"eventTime":"2026-01-13T21:46:57Z","eventSource":"s3.amazonaws.com","eventName":"PutObject","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","errorCode":"VpceAccessDenied","errorMessage":"The request was denied due to a VPC endpoint policy","requestID":"95f9bea4-578a-4fa6-bc91-ed9cd6caeecf","eventID":"777f5ada-100a-46f9-9e63-ec3c42438f2a","readOnly":false,"eventType":"AwsVpceEvents","managementEvent":false,"recipientAccountId":"111122223333","vpcEndpointId":"vpce-0123456789example","vpcEndpointAccountId":"111122223333","eventCategory":"NetworkActivity"}"#,
    },
    Case {
        name: "insight-start",
        exercises: "Insight: neither userIdentity nor a top-level event name; insightDetails has source and name; state Start",
        record: r#"{"eventVersion":"1.09","eventTime":"2026-01-13T22:24:34Z","awsRegion":"us-west-2","eventID":"8ac43afb-2ae7-4761-9bbf-e426810ea7fa","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","sharedEventID":"e8625a30-5435-4d95-92ef-e2e3111195c4","eventCategory":"Insight","insightDetails":{"state":"Start","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":0.0020833333},"insight":{"average":12.6},"insightDuration":5,"baselineDuration":40320},"attributions":[{"attribute":"userIdentityArn","insight":[{"value":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","average":12.6}],"baseline":[{"value":"arn:aws:iam::111122223333:user/alana","average":0.0020833333}]},{"attribute":"userAgent","insight":[{"value":"aws-cli/2.31.0","average":12.6}],"baseline":[]},{"attribute":"errorCode","insight":[{"value":"null","average":12.6}],"baseline":[{"value":"null","average":0.0020833333}]}]}}}"#,
    },
    Case {
        name: "insight-end",
        exercises: "Insight: state End, joined to its Start by sharedEventID",
        record: r#"{"eventVersion":"1.09","eventTime":"2026-01-13T23:02:11Z","awsRegion":"us-west-2","eventID":"5bbcd0ce-cb7b-48b7-8eff-eae2350735e1","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","sharedEventID":"e8625a30-5435-4d95-92ef-e2e3111195c4","eventCategory":"Insight","insightDetails":{"state":"End","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":0.0020833333},"insight":{"average":12.6},"insightDuration":5,"baselineDuration":40320},"attributions":[{"attribute":"userIdentityArn","insight":[{"value":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","average":12.6}],"baseline":[{"value":"arn:aws:iam::111122223333:user/alana","average":0.0020833333}]},{"attribute":"userAgent","insight":[{"value":"aws-cli/2.31.0","average":12.6}],"baseline":[]},{"attribute":"errorCode","insight":[{"value":"null","average":12.6}],"baseline":[{"value":"null","average":0.0020833333}]}]}}}"#,
    },
    Case {
        name: "insight-error-rate",
        exercises: "Insight: ApiErrorRateInsight with errorCode inside insightDetails",
        record: r#"{"eventVersion":"1.09","eventTime":"2026-01-13T23:39:48Z","awsRegion":"us-west-2","eventID":"c308a488-b29e-4812-b0cc-e1f4c153a2d2","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","sharedEventID":"9a8823fb-7b83-43dc-a9c6-ea3d868f5635","eventCategory":"Insight","insightDetails":{"state":"Start","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","insightType":"ApiErrorRateInsight","insightContext":{"statistics":{"baseline":{"average":0.0020833333},"insight":{"average":12.6},"insightDuration":5,"baselineDuration":40320},"attributions":[{"attribute":"userIdentityArn","insight":[{"value":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","average":12.6}],"baseline":[{"value":"arn:aws:iam::111122223333:user/alana","average":0.0020833333}]},{"attribute":"userAgent","insight":[{"value":"aws-cli/2.31.0","average":12.6}],"baseline":[]},{"attribute":"errorCode","insight":[{"value":"null","average":12.6}],"baseline":[{"value":"null","average":0.0020833333}]}]},"errorCode":"Client.InsufficientInstanceCapacity"}}"#,
    },
    Case {
        name: "insight-data",
        exercises: "Insight about data events",
        record: r#"{"eventVersion":"1.09","eventTime":"2026-01-14T00:17:25Z","awsRegion":"us-west-2","eventID":"076ca0f5-cee8-41c3-aeae-e38193f2cbcc","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333","sharedEventID":"076ca0f5-cee8-41c3-aeae-e38193f2cbcc","eventCategory":"Insight","insightDetails":{"state":"Start","eventSource":"s3.amazonaws.com","eventName":"GetObject","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":1.5},"insight":{"average":900}}}}}"#,
    },
    Case {
        name: "aggregated",
        exercises: "Aggregated: a five-minute summary with a schema of its own",
        record: r#"{"eventVersion":"1.09","eventTime":"2026-01-14T00:55:02Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"us-west-2","eventID":"9fb062c8-391a-489a-a4fd-e1e80f9f7698","readOnly":true,"eventType":"AwsAggregatedEvent","managementEvent":false,"recipientAccountId":"111122223333","eventCategory":"Aggregated","summary":{"timeWindow":{"start":"2026-01-11T22:00:00Z","end":"2026-01-11T22:05:00Z"},"count":4711}}"#,
    },
    Case {
        name: "activity-audit-log",
        exercises: "ActivityAuditLog: an event of one's own application, put by PutAuditEvents",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"CustomUser","principalId":"kim@example.com","details":{"team":"shelter"}},"eventTime":"2026-01-14T01:32:39Z","eventSource":"cats.example.com","eventName":"CatAdopted","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"cats-shop/3.1","requestParameters":{"cat":"tabby"},"responseElements":{"status":"adopted"},"additionalEventData":{"UID":"order-0001"},"eventID":"ab2b8ed0-338e-499b-bde6-e8112fd1251a","eventType":"ActivityLog","recipientAccountId":"111122223333","eventCategory":"ActivityAuditLog","metadata":{"ingestionTime":"2026-01-12T02:00:00.123Z","channelARN":"arn:aws:cloudtrail:us-west-2:111122223333:channel/EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE"}}"#,
    },
    Case {
        name: "activity-event-data",
        exercises: "ActivityAuditLog as CloudTrail Lake keeps it: what the application said stands in eventData, with white space of its own; failed, and its UID for a request id",
        record: r#"{"eventVersion":"1.11","eventCategory":"ActivityAuditLog","eventType":"ActivityLog","eventID":"3f0c2f0e-5b7a-8c57-9d3e-0a1b2c3d4e5f","eventTime":"2026-01-14T01:40:00Z","awsRegion":"us-west-2","recipientAccountId":"111122223333","metadata":{"ingestionTime":"2026-01-14T01:40:02Z","channelARN":"arn:aws:cloudtrail:us-west-2:111122223333:channel/EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE"},"eventData": {"version": "3.1", "userIdentity": {"type": "CustomUser", "principalId": "kim@example.com", "details": {"team": "shelter"}}, "userAgent": "cats-shop/3.1", "eventSource": "cats.example.com", "eventName": "DeleteCat", "eventTime": "2026-01-14T10:40:00+09:00", "UID": "order-0002", "requestParameters": {"catName": "tabby"}, "responseElements": null, "errorCode": "AccessDenied", "errorMessage": "not your cat", "sourceIPAddress": "203.0.113.7", "recipientAccountId": "111122223333", "additionalEventData": {"shelf": 3}}}"#,
    },
    Case {
        name: "activity-forged",
        exercises: "ActivityAuditLog whose eventData claims another id, category, region and account than CloudTrail says: the outer members count",
        record: r#"{"eventVersion":"1.11","eventCategory":"ActivityAuditLog","eventType":"ActivityLog","eventID":"7a1d9d52-77b1-8f35-8c1a-5f2a9c0b1d2e","eventTime":"2026-01-14T01:41:00Z","awsRegion":"us-west-2","recipientAccountId":"111122223333","metadata":{"ingestionTime":"2026-01-14T01:41:02Z","channelARN":"arn:aws:cloudtrail:us-west-2:111122223333:channel/EXAMPLE8-0558-4f7e-a06a-43969EXAMPLE"},"eventData":{"eventID":"forged","eventCategory":"Management","eventType":"AwsApiCall","eventTime":"2036-01-14T01:41:00Z","awsRegion":"eu-west-1","recipientAccountId":"444455556666","version":"1","userIdentity":{"type":"Root","principalId":"mallory"},"eventSource":"cats.example.com","eventName":"GetCat","UID":"order-0003"}}"#,
    },
    Case {
        name: "category-of-tomorrow",
        exercises: "A category that no documentation names yet",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T02:10:16Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"51d5dd21-3b00-4346-837c-ed6aa0c7cf04","eventID":"550eccc5-dd0b-44b1-b5ed-ed5cba3be967","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Telepathy"}"#,
    },
];
