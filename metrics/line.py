"""A Line is everything that one row of the scorecard shows; a Scorecard is the lines of a period and what stands above them."""

from collections.abc import Sequence
from datetime import date, datetime

from metrics import words
from metrics.benchmarks import Comparator
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.frozen import Frozen
from metrics.judge.change import Change
from metrics.judge.series import Annotation, Verdict
from metrics.judge.status import Firmness, Mark, Override, Status
from metrics.people.by_family import ByFamily
from metrics.periods import Period
from metrics.target_line import TargetLine
from metrics.verdicts import Beside

OFF: frozenset[Mark] = frozenset({"red", "red_amber"})
NEAR: frozenset[Mark] = frozenset({"amber", "green_amber"})


class Line(Frozen):
    """One row of the scorecard.

    `owner` answers for the indicator; `asked` are those to ask: the owner, or the agencies awaited where the figure is missing.
    `figure` is this period's; `before` the one it is compared with: the period before, or for twelve-month figures the same
    period a year earlier (the two would share nine months otherwise). `recent` runs from the oldest to this period.

    Three marks that are never made one. Is it changing: `verdict`, by the chart of `recent`, and `change`, what is said of it,
    which the test of two figures decides where the chart cannot. The target: `status`, and `firmness`, whether chance could
    have made the difference. Beside others: `beside`, by intervals that leave out two figures in a thousand.
    `breaks` are the periods at which the definition changed. `unsigned`: the agencies that have not signed off data behind it.
    `families`: what brothers and sisters do to the figure, of lines that stand out and of those asked for by name.
    """

    number: int
    indicator: Indicator
    owner: str
    asked: tuple[str, ...]
    contact: str
    figure: Figure
    before: Figure | None
    recent: tuple[Figure, ...]
    target: TargetLine
    status: Status
    by_rule: Status
    override: Override | None
    firmness: Firmness
    verdict: Verdict
    change: Change
    breaks: tuple[Annotation, ...]
    benchmarks: tuple[Comparator, ...]
    beside: tuple[Beside, ...]
    sentence: str
    gap: str
    data_age_days: int | None
    received_on: date | None
    unsigned: tuple[str, ...] = ()
    families: ByFamily | None = None

    @property
    def without_one(self) -> str:
        """What would be said otherwise without one family; empty where no one family decides it."""
        return self.families.words if self.families else ""

    @property
    def ask(self) -> str:
        """Whom to ask, in words."""
        return " and ".join(self.asked)

    @property
    def footnote(self) -> str:
        """The rule that the word for the change rests on."""
        return words.rule(self.change)

    @property
    def is_missing(self) -> bool:
        """Due, and not there."""
        return self.figure.state.is_missing

    @property
    def rank(self) -> int | None:
        """The order of exceptions: off target and worse, worse, missing, off target, changed. None: no exception."""
        worse, off = self.change.direction == "worsened", self.status.mark in OFF
        if worse:
            return 0 if off else 1
        if self.is_missing:
            return 2
        if off:
            return 3
        return 4 if self.change.direction in {"rose", "fell"} else None


class Exceptional(Frozen):
    """A line that needs the board's attention, with the lines that are missing for the same reason."""

    line: Line
    same_gap: tuple[Line, ...] = ()


class Scorecard(Frozen):
    """The lines of one period, and what a page says above them."""

    board_name: str
    area_name: str
    period: Period
    made_at: datetime
    known_at: datetime | None
    meeting: date | None
    lines: tuple[Line, ...]
    headline: str
    values_in: int
    values_expected: int

    @property
    def values(self) -> int:
        """How many lines have a figure."""
        return sum(each.figure.state.has_value for each in self.lines)

    @property
    def unsigned(self) -> int:
        """How many of those rest on data that its agency has not signed off."""
        return sum(bool(each.unsigned) for each in self.lines)

    @property
    def exceptions(self) -> tuple[Exceptional, ...]:
        """At most five, the gravest first. Figures missing for one reason are one exception."""
        ranked = sorted((each for each in self.lines if each.rank is not None), key=lambda line: line.rank or 0)
        missing: dict[str, list[Line]] = {}
        for line in ranked:
            if line.is_missing:
                missing.setdefault(line.gap, []).append(line)
        firsts = [each for each in ranked if not each.is_missing or missing[each.gap][0] is each]
        return tuple(
            Exceptional(line=each, same_gap=tuple(missing[each.gap][1:]) if each.is_missing else ()) for each in firsts[:5]
        )


def headline(lines: Sequence[Line]) -> str:
    """What the page says first: what changed, what is off target, who has not sent. Never more than a rule allows."""
    parts = [
        *_changed(lines, "worsened", "got worse"),
        *_changed(lines, "improved", "improved"),
        _off_target(lines),
        *_not_sent(lines),
    ]
    if not any(each.change.direction in {"worsened", "improved"} for each in lines):
        parts.insert(0, "nothing changed beyond chance")
    text = "; ".join(parts)
    return text[:1].upper() + text[1:]


def counted_in(lines: Sequence[Line]) -> dict[str, int]:
    """How many of the figures that are due are there, for a scorecard of these lines."""
    states = [each.figure.state for each in lines]
    return {
        "values_in": sum(each.is_in for each in states),
        "values_expected": sum(each is not State.NOT_DUE for each in states),
    }


def _off_target(lines: Sequence[Line]) -> str:
    marks = [each.status.mark for each in lines]
    off = sum(each in OFF for each in marks)
    if off:
        return f"{words.count_of(off, 'indicator')} off target"
    judged = {*NEAR, "green"} & set(marks)
    return "none of the indicators with a target is off it" if judged else "no indicator is judged against a target"


def _changed(lines: Sequence[Line], direction: str, said: str) -> list[str]:
    """One or two by name, more by number."""
    found = [each.indicator.short for each in lines if each.change.direction == direction]
    if len(found) > 2:
        return [f"{len(found)} indicators {said}"]
    return [f"{' and '.join(found)} {said}"] if found else []


def _not_sent(lines: Sequence[Line]) -> list[str]:
    missing = [each for each in lines if each.is_missing]
    agencies = list(dict.fromkeys(name for each in missing for name in each.asked))
    if not missing:
        return ["every figure that is due is in"]
    return [
        f"{words.count_of(len(missing), 'figure')} not received from "
        + (" and ".join(agencies) if len(agencies) <= 2 else f"{len(agencies)} agencies")
    ]
