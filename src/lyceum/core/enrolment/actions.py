"""All that brings people into courses and out of them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lyceum.core.courses.actions import create_course, duplicate_course
from lyceum.core.courses.models import Course
from lyceum.core.enrolment import rules
from lyceum.core.enrolment.events import CourseRoleChanged, EnrolmentEnded, PersonEnrolled
from lyceum.core.enrolment.models import CourseInvitation, CourseRole, Enrolment, Offering
from lyceum.core.enrolment.queries import learners_in, offering_of
from lyceum.core.people import actions as people
from lyceum.core.people.actions import Invited
from lyceum.core.people.models import Invitation, Person, User
from lyceum.core.people.permissions import require
from lyceum.kernel import clock
from lyceum.kernel.events import emit


class WrongCode(ValidationError):
    """The code that was typed opens nothing."""

    def __init__(self) -> None:
        super().__init__({"code": _("This code does not fit. Check it with your teacher.")})


class NoEntry(ValidationError):
    """The course cannot be joined now; `why` is an `Entry` of the rules."""

    def __init__(self, why: rules.Entry) -> None:
        sentences = {
            "closed": _("This course can be joined by invitation only."),
            "early": _("This course is not open for joining yet."),
            "late": _("Joining this course is over."),
            "full": _("All places of this course are taken."),
        }
        super().__init__(sentences[why])
        self.why = why


@transaction.atomic
def open_course(title: str, *, by: Person) -> Course:
    """Make a draft course and put its maker in as the teacher."""
    course = create_course(title, by=by)
    Offering.objects.create(course=course)
    _enrol(course, by, CourseRole.TEACHER, by)
    return course


@transaction.atomic
def copy_course(course: Course, *, by: Person) -> Course:
    """Copy a course with its outline; whoever copies is the teacher of the copy."""
    copy = duplicate_course(course, by=by)
    Offering.objects.create(course=copy)
    _enrol(copy, by, CourseRole.TEACHER, by)
    return copy


@transaction.atomic
def join_course(course: Course, *, code: str = "", by: Person) -> Enrolment:
    """Come in as a learner through the offering. Joining twice is joining once."""
    require(by, "preview", course)
    existing = Enrolment.objects.filter(course=course, person=by, left_at=None).first()
    if existing:
        return existing
    Course.objects.select_for_update().get(pk=course.pk)
    way = entry_now(course)
    if way == "code" and not rules.same_code(code, course.offering.code):
        raise WrongCode
    if way not in {"open", "code"}:
        raise NoEntry(way)
    return _enrol(course, by, CourseRole.LEARNER, by)


def entry_now(course: Course) -> rules.Entry:
    """Return how a learner may come in at this moment."""
    offering = offering_of(course)
    if offering is None:
        return "closed"
    way = rules.Way(offering.kind, offering.opens_at, offering.closes_at, offering.seats)
    return rules.entry(way, taken=learners_in(course), now=clock.now())


@transaction.atomic
def enrol_person(course: Course, person: Person, role: str, *, by: Person) -> Enrolment:
    """Put a person into the course, or give the one who is in it another role."""
    require(by, "manage_people", course)
    if role not in CourseRole.values:
        raise ValidationError(_("There is no such role in a course."))
    return _enrol(course, person, role, by)


@transaction.atomic
def end_enrolment(enrolment: Enrolment, *, by: Person) -> None:
    """Take a person out, or leave. The progress stays for the day they come back."""
    if enrolment.person_id != by.pk:
        require(by, "manage_people", enrolment.course)
    _keep_a_teacher(enrolment)
    enrolment.left_at = clock.now()
    enrolment.save(update_fields=["left_at"])
    emit(EnrolmentEnded(course_id=enrolment.course_id, person_id=enrolment.person_id, by_id=by.pk))


@transaction.atomic
def invite_to_course(
    course: Course, email: str, role: str, *, by: Person, link: str
) -> Enrolment | Invited:
    """Enrol the person who has this address, else mail an invitation that leads into the course."""
    require(by, "manage_people", course)
    if role not in CourseRole.values:
        raise ValidationError(_("There is no such role in a course."))
    person = Person.objects.filter(user__email=email.strip().lower()).first()
    if person:
        return _enrol(course, person, role, by)
    invited = people.write_invitation(
        email, name="", role=Person.Role.MEMBER, by=by, link=link, about=course.title
    )
    CourseInvitation.objects.create(invitation=invited.invitation, course=course, role=role)
    return invited


@transaction.atomic
def accept_invitation(invitation: Invitation, *, user: User, name: str) -> Person:
    """Make the reader a person of the institution and, where it says so, of the course."""
    person = people.accept_invitation(invitation, user=user, name=name)
    into = CourseInvitation.objects.filter(invitation=invitation).select_related("course").first()
    if into:
        _enrol(into.course, person, into.role, invitation.by)
    return person


@transaction.atomic
def change_offering(
    course: Course,
    kind: str,
    *,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    seats: int | None = None,
    new_code: bool = False,
    by: Person,
) -> Offering:
    """Say how learners come in. A code is made when one is needed, and anew when asked for."""
    require(by, "manage_people", course)
    offering, _new = Offering.objects.get_or_create(course=course)
    offering.kind, offering.seats = kind, seats
    offering.opens_at, offering.closes_at = opens_at, closes_at
    if kind == Offering.Kind.CODE and (new_code or not offering.code):
        offering.code = rules.new_code()
    offering.full_clean(validate_unique=False)
    if opens_at and closes_at and closes_at <= opens_at:
        raise ValidationError({"closes_at": _("It has to close after it opens.")})
    offering.save()
    course.offering = offering
    return offering


def _enrol(course: Course, person: Person, role: str, by: Person) -> Enrolment:
    enrolment, new = Enrolment.objects.select_for_update().get_or_create(
        course=course,
        person=person,
        defaults={"role": role, "joined_at": clock.now(), "by": by},
    )
    if new or enrolment.left_at:
        enrolment.role, enrolment.left_at = role, None
        enrolment.save(update_fields=["role", "left_at"])
        emit(PersonEnrolled(course_id=course.pk, person_id=person.pk, role=role, by_id=by.pk))
    elif enrolment.role != role:
        _keep_a_teacher(enrolment)
        _change_role(enrolment, role, by)
    return enrolment


def _change_role(enrolment: Enrolment, role: str, by: Person) -> None:
    old, enrolment.role = enrolment.role, role
    enrolment.save(update_fields=["role"])
    emit(
        CourseRoleChanged(
            course_id=enrolment.course_id,
            person_id=enrolment.person_id,
            old=old,
            new=role,
            by_id=by.pk,
        )
    )


def _keep_a_teacher(enrolment: Enrolment) -> None:
    if enrolment.role != CourseRole.TEACHER:
        return
    teachers = Enrolment.objects.filter(
        course=enrolment.course_id, role=CourseRole.TEACHER, left_at=None
    )
    if not teachers.exclude(pk=enrolment.pk).exists():
        raise ValidationError(_("A course needs a teacher: make somebody else a teacher first."))
