// The emulated account by the AWS CLI, and what it needs that AWS does not.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Name of the IAM user as which the edge calls the Function URLs. */
const EDGE_USER = "whodunit-edge";

/**
 * The answer of `aws WORDS`, as JSON. The CLI finds the account by its usual variables.
 *
 * @param {...string} words
 * @returns {Promise<any>}
 */
export async function aws(...words) {
  // Named once more, for the CLI asks SQS at its old address otherwise.
  const where = ["--endpoint-url", process.env.AWS_ENDPOINT_URL];
  const { stdout } = await run("aws", [...words, ...where, "--output", "json"], { maxBuffer: 1 << 26 });
  return stdout.trim() ? JSON.parse(stdout) : null;
}

/** The outputs of the stack, by name. */
export async function outputs(stack) {
  const { Stacks } = await aws("cloudformation", "describe-stacks", "--stack-name", stack);
  return Object.fromEntries(Stacks[0].Outputs.map((output) => [output.OutputKey, output.OutputValue]));
}

/** The physical id of the resource `name` of the stack. */
export async function resource(stack, name) {
  const words = ["describe-stack-resource", "--stack-name", stack, "--logical-resource-id", name];
  return (await aws("cloudformation", ...words)).StackResourceDetail.PhysicalResourceId;
}

/**
 * Makes a deployed stack work in the emulated account at `account`, and gives the edge's access key. Each
 * step is a gap of the emulator; nothing of the stack is left out by it. May be done again.
 *
 * @param {string} stack
 * @param {string} account Address of the emulated account
 * @param {string} [origin] The console's address in the browser, where it is not the distribution's own
 * @returns {Promise<{ id: string, secret: string }>}
 */
export async function prepare(stack, account, origin) {
  const { UserPool, LogsBucket } = await outputs(stack);
  await signInHere(stack, account, UserPool, origin);
  await acceptOtherSources(await resource(stack, "EventBridgeRule"));
  await allowPlainHttp(LogsBucket);
  return edgeKey();
}

/** The user pool's real host does not resolve to the emulator, so the function is told where to ask. */
async function signInHere(stack, account, pool, origin) {
  const id = `whodunit/${stack}/sign-in`;
  const { SecretString } = await aws("secretsmanager", "get-secret-value", "--secret-id", id);
  const settings = { ...JSON.parse(SecretString), endpoint: account };
  if (origin) {
    Object.assign(settings, { origin, logoutEndpoint: `${account}/logout` });
    // As JSON: the CLI would ask for a URL that is an argument of its own.
    const client = {
      UserPoolId: pool,
      ClientId: settings.clientId,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "email", "profile"],
      SupportedIdentityProviders: ["COGNITO"],
      CallbackURLs: [`${origin}/auth/callback`],
      LogoutURLs: [`${origin}/signed-out`],
    };
    await aws("cognito-idp", "update-user-pool-client", "--cli-input-json", JSON.stringify(client));
  }
  const secret = ["--secret-id", id, "--secret-string", JSON.stringify(settings)];
  await aws("secretsmanager", "put-secret-value", ...secret);
}

/** Only AWS may send events whose source begins with `aws.`, and the rule wants such: here `emulated.`. */
async function acceptOtherSources(rule) {
  const name = rule.split("/").at(-1);
  const { EventPattern } = await aws("events", "describe-rule", "--name", name);
  const pattern = { ...JSON.parse(EventPattern), source: [{ prefix: "emulated." }] };
  await aws("events", "put-rule", "--name", name, "--event-pattern", JSON.stringify(pattern));
}

/** The bucket refuses whoever comes without TLS, which the emulator does not speak. */
async function allowPlainHttp(bucket) {
  const { Policy } = await aws("s3api", "get-bucket-policy", "--bucket", bucket);
  const policy = JSON.parse(Policy);
  policy.Statement = policy.Statement.filter(({ Sid }) => Sid !== "OnlyEncrypted");
  await aws("s3api", "put-bucket-policy", "--bucket", bucket, "--policy", JSON.stringify(policy));
}

/** A key of the user that stands for CloudFront's service principal: see `edge.mjs`. */
async function edgeKey() {
  const user = ["--user-name", EDGE_USER];
  const policy = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "lambda:InvokeFunctionUrl", Resource: "*" }],
  };
  await aws("iam", "create-user", ...user).catch((error) => {
    if (!String(error).includes("EntityAlreadyExists")) throw error;
  });
  await aws("iam", "put-user-policy", ...user, "--policy-name", "edge", "--policy-document", JSON.stringify(policy));
  const { AccessKeyMetadata } = await aws("iam", "list-access-keys", ...user);
  for (const { AccessKeyId } of AccessKeyMetadata) {
    await aws("iam", "delete-access-key", ...user, "--access-key-id", AccessKeyId);
  }
  const { AccessKey } = await aws("iam", "create-access-key", ...user);
  return { id: AccessKey.AccessKeyId, secret: AccessKey.SecretAccessKey };
}

/** What the function `name` answers to `event`, as JSON. */
export async function invoke(name, event) {
  return JSON.parse(String(await invoked(name, event)));
}

/**
 * The same as it was posted.
 *
 * @param {string} name
 * @param {object} event
 * @returns {Promise<Buffer>}
 */
export async function invoked(name, event) {
  const folder = await mkdtemp(path.join(tmpdir(), "whodunit-invoke-"));
  const file = path.join(folder, "answer.json");
  const where = ["--endpoint-url", process.env.AWS_ENDPOINT_URL];
  await run("aws", [...where, "lambda", "invoke", "--function-name", name, "--payload", JSON.stringify(event), file]);
  const answer = await readFile(file);
  await rm(folder, { recursive: true });
  return answer;
}

/** Makes a person of the user pool who may sign in with `password` and is in `group`, if any. */
export async function person(pool, name, password, group) {
  const user = ["--user-pool-id", pool, "--username", name];
  const made = ["--temporary-password", password, "--message-action", "SUPPRESS"];
  await aws("cognito-idp", "admin-create-user", ...user, ...made).catch((error) => {
    if (!String(error).includes("UsernameExists")) throw error;
  });
  await aws("cognito-idp", "admin-set-user-password", ...user, "--password", password, "--permanent");
  if (group) await aws("cognito-idp", "admin-add-user-to-group", ...user, "--group-name", group);
}
