"""How many LookupEvents a second, by key: `cargo xtask bench lookup`. It measures, and judges nothing.

Raw HTTP on connections that stay open, for a client of AWS would be measured more than the server. The
demo is served from a file in the embedded engine, on the same cores as the askers.
"""

import http.client
import json
import multiprocessing
import sys
import tempfile
import time
from itertools import cycle
from urllib.parse import urlsplit

from support import records
from support.http import head
from support.whodunit import Events, output, program

EVENTS = 20_000
ASKERS = 4
SECONDS = 5
# Requests a second that AWS answers, for each account and region.
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
AWS = 2


def questions(url, key):
    """Bodies of requests: every value that 100 events have, or none."""
    if key is None:
        return [b"{}"]
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    values = set()
    for page in (ask(connection, b"{}"), ask(connection, lookup("ReadOnly", "false"))):
        for event in json.loads(page)["Events"]:
            shown = [event, *event["Resources"]]
            values |= {part[key] for part in shown if key in part}
    return [lookup(key, value) for value in sorted(values)]


def lookup(key, value):
    return json.dumps({"LookupAttributes": [{"AttributeKey": key, "AttributeValue": value}]}).encode()


def ask(connection, body):
    connection.request("POST", "/", body, head("LookupEvents"))
    response = connection.getresponse()
    answer = response.read()
    if response.status != 200:
        raise RuntimeError(f"{body} was answered by {response.status}: {answer}")
    return answer


def asker(url, bodies, results):
    """Asks for a while; tells how many answers came, with how many bytes, and how long it took."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    answers = size = 0
    start = time.monotonic()
    for body in cycle(bodies):
        size += len(ask(connection, body))
        answers += 1
        if (took := time.monotonic() - start) > SECONDS:
            return results.put((answers, size, took))


def measured(url, bodies):
    results = multiprocessing.Queue()
    askers = [multiprocessing.Process(target=asker, args=(url, bodies, results)) for _ in range(ASKERS)]
    for process in askers:
        process.start()
    done = [results.get(timeout=20 * SECONDS) for _ in askers]
    for process in askers:
        process.join()
    rate = sum(answers / took for answers, _, took in done)
    return rate, sum(size for _, size, _ in done) / sum(answers for answers, _, _ in done)


def main():
    with tempfile.TemporaryDirectory() as folder:
        output(program("write"), str(EVENTS), f"{folder}/logs")
        events = Events(folder).add(f"{folder}/logs")
        print(f"LookupEvents over {EVENTS:,} events, {ASKERS} askers, pages of up to 50\n")
        print(f"{'key':<14}{'values':>8}{'bytes an answer':>17}{'requests/s':>12}{'AWS':>6}")
        with events.served() as url:
            for key in [None, *records.ALL_KEYS]:
                bodies = questions(url, key)
                rate, size = measured(url, bodies)
                print(f"{key or '(none)':<14}{len(bodies):>8}{size:>17,.0f}{rate:>12,.0f}{AWS:>6}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
