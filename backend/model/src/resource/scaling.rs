//! Auto Scaling, of instances and of whatever else scales. The types are those of AWS's list; what a line
//! names follows from the shape of the API.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[AUTO_SCALING];

/// What Application Auto Scaling, which records under the same source, names in place of a group.
const SCALABLE: Row = ("AWS::ApplicationAutoScaling::ScalableTarget", "req.resourceId");

const AUTO_SCALING: Service = Service {
    otherwise: &[("AutoScalingGroup", "req.autoScalingGroupName"), SCALABLE],
    ..Service::new(
        "autoscaling.amazonaws.com",
        "AWS::AutoScaling",
        &[
            (
                "CreateLaunchConfiguration DeleteLaunchConfiguration",
                &[("LaunchConfiguration", "req.launchConfigurationName")],
            ),
            (
                "CreateAutoScalingGroup UpdateAutoScalingGroup DeleteAutoScalingGroup",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    ("LaunchConfiguration", "req.launchConfigurationName"),
                ],
            ),
            (
                "PutScalingPolicy DeletePolicy",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    SCALABLE,
                    ("ScalingPolicy", "req.policyName"),
                ],
            ),
            (
                "*InstanceInAutoScalingGroup SetInstanceHealth SetInstanceProtection",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    ("AWS::EC2::Instance", "req.instanceId"),
                    ("AWS::EC2::Instance", "req.instanceIds[]"),
                ],
            ),
            (
                "AttachInstances DetachInstances EnterStandby ExitStandby",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    ("AWS::EC2::Instance", "req.instanceIds[]"),
                ],
            ),
            ("CreateOrUpdateTags DeleteTags", &[("AutoScalingGroup", "req.tags.resourceId")]),
            (
                "PutScheduledUpdateGroupAction DeleteScheduledAction",
                &[
                    ("AutoScalingGroup", "req.autoScalingGroupName"),
                    SCALABLE,
                    ("ScheduledAction", "req.scheduledActionName"),
                ],
            ),
        ],
    )
};
