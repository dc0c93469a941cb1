"""The parts of the page of a meeting, as HTML: its clock, its issues, what changed, what came late, what it opens with."""

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.html_table import Cell, Row, html_table
from metrics import meeting_words, words
from metrics.board import Board
from metrics.editions import Edition
from metrics.editions.arrivals import Arrival
from metrics.editions.changes import KINDS, Difference, Side
from metrics.line import Line, Scorecard
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.meeting_log.commentary import Commentary
from metrics.meeting_log.contradictions import warnings
from metrics.meeting_words import Owed, Step

MARKS = {"past": "✓", "next": "▶", "to come": "○"}


def clock(steps: Sequence[Step]) -> str:
    """The clock as an ordered list: shape, word and day of each step."""
    items = "".join(
        f'<li class="{each.state.replace(" ", "-")}"><span class="mark" aria-hidden="true">{MARKS[each.state]}</span> '
        f"<b>{escape(each.name)}</b><br>{escape(words.day(each.day))}"
        f'<span class="note">{escape(each.away)}{": next" if each.state == "next" else ""}</span></li>'
        for each in steps
    )
    return f'<ol class="clock" aria-label="The days that lead to the meeting">{items}</ol>'


def in_the_room(meeting: date) -> str:
    """The way to the slides of the newest issue, and to the chair's screen beside them."""
    day = meeting.isoformat()
    return (
        f'<p><a href="present/{day}" target="_self">Present the newest issue on the screen of the room</a> · '
        f'<a href="chair/{day}" target="_self">The chair’s screen: notes, clock, log a challenge or an action</a></p>'
    )


def owed_table(found: Sequence[Owed], meeting: date) -> str:
    """How far each agency's words are."""
    rows: list[Row] = [
        [
            Cell(each.agency_name, link=f"commentary?agency={each.agency}&meeting={meeting.isoformat()}"),
            Cell(str(each.asked), "number"),
            Cell(str(each.begun), "number"),
            Cell(str(each.signed_off), "number strong"),
            "all signed off" if each.signed_off == each.asked else f"{each.asked - each.signed_off} still to be signed off",
        ]
        for each in found
    ]
    heads: Row = ["Agency", Cell("Owed", "number"), Cell("Begun", "number"), Cell("Signed off", "number"), "So"]
    return html_table("Words beside the exceptions, by agency", heads, rows, look="stack snug", hide_caption=True)


def issues_table(found: Sequence[Edition]) -> str:
    """The issues of a meeting, with their marks."""
    rows: list[Row] = [
        [
            f"Issue {each.issue}",
            Cell(words.moment(each.frozen_at), "nowrap"),
            each.frozen_by,
            each.because or "first issue",
            Cell(each.content_hash[:16], "code"),
        ]
        for each in found
    ]
    heads: Row = ["Issue", "Frozen", "By", "Why", "SHA-256 begins"]
    return html_table("Issues of this meeting", heads, rows, look="stack", hide_caption=True)


def changes_table(found: Sequence[Difference], caption: str) -> str:
    """What differs, the gravest first: what it is, old, new, who, why."""
    if not found:
        return f'<p class="quiet">{escape(caption)}: nothing differs.</p>'
    rows: list[Row] = [
        [
            Cell(each.title, note=each.owner, link=f"indicator?id={each.indicator}"),
            Cell(KINDS[each.kind], "strong" if each.kind in {"status", "gap_filled"} else ""),
            *_sides(each.was, each.now),
            Cell("; ".join(each.who) or "nothing was sent", note=words.sentence(each.why)),
        ]
        for each in found
    ]
    heads: Row = ["Indicator", "What", "Was", "Is", "Who, and why"]
    return html_table(f"{caption}: {words.count_of(len(found), 'line')}", heads, rows, look="stack")


def _sides(was: Side | None, is_now: Side | None) -> list[Cell]:
    return [Cell(each.figure, note=f"{each.status}; {each.change}") if each else Cell("not there") for each in (was, is_now)]


def words_list(found: Sequence[Commentary], card: Scorecard, board: Board) -> str:
    """The words that an issue holds beside its lines, with what a reader should know of them."""
    lines = {each.indicator.id: each for each in card.lines}
    names = {each.id: each.name for each in board.agencies}
    said = [
        _words(each, lines[each.indicator], names.get(each.agency, each.agency)) for each in found if each.indicator in lines
    ]
    return "".join(said) or '<p class="quiet">No words had been signed off when it was frozen.</p>'


def _words(each: Commentary, line: Line, agency: str) -> str:
    by_when = f"By {words.day(each.by_when)}." if each.by_when else ""
    warned = "".join(f'<p class="warned"><span aria-hidden="true">▲</span> {escape(said)}</p>' for said in warnings(each, line))
    public = f"<p><b>For the public:</b> {escape(each.public)}</p>" if each.public else ""
    texts = (each.what, each.why, each.so_what, f"{each.what_next} {by_when}")
    return (
        f"<h3>{escape(line.indicator.title)}</h3><p>{escape(line.sentence)}</p>"
        f'<div class="said">{"".join(f"<p>{escape(text)}</p>" for text in texts)}{public}'
        f'<p class="quiet">{escape(agency)}, signed off by {escape(each.signed_off_by)}</p></div>{warned}'
    )


def late_list(found: Sequence[Arrival], later_words: Sequence[str]) -> str:
    """What came after the freeze."""
    items = [each.words for each in found] + [f"Commentary: {each}" for each in later_words]
    if not items:
        return '<p class="quiet">Nothing about its period was received after it was frozen.</p>'
    said = "".join(f"<li>{escape(each)}</li>" for each in items)
    return f'<p>Received after the freeze, and not in this issue. A reissue takes it in.</p><ul class="plain">{said}</ul>'


def actions_table(found: Sequence[Action], board: Board, today: date, caption: str) -> str:
    """Actions with owners and where they stand."""
    rows = [action_row(each, board, today) for each in found]
    heads: Row = ["Action", "What was agreed", "Owners", "Due", "Status"]
    return html_table(caption, heads, rows, look="stack", hide_caption=True)


def action_row(each: Action, board: Board, today: date) -> Row:
    """One action: what was agreed, with the newest update, whose, by when, and where it stands."""
    return [
        Cell(each.reference, "nowrap", link=f"log?show=actions&key={each.key}"),
        Cell(each.text, note=each.updates[-1].text if each.updates else ""),
        each.owner_names(board),
        Cell(words.day(each.due, short=True) or "no day", "nowrap"),
        Cell(meeting_words.action_state(each, today), "gap-words strong nowrap" if each.days_overdue(today) else "nowrap"),
    ]


def challenges_table(found: Sequence[Challenge], board: Board, today: date, caption: str) -> str:
    """Challenges with whom they went to and where they stand."""
    names = {each.id: each.name for each in board.agencies}
    rows: list[Row] = [
        [
            Cell(each.reference, "nowrap", link=f"log?show=challenges&key={each.key}"),
            Cell(each.question, note=each.said),
            Cell(names.get(each.to, each.to), note=f"asked by {each.asked_by}"),
            Cell(words.day(each.due, short=True) or "no day", "nowrap"),
            Cell(meeting_words.challenge_state(each, today), "gap-words strong" if each.state(today) == "overdue" else ""),
        ]
        for each in found
    ]
    heads: Row = ["Challenge", "Question, and the line it hangs on", "To", "Answer due", "Status"]
    return html_table(caption, heads, rows, look="stack", hide_caption=True)
