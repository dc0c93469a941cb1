"""The sample's board has a history of its settings, which ends with the board file that the sample tells of."""

from pathlib import Path

from metrics.board import read_board
from metrics.board_settings.changing import history
from metrics.store import Store
from sample_data.changed import BEGAN, DEPUTY_BEFORE, as_it_was, change_settings
from sample_data.load import board_text


def test_two_changes_lead_to_the_board_file(tmp_path: Path) -> None:
    board = read_board(board_text())
    with Store.create(tmp_path / "sample.duckdb", as_it_was(board_text()), BEGAN) as store:
        change_settings(store, board)
        assert store.board == board
        deputy, target, first = history(store)
    assert first.set_at < target.set_at < deputy.set_at
    assert (deputy.changes[0].old, deputy.set_by) == (DEPUTY_BEFORE, "business manager")
    assert ("70", "56") in {(each.old, each.new) for each in target.changes}
