"""Long work of the institution: how far it is, how it ended, and the button that stops it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lyceum.core.people.queries import names_of
from lyceum.interop.cartridge.actions import JOB_KIND
from lyceum.kernel.jobs import Job
from lyceum.web.policies import Request, institution

PAGE = 30


@institution("see_jobs")
@require_safe
def jobs(request: Request) -> HttpResponse:
    found = Job.objects.here()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    names = names_of(job.started_by_id for job in rows)
    context = {
        "page": page,
        "rows": [(job, _name(job, names), _report(job)) for job in rows],
        "unfinished": any(not job.is_finished for job in rows),
        "tab": "jobs",
    }
    name = "admin/jobs.html"
    if request.headers.get("X-Fragment") == "jobs":
        name += "#jobs"
    return render(request, name, context)


def _name(job: Job, names: dict[UUID, str]) -> str:
    return names.get(job.started_by_id, "") if job.started_by_id else ""


def _report(job: Job) -> str:
    """Return the address of the screen that shows this job's report."""
    return reverse("course:import_report", args=[job.pk]) if job.kind == JOB_KIND else ""
