"""What the page says before its table: the finding, what it rests on, and the few things that need the board's attention."""

from html import escape
from itertools import groupby

from dashboard.links import to_indicator
from dashboard.marks import status
from metrics import words
from metrics.board import Board, Priority
from metrics.catalogue import JOURNEY
from metrics.coverage import State
from metrics.datasets import contract
from metrics.line import OFF
from metrics.scorecard import Exceptional, Line, Scorecard


def summary(card: Scorecard, of: int, priority: Priority | None = None) -> str:
    """The title, what the figures rest on, the exceptions and the way to each theme. `of`: the indicators before filtering."""
    if not card.lines:
        found = f"<h1>No indicator fits all that is chosen{escape(f' within {priority.name}' if priority else '')}</h1>"
        return f'<header class="top">{found}{_basis(card, of)}</header><p>Choose less above.</p>'
    found = f"{priority.name}: {card.headline[:1].lower()}{card.headline[1:]}" if priority else card.headline
    return f'<header class="top"><h1>{escape(found)}</h1>{_basis(card, of)}</header>{exceptions(card)}{jump_list(card)}'


def jump_list(card: Scorecard) -> str:
    """The themes of the table, each with how much of it is off target or missing; nothing where all is in sight."""
    groups = [(theme, list(lines)) for theme, lines in groupby(card.lines, key=lambda each: each.indicator.theme)]
    items = "".join(
        f'<li><a href="#theme-{theme}">{escape(JOURNEY[theme])}</a> {_counted(lines)}</li>' for theme, lines in groups
    )
    return f'<nav class="jump" aria-label="Jump to"><ul>{items}</ul></nav>' if len(groups) > 1 else ""


def exceptions(card: Scorecard) -> str:
    """At most five lines: off target, missing or changed, each with whom to ask."""
    if not card.exceptions:
        return ""
    items = "".join(_exception(each, card) for each in card.exceptions)
    return f'<section class="attention" aria-label="What needs attention"><ol>{items}</ol></section>'


def first_steps(board: Board) -> str:
    """What stands on the page before any data has come: what to do next."""
    senders = "".join(
        f"<li><b>{escape(each.name)}</b>: {escape(', '.join(contract(name).title for name in each.sends))}</li>"
        for each in board.agencies
        if each.sends
    )
    return (
        f'<header class="top"><h1>No data has been received yet</h1><p class="basis">{escape(board.name)}</p></header>'
        '<p>Each agency sends its files on the page <a href="send_data" target="_self">Send data</a>. It reads a file, says '
        "what it found, and keeps nothing until you accept it. The scorecard fills as files come.</p>"
        f"<h2>What this board expects</h2><ul>{senders}</ul>"
        '<p>What each file holds is on the page <a href="definitions" target="_self">Definitions</a>.</p>'
    )


def _counted(lines: list[Line]) -> str:
    """`12`, and behind it what of them needs attention."""
    off, missing = sum(each.status.mark in OFF for each in lines), sum(each.is_missing for each in lines)
    said = [f"<b>{off} off target</b>"] * (off > 0) + [f"{missing} not received"] * (missing > 0)
    return f'<span class="quiet">{len(lines)}{": " if said else ""}</span>{", ".join(said)}'


def _basis(card: Scorecard, of: int) -> str:
    parts = [
        escape(card.board_name),
        f"<b>{escape(words.period(card.period.label))}</b>, {escape(words.span(card.period.first_day, card.period.last_day))}",
        f"<b>{card.values_in} of {card.values_expected}</b> figures in",
        f"as known on {escape(words.moment(card.known_at or card.made_at))}",
    ]
    if card.unsigned:
        parts.append("none signed off yet" if card.unsigned == card.values else f"{card.unsigned} not signed off")
    if card.meeting:
        parts.append(f"next meeting {escape(words.day(card.meeting))}")
    if len(card.lines) != of:
        parts.append(f"showing {len(card.lines)} of {of} indicators")
    return f'<p class="basis">{" · ".join(parts)}</p>'


def _exception(found: Exceptional, card: Scorecard) -> str:
    line = found.line
    also = "".join(f", {to_indicator(each.indicator, card.period)}" for each in found.same_gap)
    return (
        f'<li class="{line.status.mark if line.figure.state.has_value else "awaiting"}">'
        f'<div class="what">{_why(line)}</div>'
        f'<div class="said">{to_indicator(line.indicator, card.period)}{also} {_age(line)}'
        f"<div>{escape(line.sentence)}</div>{_one_family(line)}</div>"
        f'<div class="ask">Ask <b>{escape(line.ask)}</b>{_whom(line)}</div></li>'
    )


def _one_family(line: Line) -> str:
    return f'<div class="one-family">{escape(line.without_one)}</div>' if line.without_one else ""


def _whom(line: Line) -> str:
    return f": {escape(line.contact)}" if line.contact else ""


def _age(line: Line) -> str:
    """How far to trust it: how far the data reaches, how old it is, and whether later data may change it."""
    if not line.figure.data_to:
        return ""
    said = f"Data to {words.day(line.figure.data_to, short=True)}, {words.age(line.data_age_days)}."
    if line.figure.state is State.PROVISIONAL:
        said = f"Provisional. {said}"
    return f'<span class="quiet">{escape(said)}</span>'


def _why(line: Line) -> str:
    if not line.figure.state.has_value:
        return f'<span class="gap {line.figure.state}">{escape(words.short_gap(line.figure.state))}</span>'
    if line.change.direction in {"worsened", "rose", "fell"}:
        return f'<div>{status(line)}</div><b class="changed">{escape(words.change(line.change.direction))}</b>'
    return status(line)
