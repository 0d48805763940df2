"""The accounts that the clients ask about, and the servers that answer."""

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import pytest

from support import clients, records
from support.whodunit import Events, output, program

# Nothing of whoever runs the tests: no profile, no key, no proxy, no server that hands out credentials.
for name in list(os.environ):
    if name.startswith("AWS_") or name.lower().endswith("_proxy"):
        del os.environ[name]
os.environ.update(
    AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull, AWS_EC2_METADATA_DISABLED="true"
)

# Enough for 50 pages of 50.
DEMO_EVENTS = 2_600
# The demo ends here, whenever the tests run: what is left to chance in it is the same for every run.
DEMO_END = datetime(2026, 11, 2, 9, 30, tzinfo=timezone.utc)


@dataclass
class Account:
    """Log files, what they hold, a server that has imported them, and a copy of its file beside it."""

    logs: Path
    records: list
    url: str
    aside: Events

    @property
    def management(self):
        """What LookupEvents tells of when no category is asked for."""
        return records.of_category(self.records, "Management")

    @property
    def insights(self):
        return records.of_category(self.records, "Insight")


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """Believable activity of 90 days, unsigned requests allowed. Only for tests that add nothing."""
    logs = tmp_path_factory.mktemp("demo-logs")
    output(program("write"), str(DEMO_EVENTS), str(logs), str(int(DEMO_END.timestamp() * 1_000)))
    yield from _account(logs, tmp_path_factory)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """Records of every odd shape, and attackers' texts."""
    logs = tmp_path_factory.mktemp("corpus-logs")
    output(program("save"), str(logs))
    yield from _account(logs, tmp_path_factory)


def _account(logs, tmp_path_factory):
    events = Events(tmp_path_factory.mktemp("served")).add(logs)
    aside = Events(shutil.copytree(events.folder, tmp_path_factory.mktemp("aside"), dirs_exist_ok=True))
    with events.served() as url:
        yield Account(logs, records.of_folder(logs), url, aside)


@pytest.fixture(scope="session")
def client(demo):
    """boto3, asking about the demo."""
    return clients.cloudtrail(demo.url)


@pytest.fixture(scope="session")
def whole(client):
    """Every management event of the demo, as one walk of boto3's paginator gives them."""
    return clients.events(client)


@pytest.fixture(scope="session")
def lenient(demo):
    """boto3 without its own checks: what is wrong reaches the server."""
    return clients.cloudtrail(demo.url, parameter_validation=False)


@pytest.fixture(scope="module")
def few(demo, tmp_path_factory):
    """A file of its own with a day of the demo, not served yet."""
    events = Events(tmp_path_factory.mktemp("few"))
    newest = max(demo.logs.rglob("*.json"), key=lambda file: file.parent.parts[-3:])
    return events.add(newest)
