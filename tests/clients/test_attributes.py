"""Each attribute finds exactly the events that have it, and two find those that have both."""

import pytest

from support import clients, records
from support.clients import attributes


@pytest.mark.parametrize("key", records.PLAIN_KEYS)
def test_an_attribute_finds_what_the_records_say(client, demo, key):
    value = records.common(demo.management, key)
    expected = records.ids(records.having(demo.management, **{key: value}))
    assert clients.found(client, LookupAttributes=attributes(**{key: value})) == expected


@pytest.mark.parametrize("key", records.PLAIN_KEYS)
def test_what_is_found_says_what_the_records_say(whole, demo, key):
    wanted = {record.id: record.attribute(key) for record in demo.management}
    assert {event["EventId"]: event.get(key) for event in whole} == wanted


@pytest.mark.parametrize("value", ["true", "false"])
def test_reads_and_writes_are_told_apart(client, demo, value):
    expected = records.ids(records.having(demo.management, ReadOnly=value))
    assert 0 < len(expected) < len(demo.management)
    assert clients.found(client, LookupAttributes=attributes(ReadOnly=value)) == expected


@pytest.mark.parametrize("key", ["ResourceType", "ResourceName"])
def test_resources_are_found_by_what_the_events_show_of_them(client, whole, key):
    having = {}
    for event in whole:
        for value in {resource.get(key) for resource in event["Resources"]} - {None}:
            having.setdefault(value, []).append(event["EventId"])
    assert len(having) > 20
    # The commonest, the rarest, and some between.
    by_count = sorted(having, key=lambda value: (len(having[value]), value))
    for value in [by_count[0], by_count[len(by_count) // 2], *by_count[-3:]]:
        assert clients.found(client, LookupAttributes=attributes(**{key: value})) == sorted(having[value]), value


def test_the_resources_of_an_assumed_role_are_those_that_aws_shows(client, demo):
    assumed = next(
        record for record in records.having(demo.management, EventName="AssumeRole")
        if (record.value.get("responseElements") or {}).get("assumedRoleUser")
        and "roleArn" in (record.value.get("requestParameters") or {})
    )  # fmt: skip
    [event] = clients.events(client, LookupAttributes=attributes(EventId=assumed.id))
    answer = assumed.value["responseElements"]
    user = answer["assumedRoleUser"]
    assert [(shown.get("ResourceType"), shown["ResourceName"]) for shown in event["Resources"]] == [
        ("AWS::IAM::AccessKey", answer["credentials"]["accessKeyId"]),
        ("AWS::STS::AssumedRole", user["arn"]),
        ("AWS::STS::AssumedRole", user["assumedRoleId"]),
        ("AWS::STS::AssumedRole", user["assumedRoleId"].partition(":")[2]),
        ("AWS::IAM::Role", assumed.value["requestParameters"]["roleArn"]),
    ]


PAIRS = [
    ("Username", "ReadOnly"),
    ("EventSource", "ReadOnly"),
    ("AccessKeyId", "EventName"),
    ("Username", "EventSource"),
    ("EventId", "EventName"),
]


@pytest.mark.parametrize("first, second", PAIRS)
def test_two_attributes_find_what_has_both(client, demo, first, second):
    one = records.common(demo.management, first)
    both = records.having(demo.management, **{first: one})
    other = records.common(both, second)
    both = records.having(both, **{second: other})
    wanted = attributes(**{first: one, second: other})
    assert both and clients.found(client, LookupAttributes=wanted) == records.ids(both)
    assert clients.found(client, LookupAttributes=wanted[::-1]) == records.ids(both)


def test_the_same_attribute_twice_finds_what_has_both_values(client):
    twice = attributes(EventName="AssumeRole") + attributes(EventName="DeleteDBInstance")
    assert clients.found(client, LookupAttributes=twice) == []


@pytest.mark.parametrize("key", ["EventName", "EventSource", "AccessKeyId", "Username", "EventId"])
def test_values_are_exact(client, demo, key):
    value = records.common(demo.management, key)
    near = [value[:-1], value + "x", value[:1] + "*", value.swapcase(), f" {value}", f'"{value}"', f"-{value}"]
    for other in near:
        expected = records.ids(records.having(demo.management, **{key: other}))
        assert clients.found(client, LookupAttributes=attributes(**{key: other})) == expected, other


def test_a_source_is_a_whole_host(client):
    assert clients.found(client, LookupAttributes=attributes(EventSource="kms")) == []


def test_an_unknown_resource_type_finds_nothing(client):
    assert clients.found(client, LookupAttributes=attributes(ResourceType="AWS::Cat::Photo")) == []


def test_values_of_2000_characters_find_nothing(client):
    assert clients.found(client, LookupAttributes=attributes(ResourceName="_" * 2000)) == []
