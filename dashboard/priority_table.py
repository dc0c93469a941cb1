"""The table of the board's priorities: one row each, with how many lines stand how, and the gravest of them in a sentence."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.links import to_indicator
from dashboard.marks import SHAPES
from metrics import words
from metrics.judge.status import Mark
from metrics.line import Line
from metrics.periods import Period
from metrics.priorities import Overview

JUDGED: tuple[Mark, ...] = ("red", "amber", "green")


def priority_table(found: Sequence[Overview], period: Period) -> str:
    """The priorities in the board's order."""
    marks = "".join(f'<th scope="col" class="count">{words.capital(words.status(each))}</th>' for each in JUDGED)
    last = (
        '<th scope="col" class="change">Change<small>beyond chance</small></th>'
        '<th scope="col" class="awaited">Not received<small>and from whom</small></th><th scope="col">The gravest line</th>'
    )
    rows = "".join(_row(each, period) for each in found)
    caption = f"The board's priorities, {words.period(period.label)}"
    return (
        f'<table class="priorities"><caption>{escape(caption)}</caption>'
        f'<thead><tr><th scope="col" class="title">Priority</th>{marks}{last}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _row(each: Overview, period: Period) -> str:
    link = "./?" + urlencode({"priority": each.priority.id, "period": period.label})
    name = f'<a href="{escape(link)}" target="_self">{escape(each.priority.name)}</a>'
    size = words.count_of(each.indicators, "indicator")
    return (
        f'<tr class="{"exception" if each.gravest else "line"}"><th scope="row" class="title">{name}<small>{size}</small></th>'
        f'{_counts(each)}<td class="change" data-label="Change">{_changes(each)}</td>'
        f'<td class="awaited" data-label="Not received">{_missing(each)}</td>'
        f'<td class="gravest" data-label="The gravest line">{_gravest(each.gravest, each.indicators, period)}</td></tr>'
    )


def _counts(each: Overview) -> str:
    """None off target says nothing where nothing has a target."""
    if not each.judged:
        return f'<td class="count none" colspan="{len(JUDGED)}" data-label="Targets"><span class="quiet">no targets</span></td>'
    return "".join(_count(mark, many) for mark, many in zip(JUDGED, (each.off, each.near, each.on), strict=True))


def _count(mark: Mark, many: int) -> str:
    """How many stand so; a nought is quiet, so that the eye finds the others."""
    shown = f'<span class="chip {mark}"><span aria-hidden="true">{SHAPES[mark]}</span> {many}</span>'
    nought = '<span class="quiet">0</span>'
    return f'<td class="count" data-label="{words.capital(words.status(mark))}">{shown if many else nought}</td>'


def _changes(each: Overview) -> str:
    return f'<b class="changed">{escape(each.changes)}</b>' if each.changes else '<span class="quiet">none</span>'


def _missing(each: Overview) -> str:
    if not each.missing:
        return '<span class="quiet">none</span>' if each.indicators else ""
    return f'<span class="gap awaiting">{each.missing}</span><small>{escape(words.listed(each.awaited))}</small>'


def _gravest(line: Line | None, of: int, period: Period) -> str:
    if line is None:
        said = "Nothing is off target, missing or changed." if of else "No indicator belongs to it yet."
        return f'<span class="quiet">{said}</span>'
    ask = "" if line.gap else f" Ask {line.ask}."
    return f"{to_indicator(line.indicator, period)}<small>{escape(line.sentence + ask)}</small>"
