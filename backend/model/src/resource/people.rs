//! People and what lets them in: IAM Identity Center and its directory, Cognito, Directory Service,
//! WorkSpaces, IAM Roles Anywhere, Verified Permissions. What each line names follows from the shape of the
//! API; the lines of Identity Center and Roles Anywhere have been tried on real records.

use super::rule::{Row, Service, TAGS};

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

const PERMISSION_SET: Row = ("PermissionSet", "req.permissionSetArn");

const SSO: Service = Service {
    otherwise: &[
        PERMISSION_SET,
        ("Application", "req.applicationArn"),
        ("TrustedTokenIssuer", "req.trustedTokenIssuerArn"),
        ("Instance", "req.instanceArn"),
    ],
    ..Service::new(
        "sso.amazonaws.com",
        "AWS::SSO",
        &[
            (
                "CreatePermissionSet",
                &[("PermissionSet", "req.name"), ("PermissionSet", "res.permissionSet.permissionSetArn")],
            ),
            // To whom, which account, with which rights.
            (
                "CreateAccountAssignment DeleteAccountAssignment",
                &[PERMISSION_SET, ("AWS::Organizations::Account", "req.targetId"), ("", "req.principalId")],
            ),
            (
                "AttachManagedPolicyToPermissionSet DetachManagedPolicyFromPermissionSet",
                &[PERMISSION_SET, ("AWS::IAM::Policy", "req.managedPolicyArn")],
            ),
            ("CreateApplication", &[("Application", "req.name"), ("Application", "res.applicationArn")]),
            ("GetRoleCredentials", &[("AWS::IAM::Role", "req.roleName")]),
            TAGS,
        ],
    )
};

const MEMBERS: &[Row] =
    &[("Group", "req.groupId"), ("User", "req.memberId.userId"), ("User", "req.member.memberId")];
const USERS: &[Row] = &[("User", "req.userId"), ("User", "res.user.userId"), ("User", "res.userId")];
const GROUPS: &[Row] = &[("Group", "req.groupId"), ("Group", "res.group.groupId"), ("Group", "res.groupId")];

/// The directory as its console calls it.
const SSO_DIRECTORY: Service = Service {
    otherwise: &[("User", "req.userId"), ("Group", "req.groupId")],
    ..Service::new(
        "sso-directory.amazonaws.com",
        "AWS::IdentityStore",
        &[("AddMemberToGroup RemoveMemberFromGroup", MEMBERS), ("*User", USERS), ("*Group", GROUPS)],
    )
};

/// The directory as programs call it.
const IDENTITY_STORE: Service = Service::new(
    "identitystore.amazonaws.com",
    "AWS::IdentityStore",
    &[
        ("CreateGroupMembership", MEMBERS),
        ("DeleteGroupMembership", &[("GroupMembership", "req.membershipId")]),
        ("*User", USERS),
        ("*Group", GROUPS),
    ],
);

const USER_POOL: Row = ("UserPool", "req.userPoolId");

const COGNITO_USERS: Service = Service {
    otherwise: &[USER_POOL, ("UserPoolClient", "req.clientId")],
    ..Service::new(
        "cognito-idp.amazonaws.com",
        "AWS::Cognito",
        &[
            ("CreateUserPool", &[("UserPool", "res.userPool.id"), ("UserPool", "req.poolName")]),
            ("CreateUserPoolClient", &[("UserPoolClient", "res.userPoolClient.clientId"), USER_POOL]),
            ("UpdateUserPoolClient DeleteUserPoolClient", &[("UserPoolClient", "req.clientId"), USER_POOL]),
            ("*UserPoolDomain", &[("UserPoolDomain", "req.domain"), USER_POOL]),
            (
                "AdminAddUserToGroup AdminRemoveUserFromGroup",
                &[("UserPoolGroup", "req.groupName"), ("UserPoolUser", "req.username"), USER_POOL],
            ),
            ("Admin*", &[("UserPoolUser", "req.username"), USER_POOL]),
            ("CreateGroup UpdateGroup DeleteGroup", &[("UserPoolGroup", "req.groupName"), USER_POOL]),
            ("*IdentityProvider", &[("UserPoolIdentityProvider", "req.providerName"), USER_POOL]),
            ("*ResourceServer", &[("UserPoolResourceServer", "req.identifier"), USER_POOL]),
            TAGS,
        ],
    )
};

