"""Canvas's course settings that have no place here yet: named in the report, never silent."""

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.manifest import local
from lyceum.interop.cartridge.resources import Resources
from lyceum.kernel.xml import XmlRefused, parse_xml

LIMIT = 10_000_000


def report_settings(resources: Resources) -> None:
    """Report rubrics, outcomes, grading, calendar and dates of the old course as left out."""
    waiting = {
        "assignment_groups": (_("Assignment groups"), "assignmentGroup"),
        "rubrics": (_("Rubrics"), "rubric"),
        "learning_outcomes": (_("Learning outcomes"), "learningOutcome"),
        "grading_standards": (_("Grading scales"), "gradingStandard"),
        "events": (_("Calendar events"), "event"),
        "external_feeds": (_("News feeds"), "externalFeed"),
        "media_tracks": (_("Captions of media"), "media"),
        "late_policy": (_("Late policy"), "late_policy"),
        "external_viewers": (_("External viewers"), "externalViewer"),
    }
    for file, (name, element) in waiting.items():
        count = _count(resources, file, element)
        if count:
            why = _("%(count)d in the package; they have no place here yet") % {"count": count}
            resources.report.add("dropped", name, "settings", why)
    if resources.canvas.dates:
        why = _("they belong to the old course (%(dates)s); set new ones in the settings")
        dates = ", ".join(date[:10] for date in resources.canvas.dates)
        resources.report.add("dropped", _("Course dates"), "settings", why % {"dates": dates})


def _count(resources: Resources, file: str, element: str) -> int:
    path = resources.package.find(f"course_settings/{file}.xml")
    if path is None:
        return 0
    try:
        root = parse_xml(resources.package.read(path, limit=LIMIT))
    except XmlRefused:
        return 0
    return sum(1 for child in root.iter() if local(child) == element)
