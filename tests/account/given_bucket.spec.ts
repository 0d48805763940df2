// A second stack, on a bucket that was there before it: an organisation's trail, an issuer of one's own.

import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { account, artefacts, stack } from "./playwright.config";
import { aws, outputs } from "./support/account.mjs";
import { deliver, record } from "./support/records";
import { expect, test, until } from "./support/session";

const name = ["--stack-name", `${stack}-second`];
const bucket = `old-trail-${randomUUID()}`;
const given = {
  Architecture: "x86_64",
  LogBucket: bucket,
  OidcIssuer: "https://id.example.com/realm",
  OidcClientId: "console",
  OidcClientSecret: "never-used",
  EventBridgeEvents: "none",
  Retention: "forever",
  DeletionProtection: "no",
};

/** Where CloudFormation reads the template of the first stack, functions included. */
async function template(): Promise<string> {
  const get = ["get-template", "--stack-name", stack, "--template-stage", "Original"];
  const { TemplateBody } = await aws("cloudformation", ...get);
  const file = path.join(artefacts, "account", "template.yaml");
  writeFileSync(file, typeof TemplateBody === "string" ? TemplateBody : JSON.stringify(TemplateBody));
  await aws("s3api", "put-object", "--bucket", bucket, "--key", "template.yaml", "--body", file);
  return `${account}/${bucket}/template.yaml`;
}

test("log files of a bucket that was there before come in", async () => {
  await aws("s3api", "create-bucket", "--bucket", bucket);
  const parameters = Object.entries(given).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
  const may = ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"];
  const words = ["--template-url", await template(), ...may, "--parameters", JSON.stringify(parameters)];
  await aws("cloudformation", "create-stack", ...name, ...words);
  const status = async () => (await aws("cloudformation", "describe-stacks", ...name)).Stacks[0].StackStatus;
  await until("the second stack", status, (now) => now === "CREATE_COMPLETE");

  const out = await outputs(name[1]);
  expect(out).toMatchObject({ LogsBucket: bucket });
  expect(out).not.toHaveProperty("UserPool");
  // The command that the stack itself names: all words but the last are without quotes.
  const [command, configuration] = out.NextNotifyBucket.split(/ (?=')/);
  await aws(...command.split(" ").slice(1), configuration.replaceAll("'", ""));

  await deliver(bucket, [record("CreateBucket")]);
  // Beside it are marks of what is to be counted, and of what arrived.
  const events = ["--filter-expression", "begins_with(pk, :e)", "--expression-attribute-values", '{":e":{"S":"E#"}}'];
  const count = () => aws("dynamodb", "scan", "--table-name", out.EventsTable, "--select", "COUNT", ...events);
  await until("the event", count, ({ Count }) => Count === 1);

  await aws("cloudformation", "delete-stack", ...name);
  const gone = () => outputs(name[1]).then(() => false, () => true);
  await until("the end of the second stack", gone, Boolean);
  await aws("dynamodb", "delete-table", "--table-name", out.EventsTable);
});
