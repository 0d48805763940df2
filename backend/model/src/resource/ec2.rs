//! EC2: instances, images, disks, and what is bought and moved of them. Networks are in [`vpc`](super::vpc).
//! The lines of `RunInstances` and of starting, stopping and terminating are as seen on AWS, and the types
//! are those of its list; what else a line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[EC2, INSTANCE_CONNECT];

const EC2: Service = service! {"
    ec2.amazonaws.com: AWS::EC2
    Describe* Search*:
    RunInstances: AWS::IAM::InstanceProfile req.iamInstanceProfile.name req.iamInstanceProfile.arn,
        VPC res.instancesSet.items.vpcId, Ami res.instancesSet.items.imageId req.instancesSet.items.imageId,
        NetworkInterface res.instancesSet.items.networkInterfaceSet.items.networkInterfaceId,
        Instance res.instancesSet.items.instanceId, KeyPair req.instancesSet.items.keyName,
        SecurityGroup res.instancesSet.items.groupSet.items.groupName
        res.instancesSet.items.groupSet.items.groupId req.groupSet.items.groupId
        req.networkInterfaceSet.items.groupSet.items.groupId,
        Subnet res.instancesSet.items.subnetId req.subnetId req.networkInterfaceSet.items.subnetId
    StartInstances StopInstances TerminateInstances RebootInstances MonitorInstances UnmonitorInstances:
        Instance req.instancesSet.items.instanceId
    ModifyInstanceCreditSpecification:
        Instance req.ModifyInstanceCreditSpecificationRequest.InstanceCreditSpecification.InstanceId
    ModifyInstance* ResetInstanceAttribute GetConsoleOutput GetPasswordData: Instance req.instanceId
    GetConsoleScreenshot: Instance req.GetConsoleScreenshotRequest.InstanceId
    AssociateIamInstanceProfile:
        AWS::IAM::InstanceProfile req.AssociateIamInstanceProfileRequest.IamInstanceProfile.Name,
        Instance req.AssociateIamInstanceProfileRequest.InstanceId
    CreateTags DeleteTags: _ req.resourcesSet.items.resourceId
    # images, snapshots, volumes, key pairs
    CreateImage: Instance req.instanceId, Ami res.imageId
    RegisterImage CopyImage: Ami res.imageId
    DeregisterImage ModifyImageAttribute ResetImageAttribute: Ami req.imageId
    CreateSnapshot: Volume req.volumeId, Snapshot res.snapshotId
    CreateSnapshots: Snapshot res.CreateSnapshotsResponse.snapshotSet.item.snapshotId
    CopySnapshot: Snapshot req.sourceSnapshotId res.snapshotId
    DeleteSnapshot ModifySnapshotAttribute ResetSnapshotAttribute: Snapshot req.snapshotId
    CreateVolume: Volume res.volumeId, Snapshot req.snapshotId
    AttachVolume DetachVolume: Volume req.volumeId, Instance req.instanceId
    DeleteVolume ModifyVolumeAttribute EnableVolumeIO: Volume req.volumeId
    ModifyVolume: Volume req.ModifyVolumeRequest.VolumeId
    CreateKeyPair ImportKeyPair DeleteKeyPair: KeyPair req.keyName
    CreateLaunchTemplate CreateLaunchTemplateVersion:
        LaunchTemplate req.CreateLaunchTemplateRequest.LaunchTemplateName
        res.CreateLaunchTemplateResponse.launchTemplate.launchTemplateId
        req.CreateLaunchTemplateVersionRequest.LaunchTemplateName
        req.CreateLaunchTemplateVersionRequest.LaunchTemplateId
    ModifyLaunchTemplate DeleteLaunchTemplate DeleteLaunchTemplateVersions:
        LaunchTemplate req.ModifyLaunchTemplateRequest.LaunchTemplateId
        req.DeleteLaunchTemplateRequest.LaunchTemplateId req.DeleteLaunchTemplateRequest.LaunchTemplateName
        req.DeleteLaunchTemplateVersionsRequest.LaunchTemplateId
    CreatePlacementGroup DeletePlacementGroup: PlacementGroup req.groupName
    # coming and going
    BundleInstance: Instance req.instanceId, BundleTask res.bundleTask.bundleId
    CancelBundleTask: BundleTask req.bundleId
    ImportInstance ImportVolume: ConversionTask res.conversionTask.conversionTaskId
    CancelConversionTask: ConversionTask req.conversionTaskId
    CreateInstanceExportTask: Instance req.instanceId, ExportTask res.exportTask.exportTaskId
    CancelExportTask: ExportTask req.exportTaskId
    ImportImage ImportSnapshot: ImportTask res.importTaskId
    CancelImportTask: ImportTask req.importTaskId
    # reserved, on the spot, by the clock
    PurchaseReservedInstancesOffering: ReservedInstance res.reservedInstancesId
    CreateReservedInstancesListing CancelReservedInstancesListing:
        ReservedInstance req.reservedInstancesId,
        ReservedInstancesListing req.reservedInstancesListingId
        res.reservedInstancesListingsSet.items.reservedInstancesListingId
    ModifyReservedInstances: ReservedInstancesModification res.reservedInstancesModificationId
    RequestSpotInstances: SpotInstanceRequest res.spotInstanceRequestSet.items.spotInstanceRequestId
    CancelSpotInstanceRequests: SpotInstanceRequest req.spotInstanceRequestIdSet.items.spotInstanceRequestId
    RequestSpotFleet: SpotFleetRequest res.spotFleetRequestId
    ModifySpotFleetRequest CancelSpotFleetRequests:
        SpotFleetRequest req.ModifySpotFleetRequestRequest.SpotFleetRequestId req.spotFleetRequestId
        req.CancelSpotFleetRequestsRequest.SpotFleetRequestId.content
    RunScheduledInstances: ScheduledInstance req.scheduledInstanceId
    otherwise: Instance req.instanceId, Volume req.volumeId, Snapshot req.snapshotId, Ami req.imageId
"};

const INSTANCE_CONNECT: Service = service! {"
    ec2-instance-connect.amazonaws.com: AWS::EC2
    Send*: Instance req.instanceId
"};
