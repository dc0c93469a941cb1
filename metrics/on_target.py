"""Is it on target? What the board agreed as a number, the mark by the board's rule, and the board's own mark beside it.

Where figures that a target rests on are hidden, it is resolved twice: as hard to meet as they can make it, and as easy. Only a
mark that holds at both ends is given.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from metrics import words
from metrics.benchmarks import Comparator
from metrics.benchmarks.standings import Standing
from metrics.board import Board
from metrics.board.targets import Target
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.compare import Estimate, estimate
from metrics.judge.places import Between, edge, place_between
from metrics.judge.status import Firmness, Override, Status, firmness, judge_by_rule, overridden, while_provisional
from metrics.judge.targets import Agreed, Published, Resolved, both_ends, key_of, leaves, resolve
from metrics.verdicts import per_year

HIDDEN: Final = "some of the figures it rests on are hidden, and within the range of what they can be the mark would differ"
FEWEST: Final = {"england": 100, "region": 8}
"""With fewer authorities loaded, their best quarter is not England's, nor a region's: of about 150, and of 10 to 33."""
PLACES: Final = frozenset({"top_quartile", "top_percent", "rank"})
"""Kinds of target that need the figures of all authorities."""


class Standings(NamedTuple):
    """What all authorities published: by the newest year, and by that of a year before."""

    now: Standing | None = None
    year_before: Standing | None = None


NOTHING: Final = Standings()


class OnTarget(NamedTuple):
    """The target, what it comes to, the mark by the rule and the mark that stands, and how firm it is.

    `ended`: the last day of a target that is no longer for this period.
    """

    chosen: Target | None
    agreed: Agreed
    resolved: Resolved
    by_rule: Status
    status: Status
    override: Override | None
    firmness: Firmness
    ended: date | None = None


def needs_places(target: Target | None) -> bool:
    """Whether a target can only be resolved from the figures of all authorities."""
    return target is not None and any(each.kind in PLACES for each in leaves(target.agreed))


def judge_target(
    board: Board,
    indicator: Indicator,
    recent: Sequence[Figure],
    published: tuple[Comparator, ...],
    standings: Standings = NOTHING,
) -> OnTarget:
    """Hold the newest figure of a run against what the board agreed."""
    chosen, figure = board.target(indicator.id), recent[-1]
    ended = chosen.until if chosen and not chosen.holds_on(figure.last_day) else None
    agreed = chosen.agreed if chosen and not ended else Agreed(kind="none")
    hard, easy = _ends(_Known(board, indicator, recent, published, standings), agreed)
    ends = [(resolve(agreed, known, figure.period), rank) for known, rank in (hard, easy)]
    marks = [_mark(board, indicator, recent, end, rank) for end, rank in ends]
    by_rule = marks[0] if marks[0].mark == marks[1].mark else Status(mark="cannot_tell", because=HIDDEN)
    if ended:
        by_rule = Status(mark="no_target", because=f"the target was agreed until {words.day(ended)}")
    if figure.state is State.PROVISIONAL:
        by_rule = while_provisional(by_rule, indicator.better, can_only_rise=figure.data_to == figure.last_day)
    override = board.override(indicator.id, figure.period)
    resolved = both_ends(ends[0][0], ends[1][0], HIDDEN)
    return OnTarget(
        chosen=chosen,
        agreed=agreed,
        resolved=resolved,
        by_rule=by_rule,
        status=overridden(by_rule, override),
        override=override,
        firmness=firmness(_own(indicator, figure), resolved),
        ended=ended,
    )


class _Known(NamedTuple):
    """What a target can be resolved from."""

    board: Board
    indicator: Indicator
    recent: Sequence[Figure]
    published: tuple[Comparator, ...]
    standings: Standings

    @property
    def year_before(self) -> Figure | None:
        return year_before(self.recent)


End = tuple[Published, float | None]
"""The numbers that a target comes to at one end of what hidden figures allow, and the figure's own place there."""


def year_before(recent: Sequence[Figure]) -> Figure | None:
    """The figure of the same period a year earlier, where the run reaches so far back."""
    back = per_year(recent)
    return recent[-1 - back] if len(recent) > back else None


