"""The sheet that an agency fills in: the template of returns with a row for each indicator that it is to return."""

import csv
from io import StringIO

from metrics import words
from metrics.board import Agency, Board
from metrics.catalogue import read_catalogue
from metrics.datasets import contract
from metrics.datasets.returns import Return
from metrics.periods import Period


def sheet_csv(board: Board, agency: Agency, period: Period) -> str:
    """A CSV with a row for each indicator that the board expects the agency to return, its figures left empty.

    Raises ValueError when it is to return none.
    """
    if not agency.returns:
        raise ValueError(
            f"The board file names no indicator that {agency.name} returns. Name them: returns = [...] under its agency."
        )
    columns = [each.name for each in contract(Return.dataset).columns()]
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for name in agency.returns:
        title = read_catalogue()[name].title
        writer.writerow({"indicator": title, "period": words.period(period.label), "area": board.area.code})
    return text.getvalue()
