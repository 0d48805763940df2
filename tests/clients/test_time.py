"""Both ends of a time range are in it, seconds may have fractions, and what cannot be is refused."""

from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

from support import clients, http, records
from support.clients import attributes

SECOND = timedelta(seconds=1)


def between(demo, first, last):
    return records.ids(record for record in demo.management if first <= record.time <= last)


def test_a_range_holds_its_first_and_its_last_second(client, demo):
    times = sorted(record.time for record in demo.management)
    first, last = times[len(times) // 4], times[len(times) // 2]
    expected = between(demo, first, last)
    assert len(expected) > 500
    assert clients.found(client, StartTime=first, EndTime=last) == expected
    assert clients.found(client, StartTime=first + SECOND, EndTime=last) == between(demo, first + SECOND, last)
    assert clients.found(client, StartTime=first, EndTime=last - SECOND) == between(demo, first, last - SECOND)


def test_one_end_is_enough(client, demo):
    times = sorted(record.time for record in demo.management)
    middle = times[len(times) // 2]
    assert clients.found(client, StartTime=middle) == between(demo, middle, times[-1])
    assert clients.found(client, EndTime=middle) == between(demo, times[0], middle)


def test_one_second_of_110_events(client, demo):
    [(second, count)] = Counter(record.time for record in demo.management).most_common(1)
    assert count >= 110
    assert clients.found(client, StartTime=second, EndTime=second) == between(demo, second, second)


def test_fractions_of_a_second_count(client, demo):
    second = demo.management[0].time
    half = second + SECOND / 2
    expected = between(demo, second, second)
    assert clients.found(client, StartTime=second, EndTime=half) == expected
    assert clients.found(client, StartTime=half, EndTime=half) == []
    assert clients.found(client, StartTime=second - SECOND / 2, EndTime=second) == expected


def test_times_in_another_zone_are_the_same_moments(client, demo):
    second = demo.management[0].time
    there = second.astimezone(timezone(timedelta(hours=-7)))
    assert clients.found(client, StartTime=there, EndTime=there) == between(demo, second, second)


def test_a_range_and_attributes_together(client, demo):
    middle = sorted(record.time for record in demo.management)[len(demo.management) // 2]
    name = records.common(demo.management, "EventName")
    later = [record for record in demo.management if record.time >= middle]
    expected = records.ids(records.having(later, EventName=name))
    wanted = attributes(EventName=name)
    assert expected and clients.found(client, LookupAttributes=wanted, StartTime=middle) == expected


def test_numbers_may_be_written_as_integers_or_with_a_point(demo):
    second = int(demo.management[0].time.timestamp())
    answers = [
        http.call(demo.url, "LookupEvents", b'{"StartTime":%s,"EndTime":%s}' % (number, number)).json
        for number in (b"%d" % second, b"%d.0" % second, b"%d.000" % second, b"%de0" % second)
    ]
    assert answers[0]["Events"] and all(answer["Events"] == answers[0]["Events"] for answer in answers)


def test_a_text_is_no_time(demo):
    for member in ("StartTime", "EndTime"):
        assert http.lookup(demo.url, **{member: "2026-01-01T00:00:00Z"}).code == "SerializationException"


def test_an_end_before_the_start_is_refused(client):
    now = datetime.now(timezone.utc)
    with pytest.raises(client.exceptions.InvalidTimeRangeException):
        client.lookup_events(StartTime=now, EndTime=now - SECOND)


def test_a_start_in_the_future_is_refused(client):
    with pytest.raises(client.exceptions.InvalidTimeRangeException):
        client.lookup_events(StartTime=datetime.now(timezone.utc) + timedelta(days=1))


@pytest.mark.parametrize("moment", [-1e300, -62135596801, 0, 253402300800, 1e18, 1e300])
def test_moments_that_no_calendar_has(demo, moment):
    """AWS's own clients send 1970 for "from the beginning"; the others are only not to break anything."""
    for member in ("StartTime", "EndTime"):
        answer = http.lookup(demo.url, **{member: moment})
        assert answer.status == 200 or answer.code in {"InvalidTimeRangeException", "SerializationException"}


def test_from_before_the_retention_is_from_its_beginning(few):
    with few.served(retention="90") as url:
        client = clients.cloudtrail(url)
        everything = clients.found(client)
        assert everything
        assert clients.found(client, StartTime=datetime(1970, 1, 1, tzinfo=timezone.utc)) == everything
