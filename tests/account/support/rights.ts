// Rights of the template's roles, taken away and given back.

import { createHash } from "node:crypto";

import { stack } from "../playwright.config";
import { aws, resource } from "./account.mjs";
import { expect } from "./session";

type Statement = { Sid: string; Action: string | string[] };
type Policy = { Version: string; Statement: Statement[] };

/** Takes `action` out of the statement `sid` of the function's role while `work` runs. */
export async function without(
  [name, sid, action]: readonly [name: string, sid: string, action: string],
  work: () => Promise<void>,
): Promise<void> {
  const role = ["--role-name", await resource(stack, `${name}Role`)];
  const [policy] = (await aws("iam", "list-role-policies", ...role)).PolicyNames;
  const named = [...role, "--policy-name", policy];
  const whole: Policy = (await aws("iam", "get-role-policy", ...named)).PolicyDocument;
  const rest = { ...whole, Statement: whole.Statement.flatMap((one) => reduced(one, sid, action)) };
  expect(rest, `${name} may ${action}`).not.toEqual(whole);
  const put = (document: Policy) =>
    aws("iam", "put-role-policy", ...named, "--policy-document", JSON.stringify(document));
  await put(rest);
  try {
    await work();
  } finally {
    await put(whole);
  }
}

function reduced(statement: Statement, sid: string, action: string): Statement[] {
  if (statement.Sid !== sid) return [statement];
  const Action = [statement.Action].flat().filter((one) => one !== action);
  return Action.length > 0 ? [{ ...statement, Action }] : [];
}

/** Has the next request to a function answered by a process that begins anew. */
export async function restart(name: string): Promise<void> {
  const id = ["--function-name", await resource(stack, `${name}Function`)];
  const { Timeout } = await aws("lambda", "get-function-configuration", ...id);
  // Any setting will do, also one that stays as it is.
  await aws("lambda", "update-function-configuration", ...id, "--timeout", String(Timeout));
}

/** Sets a moment (epoch milliseconds) of the session that a `Cookie` header names: see the table's schema. */
export async function setMoment(cookie: string, attribute: "s" | "f", millis: number): Promise<void> {
  const id = Buffer.from(cookie.replace("__Host-sid=", ""), "base64url");
  const pk = { S: createHash("sha256").update(id).digest("base64url") };
  await aws(
    ...["dynamodb", "update-item", "--table-name", await resource(stack, "Sessions")],
    ...["--key", JSON.stringify({ pk }), "--condition-expression", "attribute_exists(pk)"],
    ...["--update-expression", "SET #m = :m", "--expression-attribute-names", JSON.stringify({ "#m": attribute })],
    ...["--expression-attribute-values", JSON.stringify({ ":m": { N: String(millis) } })],
  );
}
