"""The AWS CLI, as one types it."""

import json

import pytest

from support import records
from support.programs import aws
from support.whodunit import Events


def lookup(url, *arguments, **options):
    return aws(url, "cloudtrail", "lookup-events", "--output", "json", *arguments, **options)


def found(url, *arguments):
    return sorted(event["EventId"] for event in lookup(url, *arguments).json["Events"])


def attribute(key, value):
    # As JSON: a comma is no end of a value.
    return json.dumps({"AttributeKey": key, "AttributeValue": value})


def test_every_event_to_the_end(demo):
    ids = found(demo.url)
    assert len(ids) > 1_000
    assert ids == records.ids(demo.management)
    assert ids == demo.aside.found("")


@pytest.mark.parametrize("key", records.PLAIN_KEYS)
def test_each_attribute(demo, key):
    value = records.common(demo.management, key)
    expected = records.ids(records.having(demo.management, **{key: value}))
    shorthand = f"AttributeKey={key},AttributeValue={value}"
    assert expected and found(demo.url, "--lookup-attributes", shorthand) == expected


@pytest.mark.parametrize("key", ["ResourceType", "ResourceName"])
def test_each_attribute_of_resources(demo, whole, key):
    value = next(shown[key] for event in whole for shown in event["Resources"] if key in shown)
    having = [event for event in whole if value in [shown.get(key) for shown in event["Resources"]]]
    expected = sorted(event["EventId"] for event in having)
    assert found(demo.url, "--lookup-attributes", attribute(key, value)) == expected


def test_two_attributes(demo):
    # Of those who wrote: who is busiest may have read only.
    name = records.common(records.having(demo.management, ReadOnly="false"), "Username")
    expected = records.ids(records.having(demo.management, Username=name, ReadOnly="false"))
    both = [attribute("Username", name), attribute("ReadOnly", "false")]
    assert expected and found(demo.url, "--lookup-attributes", *both) == expected


def test_time_ranges(demo):
    times = sorted(record.time for record in demo.management)
    first, last = times[len(times) // 3], times[len(times) // 2]
    expected = records.ids(record for record in demo.management if first <= record.time <= last)
    for shown in (lambda time: time.isoformat(), lambda time: str(int(time.timestamp()))):
        assert found(demo.url, "--start-time", shown(first), "--end-time", shown(last)) == expected


def test_pages_and_a_token_to_go_on_with(demo):
    first = lookup(demo.url, "--page-size", "20", "--max-items", "70").json
    rest = lookup(demo.url, "--starting-token", first["NextToken"], "--page-size", "50").json
    ids = [event["EventId"] for event in first["Events"] + rest["Events"]]
    assert len(first["Events"]) == 70 and sorted(ids) == records.ids(demo.management)


def test_insights(demo):
    assert found(demo.url, "--event-category", "insight") == records.ids(demo.insights)


MISTAKES = {
    "InvalidMaxResultsException": ["--max-results", "51"],
    "InvalidLookupAttributesException": ["--lookup-attributes", attribute("ReadOnly", "True")],
    "InvalidTimeRangeException": ["--start-time", "2026-01-02", "--end-time", "2026-01-01"],
    "InvalidNextTokenException": ["--next-token", "cat", "--max-results", "5"],
    "InvalidEventCategoryException": ["--event-category", "cats"],
}


@pytest.mark.parametrize("code", MISTAKES)
def test_mistakes_are_named(demo, code):
    done = lookup(demo.url, *MISTAKES[code])
    assert done.code != 0 and done.out == ""
    assert f"An error occurred ({code}) when calling the LookupEvents operation: " in done.err


def test_what_is_not_here_is_told(demo):
    done = aws(demo.url, "cloudtrail", "describe-trails")
    assert done.code != 0 and "(UnsupportedOperationException)" in done.err


@pytest.fixture(scope="module")
def signing(tmp_path_factory):
    """A server that asks for signatures: its address, a key, and a channel."""
    events = Events(tmp_path_factory.mktemp("signing"))
    key, channel = events.key("cli"), events.channel("shop", "111122223333")
    with events.served("--require-signature") as url:
        yield url, key, channel


def test_signatures(signing):
    url, key, _ = signing
    assert lookup(url, key=key).json == {"Events": []}
    assert "(UnrecognizedClientException)" in lookup(url).err
    assert "(InvalidSignatureException)" in lookup(url, key=(key[0], "x")).err
    unsigned = lookup(url, "--no-sign-request")
    assert unsigned.code != 0 and "(MissingAuthenticationTokenException)" in unsigned.err


def test_audit_events(signing):
    url, key, channel = signing
    data = {
        "version": "1.0", "userIdentity": {"type": "CustomUser", "principalId": "kim"},
        "eventSource": "shop.example.com", "eventName": "CatAdopted", "eventTime": "2026-11-22T14:00:00Z",
        "UID": "adoption-1", "requestParameters": {"cat": "tabby"}, "recipientAccountId": "111122223333",
    }  # fmt: skip
    entries = json.dumps([{"id": "a-1", "eventData": json.dumps(data)}])
    put = ["cloudtrail-data", "put-audit-events", "--channel-arn", channel, "--audit-events", entries]
    answer = aws(url, *put, "--output", "json", key=key).json
    assert [stored["id"] for stored in answer["successful"]] == ["a-1"] and answer["failed"] == []
    assert "(MissingAuthenticationTokenException)" in aws(url, *put, "--no-sign-request").err
    nobodys = [*put[:3], channel[:-4] + "0000", *put[4:]]
    assert "(ChannelNotFound)" in aws(url, *nobodys, key=key).err
