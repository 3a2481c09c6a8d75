"""The time zones that one may choose from."""

from functools import cache
from zoneinfo import available_timezones

REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
)  # fmt: skip


@cache
def zone_choices() -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """Return the cities of tzdata by region, and UTC, as the choices of a select."""
    rows: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for name in sorted(available_timezones()):
        region, _slash, city = name.partition("/")
        if region in rows:
            rows[region].append((name, city.replace("_", " ")))
    return (("UTC", [("UTC", "UTC")]), *rows.items())
