"""The item player: the content, the way on, and nothing else."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.courses.models import Item
from lyceum.core.courses.queries import neighbours
from lyceum.core.enrolment.queries import enrolment_of
from lyceum.core.people.permissions import abilities
from lyceum.core.record.queries import item_progress
from lyceum.web import policies
from lyceum.web.course.shape import shape_of
from lyceum.web.policies import Request


@policies.item("view")
@require_safe
def item(request: Request, item: Item) -> HttpResponse:
    return render(request, "course/item.html", player_context(request, item))


def player_context(request: Request, item: Item) -> dict[str, object]:
    """Return what the player shows; the kind adds what its own template needs."""
    course = item.course
    can = abilities(request.person, course)
    shape = shape_of(course, drafts="edit" in can)
    previous, following = neighbours(shape.items.values(), item)
    enrolment = enrolment_of(request.person, course)
    learns = "learn" in can and enrolment is not None
    kind = ITEM_KINDS[item.kind]
    return {
        "item": item,
        "course": course,
        "can": can,
        "kind": kind,
        "previous": previous,
        "following": following,
        "position": list(shape.items).index(item.pk) + 1 if item.pk in shape.items else None,
        "count": len(shape.items),
        "learns": learns,
        "minimum_minutes": -(-item.minimum_seconds // 60),
        "progress": item_progress(enrolment, item) if learns and enrolment else None,
        **kind.content(item),
    }
