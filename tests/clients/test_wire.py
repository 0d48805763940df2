"""The bytes of an answer, for clients that are less patient than AWS's own."""

import json

import pytest

from support import clients, http, records
from support.http import SHORT_TARGET, TARGET

ORDER = [
    "EventId", "EventName", "ReadOnly", "AccessKeyId", "EventTime", "EventSource", "Username", "Resources",
    "CloudTrailEvent",
]  # fmt: skip


def one(demo, record):
    wanted = [{"AttributeKey": "EventId", "AttributeValue": record.id}]
    [event] = http.lookup(demo.url, LookupAttributes=wanted).json["Events"]
    return event


def test_nothing_found_is_13_bytes(demo):
    wanted = [{"AttributeKey": "EventId", "AttributeValue": "nothing"}]
    answer = http.lookup(demo.url, LookupAttributes=wanted)
    assert answer.status == 200
    assert answer.body == b'{"Events":[]}'
    assert answer.headers["Content-Length"] == "13"
    assert answer.headers["Content-Type"] == "application/x-amz-json-1.1"


def test_every_answer_has_an_id_of_its_own(demo):
    seen = [http.lookup(demo.url, MaxResults=1).headers["x-amzn-RequestId"] for _ in range(3)]
    seen.append(http.lookup(demo.url, MaxResults=99).headers["x-amzn-RequestId"])
    assert len({*seen}) == 4 and all(len(request_id) == 36 for request_id in seen)


@pytest.mark.parametrize("target", [TARGET, SHORT_TARGET])
def test_both_names_of_the_operation(demo, target):
    """The AWS CLI and boto3 write the long one, SDKs made from Smithy models the short one."""
    answer = http.call(demo.url, "LookupEvents", {"MaxResults": 2}, target=target)
    assert (answer.status, len(answer.json["Events"])) == (200, 2)


def test_members_come_in_the_order_of_aws(demo):
    for event in http.lookup(demo.url).json["Events"]:
        assert list(event) == [name for name in ORDER if name in event]
    page = http.lookup(demo.url, MaxResults=1)
    assert list(page.json) == ["Events", "NextToken"]
    assert b'{"Events":[{"EventId":"' in page.body


def test_what_is_unknown_is_left_out(demo):
    identities = ((record, record.value["userIdentity"]) for record in demo.management)
    by_service = next(
        record for record, identity in identities
        if identity.get("type") == "AWSService" and not identity.get("accessKeyId")
    )  # fmt: skip
    event = one(demo, by_service)
    assert "Username" not in event and "AccessKeyId" not in event
    assert isinstance(event["Resources"], list)


def test_types_are_those_of_aws(demo):
    record = demo.management[0]
    event = one(demo, record)
    assert event["ReadOnly"] == record.attribute("ReadOnly")
    assert event["EventTime"] == record.time.timestamp() and not isinstance(event["EventTime"], (str, bool))


def test_a_resource_without_a_type_has_only_a_name(demo):
    """Encrypt, Decrypt and ReEncrypt show the key that the request names, and no type."""
    named = next(
        record for record in records.having(demo.management, EventName="Decrypt")
        if (record.value.get("requestParameters") or {}).get("keyId") and "errorCode" not in record.value
    )  # fmt: skip
    assert one(demo, named)["Resources"] == [{"ResourceName": named.value["requestParameters"]["keyId"]}]


def test_records_are_handed_out_byte_for_byte(demo, corpus):
    for account in (demo, corpus):
        texts = {record.id: record.text for record in account.records}
        events = clients.events(clients.cloudtrail(account.url))
        assert len(events) > 100
        for event in events:
            assert event["CloudTrailEvent"] == texts[event["EventId"]]


def test_odd_records_are_found_as_search_finds_them(corpus):
    """Every one of these answers is held against the model, too."""
    assert clients.found(clients.cloudtrail(corpus.url)) == corpus.aside.found("")


def test_an_error_is_a_name_and_a_message(demo):
    answer = http.lookup(demo.url, MaxResults=51)
    message = answer.json["message"]
    expected = json.dumps({"__type": "InvalidMaxResultsException", "message": message}, separators=(",", ":"))
    assert (answer.status, answer.body.decode()) == (400, expected)


def test_the_content_type_may_have_a_charset(demo):
    headers = {"Content-Type": "application/x-amz-json-1.1; charset=utf-8"}
    assert http.call(demo.url, "LookupEvents", {"MaxResults": 1}, headers).status == 200
