"""Has it changed, beyond chance? Only a rule that fired may say so.

The rule `chance_95`: two figures differ when a process that had not changed would show a difference as large as this in fewer
than one comparison of twenty. Counts: the exact conditional test (given their sum, each count is binomial with one half).
Shares: the two Wilson intervals combined as Newcombe's method 10 does. Amounts (a caseload): no rule yet, so nothing is said.
"""

from math import comb, sqrt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from metrics.judge.chance import wilson

RULE = "chance_95"
Z = 1.959963984540054
FEWEST_FOR_SHARE = 5
EXACT_UP_TO = 1000

Better = Literal["smaller", "bigger", "monitor"]
Direction = Literal["improved", "worsened", "rose", "fell", "no_change_beyond_chance", "cannot_tell", "new"]


class Change(BaseModel):
    """What may be said of a figure beside those before it.

    `rule` names the rule that was applied: of two figures the one above, of a run the rule of its chart that fired. `rule_set`
    is the version of the chart's rules, empty where two figures were compared. No rule and no set: none could be applied.
    """

    model_config = ConfigDict(frozen=True)

    direction: Direction
    rule: str = ""
    rule_set: str = ""


class Measured(BaseModel):
    """One figure as the rule sees it: the value, and the counts it was made from (denominator null for a count)."""

    model_config = ConfigDict(frozen=True)

    value: float
    numerator: float
    denominator: float | None


def judge_change(unit: str, better: Better, before: Measured | None, after: Measured | None) -> Change:
    """Say whether a figure changed beyond chance, and whether that is better. Pure.

    `new` when there is nothing before; `cannot_tell` when there is nothing now, or too little to judge.
    """
    if after is None:
        return Change(direction="cannot_tell")
    if before is None:
        return Change(direction="new")
    fired = _differs(unit, before, after)
    if fired is None:
        return Change(direction="cannot_tell")
    if not fired or after.value == before.value:
        return Change(direction="no_change_beyond_chance", rule=RULE)
    rose = after.value > before.value
    if better == "monitor":
        return Change(direction="rose" if rose else "fell", rule=RULE)
    return Change(direction="improved" if rose == (better == "bigger") else "worsened", rule=RULE)


def counts_differ(before: int, after: int) -> bool:
    """Whether two counts over equal lengths of time differ beyond chance: exact, two-sided, at 5 %."""
    total, smaller = before + after, min(before, after)
    if total > EXACT_UP_TO:
        return abs(after - before) > Z * sqrt(total)
    tail = sum(comb(total, each) for each in range(smaller + 1))
    return bool(40 * tail < 2**total)


def shares_differ(before: tuple[float, float], after: tuple[float, float]) -> bool:
    """Whether two shares, each (numerator, denominator), differ beyond chance: Newcombe's interval excludes nought."""
    first, second = before[0] / before[1], after[0] / after[1]
    low_1, high_1 = _wilson(before)
    low_2, high_2 = _wilson(after)
    difference = second - first
    low = difference - sqrt((second - low_2) ** 2 + (high_1 - first) ** 2)
    high = difference + sqrt((high_2 - second) ** 2 + (first - low_1) ** 2)
    return low > 0 or high < 0


def _wilson(share: tuple[float, float]) -> tuple[float, float]:
    lower, upper = wilson(*share)
    return lower or 0.0, upper


def _differs(unit: str, before: Measured, after: Measured) -> bool | None:
    if unit in {"count", "rate_per_10000"}:
        return counts_differ(round(before.numerator), round(after.numerator))
    if unit != "percent" or not before.denominator or not after.denominator:
        return None
    if min(before.denominator, after.denominator) < FEWEST_FOR_SHARE:
        return None
    return shares_differ((before.numerator, before.denominator), (after.numerator, after.denominator))
