//! [EC2](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/), Auto Scaling and load balancing.

use crate::api::{Api, read, write};

pub(crate) const DESCRIBE_INSTANCES: Api = read(
    "ec2",
    "DescribeInstances",
    r#"{"instancesSet":{},"filterSet":{"items":[{"name":"instance-state-name","valueSet":{"items":[{"value":"running"}]}}]}}"#,
);
pub(crate) const DESCRIBE_INSTANCE: Api = read(
    "ec2",
    "DescribeInstances",
    r#"{"instancesSet":{"items":[{"instanceId":"$instance"}]},"filterSet":{}}"#,
);
/// `$list`: items `{"instanceId":"…"}`.
pub(crate) const DESCRIBE_INSTANCE_LIST: Api =
    read("ec2", "DescribeInstances", r#"{"instancesSet":{"items":[$list]},"filterSet":{}}"#);
pub(crate) const DESCRIBE_INSTANCE_STATUS: Api = read(
    "ec2",
    "DescribeInstanceStatus",
    r#"{"instancesSet":{"items":[{"instanceId":"$instance"},{"instanceId":"$instance2"}]},"filterSet":{},"includeAllInstances":true}"#,
);
pub(crate) const DESCRIBE_INSTANCE_TYPES: Api = read(
    "ec2",
    "DescribeInstanceTypes",
    r#"{"DescribeInstanceTypesRequest":{"InstanceType":[{"tag":1,"content":"p4d.24xlarge"},{"tag":2,"content":"g5.48xlarge"}]}}"#,
);
pub(crate) const DESCRIBE_IMAGES: Api = read(
    "ec2",
    "DescribeImages",
    r#"{"executableBySet":{},"imagesSet":{"items":[{"imageId":"$image"}]},"ownersSet":{},"filterSet":{}}"#,
);
pub(crate) const DESCRIBE_VOLUMES: Api = read(
    "ec2",
    "DescribeVolumes",
    r#"{"volumeSet":{},"filterSet":{"items":[{"name":"attachment.instance-id","valueSet":{"items":[{"value":"$instance"}]}}]}}"#,
);
pub(crate) const DESCRIBE_SECURITY_GROUPS: Api = read(
    "ec2",
    "DescribeSecurityGroups",
    r#"{"securityGroupSet":{},"securityGroupIdSet":{"items":[{"groupId":"$group"}]},"filterSet":{}}"#,
);
pub(crate) const DESCRIBE_SUBNETS: Api =
    read("ec2", "DescribeSubnets", r#"{"subnetSet":{"items":[{"subnetId":"$subnet"}]},"filterSet":{}}"#);
pub(crate) const DESCRIBE_VPCS: Api =
    read("ec2", "DescribeVpcs", r#"{"vpcSet":{"items":[{"vpcId":"$vpc"}]},"filterSet":{}}"#);
pub(crate) const DESCRIBE_NETWORK_INTERFACES: Api = read(
    "ec2",
    "DescribeNetworkInterfaces",
    r#"{"networkInterfaceIdSet":{},"filterSet":{"items":[{"name":"group-id","valueSet":{"items":[{"value":"$group"}]}}]}}"#,
);
pub(crate) const DESCRIBE_ROUTE_TABLES: Api = read(
    "ec2",
    "DescribeRouteTables",
    r#"{"routeTableIdSet":{},"filterSet":{"items":[{"name":"vpc-id","valueSet":{"items":[{"value":"$vpc"}]}}]}}"#,
);
pub(crate) const DESCRIBE_REGIONS: Api =
    read("ec2", "DescribeRegions", r#"{"regionSet":{},"allRegions":true}"#);

pub(crate) const CREATE_TAGS: Api = write(
    "ec2",
    "CreateTags",
    r#"{"resourcesSet":{"items":[{"resourceId":"$instance"},{"resourceId":"$volume"}]},"tagSet":{"items":[{"key":"team","value":"cats"},{"key":"deployed","value":"$number"}]}}"#,
    r#"{"requestId":"$uuid","_return":true}"#,
);
pub(crate) const STOP_INSTANCES: Api = write(
    "ec2",
    "StopInstances",
    r#"{"instancesSet":{"items":[{"instanceId":"$instance"}]},"force":false}"#,
    r#"{"requestId":"$uuid","instancesSet":{"items":[{"instanceId":"$instance","currentState":{"code":64,"name":"stopping"},"previousState":{"code":16,"name":"running"}}]}}"#,
);
pub(crate) const START_INSTANCES: Api = write(
    "ec2",
    "StartInstances",
    r#"{"instancesSet":{"items":[{"instanceId":"$instance"}]}}"#,
    r#"{"requestId":"$uuid","instancesSet":{"items":[{"instanceId":"$instance","currentState":{"code":0,"name":"pending"},"previousState":{"code":80,"name":"stopped"}}]}}"#,
);
pub(crate) const TERMINATE_INSTANCES: Api = write(
    "ec2",
    "TerminateInstances",
    r#"{"instancesSet":{"items":[{"instanceId":"$instance"}]}}"#,
    r#"{"requestId":"$uuid","instancesSet":{"items":[{"instanceId":"$instance","currentState":{"code":32,"name":"shutting-down"},"previousState":{"code":16,"name":"running"}}]}}"#,
);
/// `$type`: the instance type.
pub(crate) const RUN_INSTANCES: Api = write(
    "ec2",
    "RunInstances",
    r#"{"instancesSet":{"items":[{"imageId":"$image","minCount":1,"maxCount":1,"keyName":"$keypair"}]},"groupSet":{"items":[{"groupId":"$group"}]},"instanceType":"$type","blockDeviceMapping":{},"monitoring":{"enabled":false},"subnetId":"$subnet","disableApiTermination":false,"disableApiStop":false,"clientToken":"$uuid3"}"#,
    r#"{"requestId":"$uuid","reservationId":"r-$hex","ownerId":"$account","groupSet":{},"instancesSet":{"items":[{"instanceId":"i-$hex2","imageId":"$image","instanceState":{"code":0,"name":"pending"},"privateDnsName":"ip-10-0-1-17.$region.compute.internal","keyName":"$keypair","amiLaunchIndex":0,"productCodes":{},"instanceType":"$type","launchTime":$millis,"placement":{"availabilityZone":"$zone","tenancy":"default"},"monitoring":{"state":"disabled"},"subnetId":"$subnet","vpcId":"$vpc","privateIpAddress":"$private","stateReason":{"code":"pending","message":"pending"},"architecture":"x86_64","rootDeviceType":"ebs","rootDeviceName":"/dev/xvda","blockDeviceMapping":{},"virtualizationType":"hvm","hypervisor":"xen","clientToken":"$uuid3","groupSet":{"items":[{"groupId":"$group","groupName":"$groupname"}]},"sourceDestCheck":true,"networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-$hex3","subnetId":"$subnet","vpcId":"$vpc","ownerId":"$account","status":"in-use","privateIpAddress":"$private","sourceDestCheck":true,"interfaceType":"interface","groupSet":{"items":[{"groupId":"$group","groupName":"$groupname"}]},"attachment":{"attachmentId":"eni-attach-$hex4","deviceIndex":0,"networkCardIndex":0,"status":"attaching","attachTime":$millis,"deleteOnTermination":true},"privateIpAddressesSet":{"item":[{"privateIpAddress":"$private","primary":true}]},"ipv6AddressesSet":{},"tagSet":{}}]},"ebsOptimized":false,"enaSupport":true,"cpuOptions":{"coreCount":1,"threadsPerCore":2},"capacityReservationSpecification":{"capacityReservationPreference":"open"},"enclaveOptions":{"enabled":false},"metadataOptions":{"state":"pending","httpTokens":"required","httpPutResponseHopLimit":2,"httpEndpoint":"enabled","httpProtocolIpv4":"enabled","httpProtocolIpv6":"disabled","instanceMetadataTags":"disabled"}}]},"requesterId":""}"#,
);
/// `$keypair`: its name.
pub(crate) const CREATE_KEY_PAIR: Api = write(
    "ec2",
    "CreateKeyPair",
    r#"{"keyName":"$keypair","keyType":"rsa","keyFormat":"pem"}"#,
    r#"{"requestId":"$uuid","keyName":"$keypair","keyFingerprint":"$digest","keyPairId":"key-$hex","keyMaterial":"<sensitiveDataRemoved>"}"#,
);
/// `$groupname`: its name; `$newgroup`: its id.
pub(crate) const CREATE_SECURITY_GROUP: Api = write(
    "ec2",
    "CreateSecurityGroup",
    r#"{"groupName":"$groupname","groupDescription":"$groupname","vpcId":"$vpc"}"#,
    r#"{"requestId":"$uuid","_return":true,"groupId":"$group"}"#,
);
/// `$cidr`, `$port`: who may come in, and where.
pub(crate) const AUTHORIZE_SECURITY_GROUP_INGRESS: Api = write(
    "ec2",
    "AuthorizeSecurityGroupIngress",
    r#"{"groupId":"$group","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":$port,"toPort":$port,"groups":{},"ipRanges":{"items":[{"cidrIp":"$cidr"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}"#,
    r#"{"requestId":"$uuid","_return":true,"securityGroupRuleSet":{"items":[{"groupOwnerId":"$account","groupId":"$group","securityGroupRuleId":"sgr-$hex","isEgress":false,"ipProtocol":"tcp","fromPort":$port,"toPort":$port,"cidrIpv4":"$cidr"}]}}"#,
);
pub(crate) const CREATE_SNAPSHOT: Api = write(
    "ec2",
    "CreateSnapshot",
    r#"{"volumeId":"$volume","description":"nightly"}"#,
    r#"{"requestId":"$uuid","snapshotId":"snap-$hex","volumeId":"$volume","status":"pending","startTime":$millis,"ownerId":"$account","volumeSize":"100","description":"nightly","encrypted":true}"#,
);
pub(crate) const DELETE_SNAPSHOT: Api = write(
    "ec2",
    "DeleteSnapshot",
    r#"{"snapshotId":"$snapshot"}"#,
    r#"{"requestId":"$uuid","_return":true}"#,
);
pub(crate) const CREATE_NETWORK_INTERFACE: Api = write(
    "ec2",
    "CreateNetworkInterface",
    r#"{"subnetId":"$subnet","description":"arn:aws:ecs:$region:$account:attachment/$uuid2","groupSet":{"items":[{"groupId":"$group"}]},"privateIpAddressesSet":{},"ipv6AddressCount":0,"clientToken":"$uuid3"}"#,
    r#"{"requestId":"$uuid","networkInterface":{"networkInterfaceId":"eni-$hex","subnetId":"$subnet","vpcId":"$vpc","availabilityZone":"$zone","description":"arn:aws:ecs:$region:$account:attachment/$uuid2","ownerId":"$account","requesterId":"amazon-ecs","requesterManaged":true,"status":"pending","macAddress":"02:00:00:00:00:0b","privateIpAddress":"$private","sourceDestCheck":true,"interfaceType":"interface","groupSet":{"items":[{"groupId":"$group","groupName":"cats-tasks"}]},"privateIpAddressesSet":{"item":[{"privateIpAddress":"$private","primary":true}]},"ipv6AddressesSet":{},"tagSet":{}}}"#,
);

pub(crate) const DESCRIBE_AUTO_SCALING_GROUPS: Api = read(
    "autoscaling",
    "DescribeAutoScalingGroups",
    r#"{"autoScalingGroupNames":["$scalinggroup"],"maxRecords":100}"#,
);
pub(crate) const SET_DESIRED_CAPACITY: Api = write(
    "autoscaling",
    "SetDesiredCapacity",
    r#"{"autoScalingGroupName":"$scalinggroup","desiredCapacity":6,"honorCooldown":false}"#,
    "null",
);
pub(crate) const DESCRIBE_TARGET_HEALTH: Api = read("elasticloadbalancing", "DescribeTargetHealth", r#"{"targetGroupArn":"arn:aws:elasticloadbalancing:$region:$account:targetgroup/$loadbalancer/0123456789abcdef"}"#).version("2015-12-01");
pub(crate) const DESCRIBE_LOAD_BALANCERS: Api =
    read("elasticloadbalancing", "DescribeLoadBalancers", r#"{"pageSize":400}"#).version("2015-12-01");
pub(crate) const REGISTER_TARGETS: Api = write("elasticloadbalancing", "RegisterTargets", r#"{"targetGroupArn":"arn:aws:elasticloadbalancing:$region:$account:targetgroup/$loadbalancer/0123456789abcdef","targets":[{"id":"$private","port":8080}]}"#, "null").version("2015-12-01");
