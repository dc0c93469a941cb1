"""What a change of settings would do to the scorecard, before it is kept: flips of status first."""

from datetime import date

from metrics.board import Board
from metrics.board_settings.file import board_toml
from metrics.board_settings.versions import NOBODY, keep_board
from metrics.clock import now
from metrics.editions.changes import Difference, differences
from metrics.frozen import Frozen
from metrics.meetings import last_due_quarter
from metrics.periods import Period
from metrics.scorecard import scorecard, scorecard_on
from metrics.store import Store


class SettingsPreview(Frozen):
    """The lines of a period's scorecard that would differ, the gravest first, out of how many."""

    period: Period
    found: tuple[Difference, ...]
    lines: int


def preview_settings(store: Store, after: Board, today: date | None = None) -> SettingsPreview:
    """The newest scorecard that is due, by the settings as they are and as they would be. Nothing is kept."""
    day = today or now().date()
    period = last_due_quarter(store.board, day)
    before = scorecard(store, period, today=day)
    with store.as_if() as cursor:
        keep_board(cursor, board_toml(after), NOBODY)
        would_be = scorecard_on(cursor, period, today=day)
    return SettingsPreview(period=period, found=tuple(differences(before, would_be)), lines=len(before.lines))
