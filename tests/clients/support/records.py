"""What log files hold, read without any code of Whodunit: what its answers are held against.

The rules are those of AWS's documentation and of what its clients have been seen to get: the category of
a record that is older than `eventCategory`, and the user name that LookupEvents gives, which is not
always `userIdentity.userName`.
"""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

# The attributes whose meaning can be read off a record. Resources follow rules for each operation.
PLAIN_KEYS = ["EventId", "EventName", "EventSource", "ReadOnly", "AccessKeyId", "Username"]
ALL_KEYS = [*PLAIN_KEYS, "ResourceType", "ResourceName"]


@dataclass(frozen=True)
class Record:
    """A record, and its text as the log file has it."""

    text: str
    value: dict

    @property
    def id(self):
        return self.value["eventID"]

    @property
    def time(self):
        moment = datetime.strptime(self.value["eventTime"], "%Y-%m-%dT%H:%M:%SZ")
        return moment.replace(tzinfo=timezone.utc)

    @property
    def category(self):
        named = self.value.get("eventCategory")
        if named is not None:
            return named
        if self.value.get("eventType") == "AwsCloudTrailInsight":
            return "Insight"
        return "Data" if self.value.get("managementEvent") is False else "Management"

    def attribute(self, key):
        """What LookupEvents calls `key`, one of PLAIN_KEYS; `None` where the answer leaves it out."""
        value = self.value
        if self.category == "Insight":
            # The insight is about an API: its name and source are those of the API.
            value = {**value, **value["insightDetails"]}
        match key:
            case "EventId":
                return value["eventID"]
            case "EventName":
                return value["eventName"]
            case "EventSource":
                return value["eventSource"]
            case "ReadOnly":
                return {True: "true", False: "false"}.get(value.get("readOnly"))
            case "AccessKeyId":
                return value.get("userIdentity", {}).get("accessKeyId") or None
            case "Username":
                return user_name(value.get("userIdentity", {}))
        raise ValueError(key)


def user_name(identity):
    """The user name that LookupEvents gives for a `userIdentity`."""
    match identity.get("type"):
        case "Root":
            return "root"
        case "AssumedRole":
            return identity["principalId"].partition(":")[2] or None
        case "FederatedUser":
            return identity["arn"].rpartition("/")[2] or None
        case "AWSService" | "AWSAccount":
            return None
    return identity.get("userName") or None


def of_log_file(text):
    """The records of `{"Records":[…]}`, each with its own text."""
    found = []
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    while (start := text.find("{", at)) != -1:
        value, at = decoder.raw_decode(text, start)
        found.append(Record(text[start:at], value))
    return found


def of_folder(folder):
    """The records of every log file below `folder`."""
    files = sorted(Path(folder).rglob("*.json"))
    return [record for file in files for record in of_log_file(file.read_bytes().decode())]


def of_category(records, category):
    return [record for record in records if record.category == category]


def having(records, **attributes):
    """Those whose attributes are these, exactly."""
    return [r for r in records if all(r.attribute(key) == value for key, value in attributes.items())]


def common(records, key):
    """The value of `key` that most of the records have."""
    counts = Counter(record.attribute(key) for record in records)
    del counts[None]
    return counts.most_common(1)[0][0]


def ids(records):
    return sorted(record.id for record in records)
