"""PutAuditEvents: events of one's own, by the client of CloudTrail Data, and how they are read back."""

import base64
import hashlib
import json
import uuid
from datetime import datetime, timezone
from urllib.parse import quote

import pytest
from botocore.exceptions import ClientError

from support import clients, http
from support.whodunit import Events

ACCOUNT = "111122223333"


class Shop:
    """A server with a channel for the events of a shop."""

    def __init__(self, events):
        self.channel = events.channel("shop", ACCOUNT)
        self.key = events.key("shop")

    def put(self, *events, **parameters):
        client = clients.client("cloudtrail-data", self.url, parameter_validation=False)
        return client.put_audit_events(**{"auditEvents": list(events), "channelArn": self.channel, **parameters})

    def read(self, event_id):
        return http.send(self.url, "GET", f"/api/events/{quote(event_id)}")


@pytest.fixture(scope="module")
def shop(few):
    made = Shop(few)
    with few.served() as made.url:
        yield made


def adoption(**members):
    """The data of an event as the shop sends it."""
    return {
        "version": "1.0",
        "userIdentity": {"type": "CustomUser", "principalId": "kim", "details": {"team": "shelter"}},
        "eventSource": "shop.example.com",
        "eventName": "CatAdopted",
        "eventTime": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "UID": str(uuid.uuid4()),
        "requestParameters": {"cat": "tabby"},
        "recipientAccountId": ACCOUNT,
        **members,
    }


def entry(data, **members):
    text = data if isinstance(data, str) else json.dumps(data)
    return {"id": str(uuid.uuid4()), "eventData": text, **members}


def without(member):
    data = adoption()
    del data[member]
    return data


def test_an_event_is_stored_and_read_back(shop):
    sent = adoption()
    one = entry(sent)
    answer = shop.put(one)
    [stored] = answer["successful"]
    assert (stored["id"], answer["failed"]) == (one["id"], [])

    read = shop.read(stored["eventID"])
    assert read.status == 200, read.body
    # As CloudTrail Lake keeps it: what was sent, under `eventData`, byte for byte.
    text = read.json["record"]
    assert one["eventData"] in text
    record = json.loads(text)
    assert (record["eventID"], record["eventData"]) == (stored["eventID"], sent)
    assert (record["eventCategory"], record["eventType"]) == ("ActivityAuditLog", "ActivityLog")
    assert (record["metadata"]["channelARN"], record["recipientAccountId"]) == (shop.channel, ACCOUNT)


def listed(shop, query):
    """The ids of a page of the console."""
    page = http.send(shop.url, "GET", f"/api/events?q={quote(query)}")
    return [row["eventID"] for row in page.json["rows"]]


def test_it_is_found_among_its_category_only(shop):
    [stored] = shop.put(entry(adoption()))["successful"]
    assert stored["eventID"] in listed(shop, "category:activity event:CatAdopted who:kim")
    assert stored["eventID"] not in listed(shop, "event:CatAdopted")
    wanted = clients.attributes(EventName="CatAdopted")
    assert clients.found(clients.cloudtrail(shop.url), LookupAttributes=wanted) == []


def test_a_hundred_at_once(shop):
    entries = [entry(adoption()) for _ in range(100)]
    answer = shop.put(*entries)
    assert [stored["id"] for stored in answer["successful"]] == [sent["id"] for sent in entries]
    assert len({stored["eventID"] for stored in answer["successful"]}) == 100


FAILURES = {
    "no JSON": (lambda: entry("{"), "InvalidData"),
    "no object": (lambda: entry("[]"), "InvalidData"),
    "a time that is none": (lambda: entry(adoption(eventTime="yesterday")), "InvalidData"),
    "another account": (lambda: entry(adoption(recipientAccountId="444455556666")), "InvalidRecipient"),
    "a name too long": (lambda: entry(adoption(errorCode="x" * 257)), "FieldTooLong"),
    "a checksum of something else": (
        lambda: entry(adoption(), eventDataChecksum=base64.b64encode(b"\0" * 32).decode()),
        "InvalidChecksum",
    ),
    **{
        f"no {name}": (lambda name=name: entry(without(name)), "FieldNotFound")
        for name in ("version", "userIdentity", "eventSource", "eventName", "eventTime", "UID", "recipientAccountId")
    },
}


@pytest.mark.parametrize("make, code", FAILURES.values(), ids=FAILURES)
def test_one_bad_event_costs_only_itself(shop, make, code):
    good, bad = entry(adoption()), make()
    answer = shop.put(bad, good)
    assert [stored["id"] for stored in answer["successful"]] == [good["id"]]
    assert [(failed["id"], failed["errorCode"]) for failed in answer["failed"]] == [(bad["id"], code)]


def test_a_checksum_that_is_right_is_taken(shop):
    data = json.dumps(adoption())
    checksum = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    assert len(shop.put(entry(data, eventDataChecksum=checksum))["successful"]) == 1


def refusal(shop, *events, **parameters):
    with pytest.raises(ClientError) as caught:
        shop.put(*events, **parameters)
    return caught.value.response["Error"]["Code"]


def test_requests_that_are_wrong_as_a_whole(shop):
    nobodys = shop.channel[:-4] + "0000"
    assert refusal(shop, entry(adoption()), channelArn=nobodys) == "ChannelNotFound"
    for arn in ("arn:aws:s3:::cats", "arn:x"):
        assert refusal(shop, entry(adoption()), channelArn=arn) == "InvalidChannelARN"
    twice = entry(adoption())
    assert refusal(shop, twice, twice) == "DuplicatedAuditEventId"


def test_there_are_1_to_100_events_in_a_request(shop):
    assert refusal(shop)
    assert refusal(shop, *(entry(adoption()) for _ in range(101)))


def unsigned(url, channel):
    path = f"/PutAuditEvents?channelArn={quote(channel, safe='')}"
    body = json.dumps({"auditEvents": [entry(adoption())]}).encode()
    return http.send(url, "POST", path, body, {"Content-Type": "application/json"})


def test_a_server_that_does_not_ask_for_signatures_needs_none(shop):
    assert unsigned(shop.url, shop.channel).status == 200


@pytest.fixture(scope="module")
def signing(tmp_path_factory):
    """The same on a server that asks for signatures."""
    events = Events(tmp_path_factory.mktemp("signed-shop"))
    made = Shop(events)
    with events.served("--require-signature") as made.url:
        yield made


def put_as(signing, key):
    client = clients.client("cloudtrail-data", signing.url, key)
    return client.put_audit_events(auditEvents=[entry(adoption())], channelArn=signing.channel)


def test_the_right_key_may_put(signing):
    assert len(put_as(signing, signing.key)["successful"]) == 1


@pytest.mark.parametrize("part, code", [(0, "UnrecognizedClientException"), (1, "InvalidSignatureException")])
def test_another_key_may_not(signing, part, code):
    key = list(signing.key)
    key[part] = clients.ANYBODY[part]
    with pytest.raises(ClientError) as caught:
        put_as(signing, key)
    assert caught.value.response["Error"]["Code"] == code


def test_nor_may_those_who_do_not_sign(signing):
    answer = unsigned(signing.url, signing.channel)
    assert answer.headers["x-amzn-ErrorType"] == "MissingAuthenticationTokenException"
