// The stack changes, fails to change, and goes; what was stored stays.

import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { artefacts, stack } from "./playwright.config";
import { aws, outputs, resource } from "./support/account.mjs";
import { deliver, record } from "./support/records";
import { expect, test, until } from "./support/session";

const name = ["--stack-name", stack];

/** All parameters as they are, but `changed`. */
async function parameters(changed: Record<string, string> = {}): Promise<string[]> {
  const { Stacks } = await aws("cloudformation", "describe-stacks", ...name);
  const all = Stacks[0].Parameters.map(({ ParameterKey }: { ParameterKey: string }) =>
    ParameterKey in changed
      ? { ParameterKey, ParameterValue: changed[ParameterKey] }
      : { ParameterKey, UsePreviousValue: true },
  );
  const may = ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"];
  return [...may, "--parameters", JSON.stringify(all)];
}

/** The stack's state, when it is `wanted`. */
function settled(wanted: string): Promise<string> {
  const state = async () => (await aws("cloudformation", "describe-stacks", ...name)).Stacks[0].StackStatus;
  return until(`the stack's state ${wanted}`, state, (now) => now === wanted);
}

/** What the API function is told. */
async function environment(): Promise<Record<string, string>> {
  const id = await resource(stack, "ApiFunction");
  return (await aws("lambda", "get-function-configuration", "--function-name", id)).Environment.Variables;
}

test("an update keeps the events, and is in force", async ({ out, search }) => {
  const kept = record("UpdateStack");
  await deliver(out.LogsBucket, [kept]);
  await until("the event", () => search(`id:${kept.eventID}`), (rows) => rows.length === 1);
  const changed = await parameters({ ReadBudget: "256", Shards: "2" });
  await aws("cloudformation", "update-stack", ...name, "--use-previous-template", ...changed);
  await settled("UPDATE_COMPLETE");
  expect(await environment()).toMatchObject({ WHODUNIT_READ_BUDGET: "256", WHODUNIT_SHARDS: "2" });
  expect(await search(`id:${kept.eventID}`)).toHaveLength(1);
  const next = record("UpdateStack");
  await deliver(out.LogsBucket, [next]);
  await until("an event of after the update", () => search(`id:${next.eventID}`), (rows) => rows.length === 1);
});

test("an update that fails is taken back, and the events are there", async ({ out, search }) => {
  const kept = record("DeleteStack");
  await deliver(out.LogsBucket, [kept]);
  await until("the event", () => search(`id:${kept.eventID}`), (rows) => rows.length === 1);
  const before = await environment();

  const get = ["get-template", ...name, "--template-stage", "Processed"];
  const { TemplateBody } = await aws("cloudformation", ...get);
  const template = typeof TemplateBody === "string" ? JSON.parse(TemplateBody) : TemplateBody;
  template.Resources.ApiFunction.Properties.Environment.Variables.WHODUNIT_READ_BUDGET = "64";
  // A bucket of that name is there already, so this fails after the function was changed.
  template.Resources.Bad = {
    Type: "AWS::S3::Bucket",
    DependsOn: ["ApiFunction", "Events"],
    Properties: { BucketName: out.SiteBucket },
  };
  const file = path.join(artefacts, "account", "broken.json");
  writeFileSync(file, JSON.stringify(template));
  const bucket = `whodunit-broken-${randomUUID()}`;
  await aws("s3api", "create-bucket", "--bucket", bucket);
  await aws("s3api", "put-object", "--bucket", bucket, "--key", "broken.json", "--body", file);
  const url = `${process.env.AWS_ENDPOINT_URL}/${bucket}/broken.json`;
  await aws("cloudformation", "update-stack", ...name, "--template-url", url, ...(await parameters()));
  await settled("UPDATE_ROLLBACK_COMPLETE");

  expect(await environment()).toEqual(before);
  expect(await search(`id:${kept.eventID}`)).toHaveLength(1);
});

test("deleting the stack leaves the table and the log files", async ({ out }) => {
  // Marks and counts come and go by themselves.
  const kept = ["--filter-expression", "begins_with(pk, :e)", "--expression-attribute-values", '{":e":{"S":"E#"}}'];
  const count = async () =>
    (await aws("dynamodb", "scan", "--table-name", out.EventsTable, "--select", "COUNT", ...kept)).Count;
  const logs = async () => (await aws("s3api", "list-objects-v2", "--bucket", out.LogsBucket)).Contents.length;
  const [events, files] = [await count(), await logs()];
  expect(Math.min(events, files)).toBeGreaterThan(0);

  // As the README says: CloudFormation deletes no bucket that holds files.
  const site = await aws("s3api", "list-objects-v2", "--bucket", out.SiteBucket);
  const Objects = site.Contents.map(({ Key }: { Key: string }) => ({ Key }));
  await aws("s3api", "delete-objects", "--bucket", out.SiteBucket, "--delete", JSON.stringify({ Objects }));
  await aws("cloudformation", "delete-stack", ...name);
  const gone = () => outputs(stack).then(() => false, () => true);
  await until("the stack's end", gone, Boolean);

  expect(await count()).toBe(events);
  expect(await logs()).toBe(files);
});
