"""A figure with each of its families left out in turn, and its interval by family: what brothers and sisters do to it.

Only what is said goes out: no family, no size of one, and no figure from which one could be worked out.
"""

from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.catalogue import Indicator
from metrics.figures import Figure
from metrics.judge.change import Change
from metrics.judge.compare import USUAL, Estimate, estimate
from metrics.judge.sibling_groups import FEWEST_FAMILIES, Family, WithoutOne, estimate_by_family, without_one
from metrics.judge.status import Status

NO_MARK = {"no_target", "monitor", "cannot_tell"}

Judged = Callable[[Figure], tuple[Status, Change]]
"""The status of a figure and what is said of its change, in place of the newest of its line."""


class ByFamily(BaseModel):
    """What families do to a figure. `share_of_largest` is what the three largest make up, to the nearest tenth.

    `status` and `change` say what would become of either without one family; empty where no one family decides it.
    """

    model_config = ConfigDict(frozen=True)

    families: int
    share_of_largest: float | None
    status: str
    change: str
    by_child: Estimate | None
    by_family: Estimate | None

    @property
    def words(self) -> str:
        """`Red becomes amber without one family.`"""
        return " ".join(words.sentence(each) for each in (self.status, self.change) if each)


def by_family(indicator: Indicator, figure: Figure, families: Sequence[Family], judged: Judged) -> ByFamily | None:
    """Judge a figure by its families. None where fewer than five are behind it."""
    unit, population = indicator.unit, figure.denominator if indicator.unit == "rate_per_10000" else None

    def mark(value: float, top: float, bottom: float) -> str:
        return judged(_instead(figure, value, top, bottom, unit))[0].mark

    def change(value: float, top: float, bottom: float) -> str:
        return f"“{words.change(judged(_instead(figure, value, top, bottom, unit))[1].direction)}”"

    marks = without_one(unit, families, mark, population=population)
    changes = without_one(unit, families, change, population=population)
    if marks is None or changes is None or figure.value is None:
        return None
    told = len([each for each in families if each.numerator]) >= FEWEST_FAMILIES
    return ByFamily(
        families=marks.families,
        share_of_largest=marks.share_of_largest,
        status=_said(marks) if marks.said not in NO_MARK else "",
        change=_said(changes),
        by_child=estimate(unit, figure.numerator, figure.denominator, confidence=USUAL) if told else None,
        by_family=estimate_by_family(unit, families, population=population) if told else None,
    )


def _instead(figure: Figure, value: float, top: float, bottom: float, unit: str) -> Figure:
    """The figure with one family fewer; the figure itself where nothing was left out."""
    fewer = {} if figure.families is None or top == figure.numerator else {"families": figure.families - 1}
    of = {"denominator": bottom} if unit == "percent" else {}
    return figure.model_copy(update={"value": value, "numerator": top, **of, **fewer})


def _said(found: WithoutOne) -> str:
    return found.words if found.otherwise else ""
