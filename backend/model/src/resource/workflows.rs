//! What runs by itself, in steps or by the clock: Step Functions, EventBridge Scheduler and Pipes, Managed
//! Airflow, AppFlow, Database Migration Service. What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[STATES, SCHEDULER, PIPES, AIRFLOW, APPFLOW, MIGRATION];

const STATES: Service = service! {"
    states.amazonaws.com: AWS::StepFunctions
    CreateStateMachine: StateMachine req.name res.stateMachineArn
    CreateActivity: Activity req.name res.activityArn
    CreateStateMachineAlias: StateMachineAlias req.name res.stateMachineAliasArn
    StartExecution StartSyncExecution: StateMachine req.stateMachineArn, Execution res.executionArn
    tags:
    otherwise: StateMachine req.stateMachineArn, Execution req.executionArn, Activity req.activityArn,
        StateMachineAlias req.stateMachineAliasArn, StateMachineVersion req.stateMachineVersionArn
"};

const SCHEDULER: Service = service! {"
    scheduler.amazonaws.com: AWS::Scheduler
    CreateSchedule UpdateSchedule DeleteSchedule GetSchedule: Schedule req.name, ScheduleGroup req.groupName
    *ScheduleGroup: ScheduleGroup req.name
    tags:
"};

const PIPES: Service = service! {"
    pipes.amazonaws.com: AWS::Pipes
    tags:
    otherwise: Pipe req.name
"};

const AIRFLOW: Service = service! {"
    airflow.amazonaws.com: AWS::MWAA
    tags:
    otherwise: Environment req.name
"};

const APPFLOW: Service = service! {"
    appflow.amazonaws.com: AWS::AppFlow
    tags:
    otherwise: Flow req.flowName, ConnectorProfile req.connectorProfileName
"};

const MIGRATION: Service = service! {"
    dms.amazonaws.com: AWS::DMS
    otherwise: ReplicationTask req.replicationTaskIdentifier req.replicationTaskArn,
        ReplicationInstance req.replicationInstanceIdentifier req.replicationInstanceArn,
        Endpoint req.endpointIdentifier req.endpointArn,
        ReplicationConfig req.replicationConfigIdentifier req.replicationConfigArn,
        ReplicationSubnetGroup req.replicationSubnetGroupIdentifier,
        Certificate req.certificateIdentifier req.certificateArn, EventSubscription req.subscriptionName,
        _ req.resourceArn
"};
