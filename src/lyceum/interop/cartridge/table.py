"""The fidelity report as a table for a terminal."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lyceum.interop.cartridge.report import Line, Report
from lyceum.interop.cartridge.words import kind_name


def table(report: Report) -> str:
    """Return counts by fate and kind, then each part that is not what it was, with the reason."""
    names = {
        "imported": _("imported"),
        "approximated": _("approximated"),
        "dropped": _("dropped"),
    }
    rows = [
        (names[fate], kind_name(kind), str(count))
        for fate, kinds in report.counts().items()
        for kind, count in sorted(kinds.items())
    ]
    lines = list(_aligned([(_("what became of it"), _("part"), _("number")), *rows]))
    for fate in ("approximated", "dropped"):
        told: list[Line] = getattr(report, fate)
        if told:
            lines += ["", names[fate].capitalize()]
            lines += [f"  {line.label}: {shown(line.what)} – {shown(line.why)}" for line in told]
    return "\n".join(lines)


def shown(text: str) -> str:
    """Return text from a package without what a terminal would act on."""
    return "".join(c if c.isprintable() else "?" for c in text)


def _aligned(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    first, second = (max(len(row[n]) for row in rows) for n in (0, 1))
    for fate, kind, count in rows:
        yield f"{fate:<{first}}  {kind:<{second}}  {count:>6}"
