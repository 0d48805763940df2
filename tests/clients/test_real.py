"""Real records, and what AWS's own LookupEvents answered about six of them.

They are not part of the repository: where the folder that holds them is absent, these tests are skipped.
"""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from support import clients
from support.clients import attributes
from support.whodunit import Events

BESIDE = Path(__file__).parents[3] / "shared"
FOLDER = Path(os.environ.get("WHODUNIT_SHARED", BESIDE)) / "data/dev"
TRUTH = FOLDER / "lookup_truth.jsonl"

pytestmark = pytest.mark.skipif(not TRUTH.exists(), reason="there are no real records beside the repository")


@pytest.fixture(scope="module")
def texts():
    """The records as text. Of those with one id only one is kept."""
    files = (file for file in sorted(FOLDER.glob("*.jsonl")) if file != TRUTH)
    return {line for file in files if "-noid" not in file.name for line in file.read_bytes().decode().split("\n")}


@pytest.fixture(scope="module")
def real(texts, tmp_path_factory):
    """boto3, asking about them; and what `whodunit search` finds."""
    folder = tmp_path_factory.mktemp("real")
    (folder / "records.jsonl").write_bytes("\n".join(sorted(texts)).encode())
    events = Events(folder).add(folder / "records.jsonl")
    found = events.found("")
    with events.served() as url:
        yield clients.cloudtrail(url), found


def test_they_are_handed_out_byte_for_byte_and_within_the_model(real, texts):
    client, found = real
    events = clients.events(client)
    assert len(events) > 1_000 and sorted(event["EventId"] for event in events) == found
    assert all(event["CloudTrailEvent"] in texts for event in events)


def test_aws_answered_the_same(real):
    client, _ = real
    for line in map(json.loads, TRUTH.read_text("utf-8").splitlines()):
        aws = line["lookup"]
        if aws["EventName"] == "CreateSecurityGroup":
            # Whoever anonymised the record dropped a digit of the VPC's id, and left it in the answer.
            aws["Resources"][0]["ResourceName"] = line["record"]["requestParameters"]["vpcId"]
        [ours] = clients.events(client, LookupAttributes=attributes(EventId=aws["EventId"]))
        del ours["CloudTrailEvent"]
        assert ours == {**aws, "EventTime": datetime.fromisoformat(aws["EventTime"])}
