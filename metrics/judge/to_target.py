"""How many cases lie between a figure and its target: what "off by two points" comes to in children."""

from math import ceil, floor

from metrics.judge.compare import RATE
from metrics.judge.control_chart import Better

SLACK = 1e-9
"""A target of 60 % of 50 is 30 cases, whatever the last bit of the product says."""


def cases_to_target(unit: str, better: Better, numerator: float, denominator: float | None, target: float) -> int | None:
    """By how many cases the numerator misses the target, all else the same. 0: it is met. None: it is not made of cases."""
    whole = {"count": 1.0, "percent": (denominator or 0) / 100, "rate_per_10000": (denominator or 0) / RATE}.get(unit)
    if whole is None or better == "monitor" or (unit != "count" and not denominator):
        return None
    wanted = target * whole
    if better == "smaller":
        return max(0, ceil(numerator - floor(wanted + SLACK) - SLACK))
    return max(0, ceil(ceil(wanted - SLACK) - numerator - SLACK))
