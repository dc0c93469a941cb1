"""What to ask about a line: at most three questions, chosen by rules from the bank, each with whom it is for."""

from collections.abc import Mapping, Sequence

from metrics import words
from metrics.asking.bank import About, Asking, Told
from metrics.catalogue import Indicator
from metrics.frozen import Frozen
from metrics.line import NEAR, OFF, Line

MOST = 3


class Question(Frozen):
    """A question in words, whom it is for, and the rule of the bank that it came from.

    `other` is the indicator whose number stands in it, `other_said` that number with what may be said of its change.
    """

    id: str
    about: About
    text: str
    to: str
    other: Indicator | None = None
    other_said: str = ""


def questions_for(line: Line, others: Mapping[str, Line], bank: Sequence[Asking]) -> tuple[Question, ...]:
    """The questions that fit a line best: of each kind one, those made for it before those for every line. Pure."""
    fitting = [each for each in could_ask(line, bank) if not each.other or each.other in others]
    chosen: dict[About, Asking] = {}
    for each in sorted(fitting, key=lambda asking: -asking.closeness):
        chosen.setdefault(each.about, each)
    return tuple(_said(each, line, others) for each in list(chosen.values())[:MOST])


def could_ask(line: Line, bank: Sequence[Asking]) -> list[Asking]:
    """The questions of the bank whose conditions a line fulfils."""
    told = signals_of(line)
    return [each for each in bank if _fits(each, line, told)]


def signals_of(line: Line) -> frozenset[Told]:
    """What a line tells. Nothing: there is nothing to ask."""
    beside = {each.found for each in line.beside}
    missed = line.status.mark in {*OFF, *NEAR}
    found: dict[Told, bool] = {
        "worsened": line.change.direction == "worsened",
        "improved": line.change.direction == "improved",
        "rose": line.change.direction == "rose",
        "fell": line.change.direction == "fell",
        "off_target": line.status.mark in OFF,
        "within_chance": missed and line.firmness == "within_chance",
        "will_not_meet": line.verdict.assurance == "consistent_fail" and line.change.direction == "no_change_beyond_chance",
        "worse_than_others": "worse" in beside,
        "one_family": bool(line.without_one),
        "missing": line.is_missing,
        "too_few": line.change.direction == "cannot_tell" and not line.gap and line.verdict.chart == "line",
    }
    return frozenset(name for name, holds in found.items() if holds)


def _fits(asking: Asking, line: Line, told: frozenset[Told]) -> bool:
    indicator = line.indicator
    return (
        not told.isdisjoint(asking.when)
        and (not asking.better or indicator.better in asking.better)
        and (not asking.owners or indicator.owner in asking.owners)
        and ((not asking.indicators and not asking.themes) or asking.holds(indicator))
        and asking.other != indicator.id
    )


def _said(asking: Asking, line: Line, others: Mapping[str, Line]) -> Question:
    other = others.get(asking.other)
    text = asking.ask.format(
        short=line.indicator.short,
        title=line.indicator.title,
        figure=words.number(line.figure.value, line.indicator.unit),
        period=words.period(line.figure.period),
        owner=line.owner,
        target=line.target.words,
        ask=line.ask,
    )
    return Question(
        id=asking.id,
        about=asking.about,
        text=words.capital(text),
        to=other.owner if other and asking.about == "other_agency" else line.ask,
        other=other.indicator if other else None,
        other_said=_number_and_change(other) if other else "",
    )


def _number_and_change(line: Line) -> str:
    if line.gap:
        return words.short_gap(line.figure.state)
    value = words.number(line.figure.value, line.indicator.unit)
    return f"{value} in {words.period(line.figure.period)}, {words.change(line.change.direction)}"
