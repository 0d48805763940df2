// `npx tsx check.ts BUILT`: the CDK app makes the stack of the template and no other, and AwsSolutions of
// cdk-nag has nothing to say against it but what is answered in `answers.ts`.

import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";

import { answers } from "./answers";
import { Whodunit } from "./stack";

type Resource = { Type: string; DeletionPolicy?: string; Condition?: string; Properties?: object };
type Template = { Parameters: object; Outputs: object; Resources: Record<string, Resource> };

const [built] = process.argv.slice(2);
const app = new App({ outdir: mkdtempSync(path.join(tmpdir(), "whodunit-cdk-")), analyticsReporting: false });
const stack = new Whodunit(app, "whodunit", built);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
for (const [name, reasons] of Object.entries(answers)) {
  const scope = stack.node.findChild("Template").node.findChild(name);
  for (const [rule, reason] of Object.entries(reasons)) Validations.of(scope).acknowledge({ id: rule, reason });
}

// Fails when cdk-nag finds something that has no answer.
const made: Template = app.synth().getStackByName("whodunit").template;
const given: Template = parse(readFileSync(path.join(built, "template.yaml"), "utf8"), { logLevel: "error" });

/** What of a template both tools write alike: no intrinsic functions, and no code. */
const shape = ({ Parameters, Outputs, Resources }: Template) => ({
  outputs: Object.keys(Outputs).sort(),
  parameters: Object.keys(Parameters).filter((name) => name !== "BootstrapVersion").sort(),
  resources: Object.entries(Resources)
    .map(([name, { Type, DeletionPolicy, Condition, Properties = {} }]) =>
      [name, Type, DeletionPolicy, Condition, Object.keys(Properties).sort()])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
});
assert.deepEqual(shape(made), shape(given));
console.log(`${Object.keys(made.Resources).length} resources, the same by both tools; cdk-nag has no open finding`);
