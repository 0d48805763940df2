"""The check of every answer against AWS's model can fail."""

import json

import botocore.session
import pytest
from botocore.awsrequest import AWSResponse

from support import clients, model

HEADERS = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-RequestId": "1"}
REST = {**HEADERS, "Content-Type": "application/json"}
EVENT = {"EventId": "1", "ReadOnly": "true", "EventTime": 1.5, "Resources": [{"ResourceName": "x"}]}
STORED = {"id": "1", "eventID": "e-1"}


def operation(service, name):
    return botocore.session.Session().get_service_model(service).operation_model(name)


def lookup(value, status=200, headers=HEADERS):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return model.faults(operation("cloudtrail", "LookupEvents"), status, headers, body)


def put(value, status=200, headers=REST):
    return model.faults(operation("cloudtrail-data", "PutAuditEvents"), status, headers, json.dumps(value).encode())


def test_what_is_right_passes():
    assert lookup({"Events": []}) == []
    assert lookup({"Events": [EVENT], "NextToken": "x"}) == []
    assert lookup({"__type": "InvalidMaxResultsException", "message": "x"}, 400) == []
    assert lookup({"__type": "ThrottlingException", "message": "Rate exceeded"}, 400) == []
    assert put({"successful": [STORED], "failed": []}) == []
    assert put({"message": "x"}, 404, {**REST, "x-amzn-ErrorType": "ChannelNotFound"}) == []


WRONG = [
    b"",
    b"[]",
    b'{"Events":[],"Events":[]}',
    b'{"Events":[{"EventTime":NaN}]}',
    {"Events": None},
    {"Events": {}},
    {"Events": [], "nextToken": "x"},
    {"Events": [], "NextToken": None},
    {"Events": [{**EVENT, "ReadOnly": True}]},
    {"Events": [{**EVENT, "EventTime": "2026-01-01T00:00:00Z"}]},
    {"Events": [{**EVENT, "EventTime": True}]},
    {"Events": [{**EVENT, "Username": None}]},
    {"Events": [{**EVENT, "Cat": "tabby"}]},
    {"Events": [{**EVENT, "Resources": [{"Name": "x"}]}]},
    {"Events": [{**EVENT, "CloudTrailEvent": {}}]},
]


@pytest.mark.parametrize("body", WRONG, ids=str)
def test_a_wrong_answer_is_noticed(body):
    assert len(lookup(body)) == 1


@pytest.mark.parametrize(
    "value, status",
    [
        ({"__type": "CatException", "message": "x"}, 400),
        ({"__type": "ChannelNotFound", "message": "x"}, 400),
        ({"__type": "InvalidMaxResultsException", "message": "x"}, 404),
        ({"__type": "InvalidMaxResultsException"}, 400),
        ({"__type": "InvalidMaxResultsException", "Message": "x"}, 400),
        ({"__type": "InvalidMaxResultsException", "message": "x", "more": 1}, 400),
        ({"message": "x"}, 400),
        ([], 500),
    ],
)
def test_a_wrong_error_is_noticed(value, status):
    assert len(lookup(value, status)) == 1


@pytest.mark.parametrize(
    "value",
    [
        {"successful": []},
        {"successful": [{"id": "1"}], "failed": []},
        {"successful": [{**STORED, "eventID": "x" * 129}], "failed": []},
        {"successful": [{**STORED, "eventID": ""}], "failed": []},
        {"successful": [{**STORED, "id": "a b"}], "failed": []},
        {"successful": [STORED] * 101, "failed": []},
    ],
    ids=lambda value: str(value)[:60],
)
def test_limits_are_looked_at(value):
    assert put(value)


def test_headers_are_looked_at():
    assert len(lookup({"Events": []}, headers={})) == 2
    assert len(put({"message": "x"}, 404)) == 1


def test_a_client_that_is_watched_does_not_let_a_wrong_answer_through():
    """The answer is put in botocore's way where the network would be."""
    client = clients.cloudtrail("http://127.0.0.1:9")
    body = {}

    class Raw:
        def stream(self):
            yield json.dumps(body).encode()

    client.meta.events.register("before-send", lambda request, **_: AWSResponse(request.url, 200, HEADERS, Raw()))
    body["Events"] = []
    assert client.lookup_events()["Events"] == []
    body["Events"] = [{"ReadOnly": False}]
    with pytest.raises(AssertionError, match="ReadOnly is not a string"):
        client.lookup_events()
