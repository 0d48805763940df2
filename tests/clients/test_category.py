"""Insights events are asked for by category, and are not among the others."""

import pytest

from support import clients, records
from support.clients import attributes


def test_insights_are_found_by_their_category(client, demo):
    assert demo.insights
    assert clients.found(client, EventCategory="insight") == records.ids(demo.insights)


@pytest.mark.parametrize("key", ["EventId", "EventName", "EventSource"])
def test_insights_have_three_attributes(client, demo, key):
    value = demo.insights[0].attribute(key)
    expected = records.ids(records.having(demo.insights, **{key: value}))
    assert clients.found(client, EventCategory="insight", LookupAttributes=attributes(**{key: value})) == expected


@pytest.mark.parametrize("key", sorted({*records.ALL_KEYS} - {"EventId", "EventName", "EventSource"}))
def test_insights_have_no_other_attribute(client, key):
    with pytest.raises(client.exceptions.InvalidLookupAttributesException):
        client.lookup_events(EventCategory="insight", LookupAttributes=attributes(**{key: "true"}))


@pytest.mark.parametrize("category", ["management", "Insight", "data", "", "any"])
def test_there_is_no_other_category(lenient, category):
    with pytest.raises(lenient.exceptions.InvalidEventCategoryException):
        lenient.lookup_events(EventCategory=category)


def test_without_a_category_there_are_management_events_only(client, demo):
    others = [record for record in demo.records if record.category != "Management"]
    assert {record.category for record in others} >= {"Data", "Insight"}
    for record in others:
        assert clients.found(client, LookupAttributes=attributes(EventId=record.id)) == []


def test_insights_of_every_shape(corpus):
    client = clients.cloudtrail(corpus.url)
    assert clients.found(client, EventCategory="insight") == corpus.aside.found("category:insight")
