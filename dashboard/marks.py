"""Marks: how a status and a state of a figure look. Shape, letter, colour and word together: never colour alone."""

from html import escape

from metrics import words
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.status import Mark

SHAPES: dict[Mark, str] = {
    "red": '<rect x="1" y="1" width="10" height="10"/>',
    "amber": '<path d="M6 .8L11.6 11H.4z"/>',
    "green": '<circle cx="6" cy="6" r="5.2"/>',
    "monitor": '<path class="hollow" d="M6 1.2L10.8 6 6 10.8 1.2 6z"/>',
    "no_target": '<path class="hollow" d="M2 6h8"/>',
    "cannot_tell": '<circle class="hollow dashed" cx="6" cy="6" r="4.6"/>',
}
LETTERS: dict[Mark, str] = {
    "red": "R",
    "amber": "A",
    "green": "G",
    "monitor": "M",
    "no_target": "–",
    "cannot_tell": "?",
}
KEY: tuple[Mark, ...] = ("red", "amber", "green", "monitor", "no_target", "cannot_tell")


def chip(mark: Mark) -> str:
    """The status mark with its word."""
    shape = f'<svg viewBox="0 0 12 12" aria-hidden="true">{SHAPES[mark]}</svg>'
    letter = f'<span aria-hidden="true">{LETTERS[mark]}</span>'
    return f'<span class="chip {mark}">{shape}{letter}</span> <span class="word">{escape(words.status(mark))}</span>'


def figure(shown: Figure, unit: str) -> str:
    """One figure, or what stands in its place, in a form that no other state has."""
    if not shown.state.has_value:
        return f'<span class="state {shown.state}">{escape(words.short_gap(shown.state))}</span>'
    value = f'<span class="state {shown.state}">{escape(words.number(shown.value, unit))}</span>'
    return f'{value}<span class="note"> provisional</span>' if shown.state is State.PROVISIONAL else value


def gap(shown: Figure, sentence: str) -> str:
    """The sentence that stands in place of a figure and what it is made of."""
    return f'<div class="gap {shown.state}">{escape(sentence)}</div>'
