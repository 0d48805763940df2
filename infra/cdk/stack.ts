// The stack of ../template.yaml as a CDK stack: the same resources, from the same file.
//
// `sam build` compiles the functions and writes the template that names their folders; here each folder becomes
// an asset, which `cdk deploy` uploads. CloudFormation applies the SAM transform, as it does for `sam deploy`.

import { type App, Stack, Validations } from "aws-cdk-lib";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { CfnFunction } from "aws-cdk-lib/aws-sam";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { existsSync } from "node:fs";
import path from "node:path";

/** Whodunit, from what `sam build` left in `built`. */
export class Whodunit extends Stack {
  constructor(app: App, name: string, built: string) {
    super(app, name);
    const templateFile = path.resolve(built, "template.yaml");
    if (!existsSync(templateFile)) throw new Error(`${templateFile} is not there: run \`sam build\` in infra first`);
    const template = new CfnInclude(this, "Template", { templateFile });
    for (const name of ["LogFiles", "EventBridge", "Api", "Insight", "SignIn", "Lookup", "AuditEvents", "Roll"]) {
      const folder = `${name}Function`;
      const code = new Asset(this, `${folder}Code`, { path: path.resolve(built, folder) });
      const { s3BucketName: bucket, s3ObjectKey: key } = code;
      (template.getResource(folder) as CfnFunction).codeUri = { bucket, key };
    }
    // The CDK looks at both branches of each condition at once.
    const reason = "conditions see to that";
    for (const rule of ["W1030", "W1001", "F3014"]) {
      Validations.of(this).acknowledge({ id: `CloudFormation-Validate::${rule}`, reason });
    }
  }
}
