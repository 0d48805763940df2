//! Who may do what: STS and IAM. The calls of STS and what IAM names first are as seen on AWS, in its order;
//! `req.` after `res.` is for those who failed and for records without a response.

use super::rule::{Service, WhenFailed, service};

pub(super) const SERVICES: &[Service] = &[STS, IAM];

const STS: Service = service! {"
    sts.amazonaws.com: AWS::STS
    AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity:
        AWS::IAM::AccessKey res.credentials.accessKeyId,
        AssumedRole res.assumedRoleUser.arn res.assumedRoleUser.assumedRoleId req.roleSessionName,
        AWS::IAM::Role req.roleArn
    AssumeRoot: AWS::IAM::AccessKey res.credentials.accessKeyId, _ req.targetPrincipal
    GetSessionToken: AWS::IAM::AccessKey res.credentials.accessKeyId
    GetFederationToken: AWS::IAM::AccessKey res.credentials.accessKeyId,
        FederatedUser res.federatedUser.federatedUserId res.federatedUser.arn req.name
"};

const IAM: Service = service! {"
    iam.amazonaws.com: AWS::IAM
    Get* List* Generate* Simulate*:
    CreateUser: User res.user.arn res.user.userName res.user.userId req.userName
    CreateRole CreateServiceLinkedRole: Role res.role.roleName res.role.roleId res.role.arn req.roleName
    CreateGroup: Group res.group.groupName res.group.groupId res.group.arn req.groupName
    CreatePolicy: Policy res.policy.policyName res.policy.policyId res.policy.arn req.policyName
    CreateInstanceProfile:
        InstanceProfile res.instanceProfile.instanceProfileName res.instanceProfile.instanceProfileId
        res.instanceProfile.arn req.instanceProfileName
    # Without `userName` in the request it is one's own key; the response tells whose.
    CreateAccessKey: AccessKey res.accessKey.accessKeyId, User res.accessKey.userName req.userName
    UpdateAccessKey DeleteAccessKey: AccessKey req.accessKeyId, User req.userName
    UpdateUser DeleteUser TagUser UntagUser ChangePassword: User req.userName
    CreateLoginProfile UpdateLoginProfile DeleteLoginProfile: User req.userName
    PutUserPermissionsBoundary DeleteUserPermissionsBoundary: User req.userName
    PutUserPolicy DeleteUserPolicy: Policy req.policyName, User req.userName
    PutRolePolicy DeleteRolePolicy: Policy req.policyName, Role req.roleName
    PutGroupPolicy DeleteGroupPolicy: Policy req.policyName, Group req.groupName
    AttachUserPolicy DetachUserPolicy: Policy req.policyArn, User req.userName
    AttachRolePolicy DetachRolePolicy: Policy req.policyArn, Role req.roleName
    AttachGroupPolicy DetachGroupPolicy: Policy req.policyArn, Group req.groupName
    AddUserToGroup RemoveUserFromGroup: Group req.groupName, User req.userName
    UpdateGroup DeleteGroup: Group req.groupName
    AddRoleToInstanceProfile RemoveRoleFromInstanceProfile:
        InstanceProfile req.instanceProfileName, Role req.roleName
    DeleteInstanceProfile TagInstanceProfile UntagInstanceProfile: InstanceProfile req.instanceProfileName
    UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription DeleteRole TagRole UntagRole: Role req.roleName
    DeleteServiceLinkedRole PutRolePermissionsBoundary DeleteRolePermissionsBoundary: Role req.roleName
    CreatePolicyVersion SetDefaultPolicyVersion DeletePolicyVersion DeletePolicy TagPolicy UntagPolicy:
        Policy req.policyArn
    CreateVirtualMFADevice: MFADevice res.virtualMFADevice.serialNumber
    DeleteVirtualMFADevice EnableMFADevice DeactivateMFADevice ResyncMFADevice TagMFADevice UntagMFADevice:
        MFADevice req.serialNumber, User req.userName
    *SAMLProvider: SAMLProvider res.sAMLProviderArn req.sAMLProviderArn
    *OpenIDConnectProvider*: OIDCProvider res.openIDConnectProviderArn req.openIDConnectProviderArn
    *ServerCertificate: ServerCertificate req.serverCertificateName
    UploadSigningCertificate UpdateSigningCertificate DeleteSigningCertificate:
        SigningCertificate res.certificate.certificateId req.certificateId, User req.userName
    UploadSSHPublicKey UpdateSSHPublicKey DeleteSSHPublicKey:
        SshPublicKey res.sSHPublicKey.sSHPublicKeyId req.sSHPublicKeyId, User req.userName
    *ServiceSpecificCredential:
        ServiceSpecificCredential res.serviceSpecificCredential.serviceSpecificCredentialId
        req.serviceSpecificCredentialId, User req.userName
    CreateAccountAlias DeleteAccountAlias: AccountAlias req.accountAlias
"}
.when_failed(WhenFailed::Nothing);
