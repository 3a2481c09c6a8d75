"""A file for the pages of a course, sent by the editor."""

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lyceum.core.courses.actions import keep_course_file
from lyceum.core.courses.models import Course
from lyceum.kernel.files import FileRefused, FileTooLarge
from lyceum.web.policies import Request, course


@course("edit")
@require_POST
def upload(request: Request, course: Course) -> HttpResponse:
    sent = request.FILES.get("file")
    if sent is None:
        return JsonResponse({"message": _("No file arrived. Choose it again.")}, status=422)
    try:
        kept = keep_course_file(course, sent, name=sent.name or "file", by=request.person)
    except FileTooLarge as error:
        return JsonResponse({"message": str(error)}, status=413)
    except FileRefused as error:
        return JsonResponse({"message": str(error)}, status=422)
    return JsonResponse(
        {
            "url": reverse("course:file", args=[kept.pk]),
            "name": kept.file.name,
            "width": kept.file.width,
            "height": kept.file.height,
            "media_type": kept.file.media_type,
        },
        status=201,
    )
