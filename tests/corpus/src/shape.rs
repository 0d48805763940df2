//! How the text may be written: formatting that must survive, members of the wrong kind, odd times.

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "whitespace",
        exercises: "Formatted with newlines and four spaces: kept byte for byte",
        record: r#"{
    "eventVersion": "1.09",
    "userIdentity": {
        "type": "IAMUser",
        "principalId": "AIDAEXAMPLEALANA23456",
        "arn": "arn:aws:iam::111122223333:user/alana",
        "accountId": "111122223333",
        "accessKeyId": "AKIAALANA234EXAMPLE2",
        "userName": "alana"
    },
    "eventTime": "2026-01-17T13:33:17Z",
    "eventSource": "ec2.amazonaws.com",
    "eventName": "DescribeInstances",
    "awsRegion": "us-west-2",
    "sourceIPAddress": "203.0.113.7",
    "userAgent": "aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7",
    "requestParameters": null,
    "responseElements": null,
    "requestID": "4531fe52-a8c7-4004-85fb-ed8ef11582d2",
    "eventID": "6db1c4fb-63e9-4991-b339-e382e0399dc7",
    "readOnly": true,
    "eventType": "AwsApiCall",
    "managementEvent": true,
    "recipientAccountId": "111122223333",
    "eventCategory": "Management"
}"#,
    },
    Case {
        name: "whitespace-odd",
        exercises: "Spaces, tabs and CRLF in unusual places",
        record: "{\"eventVersion\"\t: \"1.09\" ,\r\n \"userIdentity\"\t: {\"type\"\t: \"IAMUser\" ,\r\n \"principalId\"\t: \"AIDAEXAMPLEALANA23456\" ,\r\n \"arn\"\t: \"arn:aws:iam::111122223333:user/alana\" ,\r\n \"accountId\"\t: \"111122223333\" ,\r\n \"accessKeyId\"\t: \"AKIAALANA234EXAMPLE2\" ,\r\n \"userName\"\t: \"alana\"} ,\r\n \"eventTime\"\t: \"2026-01-17T14:10:54Z\" ,\r\n \"eventSource\"\t: \"ec2.amazonaws.com\" ,\r\n \"eventName\"\t: \"DescribeInstances\" ,\r\n \"awsRegion\"\t: \"us-west-2\" ,\r\n \"sourceIPAddress\"\t: \"203.0.113.7\" ,\r\n \"userAgent\"\t: \"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7\" ,\r\n \"requestParameters\"\t: null ,\r\n \"responseElements\"\t: null ,\r\n \"requestID\"\t: \"f67eb955-c961-423b-b81d-e1fc1ce518b3\" ,\r\n \"eventID\"\t: \"7ba8515e-704b-4420-8c84-e08860a8aaad\" ,\r\n \"readOnly\"\t: true ,\r\n \"eventType\"\t: \"AwsApiCall\" ,\r\n \"managementEvent\"\t: true ,\r\n \"recipientAccountId\"\t: \"111122223333\" ,\r\n \"eventCategory\"\t: \"Management\"}",
    },
    Case {
        name: "key-order-sorted",
        exercises: "Keys in alphabetic order, as a log shipper leaves them",
        record: r#"{"awsRegion":"us-west-2","eventCategory":"Management","eventID":"809bdd9f-e8d3-4bfd-a0e0-ecfe1b5a53a3","eventName":"DescribeInstances","eventSource":"ec2.amazonaws.com","eventTime":"2026-01-17T14:48:31Z","eventType":"AwsApiCall","eventVersion":"1.09","managementEvent":true,"readOnly":true,"recipientAccountId":"111122223333","requestID":"aa462a35-f077-4637-87c3-ee8f8b323be1","requestParameters":null,"responseElements":null,"sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","userIdentity":{"accessKeyId":"AKIAALANA234EXAMPLE2","accountId":"111122223333","arn":"arn:aws:iam::111122223333:user/alana","principalId":"AIDAEXAMPLEALANA23456","type":"IAMUser","userName":"alana"}}"#,
    },
    Case {
        name: "key-order-id-last",
        exercises: "The event id at the very end",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T15:26:08Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"5b22a87b-a874-4e78-b033-e6dbcc0ed8e5","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","eventID":"33e25eed-7925-4818-aef4-e0583a400c3b"}"#,
    },
    Case {
        name: "identity-string",
        exercises: "userIdentity is a string",
        record: r#"{"eventVersion":"1.09","userIdentity":"alana","eventTime":"2026-01-17T16:03:45Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8588f8e4-c927-45ac-b8a5-efe347908bb0","eventID":"72596c03-76e6-4463-af5c-e6ad4aa41093","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "identity-list",
        exercises: "userIdentity is a list",
        record: r#"{"eventVersion":"1.09","userIdentity":[{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"}],"eventTime":"2026-01-17T16:41:22Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"7d052eec-e1d6-4ca0-b0ca-ebba1f08e0d4","eventID":"5c634101-39eb-4b61-8c65-e962a290e04a","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "identity-members-odd",
        exercises: "Members of userIdentity that are numbers, booleans, objects, null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":7,"arn":null,"accountId":true,"accessKeyId":{"id":"AKIAALANA234EXAMPLE2"},"userName":["alana"]},"eventTime":"2026-01-17T17:18:59Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"ad0b5a72-eef5-49bf-8888-e317b7439a1d","eventID":"dbdc5d44-9c3f-4659-9313-ea25171e2421","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "account-number",
        exercises: "accountId as an integer",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":111122223333,"accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T17:56:36Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"faab5e10-c773-48ff-a81b-ec852fa9e041","eventID":"51cf6082-b472-4291-b5b3-e74d0608f0b3","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":111122223333,"eventCategory":"Management"}"#,
    },
    Case {
        name: "account-bool",
        exercises: "accountId as a boolean",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":false,"accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T18:34:13Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"10f0edf7-a784-46ad-a451-e3064ddcf94a","eventID":"57e4faed-68e4-434b-9ebe-eb6f757fcef5","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":true,"eventCategory":"Management"}"#,
    },
    Case {
        name: "session-string",
        exercises: "sessionContext and sessionIssuer are strings",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEROLE234567:release-42","arn":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","accountId":"111122223333","accessKeyId":"ASIAROLE2345EXAMPLE2","sessionContext":"none"},"eventTime":"2026-01-17T19:11:50Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"37d4081e-502a-46cd-af0f-eed1a9a00561","eventID":"0f7ebd0f-b6cd-499c-ac3d-e48790770300","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "issuer-string",
        exercises: "sessionIssuer is a string",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEROLE234567:release-42","arn":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","accountId":"111122223333","accessKeyId":"ASIAROLE2345EXAMPLE2","sessionContext":{"sessionIssuer":"deployer","attributes":"none"}},"eventTime":"2026-01-17T19:49:27Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"2a2bfe7a-f649-4503-b27d-e2762e1e6249","eventID":"53058788-df0d-4fb3-a7db-e6c78322976f","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "mfa-bool",
        exercises: "mfaAuthenticated as a boolean",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEROLE234567:release-42","arn":"arn:aws:sts::111122223333:assumed-role/deployer/release-42","accountId":"111122223333","accessKeyId":"ASIAROLE2345EXAMPLE2","sessionContext":{"attributes":{"creationDate":"2026-01-11T22:00:00Z","mfaAuthenticated":true}}},"eventTime":"2026-01-17T20:27:04Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"a60ab9f5-2935-4bf4-9518-edd58fc111d4","eventID":"b136c31a-06bd-44f9-ace0-e89f8ab27fac","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "parameters-string",
        exercises: "requestParameters is a string",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T21:04:41Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":"{\"bucketName\":\"cat-photos\"}","responseElements":null,"requestID":"9b5a1375-8e9f-491f-b76f-e5554d28cb60","eventID":"ecffd872-2f72-4fc9-99b0-e9c7ab1ea6cb","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "parameters-list",
        exercises: "requestParameters and responseElements are lists",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T21:42:18Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":[1,"two",{"three":3}],"responseElements":[],"requestID":"dfdccd4c-ba13-4bba-9972-e47554a0d885","eventID":"62e98f67-1093-4806-a0e8-ee1a212fd40c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "parameters-scalar",
        exercises: "requestParameters is a number, responseElements a boolean",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T22:19:55Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":42,"responseElements":false,"requestID":"b68aec2f-4413-44e7-978d-e62447296a67","eventID":"2c7be1cc-ee22-4dec-8d60-e863e947f22c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "parameters-members-odd",
        exercises: "RunInstances whose sets are strings and numbers",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T22:57:32Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"instancesSet":"none","groupSet":{"items":"x"},"keyName":5},"responseElements":{"instancesSet":{"items":[1,"two",null,{"instanceId":{"x":1}}]}},"requestID":"266fc13c-7662-48c0-acbf-e28cedb53ca0","eventID":"e158db92-f550-4461-b322-e47e28859828","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "read-only-string",
        exercises: "readOnly is the string \"false\"",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-17T23:35:09Z","eventSource":"s3.amazonaws.com","eventName":"DeleteBucket","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"bucketName":"cat-photos"},"responseElements":null,"requestID":"1da7d864-79ea-4694-8136-e7ebbe83f3af","eventID":"e2903f99-5d3c-43fe-a072-e45700118265","readOnly":"false","eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "read-only-string-capital",
        exercises: "readOnly is the string \"True\"",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T00:12:46Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"40aa7cbb-bee9-462d-9b7f-e271873daa55","eventID":"f03debd7-7b31-4501-b487-ee375b37952c","readOnly":"True","eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "read-only-null",
        exercises: "readOnly is null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T00:50:23Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"667aa28a-ef13-4217-b981-e954e0fa3342","eventID":"1016e286-4b1d-4fb6-bbab-e68fe1cdac33","readOnly":null,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "read-only-number",
        exercises: "readOnly is 1",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T01:28:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"57368cec-2f04-40ec-a3f3-e7e3a73aa56e","eventID":"21a48a7f-d2d1-43a3-8de0-e5915da7cafd","readOnly":1,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "management-string",
        exercises: "managementEvent is the string \"true\"",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T02:05:37Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"2133e2eb-cd86-40aa-b4b3-eec65e9c54b9","eventID":"e58e27e1-d2a5-4c88-af23-ed45841c0409","readOnly":true,"eventType":"AwsApiCall","managementEvent":"true","recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "version-number",
        exercises: "eventVersion is a number",
        record: r#"{"eventVersion":1.08,"userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T02:43:14Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"c92659d0-dfd7-4f28-ac18-eea96e47c278","eventID":"4ac2232a-e14a-4fa6-af68-ee7e40b06a09","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "tls-string",
        exercises: "tlsDetails, additionalEventData and serviceEventDetails are strings",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T03:20:51Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"additionalEventData":"none","requestID":"08747064-b524-476f-8d9d-eb7ba963a143","eventID":"b0692fcb-93bf-4622-920c-e49f6c7c806c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","serviceEventDetails":"none","eventCategory":"Management","tlsDetails":"TLSv1.3"}"#,
    },
    Case {
        name: "time-space-nanos",
        exercises: "Date and time with a space and nanoseconds, no zone: UTC",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11 22:54:56.000000000","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"f7c9c5f4-7362-4f89-b2d3-e4eabe63db7f","eventID":"2249e46b-47d7-4c4b-9a27-e688f4236a8f","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-millis",
        exercises: "Milliseconds",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:54:57.123Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"f79465b6-cde2-4559-a285-e6f0bce6b1ae","eventID":"e3bcb07d-30f6-4845-a369-ef91f5b6c509","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-offset",
        exercises: "An offset in place of Z",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:54:58+00:00","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8f96a552-acd7-4b7b-a1ae-e9406500443e","eventID":"75456019-4393-4a78-94a9-e8f75a1d2e79","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-offset-seoul",
        exercises: "An offset other than zero: 13:54:59 UTC",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:54:59+09:00","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"d3f9c215-6ed6-41a0-894c-e9b1490c3b0d","eventID":"b5f45fad-a9aa-46be-8209-ecd863d2dce6","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-space-z",
        exercises: "A space in place of T, with Z",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11 22:55:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"f4543216-c04f-4780-9fde-e2c03047875c","eventID":"1f8e98ee-7b0c-4da5-b76f-e011bd2f4e12","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-no-zone",
        exercises: "No zone: UTC",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:55:01","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"1ac6b66d-5e4a-42bf-a7e4-eabdff57e790","eventID":"85db7f66-1de2-44dc-ae9e-e6ebd4a7f118","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-leap-day",
        exercises: "29 February",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2024-02-29T23:59:59Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"bfb30c64-1ed9-4de6-8ce1-ebf6cf25000d","eventID":"62788159-8db3-444a-a06c-e459fa03d5b0","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-old",
        exercises: "The first year of CloudTrail",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2013-11-13T00:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"43bfc1ba-e21e-46b2-be50-e904f7a95722","eventID":"d03b5a16-8399-4110-9315-ed9b0d0d8bcd","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "time-far-future",
        exercises: "A clock that is wrong by 70 years",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2096-01-01T00:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"c079380c-9f23-4584-85c6-e488f9241288","eventID":"22510147-6ea9-45bb-9514-e288d67f4837","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "same-second-1",
        exercises: "Three events in one second: the event id decides their order",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:56:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"dc20453a-1b9e-48d9-b4a4-e262bb7b31cd","eventID":"aff27149-6b1a-4b56-8832-ecdbbdbe5c42","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "same-second-2",
        exercises: "Three events in one second: the event id decides their order",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:56:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"2a6a9353-e688-4c8f-b62d-e708969e37cb","eventID":"5d8ca1b5-743a-4d11-9191-e1ad36b4e127","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "same-second-3",
        exercises: "Three events in one second: the event id decides their order",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-11T22:56:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"6ad80330-6573-4719-ad52-e73e4202aae8","eventID":"6e4b3b7d-aa6e-43c2-8a29-ef6210c3f8e6","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
];
