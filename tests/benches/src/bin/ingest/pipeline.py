"""Packed log files to typed events and packed records; prints events, rounds and seconds of CPU."""

import gzip
import pathlib
import sys
import time
from typing import Any

import msgspec
import zstandard


class LogFile(msgspec.Struct):
    Records: list[msgspec.Raw]


class Event(msgspec.Struct):
    eventID: str
    eventTime: str
    eventName: str | None = None
    eventSource: str | None = None
    awsRegion: str | None = None
    sourceIPAddress: str | None = None
    userAgent: str | None = None
    errorCode: str | None = None
    readOnly: Any = None
    recipientAccountId: str | None = None
    userIdentity: dict[str, Any] | None = None
    requestParameters: Any = None
    responseElements: Any = None
    resources: Any = None


FILE = msgspec.json.Decoder(LogFile)
EVENT = msgspec.json.Decoder(Event)
PACKER = zstandard.ZstdCompressor(level=3)


def once(files: list[bytes]) -> int:
    events = 0
    for file in files:
        for record in FILE.decode(gzip.decompress(file)).Records:
            EVENT.decode(record)
            PACKER.compress(bytes(record))
            events += 1
    return events


files = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
once(files)
events, rounds, begun = 0, 0, time.process_time()
while time.process_time() - begun < 3:
    events += once(files)
    rounds += 1
print(events, rounds, time.process_time() - begun)