const COGNITO_IDENTITIES: Service = Service {
    otherwise: &[("IdentityPool", "req.identityPoolId"), ("Identity", "req.identityId")],
    ..Service::new(
        "cognito-identity.amazonaws.com",
        "AWS::Cognito",
        &[
            (
                "CreateIdentityPool",
                &[("IdentityPool", "res.identityPoolId"), ("IdentityPool", "req.identityPoolName")],
            ),
            TAGS,
        ],
    )
};

const DIRECTORY: Service = Service {
    otherwise: &[("Directory", "req.directoryId"), ("Trust", "req.trustId"), ("Snapshot", "req.snapshotId")],
    ..Service::new(
        "ds.amazonaws.com",
        "AWS::DirectoryService",
        &[
            (
                "CreateDirectory CreateMicrosoftAD ConnectDirectory",
                &[("Directory", "res.directoryId"), ("Directory", "req.name")],
            ),
            ("CreateTrust", &[("Directory", "req.directoryId"), ("Trust", "res.trustId")]),
            ("AddTagsToResource RemoveTagsFromResource", &[("", "req.resourceId")]),
        ],
    )
};

const WORKSPACES: Service = Service {
    otherwise: &[
        ("Workspace", "req.workspaceId"),
        ("WorkspaceBundle", "req.bundleId"),
        ("WorkspaceImage", "req.imageId"),
        ("AWS::DirectoryService::Directory", "req.directoryId"),
        ("", "req.resourceId"),
    ],
    ..Service::new(
        "workspaces.amazonaws.com",
        "AWS::WorkSpaces",
        &[
            ("CreateWorkspaces", &[("Workspace", "res.pendingRequests.workspaceId")]),
            (
                "StartWorkspaces StopWorkspaces RebootWorkspaces",
                &[
                    ("Workspace", "req.startWorkspaceRequests.workspaceId"),
                    ("Workspace", "req.stopWorkspaceRequests.workspaceId"),
                    ("Workspace", "req.rebootWorkspaceRequests.workspaceId"),
                ],
            ),
            (
                "RebuildWorkspaces TerminateWorkspaces",
                &[
                    ("Workspace", "req.rebuildWorkspaceRequests.workspaceId"),
                    ("Workspace", "req.terminateWorkspaceRequests.workspaceId"),
                ],
            ),
            (
                "*IpGroup *IpRules",
                &[("WorkspaceIpGroup", "req.groupName"), ("WorkspaceIpGroup", "req.groupId")],
            ),
        ],
    )
};

const ROLES_ANYWHERE: Service = Service::new(
    "rolesanywhere.amazonaws.com",
    "AWS::RolesAnywhere",
    &[
        (
            "*Profile",
            &[("Profile", "req.profileId"), ("Profile", "res.profile.profileId"), ("Profile", "req.name")],
        ),
        (
            "*TrustAnchor",
            &[
                ("TrustAnchor", "req.trustAnchorId"),
                ("TrustAnchor", "res.trustAnchor.trustAnchorId"),
                ("TrustAnchor", "req.name"),
            ],
        ),
        ("*Crl", &[("CRL", "req.crlId"), ("CRL", "res.crl.crlId"), ("CRL", "req.name")]),
        TAGS,
    ],
);

const VERIFIED_PERMISSIONS: Service = Service {
    otherwise: &[("Policy", "req.policyId"), ("PolicyStore", "req.policyStoreId")],
    ..Service::new(
        "verifiedpermissions.amazonaws.com",
        "AWS::VerifiedPermissions",
        &[("CreatePolicyStore", &[("PolicyStore", "res.policyStoreId")])],
    )
};
