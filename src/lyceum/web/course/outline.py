"""The course: one page for all. Learners see their way through it, teachers edit it in place."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Course
from lyceum.core.courses.queries import outline as outline_of
from lyceum.core.enrolment.queries import enrolment_of
from lyceum.core.people.permissions import abilities
from lyceum.core.record.queries import done_counts, progress_of
from lyceum.web.course.shape import shape_of
from lyceum.web.policies import Request, course
from lyceum.web.ui.hot import render_hot


@course("view")
@require_safe
def outline(request: Request, course: Course) -> HttpResponse:
    can = abilities(request.person, course)
    if "edit" in can and "edit" in request.GET:
        return render(request, "course/editing.html", editing_context(course, can))
    shape = shape_of(course, drafts="edit" in can)
    enrolment = enrolment_of(request.person, course)
    progress = None
    if enrolment and "learn" in can:
        progress = progress_of(enrolment, shape.items.values())
    counts = done_counts(course) if "see_progress" in can else {}
    modules = render_hot(
        key=("outline", course.pk, course.version, "edit" in can),
        template="course/outline_modules.html",
        context={"course": course, "rows": shape.rows, "kinds": ITEM_KINDS},
        slots=shape.slots(progress, counts),
    )
    context = {
        "course": course,
        "can": can,
        "progress": progress,
        "modules": modules,
        "tab": "outline",
        "empty": not shape.rows,
    }
    return render(request, "course/outline.html", context)


def editing_context(course: Course, can: frozenset[str]) -> dict[str, object]:
    return {
        "course": course,
        "can": can,
        "rows": outline_of(course, drafts=True),
        "kinds": [kind for kind in ITEM_KINDS if kind.can_be_added],
        "all_kinds": ITEM_KINDS,
        "tab": "outline",
        "editing": True,
    }
