"""A server that asks for signatures answers the keys that it gave out, and nobody else."""

import json
from datetime import datetime, timedelta, timezone

import botocore.auth
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from support import clients, http

BODY = b'{"MaxResults":1}'


class Signing:
    """A server that asks for signatures, a key of its own, and one that was taken back."""

    def __init__(self, events):
        self.key, self.other = events.key("auditor"), events.key("second")
        self.revoked = events.key("gone")
        events.run("keys revoke", self.revoked[0])
        self.listed = json.loads(events.run("keys list", "--json"))


@pytest.fixture(scope="module")
def signing(few):
    made = Signing(few)
    with few.served("--require-signature") as made.url:
        yield made


def signed(signing, body=BODY, service="cloudtrail", **headers):
    """The headers of a request, signed by botocore."""
    head = {**http.head("LookupEvents"), **headers}
    request = AWSRequest("POST", signing.url + "/", data=body, headers=head)
    SigV4Auth(Credentials(*signing.key), service, "us-east-1").add_auth(request)
    return dict(request.headers)


def asked(signing, headers, body=BODY):
    return http.call(signing.url, "LookupEvents", body, headers)


def test_a_key_of_ours_is_let_in(signing):
    for key in (signing.key, signing.other):
        assert len(clients.cloudtrail(signing.url, key).lookup_events(MaxResults=1)["Events"]) == 1


def test_a_secret_is_shown_once(signing):
    listed = json.dumps(signing.listed)
    for key_id, secret in (signing.key, signing.other):
        assert key_id in listed and secret not in listed


def test_what_botocore_signs_by_itself_is_let_in(signing):
    assert asked(signing, signed(signing)).status == 200


@pytest.mark.parametrize("region", ["eu-central-1", "us-gov-west-1"])
def test_a_client_may_think_itself_in_any_region(signing, region):
    client = clients.cloudtrail(signing.url, signing.key, region_name=region)
    assert client.lookup_events(MaxResults=1)["Events"]


def refused(signing, key):
    with pytest.raises(ClientError) as caught:
        clients.cloudtrail(signing.url, key).lookup_events()
    return caught.value.response["Error"]


def test_a_key_that_nobody_has_is_refused(signing):
    error = refused(signing, ("AKIAIOSFODNN7EXAMPLE", signing.key[1]))
    assert error["Code"] == "UnrecognizedClientException"
    assert error["Message"] == "The security token included in the request is invalid."


def test_a_key_that_was_taken_back_is_refused_likewise(signing):
    assert refused(signing, signing.revoked) == refused(signing, ("AKIAIOSFODNN7EXAMPLE", "x"))


@pytest.mark.parametrize("change", [lambda s: s[:-1] + ("a" if s[-1] != "a" else "b"), str.lower, lambda s: "x"])
def test_another_secret_is_refused(signing, change):
    error = refused(signing, (signing.key[0], change(signing.key[1])))
    assert error["Code"] == "InvalidSignatureException"
    assert error["Message"].startswith("The request signature we calculated does not match")


def test_the_secret_of_another_key_is_refused(signing):
    assert refused(signing, (signing.key[0], signing.other[1]))["Code"] == "InvalidSignatureException"


def test_without_a_signature_nobody_is_let_in(signing):
    answer = asked(signing, {})
    assert (answer.status, answer.code) == (400, "MissingAuthenticationTokenException")
    assert answer.json["message"] == "Missing Authentication Token"


@pytest.mark.parametrize("half", ["AWS4-HMAC-SHA256", "Basic YTpi", "AWS4-HMAC-SHA256 Credential=x", "", "\xff"])
def test_half_a_signature_is_refused(signing, half):
    answer = asked(signing, {**signed(signing), "Authorization": half})
    assert answer.code in {"IncompleteSignatureException", "MissingAuthenticationTokenException"}


@pytest.mark.parametrize("part", ["Credential=", "SignedHeaders=", "Signature="])
def test_each_part_of_a_signature_is_needed(signing, part):
    headers = signed(signing)
    headers["Authorization"] = headers["Authorization"].replace(part, "X=")
    assert asked(signing, headers).code == "IncompleteSignatureException"


def test_what_was_signed_is_what_must_be_sent(signing):
    headers = signed(signing)
    assert asked(signing, headers, b'{"MaxResults":2}').code == "InvalidSignatureException"
    other_target = {**headers, "X-Amz-Target": "CloudTrail_20131101.LookupEvents"}
    assert asked(signing, other_target).code == "InvalidSignatureException"


def test_a_header_that_was_signed_must_be_there(signing):
    headers = signed(signing, **{"X-Amz-Meta-Cat": "tabby"})
    assert asked(signing, headers).status == 200
    assert asked(signing, {**headers, "X-Amz-Meta-Cat": "tuxedo"}).code == "InvalidSignatureException"
    del headers["X-Amz-Meta-Cat"]
    assert asked(signing, headers).code == "InvalidSignatureException"


def test_a_signature_for_another_service_is_refused(signing):
    assert asked(signing, signed(signing, service="ec2")).code == "InvalidSignatureException"


@pytest.mark.parametrize("minutes, let_in", [(-6, False), (-4, True), (4, True), (6, False)])
def test_a_signature_is_for_now(signing, monkeypatch, minutes, let_in):
    moment = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: moment.replace(tzinfo=None))
    answer = asked(signing, signed(signing))
    if let_in:
        assert answer.status == 200
    else:
        assert answer.code == "InvalidSignatureException"
        # AWS says the one of the past and the other of the future.
        assert answer.json["message"].startswith(("Signature expired: ", "Signature not yet current: "))


def test_bad_questions_are_told_only_to_those_who_may_ask(signing):
    assert asked(signing, {}, b"{").code == "MissingAuthenticationTokenException"
    bad = asked(signing, signed(signing, b"{"), b"{")
    assert bad.code == "SerializationException"


def test_a_server_that_does_not_ask_takes_any_signature_or_none(demo):
    assert clients.cloudtrail(demo.url, ("AKIAIOSFODNN7EXAMPLE", "x")).lookup_events()["Events"]
    assert http.lookup(demo.url).json["Events"]
