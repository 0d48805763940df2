// A deployed stack of an emulated account on http://localhost, for a person's own browser:
//   node serve.mjs STACK PORT
// with the AWS CLI on PATH and AWS_ENDPOINT_URL set. Prints the address when it answers, and ends by Ctrl+C.

import { outputs, person, prepare } from "./support/account.mjs";
import { edge } from "./support/edge.mjs";

const [stack, port] = process.argv.slice(2);
const account = process.env.AWS_ENDPOINT_URL;
if (!stack || !port || !account) throw new Error("needs STACK and PORT, and AWS_ENDPOINT_URL in the environment");

const origin = `http://localhost:${port}`;
const key = await prepare(stack, account, origin);
const { DistributionDomain, UserPool } = await outputs(stack);
const [name, password] = ["auditor@example.com", "Who-did-it-2026?"];
await person(UserPool, name, password, "auditor");
await edge({ account, key, host: DistributionDomain, port: Number(port) });
console.log(`Whodunit is ready at ${origin}: sign in as ${name} with ${password}`);
