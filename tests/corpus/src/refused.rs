//! Records that must be refused, each with a reason a person can act on.

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "no-event-id",
        exercises: "No eventID",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T12:07:29Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"09e23b52-a2c7-450f-8090-ed5ba2f45523","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-null",
        exercises: "eventID is null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T12:45:06Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"cdc8b269-a04a-42f7-a710-e47296318f8e","eventID":null,"readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-empty",
        exercises: "eventID is the empty string",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T13:22:43Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"3cd44b7e-2586-486a-8799-ebab97302251","eventID":"","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-number",
        exercises: "eventID is a number",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T14:00:20Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"53f4074e-9776-4982-ba48-e56557adbc40","eventID":12345,"readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-control",
        exercises: "eventID holds an escaped newline",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T14:37:57Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"5ec0141b-3781-4949-86aa-efcf79ba8948","eventID":"a\nb","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-nul",
        exercises: "eventID holds \\u0000",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T15:15:34Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"717dcf4a-825d-4b30-b86e-e1059b2a2899","eventID":"a\u0000b","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-id-too-long",
        exercises: "eventID of 129 characters",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T15:53:11Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"0142ca5d-9f20-4867-a324-e25387c9a046","eventID":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "no-event-time",
        exercises: "No eventTime",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8d9aa7df-59a3-4f89-a70e-e13c3b7c019f","eventID":"2bb801ce-982a-4c67-a13a-e34eb686f501","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-time-null",
        exercises: "eventTime is null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":null,"eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"9046bea9-b8f5-4ca3-b3c6-eaed5bad5685","eventID":"748130d6-538e-44d5-9623-e7fd6eb55cb5","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-time-words",
        exercises: "eventTime is not a time",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"yesterday at noon","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"439a054c-1bd1-436d-a12a-e57f8557e9f0","eventID":"08f97cd8-9e8d-4b40-9397-e6e57871f70e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-time-thirteenth-month",
        exercises: "eventTime has a 13th month",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-13-01T00:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"9dfe8cef-347a-474d-87d1-e491a1d61095","eventID":"fd82c0dd-570b-4e68-90b6-ecdc9cfb1fad","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-time-no-leap-day",
        exercises: "29 February in a year without one",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-02-29T00:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"9f4afb5b-691b-4e22-935d-e055479e174b","eventID":"e32ec65b-2ab2-42b9-9731-e736f6022062","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "event-time-object",
        exercises: "eventTime is an object",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":{"seconds":1768172096},"eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8ff28b90-04a2-43d3-b408-ee47ba04875d","eventID":"a86f7b3a-5281-459e-bd52-e6d3b612ba28","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "no-event-name",
        exercises: "No eventName, and not an Insight event",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T20:16:30Z","eventSource":"ec2.amazonaws.com","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"050e6ad6-6e12-4266-b003-e4e7602ef266","eventID":"32b26a46-21b5-4db7-83ba-e5562cfb1768","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "version-2",
        exercises: "eventVersion 2.0: another format",
        record: r#"{"eventVersion":"2.0","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T20:54:07Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"705c2664-110b-48b5-a4ca-ee4fca238049","eventID":"e600da3b-270f-45a4-bd79-e7c1f6b1acdd","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "version-words",
        exercises: "eventVersion is not a version",
        record: r#"{"eventVersion":"latest","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T21:31:44Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"4deedcc0-74b5-418e-829b-ec48038d3182","eventID":"faa29ed1-bc42-4eaa-8f10-ed6a7b169419","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case { name: "not-an-object-list", exercises: "A list", record: r#"[1,2,3]"# },
    Case { name: "not-an-object-string", exercises: "A string", record: r#""eventID""# },
    Case { name: "not-an-object-number", exercises: "A number", record: r#"42"# },
    Case { name: "not-an-object-null", exercises: "null", record: r#"null"# },
    Case { name: "empty-object", exercises: "An empty object", record: r#"{}"# },
    Case { name: "not-json", exercises: "Not JSON", record: r#"this is not json"# },
    Case {
        name: "not-json-cut",
        exercises: "A record cut in the middle of a string",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T22:09:21Z","eventSource":"ec2.amazonaws.com","eventNa"#,
    },
    Case {
        name: "not-json-single-quotes",
        exercises: "Python's spelling of a dictionary",
        record: r#"{'eventID': '1', 'eventTime': '2026-01-11T22:54:56Z'}"#,
    },
    Case {
        name: "not-json-trailing-comma",
        exercises: "A comma before the closing brace",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T22:46:58Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"e6a85e63-12ec-452b-9770-e4234ca5de6d","eventID":"57ed8af1-45e3-49e4-aac8-e15900882fe9","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management",}"#,
    },
    Case {
        name: "not-json-raw-newline",
        exercises: "A newline inside a string, not escaped",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T23:24:35Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws
cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"a42f6ccf-54ff-456c-befc-ebec8bba9f5c","eventID":"55a03981-1a69-4be0-a8a2-e49df827f618","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "two-records",
        exercises: "Two records on one line",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-19T00:02:12Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"92f3dd06-3cc0-415c-9bf8-e8394627f9c3","eventID":"8d41d555-fa52-4974-9d09-e486da00a8f0","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-19T00:39:49Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"6028ca0a-3757-40bc-900b-ed20888ee862","eventID":"c23d6e70-339a-4fb3-aa6c-e88119f91fa5","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-separator",
        exercises: "An id that holds # / ? % & + and a space",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T00:44:28Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"bd204422-0ad7-4619-8b57-e1aba6f312c1","eventID":"a#b/c?d%2Fe&f+g h","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-markup",
        exercises: "An id that is markup",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T01:59:42Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"df8e5ec2-c6ab-49d2-8456-e87791b5a724","eventID":"\"><img src=x onerror=alert(1)>","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-unicode",
        exercises: "An id beyond ASCII",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T02:37:19Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"7117dd2e-59d2-4e33-871d-e8df242da015","eventID":"고양이-🐈-é","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-eventsource",
        exercises: "No eventSource",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T10:29:51Z","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"95076edb-ecdd-4f4a-8af4-e93a2723db9a","eventID":"847dcc22-2e0d-490e-b251-ee38f7155841","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "only-what-is-needed",
        exercises: "Nothing but id, time and name",
        record: r#"{"eventID":"c8dcbe8b-c131-408f-9810-e459574d75d9","eventTime":"2026-01-12T03:04:05Z","eventName":"DescribeInstances"}"#,
    },
    Case {
        name: "scalars-odd",
        exercises: "awsRegion, eventSource, userAgent, sourceIPAddress, requestID of the wrong kind",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-18T03:58:28Z","eventSource":{"host":"ec2.amazonaws.com"},"eventName":"DescribeInstances","awsRegion":7,"sourceIPAddress":203,"userAgent":["a","b"],"requestParameters":null,"responseElements":null,"requestID":false,"eventID":"415ea0e5-5e5e-42bd-8ef6-e7278fdc8121","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
];
