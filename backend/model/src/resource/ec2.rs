//! EC2: instances, images, disks, and what is bought and moved of them. Networks are in [`vpc`](super::vpc).
//! The lines of `RunInstances` and of starting, stopping and terminating are as seen on AWS, and the types
//! are those of its list; what else a line names follows from the shape of the API.

use super::rule::{Row, Service};

pub(super) const SERVICES: &[Service] = &[EC2, INSTANCE_CONNECT];

const RUN_INSTANCES: &[Row] = &[
    ("AWS::IAM::InstanceProfile", "req.iamInstanceProfile.name"),
    ("AWS::IAM::InstanceProfile", "req.iamInstanceProfile.arn"),
    ("VPC", "res.instancesSet.items.vpcId"),
    ("Ami", "res.instancesSet.items.imageId"),
    ("Ami", "req.instancesSet.items.imageId"),
    ("NetworkInterface", "res.instancesSet.items.networkInterfaceSet.items.networkInterfaceId"),
    ("Instance", "res.instancesSet.items.instanceId"),
    ("KeyPair", "req.instancesSet.items.keyName"),
    ("SecurityGroup", "res.instancesSet.items.groupSet.items.groupName"),
    ("SecurityGroup", "res.instancesSet.items.groupSet.items.groupId"),
    ("SecurityGroup", "req.groupSet.items.groupId"),
    ("SecurityGroup", "req.networkInterfaceSet.items.groupSet.items.groupId"),
    ("Subnet", "res.instancesSet.items.subnetId"),
    ("Subnet", "req.subnetId"),
    ("Subnet", "req.networkInterfaceSet.items.subnetId"),
];

const INSTANCE: Row = ("Instance", "req.instanceId");
const VOLUME: Row = ("Volume", "req.volumeId");

