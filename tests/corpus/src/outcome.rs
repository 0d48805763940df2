//! How it ended: ok, denied, failed, and the [error members] that contradict each other.
//!
//! [error members]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "denied",
        exercises: "AccessDenied with the sentence of IAM",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T02:47:53Z","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"AccessDenied","errorMessage":"User: arn:aws:iam::111122223333:user/alana is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action","requestParameters":null,"responseElements":null,"requestID":"dfcc50c8-bc8a-46d6-84f8-e770e3cbeca0","eventID":"62d6c233-0036-464b-8f71-e95791743d6c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "denied-exception",
        exercises: "AccessDeniedException",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T03:25:30Z","eventSource":"dynamodb.amazonaws.com","eventName":"ListTables","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"AccessDeniedException","errorMessage":"User: arn:aws:iam::111122223333:user/alana is not authorized to perform: dynamodb:ListTables on resource: arn:aws:dynamodb:us-west-2:111122223333:table/*","requestParameters":null,"responseElements":null,"requestID":"32fdd36e-e095-4237-bec0-e1594d1ffecb","eventID":"13b89ba1-0d84-445e-85f8-e90c93236de3","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "denied-ec2",
        exercises: "Client.UnauthorizedOperation with an encoded message",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T04:03:07Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"Client.UnauthorizedOperation","errorMessage":"You are not authorized to perform this operation. Encoded authorization failure message: EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-EXAMPLE_encoded-","requestParameters":{"instancesSet":{"items":[{"imageId":"ami-0123456789example","minCount":1,"maxCount":1}]},"instanceType":"t3.micro"},"responseElements":null,"requestID":"0587eebd-3777-42bc-8c0e-e4c1a2a69f67","eventID":"7dece675-5a0c-44a3-8153-edf54365aeff","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "failed-client",
        exercises: "A client error with code and message",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T04:40:44Z","eventSource":"iam.amazonaws.com","eventName":"GetRole","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"NoSuchEntityException","errorMessage":"The role with name nobody cannot be found.","requestParameters":{"roleName":"nobody"},"responseElements":null,"requestID":"e67bd500-e21d-420f-81eb-e65769a040ec","eventID":"ae2ab879-37b0-4d3f-af03-ee96c120d333","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "failed-throttled",
        exercises: "ThrottlingException",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T05:18:21Z","eventSource":"ssm.amazonaws.com","eventName":"DescribeParameters","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"ThrottlingException","errorMessage":"Rate exceeded","requestParameters":null,"responseElements":null,"requestID":"a6c0f082-264d-435f-b2cc-e0f6afa6a8b9","eventID":"4952dbbb-b579-49c5-8d9b-ed23c516c74f","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "failed-server",
        exercises: "Server.InternalError",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T05:55:58Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeVolumes","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"Server.InternalError","errorMessage":"An internal error has occurred","requestParameters":null,"responseElements":null,"requestID":"061ee486-df9c-417f-a205-ec56a05819e1","eventID":"b028313b-b82a-48c7-9806-e355361ee66e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-code-alone",
        exercises: "errorCode without errorMessage",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T06:33:35Z","eventSource":"s3.amazonaws.com","eventName":"GetBucketPolicy","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"NoSuchBucketPolicy","requestParameters":{"bucketName":"cat-photos"},"responseElements":null,"requestID":"7d6ea406-1d74-433a-acca-e7aa716097cf","eventID":"b50becfb-e263-4a89-ab2e-e0442735c5fe","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-message-alone",
        exercises: "errorMessage without errorCode: a failed ConsoleLogin",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","accountId":"111122223333","accessKeyId":"","userName":"alana"},"eventTime":"2026-01-14T07:11:12Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorMessage":"Failed authentication","requestParameters":null,"responseElements":{"ConsoleLogin":"Failure"},"additionalEventData":{"LoginTo":"https://console.aws.amazon.com/","MobileVersion":"No","MFAUsed":"No"},"eventID":"df7e5f44-fc76-4c54-973e-e06909110ed6","readOnly":false,"eventType":"AwsConsoleSignIn","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "console-login",
        exercises: "ConsoleLogin with MFA, a success",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","userName":"alana"},"eventTime":"2026-01-14T07:48:49Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":{"ConsoleLogin":"Success"},"additionalEventData":{"LoginTo":"https://console.aws.amazon.com/","MobileVersion":"No","MFAIdentifier":"arn:aws:iam::111122223333:mfa/alana-phone","MFAUsed":"Yes"},"eventID":"1f34d222-6ba7-40dc-ac79-e02a9f41c517","readOnly":false,"eventType":"AwsConsoleSignIn","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "console-login-old-type",
        exercises: "ConsoleLogin whose eventType is written AwsConsoleSignin",
        record: r#"{"eventVersion":"1.05","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T08:26:26Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":{"ConsoleLogin":"Success"},"eventID":"4960ac60-c6ec-4487-a7bb-e4b713806abc","eventType":"AwsConsoleSignin","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "check-mfa",
        exercises: "CheckMfa: its own event before ConsoleLogin",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T09:04:03Z","eventSource":"signin.amazonaws.com","eventName":"CheckMfa","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":{"CheckMfa":"Success"},"eventID":"0e069537-19b5-4e79-a8a8-e968df2c3ec4","readOnly":false,"eventType":"AwsConsoleSignIn","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-code-200",
        exercises: "errorCode `200`: an error member that says success",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T09:41:40Z","eventSource":"s3.amazonaws.com","eventName":"PutBucketTagging","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"200","requestParameters":{"bucketName":"cat-photos","tagging":""},"responseElements":null,"requestID":"8de36266-9962-4e7d-8f5e-ee584d8cf4a3","eventID":"e4cb3e8f-0baa-4fc4-a935-e4ed0afdbe9e","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-code-empty",
        exercises: "errorCode is the empty string: no error",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T10:19:17Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"","errorMessage":"","requestParameters":null,"responseElements":null,"requestID":"d3e97ed6-7b5c-41ad-b1fb-e9d2ed71d390","eventID":"57a42487-ac7d-4617-a796-e09a147c0f94","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-code-null",
        exercises: "errorCode is null: no error",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T10:56:54Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":null,"errorMessage":null,"requestParameters":null,"responseElements":null,"requestID":"bac7fe8f-f2d6-49af-be31-ebe77b7766c3","eventID":"7b1471de-ae7b-4c36-a24f-e3bf17869a22","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-code-number",
        exercises: "errorCode is a number",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T11:34:31Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":403,"errorMessage":"Forbidden","requestParameters":null,"responseElements":null,"requestID":"f09fe39d-a5ee-40c7-86f6-e1725faaaba0","eventID":"98e20035-1962-4283-8b39-e322905d7844","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "error-message-long",
        exercises: "errorMessage of 1,024 characters, cut by CloudTrail",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T12:12:08Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"ValidationException","errorMessage":"1 validation error detected: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","requestParameters":null,"responseElements":null,"requestID":"e24579ce-52bf-4b08-83e7-e2ccce01c445","eventID":"8a29920d-c481-43a6-b8b3-e48f668c3e34","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "dry-run",
        exercises: "Client.DryRunOperation: an error that says the call would have succeeded",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T12:49:45Z","eventSource":"ec2.amazonaws.com","eventName":"TerminateInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","errorCode":"Client.DryRunOperation","errorMessage":"Request would have succeeded, but DryRun flag is set.","requestParameters":{"instancesSet":{"items":[{"instanceId":"i-0abc1234def567890"}]}},"responseElements":null,"requestID":"bdf2c158-a11f-4502-a7c2-e1bd14fa6260","eventID":"25d33183-d01c-4782-bdf2-eac040cbc6b6","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
];
