//! Watching for harm: GuardDuty, Security Hub, Inspector, Macie, Detective, Access Analyzer, Audit Manager.
//! What each line names follows from the shape of the API.

use super::rule::{Service, service};

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

const GUARDDUTY: Service = service! {"
    guardduty.amazonaws.com: AWS::GuardDuty
    Get* List* Describe*:
    CreateDetector: Detector res.detectorId
    CreateFilter: Filter req.name, Detector req.detectorId
    UpdateFilter DeleteFilter: Filter req.filterName, Detector req.detectorId
    *IPSet: IPSet res.ipSetId req.ipSetId, Detector req.detectorId
    *ThreatIntelSet: ThreatIntelSet res.threatIntelSetId req.threatIntelSetId, Detector req.detectorId
    *PublishingDestination: PublishingDestination res.destinationId req.destinationId, Detector req.detectorId
    tags:
    otherwise: Detector req.detectorId
"};

/// Its records spell members as the API does, in lower and in upper case.
const SECURITY_HUB: Service = service! {"
    securityhub.amazonaws.com: AWS::SecurityHub
    *Insight: Insight res.insightArn res.InsightArn req.insightArn req.InsightArn
    CreateActionTarget: ActionTarget req.id res.actionTargetArn
    CreateAutomationRule: AutomationRule req.ruleName res.ruleArn
    BatchEnableStandards: Standard req.standardsSubscriptionRequests.standardsArn
    BatchDisableStandards: Standard req.standardsSubscriptionArns[]
    UpdateStandardsControl: SecurityControl req.standardsControlArn
    tags:
    otherwise: Insight req.insightArn, ActionTarget req.actionTargetArn,
        AutomationRule req.automationRulesArns[], ProductSubscription req.productSubscriptionArn
"};

const INSPECTOR: Service = service! {"
    inspector2.amazonaws.com: AWS::InspectorV2
    CreateFilter: Filter req.name res.arn
    tags:
    otherwise: Filter req.arn req.filterArn, Account req.accountIds[]
"};

const INSPECTOR_CLASSIC: Service = service! {"
    inspector.amazonaws.com: AWS::Inspector
    otherwise: AssessmentTemplate req.assessmentTemplateArn, AssessmentTarget req.assessmentTargetArn,
        _ req.resourceArn
"};

const MACIE: Service = service! {"
    macie2.amazonaws.com: AWS::Macie
    CreateClassificationJob: ClassificationJob req.name res.jobId
    *AllowList: AllowList req.name req.id res.id
    *FindingsFilter: FindingsFilter req.name req.id res.id
    *CustomDataIdentifier: CustomDataIdentifier req.name req.id res.customDataIdentifierId
    tags:
    otherwise: ClassificationJob req.jobId, Member req.id
"};

const DETECTIVE: Service = service! {"
    detective.amazonaws.com: AWS::Detective
    CreateGraph: Graph res.graphArn
    tags:
    otherwise: Graph req.graphArn
"};

const ACCESS_ANALYZER: Service = service! {"
    access-analyzer.amazonaws.com: AWS::AccessAnalyzer
    CreateAnalyzer: Analyzer req.analyzerName res.arn
    otherwise: ArchiveRule req.ruleName, Analyzer req.analyzerName req.analyzerArn, _ req.resourceArn
"};

const AUDIT_MANAGER: Service = service! {"
    auditmanager.amazonaws.com: AWS::AuditManager
    CreateAssessment: Assessment res.assessment.metadata.id req.name
    tags:
    otherwise: Assessment req.assessmentId, Control req.controlId, Framework req.frameworkId
"};
