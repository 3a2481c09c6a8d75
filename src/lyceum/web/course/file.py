"""A course's file, served so that nothing in it can act in the site's name."""

from django.http import HttpResponseBase
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import CourseFile
from lyceum.kernel.files import file_response
from lyceum.web import policies
from lyceum.web.policies import Request


@policies.file("view")
@require_safe
def file(request: Request, file: CourseFile, name: str = "") -> HttpResponseBase:
    return file_response(file.file, inline="download" not in request.GET, request=request)
