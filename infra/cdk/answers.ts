// What cdk-nag finds in the stack, and why it is as it is: by resource, by rule.

const services = "only services of AWS send to it and read from it, and they speak TLS";
const noAccessLog = "the trail itself, or CloudFront's access log, says who read it; AccessLogBucket turns that on";

export const answers: Record<string, Record<string, string>> = {
  LogFilesQueue: { "AwsSolutions-SQS4": services },
  LogFilesDeadLetters: { "AwsSolutions-SQS4": services },
  EventBridgeQueue: { "AwsSolutions-SQS4": services },
  EventBridgeDeadLetters: { "AwsSolutions-SQS4": services },
  Logs: { "AwsSolutions-S1": noAccessLog },
  Site: { "AwsSolutions-S1": noAccessLog },
  LogFilesRole: {
    'AwsSolutions-IAM5[Resource::{"Fn::If":["HasOwnBucket",{"Fn::Sub":"${Logs.Arn}/*"},{"Fn::Sub":"arn:${AWS::Partition}:s3:::${LogBucket}/*"}]}]':
      "the names of log files are not known beforehand; the bucket is",
  },
  ApiRole: { "AwsSolutions-IAM5[Resource::<Events.Arn>/index/*]": "every index of the one table" },
  InsightRole: { "AwsSolutions-IAM5[Resource::<Events.Arn>/index/*]": "every index of the one table" },
  LookupRole: { "AwsSolutions-IAM5[Resource::<Events.Arn>/index/*]": "every index of the one table" },
  SigningSeed: { "AwsSolutions-SMG4": "another seed ends every key that was issued, so a person changes it" },
  SignInSettings: { "AwsSolutions-SMG4": "CloudFormation writes it anew when the client's secret changes" },
  Sessions: { "AwsSolutions-DDB3": "a lost session costs a sign-in" },
  Distribution: {
    "AwsSolutions-CFR1": "auditors travel; WebAclArn can bound where they may come from",
    "AwsSolutions-CFR4": "CloudFront's own name has CloudFront's choice; a domain of one's own gets TLSv1.2_2021",
  },
  Users: { "AwsSolutions-COG8": "the tier follows the pages chosen by SignInPages; nothing here needs Plus" },
};
