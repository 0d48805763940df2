// CloudTrail's records and log files, made for one test: each event has an id of its own.

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";

/** A record as CloudTrail writes it. */
export type Record = { eventID: string; eventName: string; [field: string]: unknown };

/** A management event of a moment ago. */
export function record(eventName: string, more: object = {}): Record {
  return {
    eventVersion: "1.11",
    userIdentity: {
      type: "IAMUser",
      principalId: "AIDAEXAMPLE0000000001",
      arn: "arn:aws:iam::111122223333:user/ana.silva",
      accountId: "111122223333",
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      userName: "ana.silva",
    },
    eventTime: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+/, ""),
    eventSource: "s3.amazonaws.com",
    eventName,
    awsRegion: "eu-central-1",
    sourceIPAddress: "203.0.113.24",
    userAgent: "aws-cli/2.30",
    requestParameters: { bucketName: "ledger-of-the-harbour" },
    responseElements: null,
    requestID: randomUUID(),
    eventID: randomUUID(),
    readOnly: false,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
    ...more,
  };
}

/** Puts a log file of `records` where a trail puts it, and gives its key. */
export function deliver(bucket: string, records: Record[]): Promise<string> {
  return deliverBytes(bucket, gzipSync(JSON.stringify({ Records: records })));
}

/** Puts `content` where a trail puts a log file, and gives its key. */
export async function deliverBytes(bucket: string, content: Buffer): Promise<string> {
  const now = new Date().toISOString();
  const file = `111122223333_CloudTrail_eu-central-1_${now.replace(/[-:]|\..*/g, "")}Z_${randomUUID().slice(-12)}`;
  const day = now.slice(0, 10).replaceAll("-", "/");
  const key = `AWSLogs/111122223333/CloudTrail/eu-central-1/${day}/${file}.json.gz`;
  await new Promise<void>((done, failed) => {
    const copy = execFile("aws", ["s3", "cp", "-", `s3://${bucket}/${key}`], (error) => (error ? failed(error) : done()));
    copy.stdin?.end(content);
  });
  return key;
}
