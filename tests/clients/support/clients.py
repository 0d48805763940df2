"""AWS's clients for Python, unmodified, each told nothing but where to ask and who asks."""

import boto3
import botocore.config

from support import model

# Servers that do not ask for signatures accept any.
ANYBODY = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")


def client(service, url, key=ANYBODY, **config):
    """A boto3 client whose every answer is held against the model. It asks once: no answer is hidden by a
    later one."""
    session = boto3.session.Session(
        aws_access_key_id=key[0], aws_secret_access_key=key[1], region_name="us-east-1"
    )
    config = {"retries": {"total_max_attempts": 1}, **config}
    return model.watch(session.client(service, endpoint_url=url, config=botocore.config.Config(**config)))


def cloudtrail(url, key=ANYBODY, **config):
    return client("cloudtrail", url, key, **config)


def attributes(**wanted):
    """`LookupAttributes` for keyword arguments."""
    return [{"AttributeKey": key, "AttributeValue": value} for key, value in wanted.items()]


def pages(client, page_size=50, **parameters):
    """What boto3's own paginator goes through."""
    paginator = client.get_paginator("lookup_events")
    return list(paginator.paginate(**parameters, PaginationConfig={"PageSize": page_size}))


def events(client, page_size=50, **parameters):
    return [event for page in pages(client, page_size, **parameters) for event in page["Events"]]


def found(client, **parameters):
    """The ids of all events that LookupEvents gives, sorted; one that comes twice is there twice."""
    return sorted(event["EventId"] for event in events(client, **parameters))
