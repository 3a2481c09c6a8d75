"""What somebody may not see is on no page, and what is not theirs is changed through no form.

SECURITY 3 (only one's own progress), 12 (ids of another course in a form), 14 (search), and the
roles in a course against the words of the design.
"""

import pytest
from django.urls import reverse

from lyceum.config.house.access import FORBIDDEN, MISSING, OK
from lyceum.config.house.asking import ROUTES, address, ask, browser, watched
from lyceum.config.house.walking import fields_read
from lyceum.core.courses import actions as courses
from lyceum.core.courses.models import Course, CourseFile, Item, Module, PageDraft, Unconverted
from lyceum.core.enrolment import actions as enrolment
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people import actions as people
from lyceum.kernel.jobs import Job

SECRET = "Xylophagous"
ROLES = {
    "designer": "course.preview course.view course.edit module.edit item.view item.edit file.view",
    "observer": "course.preview course.view item.view file.view",
    "assistant": "course.preview course.view course.see_people course.see_progress item.view "
    "file.view",
}
"""What each role in a course may do there, from the words of the design; all else is refused."""


def pages(client, arguments):
    """Return every page that a browser gets, with what a search for the secret finds."""
    for route in ROUTES:
        response = client.get(address(route, arguments), {"q": SECRET})
        if not response.streaming and response.status_code < 400:
            yield route.name, response.content.decode(errors="replace")


@pytest.fixture
def hidden(world):
    """The secret word wherever a teacher may have put it before learners should read it."""
    cast, by = world.cast, world.cast.kofi
    draft = courses.create_item(cast.module, "page", f"{SECRET} draft", by=by)
    courses.save_draft(cast.page, f"<p>{SECRET} unfinished</p>", based_on=1, by=by)
    courses.save_draft(draft, f"<p>{SECRET} begun</p>", based_on=0, by=by)
    gone = courses.create_item(cast.module, "page", f"{SECRET} gone", by=by)
    courses.publish_item(gone, by=by)
    courses.archive_item(gone, by=by)
    module = courses.create_module(cast.course, f"{SECRET} empty", by=by)
    waiting = courses.create_item(module, "page", f"{SECRET} quiz", by=by)
    Unconverted.objects.create(item=waiting, format="qti", type="quiz", note=f"{SECRET} note")
    enrolment.open_course(f"{SECRET} course", by=by)
    Job.objects.update(title=f"{SECRET} import")
    assert PageDraft.objects.count() == 2
    return world


@pytest.mark.parametrize("who", ["nobody", "chen", "amina", "olga"])
def test_nothing_that_was_not_published_is_on_any_page_of_a_learner(hidden, who):
    client = browser(hidden.cast, who)
    told = [name for name, page in pages(client, hidden.arguments) if f"{SECRET} " in page]
    assert not told, f"{who} reads it at {told}"


def test_its_teacher_does_find_it(hidden):
    client = browser(hidden.cast, "kofi")
    told = {name for name, page in pages(client, hidden.arguments) if f"{SECRET} " in page}
    assert {"home:jump", "course:outline", "course:text", "course:import_report"} <= told


@pytest.mark.parametrize("who", ["nobody", "chen", "amina"])
def test_security_3_no_page_of_a_learner_names_another_learner(world, who):
    cast = world.cast
    user = people.create_user("nobuko@harbour.test", "harbour-lights-1848")
    nobuko = people.add_person(cast.harbour, user, "Nobuko Sato")
    enrolment.enrol_person(cast.course, nobuko, "learner", by=cast.kofi)
    client = browser(cast, who)
    told = [name for name, page in pages(client, world.arguments) if "Nobuko" in page]
    assert not told, f"{who} reads the name at {told}"


