"""The first part of the page of a coming meeting: what the last one left, what came of it, and what the numbers did."""

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.html_table import Cell, Row, html_table
from dashboard.meeting_parts import action_row
from metrics import meeting_words, words
from metrics.board import Board
from metrics.meeting_log.evidence import title_of
from metrics.meeting_log.from_last import Followed, FromLast

ACTIONS: Row = ["Action", "What was agreed", "Owners", "Due", "Status"]
CHALLENGES: Row = ["Challenge", "Question, and the line it hangs on", "To", "What came of it", "What the figure did since"]


def from_last_meeting(found: FromLast, board: Board, today: date) -> str:
    """Actions overdue, due and done, then challenges unanswered and answered: counted in words, then one by one."""
    said = meeting_words.left_by_last(found)
    actions = _grouped(
        ("Overdue", [action_row(each, board, today) for each in found.overdue]),
        ("Due", [action_row(each, board, today) for each in found.due]),
        ("Done since", [action_row(each, board, today) for each in found.done]),
    )
    challenges = _grouped(
        ("Not answered", [_challenge(each, board, today) for each in found.unanswered]),
        ("Answered", [_challenge(each, board, today) for each in found.answered]),
    )
    return (
        f'<section aria-labelledby="from-last"><h2 id="from-last">From the last meeting</h2><p>{escape(said)}</p>'
        f"{_table('Actions of earlier meetings', ACTIONS, actions)}"
        f"{_table('Challenges of earlier meetings', CHALLENGES, challenges)}</section>"
    )


def _grouped(*groups: tuple[str, Sequence[Row]]) -> list[Row]:
    """Rows under the name of their group, with how many there are; a group without rows is left out."""
    found: list[Row] = []
    for name, rows in groups:
        if rows:
            found += [[f"{name}: {len(rows)}"], *rows]
    return found


def _table(caption: str, heads: Row, rows: Sequence[Row]) -> str:
    return html_table(caption, heads, rows, look="stack", hide_caption=True) if rows else ""


def _challenge(found: Followed, board: Board, today: date) -> Row:
    each, after = found.challenge, found.after
    fired = f"Rules that fired since: {'; '.join(after.fired)}." if after and after.fired else ""
    return [
        Cell(each.reference, "nowrap", link=f"log?show=challenges&key={each.key}"),
        Cell(each.question, note=f"{title_of(each.indicator)}. {each.said}"),
        Cell(board.called(each.to), note=f"asked by {each.asked_by}"),
        _came(found, today),
        Cell(after.sentence if after else "The indicator is no longer counted.", note=fired),
    ]


def _came(found: Followed, today: date) -> Cell:
    each = found.challenge
    state = meeting_words.challenge_state(each, today)
    if not each.answer:
        due = f"An answer is due by {words.day(each.due)}." if each.due and each.state(today) == "open" else ""
        return Cell(state, "gap-words strong" if each.state(today) == "overdue" else "", note=due)
    return Cell(each.answer, note=" ".join(filter(None, (f"{state}.", f"Outcome: {each.outcome}" if each.outcome else ""))))
