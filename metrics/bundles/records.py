"""What a store may hold: where a board keeps no records of children, a file that lists them is not taken."""

from metrics.board import Board
from metrics.datasets import Kind, contract
from metrics.submission import Delivery, Refused

NO_RECORDS = (
    "This board keeps no records of children (child_level = false in its board.toml), and the file lists them: {titles}. "
    "Prepare its counts inside your agency and send those: scorecard prepare FILE --agency {agency} --board board.toml "
    "--out {agency}.bundle"
)


def refuse_records(board: Board, delivery: Delivery) -> None:
    """Raise Refused for a delivery with records, where the board keeps none."""
    if board.store.child_level:
        return
    titles = [contract(each.dataset).title for each in delivery.submissions if each.rows_kept and lists_records(each.dataset)]
    if titles and not delivery.bundle:
        raise Refused(NO_RECORDS.format(titles=", ".join(dict.fromkeys(titles)).lower(), agency=delivery.agency))


def lists_records(dataset: str) -> bool:
    """Whether a row of a dataset is about a child, a case or an episode: whatever has an identifier counts as that."""
    return any(each.kind is Kind.IDENTIFIER for each in contract(dataset).columns())
