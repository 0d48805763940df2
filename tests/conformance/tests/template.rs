//! The table of `infra/template.yaml` and the table that the code creates are the same.
//!
//! Also what no emulated account minds (expiry, point-in-time recovery, encryption, deletion): such accounts
//! accept it and do nothing, so it is asserted on the template itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use aws_sdk_dynamodb::types::KeySchemaElement;
use emulator::Emulator;
use serde_json::{Value, json};
use store::{Config, Store, schema};

/// A table by what cannot be changed later, in no order: keys, indexes and the types of their attributes.
#[derive(Debug, PartialEq)]
struct Table {
    attributes: BTreeMap<String, String>,
    keys: Vec<(String, String)>,
    indexes: BTreeMap<String, Index>,
    billing: String,
}

/// An index, by its keys, its kind of projection and what else it projects.
type Index = (Vec<(String, String)>, String, BTreeSet<String>);

/// A resource of the template.
fn resource(name: &str) -> Value {
    let resource = template()["Resources"][name].clone();
    assert!(resource.is_object(), "the template has no resource {name}");
    resource
}

/// The template. Tags such as `!Ref` are left out: `!If [A, b, c]` is `["A", "b", "c"]`.
fn template() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/template.yaml");
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn declared(properties: &Value) -> Table {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let keys = |value: &Value| -> Vec<_> {
        list(value).iter().map(|key| (text(&key["AttributeName"]), text(&key["KeyType"]))).collect()
    };
    Table {
        attributes: list(&properties["AttributeDefinitions"])
            .iter()
            .map(|attribute| (text(&attribute["AttributeName"]), text(&attribute["AttributeType"])))
            .collect(),
        keys: keys(&properties["KeySchema"]),
        indexes: list(&properties["GlobalSecondaryIndexes"])
            .iter()
            .map(|index| {
                let projection = &index["Projection"];
                let projected = list(&projection["NonKeyAttributes"]).iter().map(text).collect();
                let kind = text(&projection["ProjectionType"]);
                (text(&index["IndexName"]), (keys(&index["KeySchema"]), kind, projected))
            })
            .collect(),
        billing: text(&properties["BillingMode"]),
    }
}

/// The table that `Store::create_table` makes.
async fn created() -> Table {
    let client = Emulator::memory().unwrap().client();
    let config = Config::default();
    Store::new(client.clone(), config.clone()).create_table().await.unwrap();
    let answer = client.describe_table().table_name(config.table).send().await.unwrap();
    let table = answer.table.unwrap();
    let keys = |keys: &[KeySchemaElement]| -> Vec<_> {
        keys.iter().map(|key| (key.attribute_name.clone(), key.key_type.as_str().to_owned())).collect()
    };
    Table {
        attributes: table
            .attribute_definitions()
            .iter()
            .map(|attribute| (attribute.attribute_name.clone(), attribute.attribute_type.as_str().to_owned()))
            .collect(),
        keys: keys(table.key_schema()),
        indexes: table
            .global_secondary_indexes()
            .iter()
            .map(|index| {
                let projection = index.projection().unwrap();
                let projected = projection.non_key_attributes().iter().cloned().collect();
                let kind = projection.projection_type().unwrap().as_str().to_owned();
                (index.index_name().unwrap().to_owned(), (keys(index.key_schema()), kind, projected))
            })
            .collect(),
        billing: table.billing_mode_summary().unwrap().billing_mode().unwrap().as_str().to_owned(),
    }
}

#[tokio::test]
async fn the_template_and_the_code_make_the_same_table() {
    let declared = declared(&resource("Events")["Properties"]);
    assert_eq!(declared, created().await);
    assert_eq!(declared.indexes.len(), schema::Index::ALL.len());
}

#[test]
fn events_expire_and_are_encrypted_and_can_be_brought_back() {
    let properties = &resource("Events")["Properties"];
    let expiry = json!({ "AttributeName": schema::EXPIRY, "Enabled": true });
    assert_eq!(properties["TimeToLiveSpecification"], expiry);
    assert_eq!(properties["SSESpecification"], json!({ "SSEEnabled": true }));
    let recovery = json!({ "PointInTimeRecoveryEnabled": true });
    assert_eq!(properties["PointInTimeRecoverySpecification"], recovery);
    assert_eq!(properties["DeletionProtectionEnabled"], json!(["IsProtected", true, false]));
}

#[test]
fn events_and_log_files_outlive_the_stack() {
    for name in ["Events", "Logs"] {
        let resource = resource(name);
        assert_eq!(resource["DeletionPolicy"], "RetainExceptOnCreate", "{name}");
        assert_eq!(resource["UpdateReplacePolicy"], "Retain", "{name}");
    }
}

#[test]
fn sessions_expire_and_are_encrypted() {
    let properties = &resource("Sessions")["Properties"];
    assert_eq!(properties["TimeToLiveSpecification"], json!({ "AttributeName": "x", "Enabled": true }));
    assert_eq!(properties["SSESpecification"], json!({ "SSEEnabled": true }));
}

#[test]
fn nobody_signs_up_alone_or_in_with_a_password_alone() {
    let users = &resource("Users")["Properties"];
    assert_eq!(users["AdminCreateUserConfig"], json!({ "AllowAdminCreateUserOnly": true }));
    assert_eq!(users["MfaConfiguration"], "ON");
    assert_eq!(users["EnabledMfas"], json!(["SOFTWARE_TOKEN_MFA"]));
    let client = &resource("UsersClient")["Properties"];
    assert_eq!(client["AllowedOAuthFlows"], json!(["code"]));
    assert_eq!(client["GenerateSecret"], json!(true));
}

