"""The other operations of CloudTrail: answered, or refused in a way that AWS's clients understand."""

from datetime import datetime, timezone

import pytest

from support import clients, http, records

ANSWERED = {"LookupEvents", "ListInsightsData"}
# What reads something that is not here: an empty answer would say that there is none in the account.
ELSEWHERE = {
    "DescribeTrails", "GetTrail", "GetTrailStatus", "ListTrails", "ListPublicKeys", "ListInsightsMetricData"
}  # fmt: skip
# Whatever botocore's model has.
OTHERS = sorted({*http.SERVICE.operation_names} - ANSWERED - ELSEWHERE)


@pytest.mark.parametrize("operation", sorted(ELSEWHERE))
def test_what_only_aws_knows_is_told_so(demo, operation):
    answer = http.call(demo.url, operation)
    assert (answer.status, answer.code) == (400, "UnsupportedOperationException")
    assert answer.json["message"].endswith(".")


@pytest.mark.parametrize("operation", OTHERS)
def test_other_operations_are_not_allowed(demo, operation):
    answer = http.call(demo.url, operation)
    assert (answer.status, answer.code) == (400, "AccessDeniedException")
    assert operation in answer.json["message"]


UNKNOWN = [
    "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvent",
    "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.lookupEvents",
    "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.",
    "CloudTrail_20131102.LookupEvents",
    "DynamoDB_20120810.GetItem",
    "LookupEvents",
    "",
]


@pytest.mark.parametrize("target", UNKNOWN)
def test_an_unknown_operation(demo, target):
    answer = http.call(demo.url, "", target=target)
    assert (answer.status, answer.code) == (400, "UnknownOperationException")


def test_no_operation_at_all(demo):
    answer = http.send(demo.url, "POST", "/", b"{}", {"Content-Type": "application/x-amz-json-1.1"})
    assert (answer.status, answer.code) == (400, "UnknownOperationException")


def insights(client, **parameters):
    """What boto3's own paginator goes through."""
    trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/any"
    asked = {"InsightSource": trail, "DataType": "InsightsEvents", **parameters}
    pages = client.get_paginator("list_insights_data").paginate(**asked, PaginationConfig={"PageSize": 1})
    return sorted(event["EventId"] for page in pages for event in page["Events"])


def test_insights_data_are_the_insights_events(client, demo):
    assert insights(client) == records.ids(demo.insights)


@pytest.mark.parametrize("dimension", ["EventId", "EventName", "EventSource"])
def test_insights_data_have_dimensions(client, demo, dimension):
    value = demo.insights[0].attribute(dimension)
    expected = records.ids(records.having(demo.insights, **{dimension: value}))
    assert insights(client, Dimensions={dimension: value}) == expected
    assert insights(client, Dimensions={dimension: "nothing"}) == []


def test_insights_data_have_times(client, demo):
    first = min(record.time for record in demo.insights)
    expected = records.ids(record for record in demo.insights if record.time == first)
    assert insights(client, StartTime=first, EndTime=first) == expected
    with pytest.raises(client.exceptions.InvalidParameterException):
        insights(client, StartTime=datetime.now(timezone.utc), EndTime=first)


def test_insights_data_are_of_one_type(lenient):
    with pytest.raises(lenient.exceptions.InvalidParameterException):
        insights(lenient, DataType="Cats")


def test_insights_data_of_every_shape(corpus):
    assert insights(clients.cloudtrail(corpus.url)) == corpus.aside.found("category:insight")
