"""Puts every known attempt at script wherever a site keeps text; writes where to look for it.

Runs as a process of its own with a new site's settings: see `test_xss.py`.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO

from django.db import connection, transaction
from django.urls import reverse
from running import PASSWORD

from lyceum.core.courses import actions as courses
from lyceum.core.courses.models import Course, Item, Link, Unconverted
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people import actions as people
from lyceum.core.people.models import Institution, Person, User
from lyceum.kernel import clock, tenancy
from lyceum.kernel.jobs import Job
from lyceum.kernel.mail.models import OutgoingMail
from lyceum.kernel.markup import clean_html
from lyceum.kernel.markup.xss_vectors import CALL, vectors

ALL = list(dict.fromkeys(vectors()))
BREAKING = (
    f"\"><img src=x onerror={CALL}>'</title></script></textarea><svg onload={CALL}>{{{{7*7}}}}"
)
"""Breaks out of attributes, titles, scripts and text fields alike."""
A_PAGE, LISTED = 128, 240


def main() -> None:
    with transaction.atomic():
        found = plant()
    sys.stdout.write(json.dumps(found))
    connection.close()


def plant() -> dict[str, list[str]]:
    """Fill the new site; return the addresses that show any of it, by who opens them."""
    ruth = people.found_institution(
        name=BREAKING,
        administrator_name=f"Ruth {BREAKING}"[:120],
        email="ruth@harbour.example",
        password=PASSWORD,
        sign_up="open",
    )
    people.prove_address(ruth.user)
    with tenancy.using(ruth.institution_id):
        kofi = person(ruth.institution, "kofi", "teacher")
        amina = person(ruth.institution, "amina")
        course, listed = texts(kofi), titles(kofi)
        enrolment.enrol_person(course, amina, "learner", by=kofi)
        enrolment.enrol_person(listed, amina, "learner", by=kofi)
        crowd(ruth.institution, listed)
        job = leftovers(ruth, kofi, course)
        return screens(course, listed, job, amina)


def person(institution: Institution, who: str, role: str = "member") -> Person:
    user = people.create_user(f"{who}@harbour.example", PASSWORD)
    return people.add_person(institution, user, f"{who.title()} {BREAKING}"[:120], role)


def open_course(title: str, by: Person, **more: str) -> Course:
    course = enrolment.open_course(title[:200], by=by)
    courses.change_course(course, by=by, code=BREAKING[:32], **more)
    courses.publish_course(course, by=by)
    enrolment.change_offering(course, "open", by=by)
    return course


def texts(by: Person) -> Course:
    """Every vector in the text of a page: each cleaned by itself, and all as they stand."""
    course = open_course(BREAKING, by, summary="".join(ALL)[:2000])
    module = courses.create_module(course, BREAKING, by=by)
    for start in range(0, len(ALL), A_PAGE):
        part = ALL[start : start + A_PAGE]
        for body in ("".join(map(clean_html, part)), "<p>x</p>".join(part)):
            item = courses.create_item(module, "page", part[0], by=by)
            courses.publish_page(item, body, based_on=item.page.revision, by=by)
    courses.save_draft(item, "".join(ALL[::5]), based_on=1, by=by)
    return course


def titles(by: Person) -> Course:
    """Vectors as titles of items and modules, as addresses, names of files and notes."""
    course = open_course(f"Titles {BREAKING}", by, summary=BREAKING)
    now, modules = clock.now(), [courses.create_module(course, ALL[n], by=by) for n in range(8)]
    for number, vector in enumerate(ALL[:: len(ALL) // LISTED]):
        item = Item.objects.create(
            course=course,
            module=modules[number % len(modules)],
            kind="link",
            title=vector,
            position=number,
            published_at=now,
            published_by=by,
        )
        Link.objects.create(item=item, url=f"https://example.org/{vector}"[:2000])
    for vector in [BREAKING, *ALL[::200]]:
        file = courses.keep_course_file(course, BytesIO(b"<svg onload=x>"), name=vector, by=by)
        item = courses.create_item(modules[0], "file", vector, {"file": file}, by=by)
        courses.publish_item(item, by=by)
    wait = Item.objects.create(course=course, module=modules[0], kind="unconverted", title=BREAKING)
    Unconverted.objects.create(item=wait, format="qti", type=BREAKING[:32], note=BREAKING)
    return course


def crowd(institution: Institution, course: Course) -> None:
    """People whose names are vectors, all in the course."""
    names = [vector[:120] for vector in ALL[:: len(ALL) // LISTED]]
    users = User.objects.bulk_create(
        User(email=f"person{n}@harbour.example", password="!") for n in range(len(names))
    )
    rows = zip(users, names, strict=True)
    crowd = Person.objects.bulk_create(
        Person(institution=institution, user=user, name=name) for user, name in rows
    )
    now = clock.now()
    Enrolment.objects.bulk_create(
        Enrolment(course=course, person=person, joined_at=now, role="learner") for person in crowd
    )


def leftovers(ruth: Person, kofi: Person, course: Course) -> Job:
    """A failed import and its report, an invitation, a suspension, a mail that was refused."""
    line = [{"what": vector, "kind": BREAKING, "why": vector} for vector in ALL[::20]]
    fates = {"imported": line, "approximated": line, "dropped": line}
    people.invite_person("zoe@example.org", name=BREAKING[:120], by=ruth, link="http://x/TOKEN")
    bad = person(ruth.institution, "bruno")
    people.suspend_person(bad, reason=BREAKING, by=ruth)
    OutgoingMail.objects.create(
        tenant_id=ruth.institution_id,
        to=BREAKING,
        subject=BREAKING,
        text="x",
        tries=9,
        last_error=BREAKING,
        given_up_at=clock.now(),
    )
    return Job.objects.create(
        tenant_id=ruth.institution_id,
        kind="import-course",
        title=BREAKING,
        state=Job.State.FAILED,
        note=BREAKING,
        error=BREAKING,
        report={**fates, "counts": {}, "course_id": str(course.pk)},
        started_by_id=kofi.pk,
        arguments={"dry_run": True},
    )


def screens(course: Course, listed: Course, job: Job, amina: Person) -> dict[str, list[str]]:
    """Return the addresses that show any of it, by who opens them."""
    pages = Item.objects.filter(course=course).order_by("position")
    files = Item.objects.filter(course=listed, kind="file")
    link = Item.objects.filter(course=listed, kind="link").latest("position")
    both = [course.pk, listed.pk]
    everybody = [
        *named("home:home", "home:courses", "catalogue:catalogue", "people:profile"),
        *(reverse("course:outline", args=[pk]) for pk in both),
        *(reverse("catalogue:preview", args=[pk]) for pk in both),
        reverse("home:jump") + "?q=" + "img",
    ]
    of_course = [
        reverse(f"course:{name}", args=[listed.pk])
        for name in ("people", "progress", "files", "settings", "importing_into")
    ]
    return {
        "amina": [
            *everybody,
            *(reverse("course:item", args=[item.pk]) for item in [*pages, *files, link]),
        ],
        "kofi": [
            *everybody,
            *of_course,
            *(f"{of_course[0]}?page={n}" for n in (2, 3, 4, 5)),
            *(reverse("course:outline", args=[pk]) + "?edit=1" for pk in both),
            *(reverse("course:text", args=[item.pk]) for item in pages[::3]),
            reverse("course:text", args=[pages.last().pk]),
            reverse("course:item_settings", args=[link.pk]),
            *(reverse("course:item", args=[wait.item_id]) for wait in Unconverted.objects.all()),
            reverse("course:import_report", args=[job.pk]),
        ],
        "ruth": [
            *everybody,
            *named("admin:people", "admin:invitations", "admin:courses", "admin:brand"),
            *named("admin:jobs", "admin:health", "admin:audit"),
            *(reverse("admin:people") + f"?page={n}" for n in (2, 3, 4, 5)),
            *(reverse("admin:person", args=[pk]) for pk in suspended_and(amina)),
            reverse("course:import_report", args=[job.pk]),
        ],
    }


def named(*names: str) -> Iterator[str]:
    return (reverse(name) for name in names)


def suspended_and(amina: Person) -> list[object]:
    return [amina.pk, *Person.objects.exclude(suspension=None).values_list("pk", flat=True)]
