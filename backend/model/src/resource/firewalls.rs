//! Keeping harm out: WAF, Shield, Firewall Manager, Network Firewall. What each line names follows from the
//! shape of the API.

use super::rule::{Service, service};

pub(super) const SERVICES: &[Service] =
    &[WAF, WAF_CLASSIC, WAF_REGIONAL, SHIELD, FIREWALL_MANAGER, NETWORK_FIREWALL];

const WAF: Service = service! {"
    wafv2.amazonaws.com: AWS::WAFv2
    # What a web ACL is put before comes first: the ACL of a `DisassociateWebACL` is not in its record.
    AssociateWebACL DisassociateWebACL: _ req.resourceArn, WebACL req.webACLArn
    *WebACL: WebACL req.name res.summary.aRN
    *IPSet: IPSet req.name res.summary.aRN
    *RuleGroup: RuleGroup req.name res.summary.aRN
    *RegexPatternSet: RegexPatternSet req.name res.summary.aRN
    PutLoggingConfiguration: WebACL req.loggingConfiguration.resourceArn
    DeleteLoggingConfiguration *PermissionPolicy: _ req.resourceArn
    tags:
"};

const WAF_CLASSIC: Service = service! {"
    waf.amazonaws.com: AWS::WAF
    otherwise: WebACL res.webACL.webACLId req.webACLId, Rule res.rule.ruleId req.ruleId,
        RuleGroup req.ruleGroupId, IPSet res.iPSet.iPSetId req.iPSetId, ByteMatchSet req.byteMatchSetId,
        _ req.resourceArn req.resourceARN
"};

const WAF_REGIONAL: Service = service! {"
    waf-regional.amazonaws.com: AWS::WAFRegional
    otherwise: WebACL res.webACL.webACLId req.webACLId, Rule res.rule.ruleId req.ruleId,
        RuleGroup req.ruleGroupId, IPSet res.iPSet.iPSetId req.iPSetId, ByteMatchSet req.byteMatchSetId,
        _ req.resourceArn req.resourceARN
"};

const SHIELD: Service = service! {"
    shield.amazonaws.com: AWS::Shield
    CreateProtection: Protection res.protectionId, _ req.resourceArn
    tags:
    otherwise: Protection req.protectionId, ProtectionGroup req.protectionGroupId
"};

const FIREWALL_MANAGER: Service = service! {"
    fms.amazonaws.com: AWS::FMS
    PutPolicy: Policy req.policy.policyName res.policy.policyId
    tags:
    otherwise: Policy req.policyId, ResourceSet req.identifier
"};

const NETWORK_FIREWALL: Service = service! {"
    network-firewall.amazonaws.com: AWS::NetworkFirewall
    tags:
    otherwise: Firewall req.firewallName req.firewallArn,
        FirewallPolicy req.firewallPolicyName req.firewallPolicyArn,
        RuleGroup req.ruleGroupName req.ruleGroupArn,
        TLSInspectionConfiguration req.tLSInspectionConfigurationName
"};
