"""A target: what a board agreed, and the number it comes to today. How boards write it is in `target_words`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal[
    "fixed",
    "england",
    "region",
    "neighbours",
    "top_quartile",
    "top_percent",
    "year_on_year",
    "rank",
    "within",
    "all_of",
    "by_period",
    "monitor",
    "none",
]
PEERS: frozenset[Kind] = frozenset({"england", "region", "neighbours"})
Published = dict[str, tuple[float | None, str]]
"""Numbers to resolve a target with, each with its date or the reason there is none.

england, region, neighbours; top_quartile:region, top_percent:england:10 (the value at that edge, by which way is better);
year_before (the figure of a year before); rank (the place in England a year before, 1 is best).
"""


class Agreed(BaseModel):
    """A target as the board wrote it.

    `number` is a fixed target, the top so many percent, or the rank to improve on. `points` are added to a peer's figure.
    `strict`: the peer is to be beaten, not only matched. `of` and `place` say whose top quarter, and the region's name as
    written. `stated` is the number that the board printed beside a target that moves. `parts` must all be met; `by_period`
    gives one target for each year or quarter.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    number: float | None = None
    points: float = 0.0
    strict: bool = False
    of: Literal["england", "region", ""] = ""
    place: str = ""
    low: float | None = None
    high: float | None = None
    stated: float | None = None
    year: int | None = None
    parts: tuple["Agreed", ...] = ()
    by_period: tuple[tuple[str, "Agreed"], ...] = ()


class Resolved(BaseModel):
    """A target as a number to compare with, or the reason there is none.

    `strict`: to be beaten. `low` and `high` hold a range to stay within. `parts` must all be met. `dated` says of when the
    number is, where it is somebody else's. `is_rank`: the number is a place, so the figure to compare with is a place too.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    number: float | None
    because: str = ""
    dated: str = ""
    strict: bool = False
    is_rank: bool = False
    low: float | None = None
    high: float | None = None
    parts: tuple["Resolved", ...] = ()


def resolve(agreed: Agreed, published: Published, period: str = "") -> Resolved:
    """Turn a target into a number, for a period where it differs from one to the next. Pure.

    A number that the board printed beside a moving target stands in where the moving one is not known, and says so.
    """
    if agreed.kind == "all_of":
        parts = tuple(resolve(each, published, period) for each in agreed.parts)
        return Resolved(kind="all_of", number=None, parts=parts)
    if agreed.kind == "by_period":
        return _of_period(agreed, published, period)
    if agreed.kind in {"monitor", "none"}:
        return Resolved(kind=agreed.kind, number=None)
    if agreed.kind == "fixed":
        return Resolved(kind="fixed", number=agreed.number)
    if agreed.kind == "within":
        return Resolved(kind="within", number=None, low=agreed.low, high=agreed.high)
    return _looked_up(agreed, published)


def _looked_up(agreed: Agreed, published: Published) -> Resolved:
    value, note = published.get(key_of(agreed), (None, _missing(agreed)))
    strict = agreed.strict or agreed.kind in {"year_on_year", "rank"}
    if value is not None:
        return Resolved(
            kind=agreed.kind,
            number=value + agreed.points,
            dated=note,
            strict=strict,
            is_rank=agreed.kind == "rank",
        )
    if agreed.stated is not None:
        dated = "as the board wrote it when it was agreed"
        return Resolved(kind=agreed.kind, number=agreed.stated, dated=dated, strict=strict and agreed.strict)
    if agreed.kind == "rank" and agreed.number is not None:
        dated = f"the place in {agreed.year}" if agreed.year else "the place when it was agreed"
        return Resolved(kind="rank", number=agreed.number, dated=dated, strict=True, is_rank=True)
    return Resolved(kind=agreed.kind, number=None, because=note, strict=strict, is_rank=agreed.kind == "rank")


def leaves(agreed: Agreed, period: str | None = None) -> tuple[Agreed, ...]:
    """The single targets that a target is made of; those of one period, where it is named."""
    if agreed.kind == "by_period" and period is not None:
        step = step_of(agreed, period)
        return leaves(step[1]) if step else ()
    inside = [*agreed.parts, *(each for _, each in agreed.by_period)]
    return tuple(leaf for each in inside for leaf in leaves(each)) if inside else (agreed,)


def step_of(agreed: Agreed, period: str) -> tuple[str, Agreed] | None:
    """The first of several targets, one for each year or quarter, that is of a period."""
    return next((each for each in agreed.by_period if _covers(each[0], period)), None)


def both_ends(hard: Resolved, easy: Resolved, because: str) -> Resolved:
    """A target that was resolved twice, as one: a number that differs becomes a range, and why."""
    parts = tuple(both_ends(one, other, because) for one, other in zip(hard.parts, easy.parts, strict=True))
    if hard.number is None or easy.number is None or hard.number == easy.number:
        return hard.model_copy(update={"parts": parts})
    low, high = sorted((hard.number, easy.number))
    return hard.model_copy(update={"number": None, "low": low, "high": high, "because": because, "parts": parts})


def key_of(agreed: Agreed) -> str:
    """Under which name the number of a target is looked up among those published."""
    if agreed.kind == "top_quartile":
        return f"top_quartile:{agreed.of}"
    if agreed.kind == "top_percent":
        return f"top_percent:{agreed.of}:{agreed.number:g}"
    return "year_before" if agreed.kind == "year_on_year" else agreed.kind


def _of_period(agreed: Agreed, published: Published, period: str) -> Resolved:
    step = step_of(agreed, period)
    if step is not None:
        return resolve(step[1], published, period)
    return Resolved(kind="by_period", number=None, because=f"no target was agreed for {period or 'a period without a name'}")


def _covers(label: str, period: str) -> bool:
    """`2026/27` covers `2026/27 Q1`; `Q1` covers that quarter of every year."""
    return bool(label) and (period == label or label in period.split(" "))


def _missing(agreed: Agreed) -> str:
    if agreed.kind == "year_on_year":
        return "there is no figure for the year before"
    if agreed.kind == "rank":
        return "the place among all authorities is not known"
    if agreed.kind in PEERS:
        return "no comparator is published for this indicator"
    return "where that edge lies is not known: too few authorities' figures are loaded"
