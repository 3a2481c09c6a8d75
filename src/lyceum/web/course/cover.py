"""The picture of a course, for everybody who may find the course."""

from django.http import Http404, HttpResponseBase
from django.views.decorators.http import require_safe

from lyceum.core.courses.models import Course
from lyceum.kernel.files import file_response
from lyceum.web.policies import Request, listed_course


@listed_course
@require_safe
def cover(request: Request, course: Course) -> HttpResponseBase:
    if course.image is None:
        raise Http404
    return file_response(course.image, inline=True, request=request)
