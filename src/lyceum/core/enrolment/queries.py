"""Who is in which course, and which courses a person may see at all."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from lyceum.core.courses.models import (
    Course,
    CourseFile,
    CourseQuerySet,
    Item,
    ItemQuerySet,
)
from lyceum.core.courses.rules import FILE_ADDRESS, STAFF
from lyceum.core.enrolment.models import CourseInvitation, CourseRole, Enrolment, Offering
from lyceum.core.people.models import Invitation, Person
from lyceum.kernel.prepared import prepared

IN_CATALOGUE = Q(published_at__isnull=False, archived_at=None, offering__kind__in=["open", "code"])


def enrolment_of(person: Person | None, course: Course) -> Enrolment | None:
    """Return the person's live enrolment. A course from `courses_known_to` brings it along."""
    if person is None:
        return None
    known = getattr(course, "own_enrolments", None)
    if known is not None:
        return known[0] if known else None
    return Enrolment.objects.filter(course=course, person=person, left_at=None).first()


def courses_known_to(person: Person | None) -> CourseQuerySet:
    """Return every course whose existence the person may know, deleted ones of theirs included.

    Each comes with its offering and the person's own enrolment, so that abilities cost no query.
    What they may do with it is said by `abilities`; a course not in here is a 404.
    """
    if person is None:
        return Course.objects.select_related("offering", "image").filter(IN_CATALOGUE)
    own = Enrolment.objects.filter(person=person, left_at=None).select_related("person")
    courses = _courses(None if person.administers else person.pk)
    return courses.prefetch_related(Prefetch("enrolments", own, to_attr="own_enrolments"))


def known_course(person: Person, course_id: UUID) -> Course | None:
    """Return one of `courses_known_to` the person: the first thing that most pages ask."""
    found = _any_course(course_id) if person.administers else _course_of(person.pk, course_id)
    for course in found:
        course.own_enrolments = _own_enrolments(person.pk, course_id)
        for enrolment in course.own_enrolments:
            enrolment.person, enrolment.course = person, course
    return next(iter(found), None)


def known_item(person: Person, item_id: UUID) -> Item | None:
    """Return one of `items_known_to` the person, with its module and text."""
    found = _any_item(item_id) if person.administers else _item_of(person.pk, item_id)
    return next(iter(found), None)


@prepared
def _any_course(course_id: UUID) -> CourseQuerySet:
    return _courses(None).filter(pk=course_id)


@prepared
def _course_of(person_id: UUID, course_id: UUID) -> CourseQuerySet:
    return _courses(person_id).filter(pk=course_id)


@prepared
def _own_enrolments(person_id: UUID, course_id: UUID) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(person=person_id, course=course_id, left_at=None)


@prepared
def _any_item(item_id: UUID) -> ItemQuerySet:
    return _items(None).filter(pk=item_id).select_related("module", "page")


@prepared
def _item_of(person_id: UUID, item_id: UUID) -> ItemQuerySet:
    return _items(person_id).filter(pk=item_id).select_related("module", "page")


def _courses(person_id: UUID | None) -> CourseQuerySet:
    """Return the courses this person may know; every one for an administrator, who is None."""
    courses: CourseQuerySet = Course.objects.select_related("offering", "image")
    if person_id is None:
        return courses
    own = Enrolment.objects.filter(person=person_id, left_at=None)
    mine = own.values("course")
    staffed = own.filter(role__in=STAFF).values("course")
    return courses.filter(
        IN_CATALOGUE | Q(pk__in=mine, published_at__isnull=False) | Q(pk__in=staffed)
    )


def items_known_to(person: Person | None) -> ItemQuerySet:
    """Return the items of courses the person is in (or administers), drafts for staff alone."""
    if person is None:
        nothing: ItemQuerySet = Item.objects.none()
        return nothing
    items = _items(None if person.administers else person.pk)
    return items.select_related("course", "module", "page")


