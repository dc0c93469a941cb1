"""Making a store that holds the sample partnership, by the road that every real file takes."""

from datetime import datetime
from importlib.resources import files
from pathlib import Path

from metrics.benchmarks.shipped import load_shipped
from metrics.board import Board, read_board
from metrics.intake import read_delivery
from metrics.store import Store
from metrics.submission import Delivery
from sample_data.census import CAME, census
from sample_data.changed import BEGAN, as_it_was, change_settings
from sample_data.files import SampleFile
from sample_data.generate import sample_files
from sample_data.meetings import hold_meetings
from sample_data.neighbours import load_neighbours
from sample_data.signed import sign_all

LOADED_AT = datetime(2026, 10, 5, 9, 0)


def board_text() -> str:
    """The board file of the sample partnership."""
    return (files("sample_data") / "board.toml").read_text(encoding="utf-8")


def make_sample_store(path: Path) -> Store:
    """Make a store at a path with everything the sample agencies sent. Raises StoreError if there is a file already."""
    text = board_text()
    board = read_board(text)
    store = Store.create(path, as_it_was(text), BEGAN)
    try:
        change_settings(store, board)
        with store.cursor() as cursor:
            load_neighbours(cursor, LOADED_AT)
            load_shipped(cursor, LOADED_AT)
        store.accept_all([_read_census(store, board), *(_read(store, board, file) for file in sample_files())])
        sign_all(store, board)
        hold_meetings(store)
    except BaseException:
        store.close()
        raise
    return store


def _read_census(store: Store, board: Board) -> Delivery:
    lead = board.agency("council").lead
    return read_delivery(census(), agency="council", board=board, key=store.key, received_at=CAME, received_by=lead)


def _read(store: Store, board: Board, file: SampleFile) -> Delivery:
    return read_delivery(
        file.content,
        agency=file.agency,
        board=board,
        key=store.key,
        dataset=file.dataset,
        as_at=file.as_at,
        covers_from=file.covers_from,
        received_at=file.received_at,
        received_by=board.agency(file.agency).lead,
    )
