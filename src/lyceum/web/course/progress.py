"""How far everybody is: the teacher's view of the same progress that learners see."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.core.enrolment.models import CourseRole, Enrolment
from lyceum.core.enrolment.queries import people_in
from lyceum.core.people.permissions import abilities
from lyceum.core.record.queries import done_counts
from lyceum.web.course.people import PAGE, SHOWN, last_here
from lyceum.web.course.shape import shape_of
from lyceum.web.policies import Request, course
from lyceum.web.ui.drawing import bar
from lyceum.web.ui.hot import render_hot


@course("see_progress")
@require_safe
def progress(request: Request, course: Course) -> HttpResponse:
    learners = people_in(course).filter(role=CourseRole.LEARNER)
    learners = learners.select_related("progress__last_item")
    learners = learners.only(*SHOWN, "progress__last_item__title")
    page = Paginator(learners, PAGE).get_page(request.GET.get("page"))
    shape = shape_of(course, drafts=False)
    done = done_counts(course)
    context = {
        "course": course,
        "can": abilities(request.person, course),
        "page": page,
        "rows": [progress_row(row, len(shape.counted)) for row in page],
        "modules": [
            (module, [(item, done.get(item.pk, 0)) for item in items])
            for module, items in shape.rows
        ],
        "learner_count": page.paginator.count,
        "tab": "progress",
    }
    return render(request, "course/progress.html", context)


def progress_row(enrolment: Enrolment, total: int) -> SafeString:
    """Draw how far one learner is, of `total` items that count."""
    kept = getattr(enrolment, "progress", None)
    slots = {
        "name": enrolment.person.name,
        "bar": bar(kept.percent if kept else 0),
        "done": str(kept.done if kept else 0),
        "last_item": kept.last_item.title if kept and kept.last_item else _("Not begun"),
        "last_here": last_here(kept),
    }
    return render_hot(
        key=("progress_row", total),
        template="course/progress_row.html",
        context={"total": total},
        slots=slots,
    )
