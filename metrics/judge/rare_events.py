"""Events so rare that a count of them says nothing: the days between them, on a chart of their own.

Days between chance events follow a long-tailed curve; raised to the power 1/3.6 it is nearly even, so the ordinary limits fit.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

from metrics.judge.control_chart import Better, beyond, limits_of
from metrics.judge.runs import RUN, Rule, side
from metrics.judge.series import Verdict, finding_of

EVEN: Final = 1 / 3.6
FEWEST_GAPS: Final = 12
SAME_DAY: Final = 0.5
"""Two events on one day lie half a day apart: nought has no place on the curve."""


def judge_days_between(events: Sequence[date], up_to: date, better: Better) -> Verdict:
    """Whether events come more often (`way` 1) or less often (-1) than they did, by the days between them, up to a day.

    The newest gap is judged, and the time since the last event once it is longer than chance explains. Events after `up_to`
    are left out; the events of one sibling group should be given as one.
    """
    days = sorted(each for each in events if each <= up_to)
    gaps = gaps_of(days)
    if len(gaps) < FEWEST_GAPS:
        return Verdict(
            finding="cannot_tell",
            chart="line",
            at=up_to.isoformat(),
            because=f"{len(days)} events: a chart of the days between them needs {FEWEST_GAPS + 1}",
            points=len(gaps),
        )
    limits = limits_of([each**EVEN for each in gaps])
    lower, upper = max(limits.lower or 0.0, 0.0) ** (1 / EVEN), (limits.upper or 0.0) ** (1 / EVEN)
    rule, way, since = _fired(days, gaps, up_to, lower, upper)
    return Verdict(
        finding=finding_of(way, better),
        chart="time_between",
        rule=rule,
        way=way,
        at=up_to.isoformat(),
        since=since,
        points=len(gaps),
        mean=(limits.mean or 0.0) ** (1 / EVEN),
        lower=lower,
        upper=upper,
    )


def gaps_of(days: Sequence[date]) -> list[float]:
    """The days between events, in their order."""
    return [max((after - before).days, SAME_DAY) for before, after in pairwise(days)]


def _fired(
    days: Sequence[date], gaps: Sequence[float], up_to: date, lower: float, upper: float
) -> tuple[Rule | None, int, str]:
    if (up_to - days[-1]).days > upper:
        return "outside", -1, days[-1].isoformat()
    out = beyond(gaps[-1], lower, upper)
    if out:
        return "outside", -out, days[-2].isoformat()
    sides = {side(each, median(gaps)) for each in gaps[-RUN:]}
    if len(sides) == 1 and sides != {0}:
        return "shift", -sides.pop(), days[-RUN - 1].isoformat()
    return None, 0, ""
