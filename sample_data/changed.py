"""What the sample's board has changed of its settings since it began: a new deputy, and why a target was chosen."""

from datetime import datetime

from metrics.board import Board
from metrics.board_settings.changing import Edit, keep_edits, value_at
from metrics.board_settings.versions import SetBy
from metrics.store import Store

BEGAN = SetBy("", "", datetime(2024, 4, 2, 9, 30))
"""When the board file was set for the first time."""
POLICE, CAMHS = "agencies.police", "targets.camhs_wait_mean"
DEPUTY_BEFORE = "Sgt Fay Lowe, public protection"
NAMED = SetBy("business manager", "the deputy named before has moved to another force", datetime(2025, 9, 16, 10, 5))
AGREED = SetBy("business manager", "agreed by the executive board: eight weeks, not ten", datetime(2025, 6, 13, 14, 20))


def as_it_was(text: str) -> str:
    """The board file before any change."""
    deputy = 'deputy = "Sgt Dev Malhotra, public protection"\ndeputy_contact = "dev.malhotra@marlowvale-police.example"'
    before = f'deputy = "{DEPUTY_BEFORE}"\ndeputy_contact = "fay.lowe@marlowvale-police.example"'
    wait = 'indicator = "camhs_wait_mean"\ntarget = "56"\nagreed_by = "Executive board"\nagreed_on = 2025-06-12'
    return text.replace(deputy, before).replace(wait, 'indicator = "camhs_wait_mean"\ntarget = "70"')


def change_settings(store: Store, board: Board) -> None:
    """The changes, the earlier first: after them the settings are those of the board file."""
    for place, said in ((CAMHS, AGREED), (POLICE, NAMED)):
        keep_edits(store, [Edit(place, value_at(store.board, place), value_at(board, place))], said)
