"""trailscraper, which somebody else wrote: it makes IAM policies from what CloudTrail recorded.

It reads log files, or asks LookupEvents. What it does with our answers is what it does with the files.
"""

import gzip
import json

import pytest

from support.programs import trailscraper


@pytest.fixture(scope="module")
def from_files(demo, tmp_path_factory):
    """The management events that trailscraper itself finds in the log files, by id."""
    folder = tmp_path_factory.mktemp("trail")
    for file in demo.logs.rglob("*.json"):
        copy = folder / f"{file.name}.gz"
        copy.write_bytes(gzip.compress(file.read_bytes()))
    found = trailscraper(demo.url, "select", "--log-dir", str(folder)).json["Records"]
    return by_id(record for record in found if record["eventCategory"] == "Management")


def by_id(found):
    return {record["eventID"]: record for record in found}


@pytest.fixture(scope="module")
def from_api(demo):
    return selected(demo)


def selected(demo, *options):
    return trailscraper(demo.url, "select", "--use-cloudtrail-api", *options).json["Records"]


def policy(demo, found):
    """What trailscraper says is needed to do what was done."""
    return trailscraper(demo.url, "generate", stdin=json.dumps({"Records": found})).json


def test_it_finds_by_the_api_what_it_finds_in_the_files(from_api, from_files):
    assert len(from_api) > 1_000
    assert len(from_api) == len(from_files) and by_id(from_api) == from_files


def test_its_policies_are_the_same(demo, from_api, from_files):
    assert policy(demo, from_api) == policy(demo, list(from_files.values()))


def test_who_deleted_the_database_needed_the_right_to(demo, from_api):
    found = [record for record in from_api if record["userIdentity"].get("userName") == "alana"]
    actions = {action for statement in policy(demo, found)["Statement"] for action in statement["Action"]}
    assert "rds:DeleteDBInstance" in actions


def test_a_time_range(demo, from_files):
    times = sorted(record["eventTime"] for record in from_files.values())
    first, last = times[len(times) // 3], times[len(times) // 2]
    expected = {key: record for key, record in from_files.items() if first <= record["eventTime"] <= last}
    assert by_id(selected(demo, "--from", first, "--to", last)) == expected


def test_a_role(demo, from_files):
    sessions = [r for r in from_files.values() if r["userIdentity"].get("type") == "AssumedRole"]
    role = sessions[0]["userIdentity"]["sessionContext"]["sessionIssuer"]["arn"]
    issued = {
        record["eventID"]: record for record in sessions
        if record["userIdentity"].get("sessionContext", {}).get("sessionIssuer", {}).get("arn") == role
    }  # fmt: skip
    assert by_id(selected(demo, "--filter-assumed-role-arn", role)) == issued