const EC2: Service = Service {
    otherwise: &[INSTANCE, VOLUME, ("Snapshot", "req.snapshotId"), ("Ami", "req.imageId")],
    ..Service::new(
        "ec2.amazonaws.com",
        "AWS::EC2",
        &[
            ("Describe* Search*", &[]),
            ("RunInstances", RUN_INSTANCES),
            (
                "StartInstances StopInstances TerminateInstances RebootInstances MonitorInstances UnmonitorInstances",
                &[("Instance", "req.instancesSet.items.instanceId")],
            ),
            (
                "ModifyInstanceCreditSpecification",
                &[(
                    "Instance",
                    "req.ModifyInstanceCreditSpecificationRequest.InstanceCreditSpecification.InstanceId",
                )],
            ),
            ("ModifyInstance* ResetInstanceAttribute GetConsoleOutput GetPasswordData", &[INSTANCE]),
            ("GetConsoleScreenshot", &[("Instance", "req.GetConsoleScreenshotRequest.InstanceId")]),
            (
                "AssociateIamInstanceProfile",
                &[
                    (
                        "AWS::IAM::InstanceProfile",
                        "req.AssociateIamInstanceProfileRequest.IamInstanceProfile.Name",
                    ),
                    ("Instance", "req.AssociateIamInstanceProfileRequest.InstanceId"),
                ],
            ),
            ("CreateTags DeleteTags", &[("", "req.resourcesSet.items.resourceId")]),
            // images, snapshots, volumes, key pairs
            ("CreateImage", &[INSTANCE, ("Ami", "res.imageId")]),
            ("RegisterImage CopyImage", &[("Ami", "res.imageId")]),
            ("DeregisterImage ModifyImageAttribute ResetImageAttribute", &[("Ami", "req.imageId")]),
            ("CreateSnapshot", &[VOLUME, ("Snapshot", "res.snapshotId")]),
            ("CreateSnapshots", &[("Snapshot", "res.CreateSnapshotsResponse.snapshotSet.item.snapshotId")]),
            ("CopySnapshot", &[("Snapshot", "req.sourceSnapshotId"), ("Snapshot", "res.snapshotId")]),
            (
                "DeleteSnapshot ModifySnapshotAttribute ResetSnapshotAttribute",
                &[("Snapshot", "req.snapshotId")],
            ),
            ("CreateVolume", &[("Volume", "res.volumeId"), ("Snapshot", "req.snapshotId")]),
            ("AttachVolume DetachVolume", &[VOLUME, INSTANCE]),
            ("DeleteVolume ModifyVolumeAttribute EnableVolumeIO", &[VOLUME]),
            ("ModifyVolume", &[("Volume", "req.ModifyVolumeRequest.VolumeId")]),
            ("CreateKeyPair ImportKeyPair DeleteKeyPair", &[("KeyPair", "req.keyName")]),
            (
                "CreateLaunchTemplate CreateLaunchTemplateVersion",
                &[
                    ("LaunchTemplate", "req.CreateLaunchTemplateRequest.LaunchTemplateName"),
                    ("LaunchTemplate", "res.CreateLaunchTemplateResponse.launchTemplate.launchTemplateId"),
                    ("LaunchTemplate", "req.CreateLaunchTemplateVersionRequest.LaunchTemplateName"),
                    ("LaunchTemplate", "req.CreateLaunchTemplateVersionRequest.LaunchTemplateId"),
                ],
            ),
            (
                "ModifyLaunchTemplate DeleteLaunchTemplate DeleteLaunchTemplateVersions",
                &[
                    ("LaunchTemplate", "req.ModifyLaunchTemplateRequest.LaunchTemplateId"),
                    ("LaunchTemplate", "req.DeleteLaunchTemplateRequest.LaunchTemplateId"),
                    ("LaunchTemplate", "req.DeleteLaunchTemplateRequest.LaunchTemplateName"),
                    ("LaunchTemplate", "req.DeleteLaunchTemplateVersionsRequest.LaunchTemplateId"),
                ],
            ),
            ("CreatePlacementGroup DeletePlacementGroup", &[("PlacementGroup", "req.groupName")]),
            // coming and going
            ("BundleInstance", &[INSTANCE, ("BundleTask", "res.bundleTask.bundleId")]),
            ("CancelBundleTask", &[("BundleTask", "req.bundleId")]),
            ("ImportInstance ImportVolume", &[("ConversionTask", "res.conversionTask.conversionTaskId")]),
            ("CancelConversionTask", &[("ConversionTask", "req.conversionTaskId")]),
            ("CreateInstanceExportTask", &[INSTANCE, ("ExportTask", "res.exportTask.exportTaskId")]),
            ("CancelExportTask", &[("ExportTask", "req.exportTaskId")]),
            ("ImportImage ImportSnapshot", &[("ImportTask", "res.importTaskId")]),
            ("CancelImportTask", &[("ImportTask", "req.importTaskId")]),
            // reserved, on the spot, by the clock
            ("PurchaseReservedInstancesOffering", &[("ReservedInstance", "res.reservedInstancesId")]),
            (
                "CreateReservedInstancesListing CancelReservedInstancesListing",
                &[
                    ("ReservedInstance", "req.reservedInstancesId"),
                    ("ReservedInstancesListing", "req.reservedInstancesListingId"),
                    (
                        "ReservedInstancesListing",
                        "res.reservedInstancesListingsSet.items.reservedInstancesListingId",
                    ),
                ],
            ),
            (
                "ModifyReservedInstances",
                &[("ReservedInstancesModification", "res.reservedInstancesModificationId")],
            ),
            (
                "RequestSpotInstances",
                &[("SpotInstanceRequest", "res.spotInstanceRequestSet.items.spotInstanceRequestId")],
            ),
            (
                "CancelSpotInstanceRequests",
                &[("SpotInstanceRequest", "req.spotInstanceRequestIdSet.items.spotInstanceRequestId")],
            ),
            ("RequestSpotFleet", &[("SpotFleetRequest", "res.spotFleetRequestId")]),
            (
                "ModifySpotFleetRequest CancelSpotFleetRequests",
                &[
                    ("SpotFleetRequest", "req.ModifySpotFleetRequestRequest.SpotFleetRequestId"),
                    ("SpotFleetRequest", "req.spotFleetRequestId"),
                    ("SpotFleetRequest", "req.CancelSpotFleetRequestsRequest.SpotFleetRequestId.content"),
                ],
            ),
            ("RunScheduledInstances", &[("ScheduledInstance", "req.scheduledInstanceId")]),
        ],
    )
};

const INSTANCE_CONNECT: Service =
    Service::new("ec2-instance-connect.amazonaws.com", "AWS::EC2", &[("Send*", &[INSTANCE])]);
