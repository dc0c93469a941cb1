"""Who presents when at a meeting, and for how long."""

from datetime import date

from metrics.board import Board
from metrics.board.running_order import Turn

USUAL_MINUTES = 10


def running_order(board: Board, meeting: date) -> tuple[Turn, ...]:
    """The turns of a meeting: those set for it, else the board's usual ones, else every agency for as long as the others."""
    own = tuple(each for each in board.running_order if each.meeting == meeting)
    usual = tuple(each for each in board.running_order if each.meeting is None)
    return own or usual or tuple(Turn(agency=each.id, minutes=USUAL_MINUTES) for each in board.agencies)
