"""Tells the courses which roles people hold, and which courses the catalogue lists."""

from lyceum.core.courses.models import Course
from lyceum.core.courses.permissions import COURSE_LISTED, COURSE_ROLES, course_abilities
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.enrolment.queries import enrolment_of, offering_of
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import NONE, Abilities, answers_for


def roles_in(person: Person, course: Course) -> frozenset[str]:
    enrolment = enrolment_of(person, course)
    return frozenset({enrolment.role}) if enrolment else frozenset()


def is_listed(course: Course) -> bool:
    offering = offering_of(course)
    return offering is not None and offering.kind != "invitation"


COURSE_ROLES.register("enrolment", roles_in)
COURSE_LISTED.register("offering", is_listed)


@answers_for(Enrolment)
def enrolment_abilities(person: Person, enrolment: Enrolment) -> Abilities:
    own = frozenset({"view", "leave"}) if enrolment.person_id == person.pk else NONE
    course = course_abilities(person, enrolment.course)
    return own | ({"view"} if "see_people" in course else NONE) | (course & {"manage_people"})
