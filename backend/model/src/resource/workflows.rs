//! What runs by itself, in steps or by the clock: Step Functions, EventBridge Scheduler and Pipes, Managed
//! Airflow, AppFlow, Database Migration Service. What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[STATES, SCHEDULER, PIPES, AIRFLOW, APPFLOW, MIGRATION];

const STATE_MACHINE: Row = ("StateMachine", "req.stateMachineArn");

const STATES: Service = Service {
    otherwise: &[
        STATE_MACHINE,
        ("Execution", "req.executionArn"),
        ("Activity", "req.activityArn"),
        ("StateMachineAlias", "req.stateMachineAliasArn"),
        ("StateMachineVersion", "req.stateMachineVersionArn"),
    ],
    ..Service::new(
        "states.amazonaws.com",
        "AWS::StepFunctions",
        &[
            ("CreateStateMachine", &[("StateMachine", "req.name"), ("StateMachine", "res.stateMachineArn")]),
            ("CreateActivity", &[("Activity", "req.name"), ("Activity", "res.activityArn")]),
            (
                "CreateStateMachineAlias",
                &[("StateMachineAlias", "req.name"), ("StateMachineAlias", "res.stateMachineAliasArn")],
            ),
            ("StartExecution StartSyncExecution", &[STATE_MACHINE, ("Execution", "res.executionArn")]),
            TAGS,
        ],
    )
};

const SCHEDULER: Service = Service::new(
    "scheduler.amazonaws.com",
    "AWS::Scheduler",
    &[
        (
            "CreateSchedule UpdateSchedule DeleteSchedule GetSchedule",
            &[("Schedule", "req.name"), ("ScheduleGroup", "req.groupName")],
        ),
        ("*ScheduleGroup", &[("ScheduleGroup", "req.name")]),
        TAGS,
    ],
);

const PIPES: Service = Service {
    otherwise: &[("Pipe", "req.name")],
    ..Service::new("pipes.amazonaws.com", "AWS::Pipes", &[TAGS])
};

const AIRFLOW: Service = Service {
    otherwise: &[("Environment", "req.name")],
    ..Service::new("airflow.amazonaws.com", "AWS::MWAA", &[TAGS])
};

const APPFLOW: Service = Service {
    otherwise: &[("Flow", "req.flowName"), ("ConnectorProfile", "req.connectorProfileName")],
    ..Service::new("appflow.amazonaws.com", "AWS::AppFlow", &[TAGS])
};

const MIGRATION: Service = Service {
    otherwise: &[
        ("ReplicationTask", "req.replicationTaskIdentifier"),
        ("ReplicationTask", "req.replicationTaskArn"),
        ("ReplicationInstance", "req.replicationInstanceIdentifier"),
        ("ReplicationInstance", "req.replicationInstanceArn"),
        ("Endpoint", "req.endpointIdentifier"),
        ("Endpoint", "req.endpointArn"),
        ("ReplicationConfig", "req.replicationConfigIdentifier"),
        ("ReplicationConfig", "req.replicationConfigArn"),
        ("ReplicationSubnetGroup", "req.replicationSubnetGroupIdentifier"),
        ("Certificate", "req.certificateIdentifier"),
        ("Certificate", "req.certificateArn"),
        ("EventSubscription", "req.subscriptionName"),
        ("", "req.resourceArn"),
    ],
    ..Service::new("dms.amazonaws.com", "AWS::DMS", &[])
};
