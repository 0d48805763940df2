"""To the end over more than 1,000 events: none lost, none twice, whatever the pages' size."""

import pytest
from botocore.exceptions import ClientError

from support import clients, records
from support.clients import attributes
from support.whodunit import Events


def test_every_event_comes_once(whole, demo):
    found = sorted(event["EventId"] for event in whole)
    assert len(found) > 1_000
    assert found == records.ids(demo.management)


def test_it_is_what_search_finds(client, whole, demo):
    assert sorted(event["EventId"] for event in whole) == demo.aside.found("")
    source = attributes(EventSource="kms.amazonaws.com", ReadOnly="true")
    found = clients.found(client, LookupAttributes=source)
    assert found and found == demo.aside.found("service:kms access:read")


def test_the_newest_come_first_in_one_order(client, whole):
    times = [event["EventTime"] for event in whole]
    assert times == sorted(times, reverse=True)
    # Events of one second have an order, too: the pages' ends fall elsewhere now.
    assert clients.events(client, page_size=37) == whole


def test_a_page_holds_50_unless_less_is_asked_for(client):
    assert len(client.lookup_events()["Events"]) == 50
    for size in (1, 7, 50):
        assert len(client.lookup_events(MaxResults=size)["Events"]) == size


def test_the_last_page_has_no_token(client, demo):
    pages = clients.pages(client)
    assert ["NextToken" in page for page in pages] == [True] * (len(pages) - 1) + [False]


def test_a_walk_goes_on_where_it_was_left(client, whole):
    paginator = client.get_paginator("lookup_events")
    first = paginator.paginate(PaginationConfig={"MaxItems": 130, "PageSize": 50})
    begun = first.build_full_result()["Events"]
    config = {"StartingToken": first.resume_token, "PageSize": 50}
    rest = paginator.paginate(PaginationConfig=config).build_full_result()["Events"]
    assert (begun, rest) == (whole[:130], whole[130:])


def test_the_size_of_pages_may_change_on_the_way(client, whole):
    first = client.lookup_events(MaxResults=10)
    second = client.lookup_events(MaxResults=20, NextToken=first["NextToken"])
    assert first["Events"] + second["Events"] == whole[:30]


def test_a_token_is_for_its_own_question(client, demo):
    asked = {"LookupAttributes": attributes(ReadOnly="true"), "StartTime": demo.management[0].time}
    token = client.lookup_events(**asked, MaxResults=1)["NextToken"]
    assert client.lookup_events(**asked, NextToken=token)["Events"]
    others = [
        {},
        {"LookupAttributes": attributes(ReadOnly="false"), "StartTime": asked["StartTime"]},
        {"LookupAttributes": attributes(EventName="true"), "StartTime": asked["StartTime"]},
        {"LookupAttributes": asked["LookupAttributes"]},
        {**asked, "EndTime": demo.management[-1].time},
    ]
    for other in others:
        with pytest.raises(client.exceptions.InvalidNextTokenException):
            client.lookup_events(**other, NextToken=token)


def test_a_token_is_of_our_making(client):
    token = client.lookup_events(MaxResults=1)["NextToken"]
    middle = len(token) // 2
    changed = token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]
    for forged in ("x", changed, token[:-4], token + token, "☃", "A" * 5_000):
        with pytest.raises(client.exceptions.InvalidNextTokenException):
            client.lookup_events(NextToken=forged)


def test_an_empty_token_is_an_error(lenient):
    with pytest.raises(ClientError):
        lenient.lookup_events(NextToken="")


def test_pages_that_end_early_are_followed(demo, tmp_path):
    """A rare pair of common values under a read budget that ends a page long before it is full: AWS's
    paginators go on through pages with few events, or none, that have a token."""
    events = Events(tmp_path).add(demo.logs)
    expected = records.having(demo.management, ReadOnly="false", EventSource="kms.amazonaws.com")
    with events.served("--read-budget", "1") as url:
        budgeted = clients.cloudtrail(url)
        wanted = attributes(ReadOnly="false", EventSource="kms.amazonaws.com")
        pages = clients.pages(budgeted, LookupAttributes=wanted)
    assert any(len(page["Events"]) < 50 and "NextToken" in page for page in pages)
    assert expected and sorted(e["EventId"] for page in pages for e in page["Events"]) == records.ids(expected)
