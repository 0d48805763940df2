// What `cdk deploy` deploys.

import { App } from "aws-cdk-lib";

import { Whodunit } from "./stack";

const app = new App({ analyticsReporting: false });
new Whodunit(app, app.node.getContext("stack"), app.node.getContext("built"));
