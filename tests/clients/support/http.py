"""Requests without a client of AWS: for what no client sends, and for the bytes that come back."""

import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import botocore.session

from support import model

TARGET = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101."
# As SDKs that are generated from Smithy write it.
SHORT_TARGET = "CloudTrail_20131101."

SERVICE = botocore.session.Session().get_service_model("cloudtrail")


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The error's name."""
        return self.json["__type"]


def send(url, method, path, body=b"", headers=()):
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
    try:
        connection.request(method, path, body=body, headers=dict(headers))
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def head(operation, target=TARGET):
    """The headers of a request that is not signed."""
    return {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target + operation}


def call(url, operation, body=b"{}", headers=(), target=TARGET):
    """An operation of CloudTrail, unsigned. The answer is held against the model."""
    if not isinstance(body, bytes):
        body = json.dumps(body).encode()
    answer = send(url, "POST", "/", body, {**head(operation, target), **dict(headers)})
    known = operation if operation in SERVICE.operation_names else "LookupEvents"
    wrong = model.faults(SERVICE.operation_model(known), answer.status, answer.headers, answer.body)
    assert not wrong, f"{operation}: {wrong}\n{answer.body!r}"
    return answer


def lookup(url, **parameters):
    return call(url, "LookupEvents", parameters)
