//! Keeping harm out: WAF, Shield, Firewall Manager, Network Firewall. What each line names follows from the
//! shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] =
    &[WAF, WAF_CLASSIC, WAF_REGIONAL, SHIELD, FIREWALL_MANAGER, NETWORK_FIREWALL];

/// What a web ACL is put before comes first: the ACL of a `DisassociateWebACL` is not in its record.
const WEB_ACL_BEFORE: &[Row] = &[("", "req.resourceArn"), ("WebACL", "req.webACLArn")];

const WAF: Service = Service::new(
    "wafv2.amazonaws.com",
    "AWS::WAFv2",
    &[
        ("AssociateWebACL DisassociateWebACL", WEB_ACL_BEFORE),
        ("*WebACL", &[("WebACL", "req.name"), ("WebACL", "res.summary.aRN")]),
        ("*IPSet", &[("IPSet", "req.name"), ("IPSet", "res.summary.aRN")]),
        ("*RuleGroup", &[("RuleGroup", "req.name"), ("RuleGroup", "res.summary.aRN")]),
        ("*RegexPatternSet", &[("RegexPatternSet", "req.name"), ("RegexPatternSet", "res.summary.aRN")]),
        ("PutLoggingConfiguration", &[("WebACL", "req.loggingConfiguration.resourceArn")]),
        ("DeleteLoggingConfiguration *PermissionPolicy", &[("", "req.resourceArn")]),
        TAGS,
    ],
);

const CLASSIC: &[Row] = &[
    ("WebACL", "res.webACL.webACLId"),
    ("WebACL", "req.webACLId"),
    ("Rule", "res.rule.ruleId"),
    ("Rule", "req.ruleId"),
    ("RuleGroup", "req.ruleGroupId"),
    ("IPSet", "res.iPSet.iPSetId"),
    ("IPSet", "req.iPSetId"),
    ("ByteMatchSet", "req.byteMatchSetId"),
    ("", "req.resourceArn"),
    ("", "req.resourceARN"),
];

const WAF_CLASSIC: Service =
    Service { otherwise: CLASSIC, ..Service::new("waf.amazonaws.com", "AWS::WAF", &[]) };

const WAF_REGIONAL: Service =
    Service { otherwise: CLASSIC, ..Service::new("waf-regional.amazonaws.com", "AWS::WAFRegional", &[]) };

const SHIELD: Service = Service {
    otherwise: &[("Protection", "req.protectionId"), ("ProtectionGroup", "req.protectionGroupId")],
    ..Service::new(
        "shield.amazonaws.com",
        "AWS::Shield",
        &[("CreateProtection", &[("Protection", "res.protectionId"), ("", "req.resourceArn")]), TAGS],
    )
};

const FIREWALL_MANAGER: Service = Service {
    otherwise: &[("Policy", "req.policyId"), ("ResourceSet", "req.identifier")],
    ..Service::new(
        "fms.amazonaws.com",
        "AWS::FMS",
        &[("PutPolicy", &[("Policy", "req.policy.policyName"), ("Policy", "res.policy.policyId")]), TAGS],
    )
};

const NETWORK_FIREWALL: Service = Service {
    otherwise: &[
        ("Firewall", "req.firewallName"),
        ("Firewall", "req.firewallArn"),
        ("FirewallPolicy", "req.firewallPolicyName"),
        ("FirewallPolicy", "req.firewallPolicyArn"),
        ("RuleGroup", "req.ruleGroupName"),
        ("RuleGroup", "req.ruleGroupArn"),
        ("TLSInspectionConfiguration", "req.tLSInspectionConfigurationName"),
    ],
    ..Service::new("network-firewall.amazonaws.com", "AWS::NetworkFirewall", &[TAGS])
};
