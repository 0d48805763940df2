//! Accounts and what is shared between them: Organizations, Control Tower, Resource Access Manager, Service
//! Catalog, budgets, quotas, resource groups. What each line names follows from the shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] =
    &[ORGANIZATIONS, ACCOUNT, CONTROL_TOWER, RAM, SERVICE_CATALOG, BUDGETS, QUOTAS, RESOURCE_GROUPS];

const ORGANIZATIONS: Service = service! {"
    organizations.amazonaws.com: AWS::Organizations
    CreateAccount CreateGovCloudAccount: Account res.createAccountStatus.accountId req.accountName
    CloseAccount MoveAccount RemoveAccountFromOrganization: Account req.accountId
    RegisterDelegatedAdministrator DeregisterDelegatedAdministrator: Account req.accountId
    InviteAccountToOrganization: Account req.target.id
    AcceptHandshake DeclineHandshake CancelHandshake: Handshake req.handshakeId
    CreateOrganization: Organization res.organization.id
    CreateOrganizationalUnit: OrganizationalUnit res.organizationalUnit.id
    UpdateOrganizationalUnit DeleteOrganizationalUnit: OrganizationalUnit req.organizationalUnitId
    CreatePolicy: Policy res.policy.policySummary.id req.name
    UpdatePolicy DeletePolicy: Policy req.policyId
    AttachPolicy DetachPolicy: Policy req.policyId, _ req.targetId
    EnablePolicyType DisablePolicyType: Root req.rootId
    TagResource UntagResource: _ req.resourceId
"};

const ACCOUNT: Service = service! {"
    account.amazonaws.com: AWS::Organizations
    otherwise: Account req.accountId
"};

const CONTROL_TOWER: Service = service! {"
    controltower.amazonaws.com: AWS::ControlTower
    EnableControl DisableControl: EnabledControl req.controlIdentifier, _ req.targetIdentifier
    EnableBaseline: EnabledBaseline req.baselineIdentifier, _ req.targetIdentifier
    CreateLandingZone: LandingZone res.arn
    # Service events: Control Tower's own report of what it did.
    CreateManagedAccount UpdateManagedAccount:
        AWS::Organizations::Account req.accountName
        serviceEventDetails.createManagedAccountStatus.account.accountId
        serviceEventDetails.updateManagedAccountStatus.account.accountId
    tags:
    otherwise: EnabledControl req.enabledControlIdentifier, EnabledBaseline req.enabledBaselineIdentifier,
        LandingZone req.landingZoneIdentifier
"};

const RAM: Service = service! {"
    ram.amazonaws.com: AWS::RAM
    CreateResourceShare: ResourceShare req.name res.resourceShare.resourceShareArn
    CreatePermission: Permission req.name res.permission.arn
    tags:
    otherwise: ResourceShare req.resourceShareArn, Permission req.permissionArn,
        ResourceShareInvitation req.resourceShareInvitationArn
"};

const SERVICE_CATALOG: Service = service! {"
    servicecatalog.amazonaws.com: AWS::ServiceCatalog
    CreatePortfolio: Portfolio res.portfolioDetail.id req.displayName
    UpdatePortfolio DeletePortfolio: Portfolio req.id
    CreateProduct: CloudFormationProduct res.productViewDetail.productViewSummary.productId req.name
    UpdateProduct DeleteProduct: CloudFormationProduct req.id
    AssociatePrincipalWithPortfolio DisassociatePrincipalFromPortfolio:
        Portfolio req.portfolioId, _ req.principalARN
    ProvisionProduct:
        CloudFormationProvisionedProduct req.provisionedProductName, CloudFormationProduct req.productId
    otherwise: Portfolio req.portfolioId, CloudFormationProduct req.productId,
        CloudFormationProvisionedProduct req.provisionedProductName req.provisionedProductId
"};

const BUDGETS: Service = service! {"
    budgets.amazonaws.com: AWS::Budgets
    CreateBudget: Budget req.budget.budgetName
    UpdateBudget: Budget req.newBudget.budgetName
    tags:
    otherwise: Budget req.budgetName
"};

const QUOTAS: Service = service! {"
    servicequotas.amazonaws.com: AWS::ServiceQuotas
    tags:
    otherwise: Quota req.quotaCode
"};

const RESOURCE_GROUPS: Service = service! {"
    resource-groups.amazonaws.com: AWS::ResourceGroups
    CreateGroup: Group req.name res.group.groupArn
    otherwise: Group req.group req.groupName
"};
