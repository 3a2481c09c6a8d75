from lyceum.core.courses.queries import items_of
from lyceum.core.enrolment.models import Enrolment
from lyceum.core.record.models import CourseProgress
from lyceum.core.record.queries import progress_of
from lyceum.demo.scale import events_so_far, make_course


def test_a_large_course_has_its_sizes_and_a_progress_that_is_true(cast):
    made = make_course(items=30, learners=12, by=cast.kofi)
    assert items_of(made.course, drafts=False).count() == 30
    assert made.course.enrolments.filter(role="learner").count() == 12
    assert 12 < events_so_far() <= 2 * 30 * 12
    for kept in CourseProgress.objects.select_related("enrolment__course"):
        assert (kept.done, kept.total) == (progress_of(kept.enrolment).done, 30)


def test_two_large_courses_fit_into_one_institution(cast):
    sizes = [make_course(items=3, learners=2, by=cast.kofi) for _ in range(2)]
    assert Enrolment.objects.filter(course__in=[made.course for made in sizes]).count() == 6
