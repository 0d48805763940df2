"""Other people's programs that ask CloudTrail, told by the environment alone to ask us."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support import clients

# The AWS CLI is installed beside this Python.
AWS = Path(sys.executable).with_name("aws")
PATIENCE_S = 120


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self):
        assert self.code == 0, f"it ended with {self.code}: {self.err}"
        return json.loads(self.out)


def run(url, program, *arguments, key=clients.ANYBODY, stdin=None):
    environment = {
        **os.environ,
        "AWS_ACCESS_KEY_ID": key[0],
        "AWS_SECRET_ACCESS_KEY": key[1],
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL_CLOUDTRAIL": url,
        "AWS_ENDPOINT_URL_CLOUDTRAIL_DATA": url,
        # One answer for one request.
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_PAGER": "",
    }
    done = subprocess.run(
        [program, *arguments], env=environment, input=stdin, capture_output=True, encoding="utf-8",
        timeout=PATIENCE_S,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def aws(url, *arguments, key=clients.ANYBODY):
    return run(url, AWS, *arguments, key=key)


def trailscraper(url, *arguments, stdin=None):
    """trailscraper insists on a boto3 of its own, so it has an environment of its own."""
    program = os.environ.get("WHODUNIT_TRAILSCRAPER")
    if not program:
        raise RuntimeError("WHODUNIT_TRAILSCRAPER is not set: run `cargo xtask test --only clients`")
    return run(url, program, *arguments, stdin=stdin)
