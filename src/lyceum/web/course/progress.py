"""How far everybody is: the teacher's view of the same progress that learners see."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.models import CourseRole
from lyceum.core.enrolment.queries import people_in
from lyceum.core.people.permissions import abilities
from lyceum.core.record.queries import done_counts
from lyceum.web.course.people import PAGE, SHOWN
from lyceum.web.course.shape import shape_of
from lyceum.web.policies import Request, course


@course("see_progress")
@require_safe
def progress(request: Request, course: Course) -> HttpResponse:
    learners = people_in(course).filter(role=CourseRole.LEARNER)
    learners = learners.select_related("progress__last_item")
    learners = learners.only(*SHOWN, "progress__last_item__title")
    page = Paginator(learners, PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    shape = shape_of(course, drafts=False)
    done = done_counts(course)
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "page": page,
        "learners": [(row, getattr(row, "progress", None)) for row in rows],
        "total": len(shape.counted),
        "modules": [
            (module, [(item, done.get(item.pk, 0)) for item in items])
            for module, items in shape.rows
        ],
        "learner_count": page.paginator.count,
        "tab": "progress",
    }
    return render(request, "course/progress.html", context)
