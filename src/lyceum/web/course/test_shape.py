from django.template.loader import render_to_string

from lyceum.core.courses import actions as courses
from lyceum.core.courses.kinds import ITEM_KINDS
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record.actions import record_view
from lyceum.core.record.queries import progress_of
from lyceum.web.course.shape import shape_of
from lyceum.web.templatetags import ui
from lyceum.web.ui import hot

TEMPLATE = "course/outline_modules.html"


def test_the_filled_outline_equals_the_plain_rendering(cast, monkeypatch):
    following = courses.create_item(cast.module, "page", "Neap & <spring>", by=cast.kofi)
    courses.publish_item(following, by=cast.kofi)
    enrolment = Enrolment.objects.get(course=cast.course, person=cast.amina)
    record_view(enrolment, cast.page, by=cast.amina)
    course = enrolment.course
    shape = shape_of(course, drafts=False)
    slots = shape.slots(progress_of(enrolment, shape.items.values()), {})
    context = {"course": course, "rows": shape.rows, "kinds": ITEM_KINDS}
    filled = hot.render_hot(key=("test",), template=TEMPLATE, context=context, slots=slots)
    monkeypatch.setattr(ui, "slot_mark", lambda name: slots[name])
    assert filled == render_to_string(TEMPLATE, context)


def test_the_screens_progress_is_the_records(cast):
    enrolment = Enrolment.objects.get(course=cast.course, person=cast.amina)
    record_view(enrolment, cast.page, by=cast.amina)
    shape = shape_of(enrolment.course, drafts=False)
    assert progress_of(enrolment, shape.items.values()) == progress_of(enrolment)


def test_a_new_version_has_a_new_shape(cast):
    before = shape_of(cast.course, drafts=False)
    courses.withdraw_item(cast.page, by=cast.kofi)
    assert cast.page.pk in before.items
    assert cast.page.pk not in shape_of(cast.course, drafts=False).items
