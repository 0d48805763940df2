//! People and what lets them in: IAM Identity Center and its directory, Cognito, Directory Service,
//! WorkSpaces, IAM Roles Anywhere, Verified Permissions. What each line names follows from the shape of the
//! API; the lines of Identity Center and Roles Anywhere have been tried on real records.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] = &[
    SSO,
    SSO_DIRECTORY,
    IDENTITY_STORE,
    COGNITO_USERS,
    COGNITO_IDENTITIES,
    DIRECTORY,
    WORKSPACES,
    ROLES_ANYWHERE,
    VERIFIED_PERMISSIONS,
];

const SSO: Service = service! {"
    sso.amazonaws.com: AWS::SSO
    CreatePermissionSet: PermissionSet req.name res.permissionSet.permissionSetArn
    # To whom, which account, with which rights.
    CreateAccountAssignment DeleteAccountAssignment:
        PermissionSet req.permissionSetArn, AWS::Organizations::Account req.targetId, _ req.principalId
    AttachManagedPolicyToPermissionSet DetachManagedPolicyFromPermissionSet:
        PermissionSet req.permissionSetArn, AWS::IAM::Policy req.managedPolicyArn
    CreateApplication: Application req.name res.applicationArn
    GetRoleCredentials: AWS::IAM::Role req.roleName
    tags:
    otherwise: PermissionSet req.permissionSetArn, Application req.applicationArn,
        TrustedTokenIssuer req.trustedTokenIssuerArn, Instance req.instanceArn
"};

/// The directory as its console calls it.
const SSO_DIRECTORY: Service = service! {"
    sso-directory.amazonaws.com: AWS::IdentityStore
    AddMemberToGroup RemoveMemberFromGroup: Group req.groupId, User req.memberId.userId req.member.memberId
    *User: User req.userId res.user.userId res.userId
    *Group: Group req.groupId res.group.groupId res.groupId
    otherwise: User req.userId, Group req.groupId
"};

/// The directory as programs call it.
const IDENTITY_STORE: Service = service! {"
    identitystore.amazonaws.com: AWS::IdentityStore
    CreateGroupMembership: Group req.groupId, User req.memberId.userId req.member.memberId
    DeleteGroupMembership: GroupMembership req.membershipId
    *User: User req.userId res.user.userId res.userId
    *Group: Group req.groupId res.group.groupId res.groupId
"};

const COGNITO_USERS: Service = service! {"
    cognito-idp.amazonaws.com: AWS::Cognito
    CreateUserPool: UserPool res.userPool.id req.poolName
    CreateUserPoolClient: UserPoolClient res.userPoolClient.clientId, UserPool req.userPoolId
    UpdateUserPoolClient DeleteUserPoolClient: UserPoolClient req.clientId, UserPool req.userPoolId
    *UserPoolDomain: UserPoolDomain req.domain, UserPool req.userPoolId
    AdminAddUserToGroup AdminRemoveUserFromGroup:
        UserPoolGroup req.groupName, UserPoolUser req.username, UserPool req.userPoolId
    Admin*: UserPoolUser req.username, UserPool req.userPoolId
    CreateGroup UpdateGroup DeleteGroup: UserPoolGroup req.groupName, UserPool req.userPoolId
    *IdentityProvider: UserPoolIdentityProvider req.providerName, UserPool req.userPoolId
    *ResourceServer: UserPoolResourceServer req.identifier, UserPool req.userPoolId
    tags:
    otherwise: UserPool req.userPoolId, UserPoolClient req.clientId
"};

const COGNITO_IDENTITIES: Service = service! {"
    cognito-identity.amazonaws.com: AWS::Cognito
    CreateIdentityPool: IdentityPool res.identityPoolId req.identityPoolName
    # A data event: only its list of resources knows the pool.
    GetCredentialsForIdentity:
        AWS::IAM::AccessKey res.credentials.accessKeyId, IdentityPool resources.ARN, Identity req.identityId
    tags:
    otherwise: IdentityPool req.identityPoolId, Identity req.identityId
"};

const DIRECTORY: Service = service! {"
    ds.amazonaws.com: AWS::DirectoryService
    CreateDirectory CreateMicrosoftAD ConnectDirectory: Directory res.directoryId req.name
    CreateTrust: Directory req.directoryId, Trust res.trustId
    AddTagsToResource RemoveTagsFromResource: _ req.resourceId
    otherwise: Directory req.directoryId, Trust req.trustId, Snapshot req.snapshotId
"};

const WORKSPACES: Service = service! {"
    workspaces.amazonaws.com: AWS::WorkSpaces
    CreateWorkspaces: Workspace res.pendingRequests.workspaceId
    StartWorkspaces StopWorkspaces RebootWorkspaces:
        Workspace req.startWorkspaceRequests.workspaceId req.stopWorkspaceRequests.workspaceId
        req.rebootWorkspaceRequests.workspaceId
    RebuildWorkspaces TerminateWorkspaces:
        Workspace req.rebuildWorkspaceRequests.workspaceId req.terminateWorkspaceRequests.workspaceId
    *IpGroup *IpRules: WorkspaceIpGroup req.groupName req.groupId
    otherwise: Workspace req.workspaceId, WorkspaceBundle req.bundleId, WorkspaceImage req.imageId,
        AWS::DirectoryService::Directory req.directoryId, _ req.resourceId
"};

const ROLES_ANYWHERE: Service = service! {"
    rolesanywhere.amazonaws.com: AWS::RolesAnywhere
    *Profile: Profile req.profileId res.profile.profileId req.name
    *TrustAnchor: TrustAnchor req.trustAnchorId res.trustAnchor.trustAnchorId req.name
    *Crl: CRL req.crlId res.crl.crlId req.name
    CreateSession: AWS::IAM::AccessKey res.credentialSet.credentials.accessKeyId,
        AWS::STS::AssumedRole res.credentialSet.assumedRoleUser.arn, AWS::IAM::Role req.roleArn,
        Profile req.profileArn, TrustAnchor req.trustAnchorArn
    tags:
"};

const VERIFIED_PERMISSIONS: Service = service! {"
    verifiedpermissions.amazonaws.com: AWS::VerifiedPermissions
    CreatePolicyStore: PolicyStore res.policyStoreId
    otherwise: Policy req.policyId, PolicyStore req.policyStoreId
"};
