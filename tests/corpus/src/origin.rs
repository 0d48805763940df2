//! Where from and under which id: addresses, user agents, regions, event and request ids in every form seen.

use crate::Case;

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "ip-list",
        exercises: "sourceIPAddress is a list `a, b`",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T13:27:22Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7, 198.51.100.9","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"ac535317-0893-482b-8aec-e2582beb081d","eventID":"75cb2437-26f3-43e1-8f54-e66f821a7f02","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-v6",
        exercises: "An IPv6 address",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T14:04:59Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"2001:db8:85a3::8a2e:370:7334","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"72356276-08b0-4640-a32f-eb607c50c3dd","eventID":"64098958-7a63-4ff6-927f-ef7c3715074e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-service",
        exercises: "A service host name",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T14:42:36Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"autoscaling.amazonaws.com","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"6884e684-2fce-44ac-8d85-e2a8cc0cf626","eventID":"7a94be6b-2dcb-4b30-99b3-ec3fa24280b1","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-internal",
        exercises: "`AWS Internal` with a space",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T15:20:13Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"AWS Internal","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"6cde2acf-8970-4b78-83c7-e7c18e16ec2c","eventID":"5a9d64c3-1cbb-43c2-abae-e13a56604aed","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-empty",
        exercises: "An empty address",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T15:57:50Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"8d2f6e1c-bdd5-4543-a5c5-eefe20babbb1","eventID":"89402cd7-ae96-4bce-906c-e098530fa461","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-private",
        exercises: "An address inside a VPC",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T16:35:27Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"192.0.2.44","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"bc95854d-38fa-4982-aecf-ed16c4e8312c","eventID":"25980b25-8c9b-436a-9a07-e8078c3cba35","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-word",
        exercises: "Neither an address nor a host name",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T17:13:04Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"unknown","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"25e4acba-d4c7-4bdf-9bc5-e6e44efcdf65","eventID":"69249005-bff8-4f24-8bfc-ee65bb15cd74","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "ip-null",
        exercises: "sourceIPAddress is null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T17:50:41Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":null,"userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"cb418707-77d0-4140-bd52-ebe091c14714","eventID":"d8d2fd58-f061-4eea-afcc-ebf364866f90","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-console",
        exercises: "The console",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T18:28:18Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"console.amazonaws.com","requestParameters":null,"responseElements":null,"requestID":"40b60948-7964-49c1-a1de-e4c5fb8e56e5","eventID":"b87cd2cd-b495-443e-b64c-e4ac52f10461","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-browser",
        exercises: "A browser",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T19:05:55Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15","requestParameters":null,"responseElements":null,"requestID":"7b65a2a6-18a6-4f42-a506-e7ec73fa6ac2","eventID":"b7c8dd11-7a7a-4868-968b-e9dc2d9eb437","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-bracketed",
        exercises: "An agent in brackets: a console or a tool passed through",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T19:43:32Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.750 Linux/5.10.224 OpenJDK_64-Bit_Server_VM/25.372-b08 java/1.8.0_372 vendor/Oracle_Corporation cfg/retry-mode/standard]","requestParameters":null,"responseElements":null,"requestID":"a5fd9285-c165-488a-ac9b-e270a79aca05","eventID":"5ebd8f20-d1f2-4050-a30c-efcf8e98e76d","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-terraform",
        exercises: "Terraform",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T20:21:09Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"APN/1.0 HashiCorp/1.0 Terraform/1.13.3 (+https://www.terraform.io) terraform-provider-aws/6.14.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.39.0 ua/2.1 os/linux lang/go#1.24.6 md/GOOS#linux md/GOARCH#amd64 api/iam#1.47.5","requestParameters":null,"responseElements":null,"requestID":"e5d36b72-91d4-4a04-ac09-ec75be9d36bd","eventID":"1ba2468a-b597-40aa-8e6a-e8852ecd13ed","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-empty",
        exercises: "An empty user agent",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T20:58:46Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"","requestParameters":null,"responseElements":null,"requestID":"57291351-91e1-4c37-bd34-e400f8f86a62","eventID":"fce8062e-aca0-465e-b694-ef4d0f20c902","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "agent-long",
        exercises: "A user agent of 1,024 characters, cut by CloudTrail",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T21:36:23Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"Boto3/1.40 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","requestParameters":null,"responseElements":null,"requestID":"5351ee6e-65d1-4d4a-a8d6-e03a65dd833d","eventID":"51097131-b0d8-4093-b07e-efad13ba2798","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-not-uuid",
        exercises: "An event id that is not a UUID",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T22:14:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"3c2debdc-51f8-4c1d-9a57-e3250845fda8","eventID":"EXAMPLE-b8e0ad7d.20260111","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-upper-case",
        exercises: "A UUID in capital letters",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T22:51:37Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"b82f77fa-22fa-4db6-a994-ea46a13d377f","eventID":"0A1B2C3D-4E5F-4A6B-8C7D-9E8F7A6B5C4E","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-short",
        exercises: "A single character",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-14T23:29:14Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"204602d3-df79-405e-8d1f-ebf9b85ead87","eventID":"7","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-longest",
        exercises: "128 characters, the longest id allowed",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T00:06:51Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"843b7661-3e94-4777-92ea-e4a871d7f9b0","eventID":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "id-dots",
        exercises: "An id that looks like a path",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T01:22:05Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"d4f3ccf5-4ff8-402e-af70-e00a6e142bb6","eventID":"../../etc/passwd","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "request-id-not-uuid",
        exercises: "A request id of S3: 16 letters and digits",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T03:14:56Z","eventSource":"s3.amazonaws.com","eventName":"GetBucketAcl","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":{"bucketName":"cat-photos"},"responseElements":null,"requestID":"3W5EXAMPLEZ9Q1XY","eventID":"499c9902-6f10-475b-9b93-e7ee14494228","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "request-id-empty",
        exercises: "An empty request id",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T03:52:33Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"","eventID":"9e338d0c-c83d-4165-821f-e9c88bd4cd3b","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "request-id-null",
        exercises: "requestID is null",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T04:30:10Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":null,"eventID":"388dab75-3c4e-47ae-9086-edd55e751c4f","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "region-local-zone",
        exercises: "A region of tomorrow",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T05:07:47Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"xx-moonbase-7","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"0d90afdf-a595-4a1c-bb82-e0bc7ac99dc9","eventID":"4ded8192-eacd-470b-aa31-e45289af68ac","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "region-empty",
        exercises: "An empty region",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T05:45:24Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"a829eb92-6c24-493b-86f4-e88b664999e9","eventID":"1e95ea42-6a58-4085-a7f3-edba7290525e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "source-without-suffix",
        exercises: "eventSource without .amazonaws.com",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T06:23:01Z","eventSource":"ec2","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"d4aa0748-3540-421b-a9b5-e08b77f85477","eventID":"671a5c5f-f3cd-447b-8ff3-ecf8beef58aa","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "source-other-suffix",
        exercises: "eventSource of another domain",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"},"eventTime":"2026-01-15T07:00:38Z","eventSource":"monitoring.aws.example","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"346eb63a-f890-463d-85ed-e8f9d4d4946c","eventID":"5e6ac0f5-1cde-4986-bdf7-e98e15cf7767","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
    Case {
        name: "user-name-slash",
        exercises: "A session name that holds no slash but an @ and =, from an identity provider",
        record: r#"{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEROLE234567:user=kim@example.com","arn":"arn:aws:sts::111122223333:assumed-role/SAMLReaders/user=kim@example.com","accountId":"111122223333","accessKeyId":"ASIAROLE2345EXAMPLE2","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLEROLE234567","arn":"arn:aws:iam::111122223333:role/SAMLReaders","accountId":"111122223333","userName":"SAMLReaders"},"webIdFederationData":{},"attributes":{"creationDate":"2026-01-11T22:00:00Z","mfaAuthenticated":"false"}}},"eventTime":"2026-01-15T07:38:15Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux#6.1 md/arch#x86_64 lang/python#3.13.7","requestParameters":null,"responseElements":null,"requestID":"15dc0a06-9d9d-4863-b2d5-e8a7a47b4055","eventID":"d18e3ff3-8f1f-4b08-a385-ea754d978f18","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}"#,
    },
];
