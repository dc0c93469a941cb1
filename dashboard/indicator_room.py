"""The part of an indicator's page for the meeting: families behind it, what to ask, what was asked, what will be done."""

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.links import to_indicator
from metrics import words
from metrics.asking.in_the_room import Room
from metrics.asking.questions import Question
from metrics.explain import room as explain_room
from metrics.line import Line
from metrics.meeting_log.actions import STATUSES
from metrics.meeting_log.afterwards import Memory
from metrics.periods import Period
from metrics.verdicts import Reading


def families(line: Line) -> str:
    """Children and families: what one family does to what is said, and the figure's interval by family."""
    said = explain_room.families(line)
    return f"<h2>Families</h2>{_paragraphs(said)}" if said else ""


def room(found: Room, line: Line, period: Period, today: date) -> str:
    """What to ask, what was asked the last time, what will be done: side by side."""
    parts = (_ask(found.questions, period), _last_time(found.memory, today), _do(line, found.to_target))
    return f'<section class="room" aria-label="In the room">{"".join(f"<div>{each}</div>" for each in parts)}</section>'


def notes(reading: Reading) -> str:
    """What happened within the run that the figures are to be read with, numbered as on the chart."""
    items = "".join(f"<li>{escape(words.period(each.at))}: {escape(each.text)}.</li>" for each in reading.notes)
    return f'<ol class="happened" aria-label="What happened">{items}</ol>' if items else ""


def _ask(questions: Sequence[Question], period: Period) -> str:
    if not questions:
        return "<h2>What to ask</h2><p>Nothing stands out: the rules have no question for this figure.</p>"
    items = "".join(f"<li>{_question(each, period)}</li>" for each in questions)
    return f'<h2>What to ask</h2><ol class="questions">{items}</ol>'


def _question(each: Question, period: Period) -> str:
    beside = f" {to_indicator(each.other, period)}: {escape(each.other_said)}." if each.other else ""
    return f'{escape(each.text)}{beside}<span class="note">For {escape(each.to)}. Rule {escape(each.id)}.</span>'


def _last_time(memory: Memory | None, today: date) -> str:
    head = "<h2>What did we ask last time?</h2>"
    if memory is None:
        return f"{head}<p>Nothing was asked about this yet.</p>"
    asked = explain_room.last_time(memory.challenge, today) if memory.challenge else ()
    agreed = [f"Action {each.reference}: {words.sentence(each.text)} {STATUSES[each.status]}." for each in memory.actions]
    since = [memory.afterwards.sentence] if memory.afterwards else []
    return head + _paragraphs([*asked, *agreed, *since])


def _do(line: Line, to_target: int | None) -> str:
    return "<h2>What will you do?</h2>" + _paragraphs(explain_room.what_to_do(line, to_target))


def _paragraphs(said: Sequence[str]) -> str:
    return "".join(f"<p>{escape(each)}</p>" for each in said if each)
