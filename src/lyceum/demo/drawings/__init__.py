"""Every picture of the demo, drawn by code. `draw("tide-curve")` returns an SVG document."""

import re
from collections.abc import Callable

from lyceum.demo.drawings import coasts, covers, numbers, sea, towns, trade

DRAWINGS: dict[str, Callable[[], str]] = {
    "wave-anatomy": sea.wave_anatomy,
    "breaking-wave": sea.breaking_wave,
    "tidal-bulges": sea.tidal_bulges,
    "tide-curve": sea.tide_curve,
    "spring-and-neap": sea.spring_and_neap,
    "tide-month": sea.tide_month,
    "sea-levels": sea.sea_levels,
    "gyre": coasts.gyre,
    "conveyor": coasts.conveyor,
    "upwelling": coasts.upwelling,
    "longshore-drift": coasts.longshore_drift,
    "headland": coasts.headland,
    "estuary": coasts.estuary,
    "light-zones": coasts.light_zones,
    "shore-zones": coasts.shore_zones,
    "rip-current": coasts.rip_current,
    "city-site": towns.city_site,
    "central-places": towns.central_places,
    "rank-size": towns.rank_size,
    "trade-routes": trade.trade_routes,
    "monsoon": trade.monsoon,
    "container": trade.container,
    "chokepoints": trade.chokepoints,
    "bullwhip": trade.bullwhip,
    "growth-rings": towns.growth_rings,
    "street-plans": towns.street_plans,
    "sampling": numbers.sampling,
    "mean-median": numbers.mean_median,
    "histogram": numbers.histogram,
    "box-plot": numbers.box_plot,
    "cut-axis": numbers.cut_axis,
    "long-run": numbers.long_run,
    "screening": numbers.screening,
    "normal-curve": numbers.normal_curve,
    "scatter": numbers.scatter,
    "confounder": numbers.confounder,
    "regression": numbers.regression,
    "intervals": numbers.intervals,
    "cover-oceans": covers.oceans,
    "cover-trade": covers.trade,
    "cover-numbers": covers.numbers,
    "logo-harbour": covers.harbour_logo,
}


def draw(name: str) -> str:
    """Return the drawing called `name` as one self-contained SVG document."""
    return DRAWINGS[name]()


def size_of(name: str) -> tuple[int, int]:
    """Return width and height of the drawing called `name` at full size, in pixels."""
    found = re.search(r'width="(\d+)" height="(\d+)"', draw(name))
    if not found:
        raise ValueError(f"The drawing “{name}” does not say its size.")
    return int(found[1]), int(found[2])
