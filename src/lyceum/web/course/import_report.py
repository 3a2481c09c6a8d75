"""An import while it runs, and its report when it has ended."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lyceum.core.enrolment.queries import courses_known_to
from lyceum.core.people.models import Person
from lyceum.interop.cartridge.actions import JOB_KIND, import_again
from lyceum.interop.cartridge.contents import CartridgeRefused
from lyceum.interop.cartridge.report import FATES, Report
from lyceum.kernel.jobs import Job, request_cancel
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, institution


@institution("create_course")
@require_http_methods(["GET", "POST"])
def import_report(request: Request, job_id: UUID) -> HttpResponse:
    job = find_job(request.person, job_id)
    if request.method == "POST":
        return _act(request, job)
    report = Report.from_json(job.report) if job.report else None
    context = {
        "job": job,
        "report": report,
        "fates": fates_of(report) if report else [],
        "course": _course(request, job),
        "dry_run": job.arguments.get("dry_run", False),
    }
    name = "course/import_report.html"
    if request.headers.get("X-Fragment") == "report":
        name += "#report"
    return render(request, name, context)


def fates_of(report: Report) -> list[tuple[str, int, list[tuple[str, str, list[str]]]]]:
    """Return each fate with its number of parts, and these by kind and by why, the largest first.

    What befell forty parts for one reason is said once.
    """
    told = []
    for fate in FATES:
        lines, groups = getattr(report, fate), defaultdict(list)
        for line in lines:
            groups[line.label, line.why].append(line.what)
        rows = sorted(groups.items(), key=lambda row: len(row[1]), reverse=True)
        told.append((fate, len(lines), [(label, why, names) for (label, why), names in rows]))
    return told


def find_job(person: Person, job_id: UUID) -> Job:
    """Return the import if this person started it or administers the institution."""
    jobs = Job.objects.here().filter(pk=job_id, kind=JOB_KIND)
    if not person.administers:
        jobs = jobs.filter(started_by_id=person.pk)
    found = jobs.first()
    if found is None:
        raise Http404
    return found


def _act(request: Request, job: Job) -> HttpResponse:
    if request.POST.get("cancel"):
        request_cancel(job, by_id=request.person.pk)
        messages.info(request, _("It stops at the next step. Nothing of it is kept."))
    elif request.POST.get("import"):
        try:
            job = import_again(job, by=request.person)
        except CartridgeRefused as refusal:
            messages.error(request, str(refusal))
    return see_other(reverse("course:import_report", args=[job.pk]))


def _course(request: Request, job: Job) -> object:
    made = (job.report or {}).get("course_id")
    return courses_known_to(request.person).filter(pk=made).first() if made else None
