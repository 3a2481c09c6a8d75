"""Stopping a job: one that waits at once, one that runs at its next step."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.kernel.jobs import Job, request_cancel
from lyceum.web.course.going_back import see_other
from lyceum.web.policies import Request, institution


@institution("see_jobs")
@require_POST
def cancellation(request: Request, job_id: UUID) -> HttpResponse:
    job = Job.objects.here().filter(pk=job_id).first()
    if job is None:
        raise Http404
    request_cancel(job, by_id=request.person.pk)
    messages.info(request, _("It stops at the next step. Nothing of it is kept."))
    return see_other(reverse("admin:jobs"))
