"""The parts of the page of challenges and actions, as HTML: one of them in full, and the counts."""

from collections.abc import Sequence
from datetime import date
from html import escape

from dashboard.html_table import Cell, Row, html_pairs, html_table
from metrics import meeting_words, words
from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.meeting_log.actions import Action
from metrics.meeting_log.afterwards import Afterwards
from metrics.meeting_log.challenges import Challenge, Counted


def one_challenge(each: Challenge, board: Board, today: date, after: Afterwards | None) -> str:
    """A challenge with everything that came of it."""
    pairs = [
        ("Line", f"{_title(each.indicator)}. {each.said} Issue {each.issue}; {each.status}."),
        ("Asked by", f"{each.asked_by}, on {words.day(each.asked_on)}"),
        ("To", board.called(each.to)),
        ("Question", each.question),
        ("Answer", f"{each.answer} ({each.answered_by}, {words.day(each.answered_on)})" if each.answer else "none yet"),
        ("Outcome", each.outcome or "not closed"),
        ("What the figure did afterwards", _after(after)),
    ]
    state = meeting_words.challenge_state(each, today)
    return f"<h2>Challenge {escape(each.reference)}: {escape(state.lower())}</h2>{html_pairs(pairs)}"


def one_action(each: Action, board: Board, today: date) -> str:
    """An action with every update."""
    pairs = [
        ("Action", each.text),
        ("Owners", each.owner_names(board)),
        ("Due", words.day(each.due) or "no day"),
        ("From", f"challenge {each.challenge}" if each.challenge else "agreed without a challenge"),
        ("Line", _title(each.indicator) if each.indicator else "none"),
        *([("Source", each.source)] if each.source else []),
        *([("Merged into", each.merged_into)] if each.merged_into else []),
        *((words.day(said.on), f"{said.text} ({said.by})") for said in each.updates),
    ]
    state = meeting_words.action_state(each, today)
    return f"<h2>Action {escape(each.reference)}: {escape(state.lower())}</h2>{html_pairs(pairs)}"


def counts_table(found: Sequence[Counted]) -> str:
    """Every agency, those never challenged included."""
    heads: Row = ["Agency", *(Cell(each, "number") for each in ("Asked", "Answered", "No answer, overdue", "Closed"))]
    rows: list[Row] = [
        [each.agency, *(Cell(str(number), "number") for number in (each.asked, each.answered, each.overdue, each.closed))]
        for each in found
    ]
    return html_table("Challenges by agency", heads, rows, look="stack snug", hide_caption=True)


def _after(after: Afterwards | None) -> str:
    if after is None:
        return "The indicator is no longer counted."
    return f"{after.sentence} {'Rules that fired since: ' + '; '.join(after.fired) + '.' if after.fired else ''}".strip()


def _title(indicator: str) -> str:
    known = read_catalogue().get(indicator)
    return known.title if known else indicator
