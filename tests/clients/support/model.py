"""Every answer held against AWS's own model of the service, which botocore brings along.

botocore itself is lenient: it passes over members that it does not know and does not look at lengths or
patterns of what a server sends. Stricter SDKs do, so this does.
"""

import base64
import json
import re

# What any operation may answer beside its own errors.
# https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html, and those of awsJson1_1.
COMMON_ERRORS = {
    "AccessDeniedException",
    "IncompleteSignatureException",
    "InternalFailure",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "SerializationException",
    "ServiceUnavailable",
    "ThrottlingException",
    "UnknownOperationException",
    "UnrecognizedClientException",
    "ValidationException",
}
CONTENT_TYPES = {"json": "application/x-amz-json-1.1", "rest-json": "application/json"}


def watch(client):
    """From now on every answer that `client` gets is checked; one that is wrong ends the call."""

    def check(operation_model, response_dict, **_):
        headers, body = response_dict["headers"], response_dict["body"]
        wrong = faults(operation_model, response_dict["status_code"], headers, body)
        assert not wrong, f"{operation_model.name}: {'; '.join(wrong)}\n{body!r}"

    client.meta.events.register("before-parse", check)
    return client


def faults(operation, status, headers, body):
    """What is wrong with an answer; empty when nothing is."""
    protocol = operation.service_model.metadata["protocol"]
    wrong = []
    if headers.get("Content-Type") != CONTENT_TYPES[protocol]:
        wrong.append(f"Content-Type is {headers.get('Content-Type')}")
    if not headers.get("x-amzn-RequestId"):
        wrong.append("there is no x-amzn-RequestId")
    try:
        value = json.loads(body, object_pairs_hook=_once, parse_constant=_no_number)
    except ValueError as error:
        return [*wrong, f"the body is no JSON: {error}"]
    if status == 200:
        return wrong + list(_wrong(operation.output_shape, value, "$"))
    return wrong + list(_error(operation, protocol, status, headers, value))


def _error(operation, protocol, status, headers, value):
    if not isinstance(value, dict):
        yield "an error is an object"
        return
    in_body = protocol == "json"
    code = value.pop("__type", None) if in_body else headers.get("x-amzn-ErrorType")
    if in_body and 400 < status < 500:
        yield f"the status of a mistake is 400, not {status}"
    own = {shape.name: shape for shape in operation.error_shapes}
    if code not in own and code not in COMMON_ERRORS:
        yield f"{code} is none of the operation's errors"
    if list(value) != ["message"] or not isinstance(value["message"], str) or not value["message"]:
        yield f"beside the code an error has a message and nothing else: {value}"
    elif code in own and own[code].members:
        members = {name.lower(): shape for name, shape in own[code].members.items()}
        yield from _wrong(members["message"], value["message"], "$.message")


def _wrong(shape, value, path):
    if isinstance(value, bool) != (shape.type_name == "boolean"):
        yield f"{path} is not a {shape.type_name}: {value!r}"
        return
    types = {
        "structure": dict, "map": dict, "list": list, "string": str, "blob": str, "boolean": bool,
        "integer": int, "long": int, "float": (int, float), "double": (int, float), "timestamp": (int, float),
    }  # fmt: skip
    if not isinstance(value, types[shape.type_name]):
        yield f"{path} is not a {shape.type_name}: {value!r}"
        return
    yield from _limits(shape, value, path)
    match shape.type_name:
        case "structure":
            for name in set(shape.metadata.get("required", [])) - set(value):
                yield f"{path}.{name} is required"
            for name, member in value.items():
                if name in shape.members:
                    yield from _wrong(shape.members[name], member, f"{path}.{name}")
                else:
                    yield f"{path}.{name} is not in the model"
        case "list":
            for index, member in enumerate(value):
                yield from _wrong(shape.member, member, f"{path}[{index}]")
        case "map":
            for name, member in value.items():
                yield from _wrong(shape.key, name, f"{path} (a key)")
                yield from _wrong(shape.value, member, f"{path}.{name}")
        case "blob":
            try:
                base64.b64decode(value, validate=True)
            except ValueError:
                yield f"{path} is not base64"


def _limits(shape, value, path):
    metadata = shape.metadata
    measure = value if isinstance(value, (int, float)) else len(value)
    if measure < metadata.get("min", measure):
        yield f"{path}: {measure} is less than {metadata['min']}"
    if measure > metadata.get("max", measure):
        yield f"{path}: {measure} is more than {metadata['max']}"
    if isinstance(value, str):
        if "enum" in metadata and value not in metadata["enum"]:
            yield f"{path} is none of {metadata['enum']}: {value!r}"
        if "pattern" in metadata and not re.search(metadata["pattern"], value):
            yield f"{path} does not match {metadata['pattern']}: {value!r}"


def _once(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a member twice: {names}")
    return dict(pairs)


def _no_number(text):
    raise ValueError(f"{text} is not JSON")
