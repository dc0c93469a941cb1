"""The store and the board of the returns' specs, and sheets handed in with what their words were said to mean."""

from datetime import datetime

from metrics.intake import read_delivery
from metrics.store import Store
from metrics.submission import Delivery
from metrics.wide.meanings import Meanings
from tests.returns.conftest import RECEIVED, figure, store
from tests.wide.sheets import Row

__all__ = ["figure", "store"]


def confirmed(content: bytes, store: Store, **words: str) -> Meanings:
    """What the sheet's names were proposed to mean, taken as it is; and what is said of words."""
    from metrics.intake.opened import Opened
    from metrics.intake.sheets import sheets_of
    from metrics.wide.proposal import propose

    found = sheets_of(Opened(content))
    assert found is not None
    asked = propose(found.wide, store.meanings("council")).open
    names = {each.written: each.means or "not ours" for each in asked if each.kind == "names"}
    means = {each.written: words.get(each.written, each.means or "not ours") for each in asked if each.kind == "words"}
    return Meanings(names=names, words=means)


def read(
    store: Store, content: bytes, meanings: Meanings | None = None, agency: str = "council", received_at: datetime = RECEIVED
) -> Delivery:
    """A sheet read as an agency's, with what its words mean."""
    known = (meanings or Meanings()).or_else(store.meanings(agency))
    return read_delivery(
        content,
        agency=agency,
        board=store.board,
        key=store.key,
        received_at=received_at,
        population=store.children_on,
        known=known,
    )


def says(delivery: Delivery) -> list[Row]:
    """Every row that a delivery keeps."""
    rows = delivery.submissions[0].rows
    names = ("indicator", "period", "group_by", "group_value", "numerator", "denominator", "value", "status")
    return [
        tuple(each[name] or "" if name.startswith("group") else each[name] for name in names)
        for each in (rows.to_pylist() if rows else [])
    ]
