//! Records too long or too many to write down: built on request.

/// A valid record of exactly `bytes` bytes (at least 600), as PutParameter with a long value leaves one.
/// CloudTrail's own limit is 256 KB; the largest seen in real logs had 66,385 bytes.
pub fn large(bytes: usize) -> String {
    let mut record = format!(
        r#"{{"eventVersion":"1.09","userIdentity":{{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"}},"eventTime":"2026-01-13T00:00:00Z","eventSource":"ssm.amazonaws.com","eventName":"PutParameter","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"aws-cli/2.31.0","eventID":"large-{bytes}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management","requestParameters":{{"name":""#
    );
    const END: &str = r#""},"responseElements":null}"#;
    // Not one repeated letter: a compressor must have something to do.
    let filler = (0_u64..).flat_map(|n| {
        let word = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
        word.map(|byte| char::from(b'a' + byte % 26))
    });
    let missing = bytes.saturating_sub(record.len() + END.len());
    record.extend(filler.take(missing));
    record.push_str(END);
    record
}

/// A record whose requestParameters is a list nested `depth` times: a reader that recurses without a bound
/// overflows its stack at 100,000. serde_json refuses more than 128.
pub fn nested(depth: usize) -> String {
    let (open, close) = ("[".repeat(depth), "]".repeat(depth));
    format!(
        r#"{{"eventVersion":"1.09","eventTime":"2026-01-13T00:00:01Z","eventSource":"ssm.amazonaws.com","eventName":"PutParameter","eventID":"nested-{depth}","requestParameters":{{"deep":{open}{close}}}}}"#
    )
}

/// `count` reads by one user within one second, ids `burst-0000`, `burst-0001`, …: 110 of them were seen in
/// real logs. Only the id can order them.
pub fn burst(count: usize) -> Vec<String> {
    (0..count)
        .map(|n| {
            format!(
                r#"{{"eventVersion":"1.08","userIdentity":{{"type":"IAMUser","principalId":"AIDAEXAMPLEALANA23456","arn":"arn:aws:iam::111122223333:user/alana","accountId":"111122223333","accessKeyId":"AKIAALANA234EXAMPLE2","userName":"alana"}},"eventTime":"2026-01-14T12:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.7","userAgent":"Boto3/1.40.1","requestParameters":{{"instancesSet":{{"items":[{{"instanceId":"i-{n:017x}"}}]}},"filterSet":{{}}}},"responseElements":null,"requestID":"burst-request-{n:04}","eventID":"burst-{n:04}","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}}"#
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_record_has_exactly_the_size_asked_for() {
        for bytes in [1_000, 66_385, 262_144] {
            let record = large(bytes);
            assert_eq!(record.len(), bytes);
            assert!(serde_json::from_str::<serde_json::Value>(&record).is_ok());
        }
    }

    #[test]
    fn a_burst_shares_one_second_and_no_id() {
        let burst = burst(110);
        let ids: std::collections::HashSet<String> = burst
            .iter()
            .map(|record| serde_json::from_str::<serde_json::Value>(record).unwrap())
            .inspect(|record| assert_eq!(record["eventTime"], "2026-01-14T12:00:00Z"))
            .map(|record| record["eventID"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(ids.len(), 110);
    }
}
