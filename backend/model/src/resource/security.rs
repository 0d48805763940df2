//! Watching for harm: GuardDuty, Security Hub, Inspector, Macie, Detective, Access Analyzer, Audit Manager.
//! What each line names follows from the shape of the API.

use super::rule::{Row, Service, TAGS};

pub(super) const SERVICES: &[Service] = &[
    GUARDDUTY,
    SECURITY_HUB,
    INSPECTOR,
    INSPECTOR_CLASSIC,
    MACIE,
    DETECTIVE,
    ACCESS_ANALYZER,
    AUDIT_MANAGER,
];

const DETECTOR: Row = ("Detector", "req.detectorId");

const GUARDDUTY: Service = Service {
    otherwise: &[DETECTOR],
    ..Service::new(
        "guardduty.amazonaws.com",
        "AWS::GuardDuty",
        &[
            ("Get* List* Describe*", &[]),
            ("CreateDetector", &[("Detector", "res.detectorId")]),
            ("CreateFilter", &[("Filter", "req.name"), DETECTOR]),
            ("UpdateFilter DeleteFilter", &[("Filter", "req.filterName"), DETECTOR]),
            ("*IPSet", &[("IPSet", "res.ipSetId"), ("IPSet", "req.ipSetId"), DETECTOR]),
            (
                "*ThreatIntelSet",
                &[
                    ("ThreatIntelSet", "res.threatIntelSetId"),
                    ("ThreatIntelSet", "req.threatIntelSetId"),
                    DETECTOR,
                ],
            ),
            (
                "*PublishingDestination",
                &[
                    ("PublishingDestination", "res.destinationId"),
                    ("PublishingDestination", "req.destinationId"),
                    DETECTOR,
                ],
            ),
            TAGS,
        ],
    )
};

/// Its records spell members as the API does, in lower and in upper case.
const SECURITY_HUB: Service = Service {
    otherwise: &[
        ("Insight", "req.insightArn"),
        ("ActionTarget", "req.actionTargetArn"),
        ("AutomationRule", "req.automationRulesArns[]"),
        ("ProductSubscription", "req.productSubscriptionArn"),
    ],
    ..Service::new(
        "securityhub.amazonaws.com",
        "AWS::SecurityHub",
        &[
            (
                "*Insight",
                &[
                    ("Insight", "res.insightArn"),
                    ("Insight", "res.InsightArn"),
                    ("Insight", "req.insightArn"),
                    ("Insight", "req.InsightArn"),
                ],
            ),
            ("CreateActionTarget", &[("ActionTarget", "req.id"), ("ActionTarget", "res.actionTargetArn")]),
            (
                "CreateAutomationRule",
                &[("AutomationRule", "req.ruleName"), ("AutomationRule", "res.ruleArn")],
            ),
            ("BatchEnableStandards", &[("Standard", "req.standardsSubscriptionRequests.standardsArn")]),
            ("BatchDisableStandards", &[("Standard", "req.standardsSubscriptionArns[]")]),
            ("UpdateStandardsControl", &[("SecurityControl", "req.standardsControlArn")]),
            TAGS,
        ],
    )
};

const INSPECTOR: Service = Service {
    otherwise: &[("Filter", "req.arn"), ("Filter", "req.filterArn"), ("Account", "req.accountIds[]")],
    ..Service::new(
        "inspector2.amazonaws.com",
        "AWS::InspectorV2",
        &[("CreateFilter", &[("Filter", "req.name"), ("Filter", "res.arn")]), TAGS],
    )
};

const INSPECTOR_CLASSIC: Service = Service {
    otherwise: &[
        ("AssessmentTemplate", "req.assessmentTemplateArn"),
        ("AssessmentTarget", "req.assessmentTargetArn"),
        ("", "req.resourceArn"),
    ],
    ..Service::new("inspector.amazonaws.com", "AWS::Inspector", &[])
};

const MACIE: Service = Service {
    otherwise: &[("ClassificationJob", "req.jobId"), ("Member", "req.id")],
    ..Service::new(
        "macie2.amazonaws.com",
        "AWS::Macie",
        &[
            (
                "CreateClassificationJob",
                &[("ClassificationJob", "req.name"), ("ClassificationJob", "res.jobId")],
            ),
            ("*AllowList", &[("AllowList", "req.name"), ("AllowList", "req.id"), ("AllowList", "res.id")]),
            (
                "*FindingsFilter",
                &[("FindingsFilter", "req.name"), ("FindingsFilter", "req.id"), ("FindingsFilter", "res.id")],
            ),
            (
                "*CustomDataIdentifier",
                &[
                    ("CustomDataIdentifier", "req.name"),
                    ("CustomDataIdentifier", "req.id"),
                    ("CustomDataIdentifier", "res.customDataIdentifierId"),
                ],
            ),
            TAGS,
        ],
    )
};

const DETECTIVE: Service = Service {
    otherwise: &[("Graph", "req.graphArn")],
    ..Service::new(
        "detective.amazonaws.com",
        "AWS::Detective",
        &[("CreateGraph", &[("Graph", "res.graphArn")]), TAGS],
    )
};

const ACCESS_ANALYZER: Service = Service {
    otherwise: &[
        ("ArchiveRule", "req.ruleName"),
        ("Analyzer", "req.analyzerName"),
        ("Analyzer", "req.analyzerArn"),
        ("", "req.resourceArn"),
    ],
    ..Service::new(
        "access-analyzer.amazonaws.com",
        "AWS::AccessAnalyzer",
        &[("CreateAnalyzer", &[("Analyzer", "req.analyzerName"), ("Analyzer", "res.arn")])],
    )
};

const AUDIT_MANAGER: Service = Service {
    otherwise: &[
        ("Assessment", "req.assessmentId"),
        ("Control", "req.controlId"),
        ("Framework", "req.frameworkId"),
    ],
    ..Service::new(
        "auditmanager.amazonaws.com",
        "AWS::AuditManager",
        &[
            ("CreateAssessment", &[("Assessment", "res.assessment.metadata.id"), ("Assessment", "req.name")]),
            TAGS,
        ],
    )
};