def _items(person_id: UUID | None) -> ItemQuerySet:
    items: ItemQuerySet = Item.objects.all()
    if person_id is None:
        return items
    own = Enrolment.objects.filter(person=person_id, left_at=None)
    published = Q(
        course__in=own.values("course"),
        course__published_at__isnull=False,
        published_at__isnull=False,
        archived_at=None,
        module__archived_at=None,
    )
    return items.filter(published | Q(course__in=own.filter(role__in=STAFF).values("course")))


def catalogue() -> CourseQuerySet:
    """Return the courses that anyone of the institution may find."""
    learners = (
        Enrolment.objects.filter(course=OuterRef("pk"), role=CourseRole.LEARNER, left_at=None)
        .order_by()
        .values("course")
        .annotate(n=Count("*"))
    )
    courses: CourseQuerySet = Course.objects.filter(IN_CATALOGUE).select_related(
        "offering", "image"
    )
    return courses.annotate(learners=Subquery(learners.values("n"))).order_by("title")


def counted(courses: CourseQuerySet) -> CourseQuerySet:
    """Count the `learners` and the `staff` of each course."""

    def number(roles: Iterable[str]) -> Coalesce:
        rows = Enrolment.objects.filter(course=OuterRef("pk"), role__in=list(roles), left_at=None)
        grouped = rows.order_by().values("course").annotate(n=Count("*")).values("n")
        return Coalesce(Subquery(grouped), 0)

    return courses.annotate(learners=number([CourseRole.LEARNER]), staff=number(STAFF))


def known_file(person: Person, file_id: UUID) -> CourseFile | None:
    """Return the file if the person may read it, their course granted.

    Staff read all files of their courses. To others a file is there when a published item is that
    file, or a published page shows or links it. What waits to be converted (it may hold the keys of
    a quiz), what only drafts hold and what an import left beside the outline is not.
    """
    files = CourseFile.objects.select_related("file").filter(pk=file_id)
    if not person.administers:
        staffed = Enrolment.objects.filter(person=person, left_at=None, role__in=STAFF)
        shown = Item.objects.filter(course=OuterRef("course")).published()
        linked = shown.filter(page__body__contains=f"{FILE_ADDRESS}{file_id}")
        held = shown.filter(file_content__file=OuterRef("pk"))
        files = files.filter(Q(course__in=staffed.values("course")) | Exists(held) | Exists(linked))
    return files.first()


def enrolments_of(person: Person | UUID) -> QuerySet[Enrolment]:
    """Return the person's live enrolments with their courses, those they may open."""
    mine: QuerySet[Enrolment] = Enrolment.objects.filter(
        person=person, left_at=None, course__archived_at=None
    )
    return mine.filter(Q(course__published_at__isnull=False) | Q(role__in=STAFF)).select_related(
        "course", "course__image"
    )


def people_in(course: Course) -> QuerySet[Enrolment]:
    """Return the live enrolments of a course with their people, staff first, then by name."""
    everybody: QuerySet[Enrolment] = Enrolment.objects.filter(course=course, left_at=None)
    learners_last = Case(When(role__in=STAFF, then=0), default=1)
    return everybody.select_related("person").order_by(learners_last, "person__name")


def course_invited_to(invitation: Invitation) -> Course | None:
    """Return the course that accepting leads into, or None for the institution alone."""
    into = CourseInvitation.objects.filter(invitation=invitation).select_related("course").first()
    return into.course if into else None


def learners_in(course: Course) -> int:
    return Enrolment.objects.filter(course=course, role=CourseRole.LEARNER, left_at=None).count()


def offering_of(course: Course) -> Offering | None:
    return getattr(course, "offering", None)


def teachers_of(course: Course) -> list[Person]:
    """Return who teaches the course, by name."""
    teaching = Enrolment.objects.filter(course=course, role=CourseRole.TEACHER, left_at=None)
    return [row.person for row in teaching.select_related("person").order_by("person__name")]
