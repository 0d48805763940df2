//! Functions and what feeds them: Lambda, SQS, SNS, EventBridge.

use crate::api::{Api, Kind, read, write};

pub(crate) const GET_FUNCTION: Api =
    read("lambda", "GetFunction20150331v2", r#"{"functionName":"$function"}"#);
pub(crate) const LIST_FUNCTIONS: Api = read("lambda", "ListFunctions20150331", r#"{"maxItems":50}"#);
pub(crate) const UPDATE_FUNCTION_CODE: Api = write(
    "lambda",
    "UpdateFunctionCode20150331v2",
    r#"{"functionName":"arn:aws:lambda:$region:$account:function:$function","s3Bucket":"cat-deployments","s3Key":"$digest.zip","publish":true,"dryRun":false}"#,
    r#"{"functionName":"$function","functionArn":"arn:aws:lambda:$region:$account:function:$function:$number","runtime":"provided.al2023","role":"arn:aws:iam::$account:role/lambda-$function","handler":"bootstrap","codeSize":$number,"description":"","timeout":30,"memorySize":256,"codeSha256":"$digest2","version":"$number","tracingConfig":{"mode":"PassThrough"},"revisionId":"$uuid","state":"Active","lastUpdateStatus":"InProgress","packageType":"Zip","architectures":["arm64"]}"#,
);
pub(crate) const UPDATE_FUNCTION_CONFIGURATION: Api = write(
    "lambda",
    "UpdateFunctionConfiguration20150331v2",
    r#"{"functionName":"$function","memorySize":512,"timeout":60}"#,
    r#"{"functionName":"$function","functionArn":"arn:aws:lambda:$region:$account:function:$function","runtime":"provided.al2023","role":"arn:aws:iam::$account:role/lambda-$function","handler":"bootstrap","memorySize":512,"timeout":60,"revisionId":"$uuid","state":"Active","lastUpdateStatus":"InProgress"}"#,
);
pub(crate) const ADD_PERMISSION: Api = write(
    "lambda",
    "AddPermission20150331v2",
    r#"{"functionName":"$function","statementId":"s3-$number","action":"lambda:InvokeFunction","principal":"s3.amazonaws.com","sourceArn":"arn:aws:s3:::$bucket","sourceAccount":"$account"}"#,
    r#"{"statement":"{\"Sid\":\"s3-$number\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},\"Action\":\"lambda:InvokeFunction\",\"Resource\":\"arn:aws:lambda:$region:$account:function:$function\"}"}"#,
);
pub(crate) const INVOKE: Api = write("lambda", "Invoke", r#"{"functionName":"arn:aws:lambda:$region:$account:function:$function","invocationType":"Event"}"#, "null").kind(Kind::Data).touching(r#"{"accountId":"$account","type":"AWS::Lambda::Function","ARN":"arn:aws:lambda:$region:$account:function:$function"}"#);

pub(crate) const GET_QUEUE_ATTRIBUTES: Api = read(
    "sqs",
    "GetQueueAttributes",
    r#"{"queueUrl":"https://sqs.$region.amazonaws.com/$account/$queue","attributeNames":["ApproximateNumberOfMessages"]}"#,
);
pub(crate) const CREATE_QUEUE: Api = write(
    "sqs",
    "CreateQueue",
    r#"{"queueName":"$queue","attributes":{"VisibilityTimeout":"60","SqsManagedSseEnabled":"true"}}"#,
    r#"{"queueUrl":"https://sqs.$region.amazonaws.com/$account/$queue"}"#,
);
pub(crate) const SUBSCRIBE: Api = write(
    "sns",
    "Subscribe",
    r#"{"topicArn":"arn:aws:sns:$region:$account:$topic","protocol":"sqs","endpoint":"arn:aws:sqs:$region:$account:$queue","returnSubscriptionArn":true}"#,
    r#"{"subscriptionArn":"arn:aws:sns:$region:$account:$topic:$uuid2"}"#,
);
pub(crate) const PUT_RULE: Api = write(
    "events",
    "PutRule",
    r#"{"name":"nightly-$function","scheduleExpression":"cron(0 3 * * ? *)","state":"ENABLED"}"#,
    r#"{"ruleArn":"arn:aws:events:$region:$account:rule/nightly-$function"}"#,
);
