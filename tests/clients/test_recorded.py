"""Whoever looks into the history leaves a trace in it: an event of the console's own."""

import json
import time
from urllib.parse import quote

import pytest

from support import clients, http
from support.whodunit import Events

PATIENCE_S = 120


class Signing:
    """A server that asks for signatures, and a key of its own."""

    def __init__(self, events):
        self.key = events.key("auditor")

    def rows(self, query):
        answer = http.send(self.url, "GET", f"/api/events?q={quote(query)}")
        assert answer.status == 200, answer.body
        return answer.json["rows"]

    def recorded(self, query):
        """Rows of what was asked, once there are any: events are made of it every few seconds."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if rows := self.rows(f"category:activity service:whodunit {query}"):
                return rows
            time.sleep(1)
        raise AssertionError(f"{query} was not recorded")


@pytest.fixture(scope="module")
def signing(corpus, tmp_path_factory):
    events = Events(tmp_path_factory.mktemp("signing")).add(corpus.logs)
    made = Signing(events)
    with events.served("--require-signature") as made.url:
        yield made


def test_a_lookup_of_many_pages_is_one_event_of_the_key_that_signed(signing):
    client = clients.cloudtrail(signing.url, signing.key)
    wanted = clients.attributes(ReadOnly="false")
    pages = clients.pages(client, page_size=2, LookupAttributes=wanted)
    assert len(pages) > 2
    rows = signing.recorded(f"event:LookupEvents key:{signing.key[0]}")
    data = [json.loads(http.send(signing.url, "GET", f"/api/events/{row['eventID']}").json["record"]) for row in rows]
    asked = [one["eventData"] for one in data]
    # More than one only where the walk was longer than events of what was asked are apart.
    assert sum(one["additionalEventData"]["requests"] for one in asked) == len(pages)
    for one in asked:
        assert one["userIdentity"]["type"] == "AccessKey"
        assert one["requestParameters"] == {"lookupAttributes": json.dumps(wanted, separators=(",", ":"))}
        assert one["userAgent"].startswith("Boto3/")


def test_it_is_among_activity_only(signing):
    signing.recorded("event:SearchEvents")
    assert signing.rows("service:whodunit") == []
    assert clients.found(clients.cloudtrail(signing.url, signing.key), LookupAttributes=clients.attributes(EventSource="whodunit")) == []
