"""One of everything that an address can name, for the tests that walk all routes."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.cache import cache

from lyceum.core.courses import actions as courses
from lyceum.core.courses.models import CourseFile
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people import actions as people
from lyceum.kernel.files import keep_file
from lyceum.kernel.ids import uuid7
from lyceum.kernel.jobs import Job


@pytest.fixture
def world(cast):
    """The cast with one of everything that an address can name."""
    cache.clear()
    kept = keep_file(BytesIO(b"tides"), name="tides.txt", by_id=cast.kofi.pk)
    invited = people.invite_person("zoe@example.org", by=cast.ruth, link="http://x.test/TOKEN")
    people.suspend_person(cast.bruno, by=cast.ruth)
    file = CourseFile.objects.create(course=cast.course, file=kept)
    shown = courses.create_item(cast.module, "file", "Table", {"file": file}, by=cast.kofi)
    courses.publish_item(shown, by=cast.kofi)
    draft = courses.create_item(cast.module, "page", "Not yet", by=cast.kofi)
    job = Job.objects.create(
        tenant_id=cast.harbour.pk,
        kind="import-course",
        title="x",
        started_by_id=cast.kofi.pk,
        arguments={"package": str(uuid7()), "by": str(cast.kofi.pk), "into": None},
    )
    arguments = {
        "course_id": cast.course.pk,
        "module_id": cast.module.pk,
        "item_id": cast.page.pk,
        "file_id": file.pk,
        "enrolment_id": Enrolment.objects.get(course=cast.course, person=cast.amina).pk,
        "person_id": cast.amina.pk,
        "invitation_id": invited.invitation.pk,
        "job_id": job.pk,
        "token": invited.token,
        "key": "made-up",
        "uidb36": "1",
        "kind": "page",
        "name": "tides.txt",
    }
    return SimpleNamespace(cast=cast, arguments=arguments, draft=draft)
