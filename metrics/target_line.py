"""What a line shows of its target: the words, what they come to, of when that is, and what was agreed by whom."""

from collections.abc import Sequence
from datetime import date

from metrics import words
from metrics.benchmarks import Comparator
from metrics.board import Board
from metrics.catalogue import Indicator
from metrics.frozen import Frozen
from metrics.judge.target_words import write_target
from metrics.judge.targets import Agreed, Resolved, step_of
from metrics.on_target import OnTarget

SIMPLE = {"none", "monitor", "fixed", "england", "region", "neighbours"}
"""Targets that are said as a level to keep to; all others in the board's own words."""


class Part(Frozen):
    """One of the targets that a target is made of: its words, what it comes to, of when that is, or why it is not known."""

    words: str
    value: str
    dated: str = ""
    because: str = ""


class Step(Frozen):
    """The target of one year or quarter, where it differs from one to the next."""

    period: str
    words: str
    is_now: bool


class TargetLine(Frozen):
    """What the board agreed, in words, and what it comes to. `rule` is the rule of status in words."""

    words: str
    number: float | None = None
    kind: str = "none"
    because: str = ""
    agreed: str = ""
    rule: str = ""
    parts: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()


def target_line(
    board: Board, indicator: Indicator, found: OnTarget, published: Sequence[Comparator], period: str
) -> TargetLine:
    """What is shown of a target that was judged in a period."""
    chosen, agreed, resolved = found.chosen, found.agreed, found.resolved
    step = step_of(agreed, period)
    now = step[1] if step else agreed
    by = f"agreed by {chosen.agreed_by}" if chosen and chosen.agreed_by else ""
    on = f" on {words.day(chosen.agreed_on)}" if chosen and chosen.agreed_on else ""
    return TargetLine(
        words=_said(indicator, now, resolved, published, period) if found.ended is None else _ended(found.ended),
        number=resolved.number,
        kind=resolved.kind,
        because=resolved.because,
        agreed=by + on,
        rule="" if agreed.kind in {"none", "monitor"} else words.status_rule(board.status_rule(chosen)),
        parts=_parts(indicator, now, resolved),
        steps=tuple(
            Step(period=label, words=write_target(each), is_now=step is not None and label == step[0])
            for label, each in agreed.by_period
        ),
    )


def _ended(day: date) -> str:
    return f"agreed only until {words.day(day)}"


def _said(indicator: Indicator, agreed: Agreed, resolved: Resolved, published: Sequence[Comparator], period: str) -> str:
    """`at most England (2.3%)`; what is more than a level to keep to, in the words that boards use."""
    if agreed.kind in {"none", "monitor"}:
        return {"none": "none agreed"}.get(agreed.kind, "monitor")
    if agreed.kind == "by_period":
        return f"none agreed for {words.period(period)}"
    value = _value(indicator, agreed, resolved)
    if agreed.kind not in SIMPLE or agreed.strict or agreed.points or agreed.stated is not None:
        return f"{write_target(agreed)}{f' ({value})' if value and agreed.stated is None else ''}"
    sign = {"smaller": "at most", "bigger": "at least"}.get(indicator.better, "")
    if agreed.kind == "fixed":
        return f"{sign} {value}".strip()
    names: dict[str, str] = {each.kind: each.label for each in published}
    return f"{sign} {_plainly(names.get(agreed.kind, agreed.kind))}{f' ({value})' if value else ''}".strip()


def _value(indicator: Indicator, agreed: Agreed, resolved: Resolved) -> str:
    """The number that a target comes to, or the range of it where figures are hidden."""
    unit = "count" if resolved.is_rank else indicator.unit
    if resolved.low is not None and resolved.high is not None and agreed.kind != "within":
        return words.reach([resolved.low, resolved.high], unit)
    return words.number(resolved.number, unit)


def _parts(indicator: Indicator, agreed: Agreed, resolved: Resolved) -> tuple[Part, ...]:
    if agreed.kind in {"none", "monitor", "by_period"}:
        return ()
    pairs = zip(agreed.parts, resolved.parts, strict=True) if agreed.parts else [(agreed, resolved)]
    return tuple(
        Part(
            words=write_target(each),
            value=_value(indicator, each, comes_to),
            dated=comes_to.dated,
            because="" if comes_to.low is not None else comes_to.because,
        )
        for each, comes_to in pairs
    )


def _plainly(label: str) -> str:
    """A comparator's name inside a sentence: `statistical neighbours`, but `England`."""
    return label.lower() if label.startswith("Statistical") else label
