"""`record_history`: a term that ran before this record knew of it."""

from datetime import timedelta

import pytest

from lyceum.core.enrolment.models import Enrolment
from lyceum.core.people.permissions import MayNot
from lyceum.core.record import actions
from lyceum.core.record.models import CourseProgress, ItemProgress, LearningEvent
from lyceum.core.record.queries import progress_of
from lyceum.kernel import clock


@pytest.fixture
def visits(cast):
    amina = Enrolment.objects.get(course=cast.course, person=cast.amina)
    begin = clock.now() - timedelta(days=30)
    return [
        actions.Visit(
            enrolment=amina,
            item=cast.page,
            at=begin + timedelta(days=day),
            seconds=60,
            place=str(day),
            done_at=begin + timedelta(days=day) if day else None,
        )
        for day in range(3)
    ]


def test_history_becomes_events_and_progress(cast, visits):
    assert actions.record_history(cast.course, visits, by=cast.kofi) == 4
    verbs = LearningEvent.objects.order_by("time", "pk").values_list("verb", flat=True)
    assert list(verbs) == ["experienced", "experienced", "completed", "experienced"]
    progress = ItemProgress.objects.get()
    assert (progress.seconds, progress.place) == (180, "2")
    assert progress.done_at == visits[1].done_at
    assert CourseProgress.objects.get().done == progress_of(progress.enrolment).done == 1


@pytest.mark.parametrize("who", ["amina", "mira", "chen", "olga"])
def test_others_write_no_history(cast, visits, who):
    with pytest.raises(MayNot):
        actions.record_history(cast.course, visits, by=getattr(cast, who))
    assert not LearningEvent.objects.exists()
