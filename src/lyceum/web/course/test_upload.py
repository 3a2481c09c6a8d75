from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lyceum.core.courses.models import CourseFile


def png():
    out = BytesIO()
    Image.new("RGB", (30, 20), "teal").save(out, "PNG")
    return out.getvalue()


def send(client, cast, content, name="tide.png"):
    url = reverse("course:upload", args=[cast.course.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, content)})


def test_an_image_is_kept_and_measured(cast, sign_in):
    answer = send(sign_in(cast.kofi), cast, png())
    assert answer.status_code == 201
    assert (answer.json()["width"], answer.json()["height"]) == (30, 20)
    assert answer.json()["url"] == f"/files/{CourseFile.objects.get().pk}"


def test_no_file_is_said(cast, sign_in):
    url = reverse("course:upload", args=[cast.course.pk])
    answer = sign_in(cast.kofi).post(url)
    assert answer.status_code == 422
    assert answer.json()["message"]


def test_too_large_a_file_is_refused_with_its_limit(cast, sign_in, settings):
    settings.FILE_LIMIT = 50
    answer = send(sign_in(cast.kofi), cast, png() + b"x" * 100)
    assert answer.status_code == 413
    assert not CourseFile.objects.exists()


def test_the_wrong_people_do_not_upload(cast, sign_in):
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert send(sign_in(person), cast, png()).status_code == status
    assert not CourseFile.objects.exists()
