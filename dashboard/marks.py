"""Marks: how a status and a state of a figure look. Shape, letter, colour and word together: never colour alone."""

from collections.abc import Collection
from html import escape

from metrics import words
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.status import Mark
from metrics.line import Line

SHAPES: dict[Mark, str] = {
    "red": "■ R",
    "red_amber": "▼ RA",
    "amber": "▲ A",
    "green_amber": "◆ GA",
    "green": "● G",
    "monitor": "◇ M",
    "no_target": "–",
    "cannot_tell": "?",
}
FOUR: frozenset[Mark] = frozenset({"red_amber", "green_amber"})
"""The marks that only a board with four colours has."""


def chip(mark: Mark) -> str:
    """The status mark with its word."""
    shape = f'<span class="chip {mark}" aria-hidden="true">{SHAPES[mark]}</span>'
    return f'{shape} <span class="word">{escape(words.status(mark))}</span>'


def figure(shown: Figure, unit: str) -> str:
    """One figure, or what stands in its place, in a form that no other state has."""
    if not shown.state.has_value:
        return f'<span class="state {shown.state}">{escape(words.short_gap(shown.state))}</span>'
    value = f'<span class="state {shown.state}">{escape(words.number(shown.value, unit))}</span>'
    return f'{value}<small class="note">provisional</small>' if shown.state is State.PROVISIONAL else value


def gap(shown: Figure, sentence: str) -> str:
    """The sentence that stands in place of a figure and what it is made of."""
    return f'<div class="gap {shown.state}">{escape(sentence)}</div>'


def status(line: Line) -> str:
    """The status mark, and beside it whether chance could have made it; where the board gave another than the rule, both."""
    given = f'<small class="override">{escape(words.overridden(line.status.mark, line.by_rule.mark))}</small>' * bool(
        line.override
    )
    firm = words.firmness(line.status.mark, line.firmness)
    return chip(line.status.mark) + given + (f'<small class="firm">{escape(firm)}</small>' if firm else "")


def key(marks: Collection[Mark] = ()) -> str:
    """What the marks mean, and the way to the page that says more. Four colours only where the board uses them."""
    shown = "".join(f"<li>{chip(each)}</li>" for each in SHAPES if each in marks or each not in FOUR)
    states = (
        '<li><span class="state provisional">12.3%</span> provisional</li>'
        '<li><span class="gap awaiting">not received</span></li>'
        '<li><span class="state no_cases">no cases</span></li>'
        '<li><span class="state suppressed">hidden</span> too small to show</li>'
    )
    explained = '<li><a href="definitions?show=marks" target="_self">What the marks say, and by which rules</a></li>'
    return f'<ul class="key" aria-label="Key">{shown}{states}{explained}</ul>'