def _ends(known: _Known, agreed: Agreed) -> tuple[End, End]:
    hard, easy = dict(_plain(known)), dict(_plain(known))
    smaller = known.indicator.better == "smaller"
    single = leaves(agreed, known.recent[-1].period)
    wanted = [each for each in single if each.kind in PLACES - {"rank"}]
    for key, low, high, note in (*_ranges(known.published), *_edges(known, wanted)):
        hard[key], easy[key] = ((low, note), (high, note)) if smaller else ((high, note), (low, note))
    for each in single:
        if why := _of_elsewhere(known.board, each):
            hard[key_of(each)] = easy[key_of(each)] = (None, why)
    now, then = _own_places(known) if any(each.kind == "rank" for each in single) else (None, None)
    if then is not None and known.standings.year_before is not None:
        note = f"the place among {then.best.of} authorities a year before, by the figures of {known.standings.year_before.year}"
        hard["rank"], easy["rank"] = (then.best.rank, note), (then.worst.rank, note)
    return (hard, now.worst.rank if now else None), (easy, now.best.rank if now else None)


def _plain(known: _Known) -> Published:
    found: Published = {each.kind: (each.value, each.note) for each in known.published}
    before = known.year_before
    if before is not None and before.value is not None:
        found["year_before"] = (before.value, words.period(before.period))
    return found


def _ranges(published: Iterable[Comparator]) -> list[tuple[str, float, float, str]]:
    return [(each.kind, each.low, each.high, each.note) for each in published if each.low is not None and each.high is not None]


def _edges(known: _Known, wanted: Sequence[Agreed]) -> list[tuple[str, float | None, float | None, str]]:
    found: list[tuple[str, float | None, float | None, str]] = []
    for each in wanted:
        standing, of = known.standings.now, each.of or "england"
        if standing is None:
            found.append((key_of(each), None, None, "no authority's figures are loaded for it"))
            continue
        region = known.board.area.region_code if of == "region" else ""
        reaches = standing.reaches(region)
        if len(reaches) < FEWEST[of]:
            why = f"figures of only {len(reaches)} authorities are loaded: {FEWEST[of]} are needed"
            found.append((key_of(each), None, None, why))
            continue
        best = 0.25 if each.kind == "top_quartile" else (each.number or 0) / 100
        low, high = edge(reaches, best, known.indicator.better) or (None, None)
        hidden = standing.hidden(region)
        note = f"{standing.year}; the edge of the best {100 * best:g}% of {len(reaches)} authorities"
        found.append((key_of(each), low, high, f"{note}, {hidden} of them hidden" if hidden else note))
    return found


def _of_elsewhere(board: Board, agreed: Agreed) -> str:
    """Why a target of another region than the board's own is not looked up."""
    own = board.area.region_name
    if not agreed.place or agreed.place.casefold() == own.casefold():
        return ""
    return f"the board's region is {own or 'not named'}: the figures of {agreed.place} are not looked up"


def _own_places(known: _Known) -> tuple[Between | None, Between | None]:
    """The figure's own place now, and that of a year before."""
    pairs = (known.recent[-1], known.standings.now), (known.year_before, known.standings.year_before)
    now, then = (place_of(known.indicator, figure, standing, known.board.area.code) for figure, standing in pairs)
    return now, then


def place_of(indicator: Indicator, figure: Figure | None, standing: Standing | None, code: str) -> Between | None:
    """A figure's place among the other authorities' published ones; None where there is nothing to place, or among too few."""
    own = None if figure is None else _own(indicator, figure) or _alone(figure)
    others = standing.reaches(without=code) if standing else []
    if own is None or len(others) < FEWEST["england"]:
        return None
    return place_between(own, others, indicator.better)


def _alone(figure: Figure) -> Estimate | None:
    """A figure of which chance has no measure."""
    return None if figure.value is None else Estimate(figure.value, figure.value, figure.value, "none")


def _own(indicator: Indicator, figure: Figure) -> Estimate | None:
    return estimate(indicator.unit, figure.numerator, figure.denominator) if figure.value is not None else None


def _mark(board: Board, indicator: Indicator, recent: Sequence[Figure], target: Resolved, rank: float | None) -> Status:
    chosen, before = board.target(indicator.id), year_before(recent)
    baseline = chosen.baseline if chosen and chosen.baseline is not None else before.value if before else None
    return judge_by_rule(
        recent[-1].value,
        indicator.better,
        target,
        board.status_rule(chosen),
        before=baseline,
        interval=_own(indicator, recent[-1]),
        rank=rank,
    )
