import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from lyceum.core.courses.actions import (
    archive_course,
    archive_item,
    create_item,
    create_module,
    keep_course_file,
    publish_course,
    publish_item,
    publish_page,
    save_draft,
    withdraw_course,
)
from lyceum.core.courses.models import Unconverted
from lyceum.core.enrolment.actions import end_enrolment, enrol_person, open_course


def keep(cast, content, name):
    return keep_course_file(cast.course, ContentFile(content), name=name, by=cast.kofi)


def shown(cast, content, name):
    """Return a file that learners may read: a published item of the course is it."""
    file = keep(cast, content, name)
    publish_item(create_item(cast.module, "file", name, {"file": file}, by=cast.kofi), by=cast.kofi)
    return file


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
    response = get(sign_in(cast.amina), shown(cast, content, name))
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    if name != "x.svg":
        assert response["Content-Disposition"].startswith("attachment")


def test_a_learner_reads_a_file_of_their_course(cast, sign_in):
    response = get(sign_in(cast.amina), shown(cast, b"time,height\n04:12,5.1\n", "table.csv"))
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


def test_a_file_is_there_while_a_published_page_shows_or_links_it(cast, sign_in):
    file = keep(cast, b"chart", "chart.txt")
    amina = sign_in(cast.amina)
    assert get(amina, file).status_code == 404
    save_draft(cast.page, f'<a href="/files/{file.pk}">Chart</a>', based_on=1, by=cast.kofi)
    assert get(amina, file).status_code == 404
    publish_page(
        cast.page, f'<a href="/files/{file.pk}/chart.txt">Chart</a>', based_on=1, by=cast.kofi
    )
    assert get(amina, file).status_code == 200
    archive_item(cast.page, by=cast.kofi)
    assert get(amina, file).status_code == 404


def test_a_page_of_another_course_opens_no_file_of_this_one(cast, sign_in):
    file = keep(cast, b"answers", "answers.txt")
    other = open_course("Trade", by=cast.ruth)
    module = create_module(other, "Ships", by=cast.ruth)
    body = {"body": f'<img src="/files/{file.pk}" alt="x">'}
    publish_item(create_item(module, "page", "Ships", body, by=cast.ruth), by=cast.ruth)
    publish_course(other, by=cast.ruth)
    enrol_person(other, cast.amina, "learner", by=cast.ruth)
    enrol_person(other, cast.chen, "teacher", by=cast.ruth)
    for person in (cast.amina, cast.chen):
        assert get(sign_in(person), file).status_code == 404


def test_a_name_behind_the_id_opens_nothing_more(cast, sign_in):
    file = keep(cast, b"answers", "answers.txt")
    url = reverse("course:named_file", args=[file.pk, "answers.txt"])
    assert sign_in(cast.amina).get(url).status_code == 404
    assert sign_in(cast.kofi).get(url).status_code == 200


def test_files_of_a_course_that_was_withdrawn_or_deleted_are_gone_with_it(cast, sign_in):
    file = shown(cast, b"table", "table.txt")
    withdraw_course(cast.course, by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 404
    publish_course(cast.course, by=cast.kofi)
    archive_course(cast.course, by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 410
    assert get(sign_in(cast.kofi), file).status_code == 410


def test_a_learner_who_left_reads_no_file_any_more(cast, sign_in):
    file = shown(cast, b"table", "table.txt")
    end_enrolment(cast.amina.enrolments.get(), by=cast.kofi)
    assert get(sign_in(cast.amina), file).status_code == 404