#[test]
fn aws_clients_are_let_in_by_url_alone_and_only_if_they_are_wanted() {
    for function in ["Lookup", "AuditEvents"] {
        assert_eq!(resource(&format!("{function}Url"))["Properties"]["AuthType"], "NONE", "{function}");
        let permission = |what: &str| resource(&format!("{function}{what}Permission"))["Properties"].clone();
        let (url, invoke) = (permission("Url"), permission("Invoke"));
        assert_eq!((&url["Principal"], &invoke["Principal"]), (&json!("*"), &json!("*")));
        assert_eq!(url["FunctionUrlAuthType"], "NONE");
        assert_eq!(invoke["InvokedViaFunctionUrl"], json!(true));
    }
    let of_clients = ["Lookup", "AuditEvents", "SigningSeed"];
    for (name, resource) in template()["Resources"].as_object().unwrap() {
        let conditional = of_clients.iter().any(|prefix| name.starts_with(prefix));
        assert_eq!(resource["Condition"] == "HasAwsClients", conditional, "{name}");
    }
    assert_eq!(template()["Parameters"]["AwsClients"]["Default"], "no");
}

/// A function that everybody reaches writes nothing but events, and marks of their hours: the keys are in the same
/// table.
#[test]
fn who_stores_audit_events_cannot_issue_keys() {
    let role = &resource("AuditEventsRole")["Properties"];
    let statements = role["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap();
    let writes =
        statements.iter().filter(|one| one["Action"].to_string().contains("Write")).collect::<Vec<_>>();
    let [write] = writes[..] else { panic!("{writes:?}") };
    assert_eq!(write["Sid"], "Store");
    let condition = json!({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["E#*", "C#dirty"] } });
    assert_eq!(write["Condition"], condition);
}

/// Doors note what arrived, and may change nothing else that way.
#[test]
fn who_notes_what_arrived_changes_nothing_else() {
    for role in ["LogFilesRole", "EventBridgeRole", "AuditEventsRole"] {
        let role = &resource(role)["Properties"];
        let statements = role["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap();
        let updates: Vec<_> =
            statements.iter().filter(|one| one["Action"].to_string().contains("UpdateItem")).collect();
        let [note] = updates[..] else { panic!("{updates:?}") };
        assert_eq!((&note["Sid"], &note["Action"]), (&json!("Note"), &json!("dynamodb:UpdateItem")));
        let condition = json!({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["S#*"] } });
        assert_eq!(note["Condition"], condition);
    }
}

/// The history changes the use of sessions, what is asked beside it saved views too, and neither anything else.
#[test]
fn the_api_changes_no_event() {
    let changes = |one: &&Value| {
        let action = one["Action"].to_string();
        ["Put", "Update", "Delete", "Write"].iter().any(|word| action.contains(&format!("dynamodb:{word}")))
            || action.contains("BatchWrite")
    };
    let statements = |role: &str| {
        let role = &resource(role)["Properties"];
        role["Policies"][0]["PolicyDocument"]["Statement"].as_array().unwrap().clone()
    };
    let sids = |role: &str| -> Vec<Value> {
        statements(role).iter().filter(changes).map(|one| one["Sid"].clone()).collect()
    };
    assert_eq!(sids("ApiRole"), ["Asked", "Session"]);
    assert_eq!(sids("LookupRole"), ["Asked"]);
    assert_eq!(sids("InsightRole"), ["Views", "Session"]);
    for (role, sid, keys) in [
        ("ApiRole", "Asked", json!(["A#"])),
        ("LookupRole", "Asked", json!(["A#"])),
        ("InsightRole", "Views", json!(["V#", "A#"])),
    ] {
        let statements = statements(role);
        let statement = statements.iter().find(|one| one["Sid"] == sid).unwrap();
        assert_eq!(statement["Action"], "dynamodb:UpdateItem", "{role}");
        let condition = json!({ "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": keys } });
        assert_eq!(statement["Condition"], condition, "{role}");
    }
}

/// What the API records as the address is the distribution's word only where the distribution writes it.
#[test]
fn the_distribution_says_from_where_the_api_is_asked() {
    let distribution = &resource("Distribution")["Properties"]["DistributionConfig"];
    let behaviours = distribution["CacheBehaviors"].as_array().unwrap();
    let of_api = behaviours.iter().filter(|one| one["PathPattern"].as_str().unwrap().starts_with("/api/"));
    let of_api: Vec<_> = of_api.map(|one| one["FunctionAssociations"].to_string()).collect();
    assert!(
        of_api.len() >= 4 && of_api.iter().all(|one| one.contains("Viewers.FunctionMetadata")),
        "{of_api:?}"
    );
    let code = resource("Viewers")["Properties"]["FunctionCode"].to_string();
    assert!(code.contains("request.headers['whodunit-viewer'] = { value: event.viewer.ip };"), "{code}");
}

#[test]
fn only_the_distribution_calls_the_functions() {
    for function in ["Api", "Insight", "SignIn"] {
        let url = resource(&format!("{function}Url"));
        assert_eq!(url["Properties"]["AuthType"], "AWS_IAM", "{function}");
        for permission in ["Url", "Invoke"] {
            let permission = &resource(&format!("{function}{permission}Permission"))["Properties"];
            assert_eq!(permission["Principal"], "cloudfront.amazonaws.com");
            assert!(permission["SourceArn"].as_str().unwrap().ends_with(":distribution/${Distribution}"));
        }
    }
}
