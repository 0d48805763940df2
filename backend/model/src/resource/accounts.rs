//! Accounts and what is shared between them: Organizations, Control Tower, Resource Access Manager, Service
//! Catalog, budgets, quotas, resource groups. What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] =
    &[ORGANIZATIONS, ACCOUNT, CONTROL_TOWER, RAM, SERVICE_CATALOG, BUDGETS, QUOTAS, RESOURCE_GROUPS];

const POLICY: Row = ("Policy", "req.policyId");
const ACCOUNT_ID: Row = ("Account", "req.accountId");

const ORGANIZATIONS: Service = Service::new(
    "organizations.amazonaws.com",
    "AWS::Organizations",
    &[
        (
            "CreateAccount CreateGovCloudAccount",
            &[("Account", "res.createAccountStatus.accountId"), ("Account", "req.accountName")],
        ),
        ("CloseAccount MoveAccount RemoveAccountFromOrganization", &[ACCOUNT_ID]),
        ("RegisterDelegatedAdministrator DeregisterDelegatedAdministrator", &[ACCOUNT_ID]),
        ("InviteAccountToOrganization", &[("Account", "req.target.id")]),
        ("AcceptHandshake DeclineHandshake CancelHandshake", &[("Handshake", "req.handshakeId")]),
        ("CreateOrganization", &[("Organization", "res.organization.id")]),
        ("CreateOrganizationalUnit", &[("OrganizationalUnit", "res.organizationalUnit.id")]),
        (
            "UpdateOrganizationalUnit DeleteOrganizationalUnit",
            &[("OrganizationalUnit", "req.organizationalUnitId")],
        ),
        ("CreatePolicy", &[("Policy", "res.policy.policySummary.id"), ("Policy", "req.name")]),
        ("UpdatePolicy DeletePolicy", &[POLICY]),
        ("AttachPolicy DetachPolicy", &[POLICY, ("", "req.targetId")]),
        ("EnablePolicyType DisablePolicyType", &[("Root", "req.rootId")]),
        ("TagResource UntagResource", &[("", "req.resourceId")]),
    ],
);

const ACCOUNT: Service =
    Service { otherwise: &[ACCOUNT_ID], ..Service::new("account.amazonaws.com", "AWS::Organizations", &[]) };

const CONTROL_TOWER: Service = Service {
    otherwise: &[
        ("EnabledControl", "req.enabledControlIdentifier"),
        ("EnabledBaseline", "req.enabledBaselineIdentifier"),
        ("LandingZone", "req.landingZoneIdentifier"),
    ],
    ..Service::new(
        "controltower.amazonaws.com",
        "AWS::ControlTower",
        &[
            (
                "EnableControl DisableControl",
                &[("EnabledControl", "req.controlIdentifier"), ("", "req.targetIdentifier")],
            ),
            (
                "EnableBaseline",
                &[("EnabledBaseline", "req.baselineIdentifier"), ("", "req.targetIdentifier")],
            ),
            ("CreateLandingZone", &[("LandingZone", "res.arn")]),
            // Service events: Control Tower's own report of what it did.
            (
                "CreateManagedAccount UpdateManagedAccount",
                &[
                    ("AWS::Organizations::Account", "req.accountName"),
                    (
                        "AWS::Organizations::Account",
                        "serviceEventDetails.createManagedAccountStatus.account.accountId",
                    ),
                    (
                        "AWS::Organizations::Account",
                        "serviceEventDetails.updateManagedAccountStatus.account.accountId",
                    ),
                ],
            ),
            TAGS,
        ],
    )
};

const RAM: Service = Service {
    otherwise: &[
        ("ResourceShare", "req.resourceShareArn"),
        ("Permission", "req.permissionArn"),
        ("ResourceShareInvitation", "req.resourceShareInvitationArn"),
    ],
    ..Service::new(
        "ram.amazonaws.com",
        "AWS::RAM",
        &[
            (
                "CreateResourceShare",
                &[("ResourceShare", "req.name"), ("ResourceShare", "res.resourceShare.resourceShareArn")],
            ),
            ("CreatePermission", &[("Permission", "req.name"), ("Permission", "res.permission.arn")]),
            TAGS,
        ],
    )
};

const PORTFOLIO: Row = ("Portfolio", "req.portfolioId");
const PRODUCT: Row = ("CloudFormationProduct", "req.productId");

const SERVICE_CATALOG: Service = Service {
    otherwise: &[
        PORTFOLIO,
        PRODUCT,
        ("CloudFormationProvisionedProduct", "req.provisionedProductName"),
        ("CloudFormationProvisionedProduct", "req.provisionedProductId"),
    ],
    ..Service::new(
        "servicecatalog.amazonaws.com",
        "AWS::ServiceCatalog",
        &[
            ("CreatePortfolio", &[("Portfolio", "res.portfolioDetail.id"), ("Portfolio", "req.displayName")]),
            ("UpdatePortfolio DeletePortfolio", &[("Portfolio", "req.id")]),
            (
                "CreateProduct",
                &[
                    ("CloudFormationProduct", "res.productViewDetail.productViewSummary.productId"),
                    ("CloudFormationProduct", "req.name"),
                ],
            ),
            ("UpdateProduct DeleteProduct", &[("CloudFormationProduct", "req.id")]),
            (
                "AssociatePrincipalWithPortfolio DisassociatePrincipalFromPortfolio",
                &[PORTFOLIO, ("", "req.principalARN")],
            ),
            (
                "ProvisionProduct",
                &[("CloudFormationProvisionedProduct", "req.provisionedProductName"), PRODUCT],
            ),
        ],
    )
};

const BUDGETS: Service = Service {
    otherwise: &[("Budget", "req.budgetName")],
    ..Service::new(
        "budgets.amazonaws.com",
        "AWS::Budgets",
        &[
            ("CreateBudget", &[("Budget", "req.budget.budgetName")]),
            ("UpdateBudget", &[("Budget", "req.newBudget.budgetName")]),
            TAGS,
        ],
    )
};

const QUOTAS: Service = Service {
    otherwise: &[("Quota", "req.quotaCode")],
    ..Service::new("servicequotas.amazonaws.com", "AWS::ServiceQuotas", &[TAGS])
};

const RESOURCE_GROUPS: Service = Service {
    otherwise: &[("Group", "req.group"), ("Group", "req.groupName")],
    ..Service::new(
        "resource-groups.amazonaws.com",
        "AWS::ResourceGroups",
        &[("CreateGroup", &[("Group", "req.name"), ("Group", "res.group.groupArn")])],
    )
};
