"""Who may reach a route: declared on the view, and enforced by the declaration itself.

A view without a policy fails the tests. An object policy turns the id in the address into the
object, through what the person may know of (else 404) and may do (else 403), and hands the object
to the view in place of the id:

    @course("edit")
    def settings(request: Request, course: Course) -> HttpResponse: ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse

from lyceum.core.courses.models import Course, CourseFile, Item, Module
from lyceum.core.courses.permissions import course_abilities
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.enrolment.queries import (
    courses_known_to,
    known_course,
    known_file,
    known_item,
)
from lyceum.core.people.models import Institution, Person
from lyceum.core.people.permissions import require
from lyceum.core.people.queries import any_institution, people_visible_to
from lyceum.web.errors.pages import first_run
from lyceum.web.setup import may_set_up

View = Callable[..., HttpResponseBase]


class Request(HttpRequest):
    """A request as views get it: with its institution and, when signed in, its person."""

    institution: Institution
    person: Person
    request_id: str


class Gone(Exception):
    """The person knew this course, and it has been deleted (410)."""

    def __init__(self, course: Course) -> None:
        super().__init__(course.title)
        self.course = course


@dataclass(frozen=True)
class Policy:
    """What a route asks for. `of` is "public", "person", "institution", "course", "item"…"""

    of: str
    ability: str = ""

    def __str__(self) -> str:
        return f"{self.of}.{self.ability}" if self.ability else self.of


def _declared(policy: Policy, enforce: Callable[[View], View]) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        inner = wraps(view)(enforce(view))
        inner.policy = policy  # type: ignore[attr-defined]
        return inner

    return decorate


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send somebody to sign in and back; a fragment's request is told by its status."""
    if request.headers.get("HX-Request") or request.headers.get("Accept") == "application/json":
        return HttpResponse(status=401)
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{query}".rstrip("?"))


def public(view: View) -> View:
    """Anybody, signed in or not."""

    def enforce(view: View) -> View:
        def inner(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        return inner

    return _declared(Policy("public"), enforce)(view)


def signed_in(view: View) -> View:
    """Any person of the institution."""

    def enforce(view: View) -> View:
        def inner(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return view(request, *args, **kwargs) if request.person else to_sign_in(request)

        return inner

    return _declared(Policy("person"), enforce)(view)


def institution(ability: str) -> Callable[[View], View]:
    """Those who have `ability` in the institution."""

    def enforce(view: View) -> View:
        def inner(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.person:
                return to_sign_in(request)
            require(request.person, ability, request.institution)
            return view(request, *args, **kwargs)

        return inner

    return _declared(Policy("institution", ability), enforce)


administrator = institution("administer")


def setup(view: View) -> View:
    """Whoever sits at the server or has its setup link, while there is no institution at all."""

    def enforce(view: View) -> View:
        def inner(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if any_institution():
                raise Http404
            return view(request, *args, **kwargs) if may_set_up(request) else first_run(request)

        return inner

    return _declared(Policy("setup"), enforce)(view)


def _of_object(
    name: str, ability: str, find: Callable[[Person | None, UUID], Any], *, anonymous: bool = False
) -> Callable[[View], View]:
    def enforce(view: View) -> View:
        def inner(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.person and not anonymous:
                return to_sign_in(request)
            found = find(request.person, kwargs.pop(f"{name}_id"))
            if request.person or not anonymous:
                _insist(request.person, ability, found)
            return view(request, found, *args, **kwargs)

        return inner

    return _declared(Policy(name, ability), enforce)


def _insist(person: Person, ability: str, found: Any) -> None:
    of_course = found if isinstance(found, Course) else getattr(found, "course", None)
    if of_course is not None and of_course.archived_at and ability != "archive":
        raise Gone(of_course)
    require(person, ability, found)


def find_course(person: Person | None, course_id: UUID) -> Course:
    """Return the course, if the person may know of it; raises Http404."""
    if person:
        found = known_course(person, course_id)
    else:
        found = courses_known_to(None).filter(pk=course_id).first()
    if found is None:
        raise Http404
    return found


def find_item(person: Person | None, item_id: UUID) -> Item:
    """Return the item, if the person may know of it, its course with their role; raises Http404."""
    found = known_item(person, item_id) if person else None
    if found is None:
        raise Http404
    found.course = find_course(person, found.course_id)
    return found


def _find_course_of(person: Person, found: Module | Enrolment | CourseFile) -> Course:
    """Return the course of a part of it: of these only those know who are inside the course."""
    course = find_course(person, found.course_id)
    if not course.archived_at and "view" not in course_abilities(person, course):
        raise Http404
    return course


def _find_module(person: Person | None, module_id: UUID) -> Module:
    found = Module.objects.filter(pk=module_id).first()
    if found is None or person is None:
        raise Http404
    found.course = _find_course_of(person, found)
    return found


def _find_enrolment(person: Person | None, enrolment_id: UUID) -> Enrolment:
    found = Enrolment.objects.select_related("person__user").filter(pk=enrolment_id).first()
    if found is None or person is None:
        raise Http404
    found.course = _find_course_of(person, found)
    return found


def _find_file(person: Person | None, file_id: UUID) -> CourseFile:
    found = known_file(person, file_id) if person else None
    if found is None or person is None:
        raise Http404
    found.course = _find_course_of(person, found)
    return found


def _find_person(person: Person | None, person_id: UUID) -> Person:
    found = people_visible_to(person).filter(pk=person_id).first() if person else None
    if found is None:
        raise Http404
    return found


def course(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the course named by `course_id`."""
    return _of_object("course", ability, find_course)


def listed_course(view: View) -> View:
    """Anybody, for a course in the catalogue; its own people for every other."""
    return _of_object("course", "preview", find_course, anonymous=True)(view)


def item(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the item named by `item_id`."""
    return _of_object("item", ability, find_item)


def module(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the course of the module named by `module_id`."""
    return _of_object("module", ability, _find_module)


def enrolment(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the enrolment named by `enrolment_id`."""
    return _of_object("enrolment", ability, _find_enrolment)


def file(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the course of the file named by `file_id`."""
    return _of_object("file", ability, _find_file)


def person(ability: str) -> Callable[[View], View]:
    """Those who have `ability` on the person named by `person_id`."""
    return _of_object("person", ability, _find_person)


def may(request: Request, ability: str, found: Course) -> bool:
    """Whether this person has `ability` on the course, for templates."""
    return request.person is not None and ability in course_abilities(request.person, found)