@pytest.mark.parametrize("role", ROLES)
def test_a_role_in_a_course_may_do_what_its_word_says_and_no_more(world, role):
    enrolment.enrol_person(world.cast.course, world.cast.chen, role, by=world.cast.kofi)
    people.give_role(world.cast.chen, "teacher", by=world.cast.ruth)
    client, wrong = browser(world.cast, "chen"), []
    for route in ROUTES:
        of = route.policy.partition(".")[0]
        if of not in {"course", "module", "item", "file", "enrolment"}:
            continue
        wanted = OK if route.policy in ROLES[role].split() else FORBIDDEN
        for method in ("get", "post"):
            found, written, _response = ask(client, method, address(route, world.arguments))
            allowed = {wanted, "405"} if wanted == OK else {wanted}
            allowed |= {MISSING} if route.name == "course:cover" else set()
            if found not in allowed or (written and wanted != OK):
                wrong.append(f"{method} {route.name} ({route.policy}): {found}, not {wanted}")
    assert not wrong, "\n".join([f"As {role}:", *wrong])


@pytest.mark.parametrize(
    ("role", "found"), [("designer", OK), ("assistant", OK), ("observer", MISSING)]
)
def test_drafts_are_there_for_staff_alone(world, role, found):
    enrolment.enrol_person(world.cast.course, world.cast.chen, role, by=world.cast.kofi)
    url = reverse("course:item", args=[world.draft.pk])
    assert ask(browser(world.cast, "chen"), "get", url)[0] == found


@pytest.fixture
def other(world):
    """A course of Chen, who is a teacher as well, and what an address can name of it."""
    cast = world.cast
    people.give_role(cast.chen, "teacher", by=cast.ruth)
    course = enrolment.open_course("Trade winds", by=cast.chen)
    module = courses.create_module(course, "Sails", by=cast.chen)
    item = courses.create_item(module, "page", "Rigging", {"body": "<p>x"}, by=cast.chen)
    courses.publish_item(item, by=cast.chen)
    courses.publish_course(course, by=cast.chen)
    file = CourseFile.objects.create(course=course, file=CourseFile.objects.first().file)
    place = enrolment.enrol_person(course, cast.amina, "learner", by=cast.chen)
    named = {"course": course, "module": module, "item": item, "file": file, "enrolment": place}
    return {f"{name}_id": row.pk for name, row in named.items()}


def everything_of(other):
    """Return every row of the other course, as it stands."""
    course = other["course_id"]
    rows = [list(Course.objects.filter(pk=course).values())]
    for model in (Module, Item, CourseFile, Enrolment):
        rows.append(list(model.objects.filter(course=course).order_by("pk").values()))
    return rows


def test_security_12_a_teacher_reaches_nothing_of_a_course_that_is_not_theirs(world, other):
    client, wrong = browser(world.cast, "kofi"), []
    for route in ROUTES:
        if set(route.arguments) & set(other):
            for method in ("get", "post"):
                url = address(route, world.arguments | other)
                found, written, _response = ask(client, method, url)
                if found != MISSING or written:
                    wrong.append(f"{method} {route.name}: {found} {written}")
    assert not wrong, "\n".join(wrong)


def test_security_12_ids_of_another_course_in_a_form_change_nothing_there(world, other):
    client, before = browser(world.cast, "kofi"), everything_of(other)
    wrong, changed = [], set()
    for route in ROUTES:
        if "course." in route.policy or set(route.arguments) & set(other):
            names = {*fields_read(route), *(name.removesuffix("_id") for name in other)}
            for strange in other.values():
                told = dict.fromkeys(names, str(strange)) | {"title": "x", "position": 0}
                for fields in (told, told | {"module": str(world.cast.module.pk)}):
                    with watched() as written:
                        client.post(address(route, world.arguments), fields)
                        if everything_of(other) != before or taken_along(other):
                            wrong.append(f"{route.name}: {fields}")
                    changed |= {route.name} if written else set()
    assert not wrong, "\n".join(wrong)
    assert {"course:item_position", "course:item_copy", "course:text"} <= changed


def taken_along(other):
    """Return the items outside the other course that hold its file."""
    return Item.objects.exclude(course=other["course_id"]).filter(
        file_content__file=other["file_id"]
    )
