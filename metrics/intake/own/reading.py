"""An agency's own extract read by the mapping that it confirmed: our rows, and every problem in the words of its headings."""

from typing import NamedTuple

from metrics.datasets import Kind, contract
from metrics.intake.desk import Desk
from metrics.intake.opened import Opened
from metrics.intake.own.mapping import Mapped, Understood, in_own_words, nothing_mapped, translated
from metrics.intake.own.seen import seen_in
from metrics.intake.own.table import OwnTable, own_table
from metrics.submission import Problem, Refused, Severity, Submission

RECORDS = "The headings are those of no dataset of ours."
MOSTLY = 0.8
OWN = "own_headings"
"""The format of an extract of an agency's own system."""
HOW = (
    "If it is an extract of your own system, say once what its columns are: on the page Send data, or with "
    "scorecard mapping propose FILE --agency ID --out FILE.toml"
)


class Unmapped(Refused):
    """A table of records under headings that nobody has confirmed the meaning of."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} {HOW}")


def lists_days(file: Opened) -> bool:
    """Whether a file's rows are records, whatever stands above them: a column holds days, as in no sheet of figures."""
    table = own_table(file)
    if table is None:
        return False
    read = table.read()
    seen = seen_in(
        read.rows, tuple(each for each in read.headings if each)
    )  # as the whole file has them, not as its beginning does
    return any(each.dates > MOSTLY and each.filled > 1 for each in seen.values())


class Own(NamedTuple):
    """An extract, and what its sender confirmed of it."""

    table: OwnTable
    mapping: Understood


def confirmed_for(file: Opened, mapped: Mapped) -> Own | None:
    """A file's table, where its sender confirmed what its headings are."""
    table = own_table(file) if mapped is not nothing_mapped else None
    mapping = mapped(table.named) if table else None
    return Own(table, mapping) if table and mapping else None


def lay_out(desk: Desk, own: Own) -> None:
    """Put an extract on the desk, as its sender confirmed it."""
    read = own.table.read()
    rows = translated(own.mapping, read.rows)
    desk.add(rows, {each: each for each in rows.column_names if each != "row_number"})
    desk.rows_read += len(read.ragged)
    for row, wanted, found in read.ragged:
        sentence = f"The row has {found} cells where {wanted} were expected. Look for a stray comma or quotation mark."
        desk.explain(row, "whole row", "wrong_number_of_cells", Severity.BLOCK, sentence)


def as_its_sender_says(submission: Submission, mapping: Understood, lacks: tuple[str, ...]) -> Submission:
    """The same, its problems in the words of the sender's headings; `lacks` names what the extract does not tell."""
    problems = tuple(_in_own_words(each, mapping) for each in submission.problems if each.field not in lacks)
    return submission.model_copy(update={"problems": problems, "lacks": lacks})


def _in_own_words(problem: Problem, mapping: Understood) -> Problem:
    columns = {each.name: each for each in contract(mapping.dataset).columns()}
    column = columns.get(problem.field)
    heading = mapping.headings_of(problem.field)
    if column and problem.rule == "cannot_be_read" and column.kind in {Kind.CODE, Kind.YES_NO}:
        kept = "The row was left out" if problem.severity is Severity.BLOCK else "The row was kept with this cell left empty"
        sentence = (
            f"“{heading}” holds a word of which nobody has said what it means. {kept}. Say what it means, then send it again."
        )
    else:
        sentence = in_own_words(mapping, problem.sentence)
    return problem.model_copy(update={"field": heading, "sentence": sentence})
