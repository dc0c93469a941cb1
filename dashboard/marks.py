"""Marks: how a status and a state of a figure look. Shape, letter, colour and word together: never colour alone."""

from html import escape

from metrics import words
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.status import Mark

SHAPES: dict[Mark, str] = {"red": "■ R", "amber": "▲ A", "green": "● G", "monitor": "◇ M", "no_target": "–", "cannot_tell": "?"}
KEY: tuple[Mark, ...] = tuple(SHAPES)


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


def key() -> str:
    """What the marks mean."""
    marks = "".join(f"<li>{chip(each)}</li>" for each in KEY)
    states = (
        '<li><span class="state provisional">12.3%</span> provisional</li>'
        '<li><span class="gap awaiting">not received</span></li>'
        '<li><span class="state no_cases">no cases</span></li>'
        '<li><span class="state suppressed">hidden</span> too small to show</li>'
    )
    return f'<ul class="key" aria-label="Key">{marks}{states}</ul>'
