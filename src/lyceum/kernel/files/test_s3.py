"""Files in an S3-compatible store: the same contents and answers as in a folder."""

import io
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import RequestFactory

from lyceum.kernel import tenancy
from lyceum.kernel.files import drop_file, file_response, keep_file, read_file, sweep_files

boto3 = pytest.importorskip("boto3", reason="The extra s3 is not installed.")
moto = pytest.importorskip("moto.server", reason="moto, a stand-in for S3, is not installed.")

HARBOUR = UUID("01900000-0000-7000-8000-000000000001")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def endpoint():
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint, settings, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    made = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1").Bucket("lyceum")
    made.create()
    options = {"bucket_name": "lyceum", "endpoint_url": endpoint, "region_name": "us-east-1"}
    storage = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "files": storage}
    with tenancy.using(HARBOUR):
        yield made
    made.objects.all().delete()


def keys_of(bucket):
    return [found.key for found in bucket.objects.all()]


def test_a_file_is_kept_once_read_and_dropped_in_s3(bucket):
    first = keep_file(io.BytesIO(b"The Moon pulls."), name="tides.txt")
    second = keep_file(io.BytesIO(b"The Moon pulls."), name="again.txt")
    assert keys_of(bucket) == [first.place]
    assert read_file(first) == b"The Moon pulls."
    drop_file(first)
    assert read_file(second) == b"The Moon pulls."
    drop_file(second)
    assert sweep_files(spared=timedelta(seconds=-60)) == 1
    assert keys_of(bucket) == []


def test_a_range_of_a_file_in_s3_is_served_in_the_sandbox(bucket):
    file = keep_file(io.BytesIO(b"0123456789" * 100_000), name="film.txt")
    request = RequestFactory().get("/files/x", headers={"Range": "bytes=999995-"})
    response = file_response(file, inline=True, request=request)
    assert response.status_code == 206
    assert b"".join(response.streaming_content) == b"56789"
    assert response["Content-Security-Policy"].startswith("sandbox;")
