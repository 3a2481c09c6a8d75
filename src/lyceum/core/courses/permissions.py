"""What a person may do with a course. Their course roles come from above, through a hook."""

from collections.abc import Callable

from lyceum.core.courses import rules
from lyceum.core.courses.models import Course, CourseFile, Item, Module, Page
from lyceum.core.people.models import Person
from lyceum.core.people.permissions import Abilities, answers_for
from lyceum.kernel.hooks import Hook

RoleSource = Callable[[Person, Course], frozenset[str]]
ListedSource = Callable[[Course], bool]

COURSE_ROLES: Hook[RoleSource] = Hook(
    "course_roles", "Says which course roles a person holds in a course."
)
COURSE_LISTED: Hook[ListedSource] = Hook(
    "course_listed", "Says whether the catalogue shows a course to everybody."
)


@answers_for(Course)
def course_abilities(person: Person, course: Course) -> Abilities:
    roles: set[str] = set()
    for source in COURSE_ROLES:
        roles |= source(person, course)
    return rules.course_abilities(
        roles,
        administers=person.administers,
        state=course.state,
        listed=any(listed(course) for listed in COURSE_LISTED),
    )


@answers_for(Module)
def module_abilities(person: Person, module: Module) -> Abilities:
    return course_abilities(person, module.course)


@answers_for(Item)
def item_abilities(person: Person, item: Item) -> Abilities:
    return course_abilities(person, item.course)


@answers_for(Page)
def page_abilities(person: Person, page: Page) -> Abilities:
    return course_abilities(person, page.item.course)


@answers_for(CourseFile)
def file_abilities(person: Person, file: CourseFile) -> Abilities:
    return course_abilities(person, file.course)
