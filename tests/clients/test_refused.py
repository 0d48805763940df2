"""What is wrong with a request is answered by the exception that AWS has for it."""

import pytest

from support import clients, http
from support.clients import attributes
from support.records import ALL_KEYS


@pytest.mark.parametrize("size", [51, 1_000, 0, -1])
def test_a_page_has_1_to_50_events(lenient, size):
    with pytest.raises(lenient.exceptions.InvalidMaxResultsException):
        lenient.lookup_events(MaxResults=size)


def test_51_passes_the_client_and_not_the_server(client):
    with pytest.raises(client.exceptions.InvalidMaxResultsException):
        client.lookup_events(MaxResults=51)


@pytest.mark.parametrize("key", ["Region", "eventname", "EventID", "UserName", ""])
def test_there_are_eight_attributes(lenient, key):
    with pytest.raises(lenient.exceptions.InvalidLookupAttributesException):
        lenient.lookup_events(LookupAttributes=[{"AttributeKey": key, "AttributeValue": "x"}])


@pytest.mark.parametrize("value", ["True", "FALSE", "other", "1"])
def test_read_only_is_true_or_false(client, value):
    with pytest.raises(client.exceptions.InvalidLookupAttributesException):
        client.lookup_events(LookupAttributes=attributes(ReadOnly=value))


@pytest.mark.parametrize("key", ALL_KEYS)
@pytest.mark.parametrize("value", ["", "x" * 2_001])
def test_a_value_has_1_to_2000_characters(lenient, key, value):
    with pytest.raises(lenient.exceptions.InvalidLookupAttributesException):
        lenient.lookup_events(LookupAttributes=attributes(**{key: value}))


@pytest.mark.parametrize("attribute", [{"AttributeKey": "EventName"}, {"AttributeValue": "x"}, {}])
def test_an_attribute_has_a_key_and_a_value(demo, attribute):
    answer = http.lookup(demo.url, LookupAttributes=[attribute])
    assert answer.status == 400
    assert answer.code in {"InvalidLookupAttributesException", "ValidationException", "SerializationException"}


WRONG_TYPES = [
    {"MaxResults": "10"},
    {"MaxResults": []},
    {"NextToken": 1},
    {"LookupAttributes": "EventName"},
    {"LookupAttributes": ["EventName"]},
    {"LookupAttributes": [{"AttributeKey": "ReadOnly", "AttributeValue": True}]},
    {"EventCategory": 1},
    {"StartTime": "yesterday"},
    {"StartTime": {}},
]


@pytest.mark.parametrize("wrong", WRONG_TYPES, ids=str)
def test_a_member_of_the_wrong_type_is_refused(demo, wrong):
    answer = http.lookup(demo.url, **wrong)
    assert (answer.status, answer.code) == (400, "SerializationException")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"1", b"\xff\xfe", b'{"MaxResults":1}{', b"[" * 9_000]
)
def test_a_body_that_is_no_object_is_refused(demo, body):
    answer = http.call(demo.url, "LookupEvents", body)
    # Some clients send nothing at all for no parameters.
    assert (answer.status, body) == (200, b"") or answer.code == "SerializationException"


def test_a_request_has_a_bound(demo):
    body = b'{"NextToken":"' + b"x" * 1_000_000 + b'"}'
    answer = http.send(demo.url, "POST", "/", body, http.head("LookupEvents"))
    assert answer.status in {400, 413}


def test_members_that_are_null_or_unknown_are_as_if_they_were_not_there(demo):
    plain = http.lookup(demo.url, MaxResults=3).json["Events"]
    odd = {"MaxResults": 3, "StartTime": None, "LookupAttributes": None, "NextToken": None, "Tomorrow": [1]}
    assert http.lookup(demo.url, **odd).json["Events"] == plain
    assert http.lookup(demo.url, MaxResults=3, LookupAttributes=[]).json["Events"] == plain


@pytest.mark.parametrize("text", ["\x00", "\u202e", "a b", "日本", "\U0001f431", '"', "\\", "a,b", "(", "@x", "*", "?"])
def test_a_value_is_a_value_and_no_language(client, text):
    """What means something in the query bar, or nothing anywhere, is compared and not read."""
    for key in set(ALL_KEYS) - {"ReadOnly"}:
        assert clients.found(client, LookupAttributes=attributes(**{key: text})) == []


def test_strict_servers_do_as_aws_does(few):
    with few.served("--strict-lookup") as url:
        client = clients.cloudtrail(url)
        with pytest.raises(client.exceptions.InvalidLookupAttributesException):
            client.lookup_events(LookupAttributes=attributes(EventName="x", ReadOnly="true"))


def test_more_than_the_rate_is_throttled_and_comes_through_in_the_end(few):
    with few.served("--lookup-rate", "2") as url:
        once = clients.cloudtrail(url)
        codes = []
        for _ in range(20):
            try:
                once.lookup_events(MaxResults=1)
                codes.append(None)
            except once.exceptions.ClientError as error:
                codes.append((error.response["Error"]["Code"], error.response["Error"]["Message"]))
        assert set(codes) == {None, ("ThrottlingException", "Rate exceeded")}
        # AWS's clients wait and ask again by themselves.
        patient = clients.cloudtrail(url, retries={"total_max_attempts": 10, "mode": "standard"})
        answers = [patient.lookup_events(MaxResults=1) for _ in range(5)]
        assert all(len(answer["Events"]) == 1 for answer in answers)
        assert any(answer["ResponseMetadata"]["RetryAttempts"] for answer in answers)
