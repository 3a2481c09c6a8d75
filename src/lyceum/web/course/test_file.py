import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from lyceum.core.courses.actions import create_item, keep_course_file, publish_item
from lyceum.core.courses.models import Unconverted


def keep(cast, content, name):
    return keep_course_file(cast.course, ContentFile(content), name=name, by=cast.kofi)


def get(client, file, query=""):
    return client.get(reverse("course:file", args=[file.pk]) + query)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("x.html", b"<!doctype html><script>alert(1)</script>"),
        ("x.png", b"<!doctype html><script>alert(1)</script>"),
        ("x.js", b"alert(1)"),
    ],
)
def test_security_38_nothing_uploaded_runs_in_the_name_of_the_site(cast, sign_in, name, content):
    response = get(sign_in(cast.amina), keep(cast, content, name))
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    if name != "x.svg":
        assert response["Content-Disposition"].startswith("attachment")


def test_a_learner_reads_a_file_of_their_course(cast, sign_in):
    response = get(sign_in(cast.amina), keep(cast, b"time,height\n04:12,5.1\n", "table.csv"))
    assert b"".join(response.streaming_content) == b"time,height\n04:12,5.1\n"


def test_the_wrong_people_get_nothing(cast, sign_in):
    file = keep(cast, b"secret", "x.txt")
    for person in (cast.chen, cast.olga):
        assert get(sign_in(person), file).status_code == 404
    assert get(sign_in(None), file).status_code == 302


def test_what_only_a_draft_holds_is_there_for_staff_alone(cast, sign_in):
    file = keep(cast, b"answers", "answers.txt")
    item = create_item(cast.module, "file", "Answers", {"file": file}, by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 404
    assert get(sign_in(cast.mira), file).status_code == 200
    publish_item(item, by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 200


def test_the_source_of_what_waits_to_be_converted_may_hold_a_key_and_is_for_staff_alone(
    cast, sign_in
):
    file = keep(cast, b"<item><key>b</key></item>", "quiz.xml")
    item = create_item(cast.module, "page", "Quiz", by=cast.kofi)
    Unconverted.objects.create(item=item, format="qti", type="quiz", source=file)
    publish_item(item, by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 404
    for person in (cast.mira, cast.kofi, cast.ruth):
        assert get(sign_in(person), file).status_code == 200
