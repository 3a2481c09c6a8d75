import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F
from django.test import override_settings
from django.urls import resolve

from lyceum.core.courses.models import Course, CourseFile, Item, Page
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.models import Institution, Person, User
from lyceum.core.people.queries import institution_for
from lyceum.core.record.models import CourseProgress, ItemProgress, LearningEvent
from lyceum.core.record.queries import QUIET, progress_of, silent_since
from lyceum.demo.load import NORTHGATE_HOST, DemoRefused, load_demo
from lyceum.demo.people import PASSWORD
from lyceum.kernel import clock, tenancy

NOW = datetime(2026, 5, 20, 10, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once for this file; what a test changes is taken back after it."""
    place = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path_factory.mktemp("files")},
    }
    storages = {**settings.STORAGES, "default": place, "files": place}
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(STORAGES=storages):
            summary = load_demo(NOW)
        yield summary
        transaction.set_rollback(True)


@pytest.fixture
def harbour(loaded, db):
    institution = Institution.objects.get(name="Harbour College")
    with tenancy.using(institution.id), clock.freeze(NOW):
        yield loaded


def test_somebody_elses_site_is_left_alone(cast):
    Institution.objects.filter(pk=cast.harbour.pk).update(name="Another College")
    with pytest.raises(DemoRefused, match="empty"):
        load_demo(NOW)
    with pytest.raises(CommandError, match="nothing was deleted"):
        call_command("demo", "--fresh")


def test_the_college_is_in_the_middle_of_its_term(harbour):
    assert (harbour.courses, harbour.people) == (Course.objects.count(), 40)
    assert Person.objects.count() == 40
    assert harbour.enrolments == Enrolment.objects.filter(role="learner").count() > 55
    assert harbour.events == LearningEvent.objects.count() > 1500
    told = LearningEvent.objects.order_by("time").values_list("time", flat=True)
    assert NOW - timedelta(weeks=8) <= told[0]
    assert NOW - timedelta(days=2) < list(told)[-1] <= NOW
    running = Course.objects.published()
    assert {course.code for course in running} == {"OCE-101", "TRA-201", "MAT-110"}
    assert all(course.starts_on < NOW.date() < course.ends_on for course in running)


def test_what_was_loaded_in_bulk_equals_what_is_counted_one_by_one(harbour):
    for enrolment in Enrolment.objects.filter(role="learner").select_related("course"):
        counted = progress_of(enrolment)
        kept = CourseProgress.objects.filter(enrolment=enrolment).first()
        if kept is None:
            assert not counted.states
            continue
        assert (kept.done, kept.total) == (counted.done, counted.total)
        assert kept.next_item == counted.next_item
        assert kept.place == counted.last_place


def test_some_are_behind_some_never_began_and_one_has_finished(harbour):
    learners = Enrolment.objects.filter(role="learner", course__code="OCE-101")
    kofi = Person.objects.get(user__email="kofi@harbour.example")
    quiet = silent_since(clock.now() - QUIET, kofi).filter(course__code="OCE-101")
    assert 3 <= len(quiet) < learners.count() / 2
    assert [row.person.name for row in quiet if not hasattr(row, "progress")] == ["Tariq Mansour"]
    finished = CourseProgress.objects.filter(enrolment__in=learners, done=F("total"))
    assert [row.enrolment.person.name for row in finished] == ["Yuki Tanaka"]


def test_amina_resumes_half_way_down_a_page(harbour):
    kept = CourseProgress.objects.get(
        enrolment__person__name="Amina Diallo", enrolment__course__code="OCE-101"
    )
    assert kept.next_item.title == "Longshore drift"
    assert kept.place == "6"


def test_every_address_on_a_page_leads_to_an_item_or_a_file_of_its_course(harbour):
    for page in Page.objects.select_related("item"):
        for address in re.findall(r'(?:href|src)="(/[^"]+)"', page.body):
            found = resolve(address)
            model = Item if "item_id" in found.kwargs else CourseFile
            [pk] = [value for name, value in found.kwargs.items() if name.endswith("_id")]
            assert model.objects.get(pk=pk).course_id == page.item.course_id
        assert "drawing:" not in page.body


def test_pages_keep_their_pictures_tables_and_callouts_through_cleaning(harbour):
    bodies = "".join(Page.objects.values_list("body", flat=True))
    assert bodies.count("<figure") > 35
    assert bodies.count("<table") > 40
    assert bodies.count('class="callout callout-') > 50
    assert bodies.count("<math") > 80
    assert "math-refused" not in bodies
    assert 'alt=""' not in bodies


def test_a_draft_module_is_hidden_and_a_deleted_item_can_be_restored(harbour):
    drafts = Item.objects.kept().filter(course__code="MAT-110", published_at=None)
    assert drafts.count() == 3
    assert Item.objects.exclude(archived_at=None).get().title == "Old reading list"
    assert ItemProgress.objects.filter(item__in=drafts).count() == 0


def test_everybody_can_sign_in(harbour):
    for user in User.objects.all():
        assert user.emailaddress_set.get().verified
    assert User.objects.get(email="amina@harbour.example").check_password(PASSWORD)


def test_the_college_answers_everywhere_and_its_neighbour_at_its_own_host(harbour):
    assert institution_for("127.0.0.1").name == "Harbour College"
    assert institution_for(NORTHGATE_HOST).name == "Northgate Institute"


def test_loading_twice_is_loading_once(harbour):
    before = Item.objects.count()
    assert load_demo(NOW).loaded is False
    assert Item.objects.count() == before


def test_the_command_prints_an_address_and_logins(harbour):
    out = StringIO()
    call_command("demo", "--address", "http://127.0.0.1:8000", stdout=out)
    told = out.getvalue()
    for word in (
        "http://127.0.0.1:8000",
        "ruth@harbour.example",
        "amina@harbour.example",
        PASSWORD,
    ):
        assert word in told
