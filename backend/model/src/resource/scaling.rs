//! Auto Scaling, of instances and of whatever else scales. The types are those of AWS's list; what a line
//! names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[AUTO_SCALING];

const AUTO_SCALING: Service = service! {"
    autoscaling.amazonaws.com: AWS::AutoScaling
    # Application Auto Scaling, which records under the same source, names a scalable target in place of a
    # group.
    CreateLaunchConfiguration DeleteLaunchConfiguration: LaunchConfiguration req.launchConfigurationName
    CreateAutoScalingGroup UpdateAutoScalingGroup DeleteAutoScalingGroup:
        AutoScalingGroup req.autoScalingGroupName, LaunchConfiguration req.launchConfigurationName
    PutScalingPolicy DeletePolicy:
        AutoScalingGroup req.autoScalingGroupName, AWS::ApplicationAutoScaling::ScalableTarget req.resourceId,
        ScalingPolicy req.policyName
    *InstanceInAutoScalingGroup SetInstanceHealth SetInstanceProtection:
        AutoScalingGroup req.autoScalingGroupName, AWS::EC2::Instance req.instanceId req.instanceIds[]
    AttachInstances DetachInstances EnterStandby ExitStandby:
        AutoScalingGroup req.autoScalingGroupName, AWS::EC2::Instance req.instanceIds[]
    CreateOrUpdateTags DeleteTags: AutoScalingGroup req.tags.resourceId
    PutScheduledUpdateGroupAction DeleteScheduledAction:
        AutoScalingGroup req.autoScalingGroupName, AWS::ApplicationAutoScaling::ScalableTarget req.resourceId,
        ScheduledAction req.scheduledActionName
    otherwise:
        AutoScalingGroup req.autoScalingGroupName, AWS::ApplicationAutoScaling::ScalableTarget req.resourceId
"};
