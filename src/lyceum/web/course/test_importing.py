import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lyceum.core.courses.models import Course, Item
from lyceum.kernel.jobs import Job

NEW = reverse("course:importing")


def send(client, content, url=NEW, name="course.imscc", **data):
    return client.post(url, {"package": SimpleUploadedFile(name, content)} | data)


@pytest.fixture
def single_page(shared):
    return (shared / "samples/common_cartridge/canvas_single-page.imscc").read_bytes()


def test_a_package_becomes_a_draft_course_with_a_report(cast, sign_in, single_page):
    client = sign_in(cast.kofi)
    response = send(client, single_page)
    job = Job.objects.get()
    assert response["Location"] == reverse("course:import_report", args=[job.pk])
    assert job.state == "done"
    page = client.get(response["Location"]).content.decode()
    assert "The import is done." in page
    assert Course.objects.count() == 2


def test_a_check_changes_nothing_and_the_import_can_follow(cast, sign_in, single_page):
    client = sign_in(cast.kofi)
    url = send(client, single_page, dry_run="on")["Location"]
    assert Course.objects.count() == 1
    assert "Nothing was changed" in client.get(url).content.decode()
    client.post(url, {"import": 1})
    assert Course.objects.count() == 2


def test_a_package_can_be_added_to_a_course(cast, sign_in, single_page):
    url = reverse("course:importing_into", args=[cast.course.pk])
    send(sign_in(cast.kofi), single_page, url)
    assert Course.objects.count() == 1
    assert Item.objects.filter(course=cast.course).count() > 1


@pytest.mark.parametrize("content", [b"no package at all", b"PK\x03\x04broken"])
def test_what_is_no_package_is_refused_with_a_sentence(cast, sign_in, content):
    client = sign_in(cast.kofi)
    url = send(client, content)["Location"]
    page = client.get(url).content.decode()
    assert "could not be imported" in page
    assert Course.objects.count() == 1


def test_no_file_and_an_empty_file_are_said_beside_the_field(cast, sign_in):
    client = sign_in(cast.kofi)
    assert client.post(NEW).status_code == 422
    assert send(client, b"").status_code == 422
    assert not Job.objects.exists()


def test_the_wrong_people_do_not_import(cast, sign_in, single_page):
    assert send(sign_in(cast.chen), single_page).status_code == 403
    url = reverse("course:importing_into", args=[cast.course.pk])
    for person, status in ((cast.amina, 403), (cast.mira, 403), (cast.chen, 404)):
        assert send(sign_in(person), single_page, url).status_code == status
    assert not Job.objects.exists()
