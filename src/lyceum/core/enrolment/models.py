"""How one may come into a course, and who is in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lyceum.core.courses.models import Course
from lyceum.core.people.models import InstitutionOwned, Invitation, Person


class CourseRole(models.TextChoices):
    """What an enrolled person is in the course."""

    TEACHER = "teacher", _("Teacher")
    ASSISTANT = "assistant", _("Assistant")
    DESIGNER = "designer", _("Designer")
    LEARNER = "learner", _("Learner")
    OBSERVER = "observer", _("Observer")


class Offering(InstitutionOwned):
    """One way into a course. A course with an open or code offering is in the catalogue."""

    class Kind(models.TextChoices):
        OPEN = "open", _("Open to everybody here")
        CODE = "code", _("With a code")
        INVITATION = "invitation", _("By invitation only")

    course = models.OneToOneField(Course, models.CASCADE, related_name="offering")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.INVITATION)
    code = models.CharField(_("code"), max_length=24, blank=True)
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    seats = models.PositiveIntegerField(_("places"), null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "kind"], name="offering_by_kind")]


class Enrolment(InstitutionOwned):
    """A person in a course with a course role. Leaving keeps the row and the progress."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="enrolments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="enrolments")
    role = models.CharField(max_length=12, choices=CourseRole, default=CourseRole.LEARNER)
    joined_at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("course", "person", name="enrolled_once")]
        indexes = [
            models.Index(fields=["institution", "person", "left_at"], name="enrolment_by_person"),
            models.Index(
                fields=["institution", "course", "role", "left_at"], name="enrolment_by_course"
            ),
        ]


class CourseInvitation(InstitutionOwned):
    """An invitation to the institution that also leads into a course."""

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="into_course")
    course = models.ForeignKey(Course, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=12, choices=CourseRole, default=CourseRole.LEARNER)
