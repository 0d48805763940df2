//! When in the history of the format: [eventVersion] 1.02 to 1.11, and the members that came or may be missing.
//!
//! [eventVersion]: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "version-1.00",
        exercises: "The oldest records: no eventID of UUID form is promised, no eventType, no recipientAccountId",
        record: r#"{"eventVersion":"1.0","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T19:27:03Z","eventSource":"iam.amazonaws.com","eventName":"AddUserToGroup","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"AWSConsole","requestParameters":{"userName":"kim","groupName":"admin"},"responseElements":null,"eventID":"1b3b939d-6710-4a42-b184-efa521daa07a"}"#,
    },
    Case {
        name: "version-1.02",
        exercises: "1.02: no readOnly, no managementEvent, no eventCategory; a write by its name",
        record: r#"{"eventVersion":"1.02","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T20:04:40Z","eventSource":"ec2.amazonaws.com","eventName":"StopInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"instancesSet":{"items":[{"instanceId":"i-0abc1234def567890"}]},"force":false},"responseElements":null,"requestID":"daa583fe-7f30-47e2-a730-e4c16060a7cc","eventID":"73a4bc60-89ac-4a60-aa3d-efe0bb58aa76","eventType":"AwsApiCall","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.02-read",
        exercises: "1.02 without readOnly: a read by its name",
        record: r#"{"eventVersion":"1.02","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T20:42:17Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"53e39454-b0b7-4be9-91b6-eeb77959547f","eventID":"35dd4293-1b70-4757-a1d8-e4770171d5dc","eventType":"AwsApiCall","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.03",
        exercises: "1.03",
        record: r#"{"eventVersion":"1.03","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T21:19:54Z","eventSource":"s3.amazonaws.com","eventName":"GetBucketLocation","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"bucketName":"cat-photos"},"responseElements":null,"requestID":"411ec2c1-0d27-449e-b8fc-ee9c23240cfe","eventID":"89d26aeb-41ea-4d24-8250-e49e561d03f0","eventType":"AwsApiCall","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.04",
        exercises: "1.04",
        record: r#"{"eventVersion":"1.04","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T21:57:31Z","eventSource":"cloudtrail.amazonaws.com","eventName":"DescribeTrails","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"trailNameList":[]},"responseElements":null,"requestID":"e5064fd2-861e-41cd-b231-e7c81b8e31df","eventID":"c3efe5b6-2f33-422b-bbdd-ea8864ddf2f8","eventType":"AwsApiCall","apiVersion":"2013-11-01","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.05",
        exercises: "1.05: readOnly may be there, managementEvent and eventCategory not",
        record: r#"{"eventVersion":"1.05","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T22:35:08Z","eventSource":"iam.amazonaws.com","eventName":"GetUser","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"userName":"alana"},"responseElements":null,"requestID":"9f49c073-0c04-4221-98d7-e7d5333439d2","eventID":"531b3694-3e08-4383-a880-ed65b9447def","readOnly":true,"eventType":"AwsApiCall","recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.06",
        exercises: "1.06: managementEvent, still no eventCategory",
        record: r#"{"eventVersion":"1.06","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T23:12:45Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"d7012b0c-3d37-438b-aa10-e2318b5ddbfe","eventID":"d3b28963-7f3e-4d52-a38b-ead55d0825cc","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "version-1.07",
        exercises: "1.07: eventCategory",
        record: r#"{"eventVersion":"1.07","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-12T23:50:22Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"ca63751e-659f-473f-947f-ec0df9f6b37d","eventID":"b0187ef4-57d5-4a7d-81dc-e21d96bff6d4","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "version-1.08",
        exercises: "1.08: tlsDetails",
        record: r#"{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T00:27:59Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"b1e20421-0df0-452a-b021-eafbc1ab2198","eventID":"720d7738-6fac-4fe4-9d75-e1c14123e6e8","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","tlsDetails":{"tlsVersion":"TLSv1.2","cipherSuite":"ECDHE-RSA-AES128-GCM-SHA256","clientProvidedHostHeader":"ec2.us-west-2.amazonaws.com"}}"#,
    },
    Case {
        name: "version-1.09",
        exercises: "1.09: vpcEndpointId with vpcEndpointAccountId",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T01:05:36Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"cdb6092d-a376-4995-a899-e803eb7d257d","eventID":"20c44cdc-d520-4d15-a961-ecb390939fe1","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","vpcEndpointId":"vpce-0123456789example","vpcEndpointAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "version-1.10",
        exercises: "1.10: keyExchange in tlsDetails",
        record: r#"{"eventVersion":"1.10","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T01:43:13Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"5a1c5831-8e8c-4e29-b304-e56f7730b53f","eventID":"3fbd65f5-bf7b-4320-b47b-eb9470d0ca4b","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"ec2.us-west-2.amazonaws.com","keyExchange":"X25519MLKEM768"}}"#,
    },
    Case {
        name: "version-1.11",
        exercises: "1.11: eventContext, which only event data stores add",
        record: r#"{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T02:20:50Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"2e3830ad-100c-438d-b0b1-ee9ac4bf789a","eventID":"fd7c5953-7d42-40f0-8e18-ec9cc0c83c7c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","eventContext":{"requestContext":{"aws:SourceIp":"203.0.113.7"},"tagContext":{"resourceTags":[{"arn":"arn:aws:ec2:us-west-2:111122223333:instance/i-0abc1234def567890","tags":{"env":"prod"}}],"principalTags":{"team":"cats"}}}}"#,
    },
    Case {
        name: "version-of-tomorrow",
        exercises: "1.42: a minor version to come, with a member nobody knows",
        record: r#"{"eventVersion":"1.42","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T02:58:27Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"27912587-c403-4924-9fef-e84978524b89","eventID":"32d120fc-bf55-402d-8615-ef8ac53662ee","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","moonPhase":{"name":"waxing","degrees":71.25}}"#,
    },
    Case {
        name: "addendum",
        exercises: "addendum: delivered late, or delivered again with updated members",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T03:36:04Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"d81b5f00-b27d-4c38-923e-e434732eeeb6","eventID":"d8e4511a-ed5f-4760-85ac-ed5e370d3683","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","addendum":{"reason":"UPDATED_DATA","updatedFields":"responseElements","originalRequestID":"e64ad545-73e5-4ed4-b67e-eb8af7dadd49","originalEventID":"4c738d18-7976-418c-8d97-e3cbddbc248d"}}"#,
    },
    Case {
        name: "edge-device",
        exercises: "edgeDeviceDetails of a Snow device",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T04:13:41Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"ab08639e-9316-41f7-b1f6-edb6e8264abf","eventID":"a11a22ab-be6c-420f-adf2-e0004185f5e6","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","edgeDeviceDetails":"{\"deviceId\":\"JID-example\"}"}"#,
    },
    Case {
        name: "api-version",
        exercises: "apiVersion between eventType and managementEvent",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T04:51:18Z","eventSource":"cloudfront.amazonaws.com","eventName":"CreateInvalidation","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"distributionId":"EDFDVBD6EXAMPLE","invalidationBatch":{"callerReference":"cli-1768158000-1","paths":{"quantity":1,"items":["/*"]}}},"responseElements":null,"requestID":"2fd8fc4a-4320-45fc-a832-e53e97f1411a","eventID":"a27e91fe-2ef2-4af8-8dfe-e729b8d1e5fc","readOnly":false,"eventType":"AwsApiCall","apiVersion":"2020-05-31","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-requestid",
        exercises: "No requestID",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T05:28:55Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"eventID":"71b6ec09-0c3a-475f-aaae-e17174039035","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-sourceipaddress",
        exercises: "No sourceIPAddress",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T06:06:32Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"df5279f0-02ab-4430-948d-e207547ce0db","eventID":"6f52a60b-435f-411f-9f32-e54daa2a26d4","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-useragent",
        exercises: "No userAgent",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T06:44:09Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","requestParameters":null,"responseElements":null,"requestID":"e980aac5-23f8-47fd-b43f-e1b77504b2f3","eventID":"640426ff-5ce6-409e-b9d7-ebfefcdcc6b8","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-requestparameters",
        exercises: "No requestParameters",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T07:21:46Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","responseElements":null,"requestID":"7264ddbc-1866-418b-8967-e11142bbb1ea","eventID":"e1e557be-5f35-4bc4-b405-eacec1e4e9a9","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-responseelements",
        exercises: "No responseElements",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T07:59:23Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"requestID":"0df3cf33-762e-441e-ab12-e2b596286c48","eventID":"6eb430fd-a9fd-467f-8ac5-eee2b97ad71c","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-recipientaccountid",
        exercises: "No recipientAccountId",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T08:37:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8013b1cb-767b-4f5b-888a-ea9cde2937d0","eventID":"0f107c59-2f19-4bf2-b6da-ef85e44e351e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"eventCategory":"Management"}"#,
    },
    Case {
        name: "without-eventtype",
        exercises: "No eventType",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T09:14:37Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"4154e5e5-dc51-47a6-a2c3-e56d63cc74dd","eventID":"27bbc025-5fef-4407-a643-e017a12a1b7a","readOnly":true,"managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-awsregion",
        exercises: "No awsRegion",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T09:52:14Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"fbdc9d92-19af-4bc2-9f9d-ef83e949c0f0","eventID":"23bf4778-b75c-483e-8d8f-ee0b4fbc33e9","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-readonly",
        exercises: "No readOnly",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T11:07:28Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"83b75f5f-fe15-4f74-a6e1-e78ea85f1679","eventID":"166ae3c5-70cf-449f-a336-e4b0e252985c","eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-managementevent",
        exercises: "No managementEvent",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T11:45:05Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"e4109c5e-8a2a-4ead-b411-ec1507864c9f","eventID":"38daa7bb-005b-4bc3-ab62-e33c48396055","readOnly":true,"eventType":"AwsApiCall","recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "without-eventcategory",
        exercises: "No eventCategory",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T12:22:42Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"a0260f7d-b41a-454e-a3a4-ee748d3fa277","eventID":"b4892089-5ded-4b73-b5e8-e279efaac85d","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333"}"#,
    },
    Case {
        name: "without-eventversion",
        exercises: "No eventVersion",
        record: r#"{"userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T13:00:19Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"dfc490e0-f9e3-4f2e-9d29-e25086b56b49","eventID":"621949b5-dbb7-4b42-89ec-eb144104b1ee","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "omitted",
        exercises: "requestParameters was over 100 KB: omitted, and the record says so",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T13:37:56Z","eventSource":"ssm.amazonaws.com","eventName":"PutParameter","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestID":"1f19919d-8344-48d0-a3cc-ea5a74f5a2ef","eventID":"f34912a1-d0fc-421b-a7e4-e2a11adc67d4","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","omitted":true}"#,
    },
    Case {
        name: "first-of-two-accounts",
        exercises: "The same action told to two accounts: one sharedEventID, two event ids (see second-of-two-accounts)",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T14:15:33Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"6c9c80e5-e490-4d98-a86c-e8c0c78f1e23","eventID":"fcc1cb02-0526-4966-981e-e69eb3206955","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","sharedEventID":"09f51587-6b15-427c-8954-e45667dda207","eventCategory":"Management"}"#,
    },
    Case {
        name: "second-of-two-accounts",
        exercises: "The same action told to two accounts: the other record",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-13T14:53:10Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRole","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"781e3b2b-5f5d-4e73-8586-e980f34cee59","eventID":"ac89044a-228a-4342-a1d2-e3a339f5de18","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"444455556666","sharedEventID":"09f51587-6b15-427c-8954-e45667dda207","eventCategory":"Management"}"#,
    },
];
