"""What the words of a sheet most probably mean: proposed, to be confirmed once; what was confirmed is not asked again."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple

from metrics import words
from metrics.catalogue import read_catalogue
from metrics.datasets.returns import BLANKS, STATUSES
from metrics.frozen import Frozen
from metrics.returns.names import find_indicator
from metrics.submission import Refused
from metrics.wide.cells import Said, blank_word, is_sure_word, read_cell
from metrics.wide.columns import NOT_READ, Block, Column, blocks_of, looks_wide
from metrics.wide.headings import DENOMINATOR, FIGURE
from metrics.wide.lines import Line, Lines, lines_of
from metrics.wide.matching import propose_indicator
from metrics.wide.meanings import Known, Meanings, nothing_known, still_good, to_toml
from metrics.wide.sheet import Sheet

MOST_NAMES = 400


class Question(Frozen):
    """One word of the sheet: what it most probably means (empty where that is open), and whether that was confirmed."""

    kind: Literal["names", "words", "columns"]
    written: str
    means: str
    is_known: bool
    score: float = 0.0
    alternatives: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class TableRead(NamedTuple):
    """One table of a sheet, taken apart."""

    sheet: Sheet
    block: Block
    lines: Lines


class Proposal(Frozen):
    """What a sheet holds, and what its words mean."""

    questions: tuple[Question, ...]
    periods: tuple[str, ...]
    rows: int
    notes: tuple[str, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """What is still to be confirmed."""
        return tuple(each for each in self.questions if not each.is_known)

    def means(self, kind: str, written: str) -> str:
        """What a word of the sheet means; empty where it is none of ours."""
        found = next((each.means for each in self.questions if (each.kind, each.written) == (kind, written)), "")
        return "" if found == NOT_READ else found

    def to_fill_in(self, given: Meanings | None = None) -> str:
        """The file in which people confirm it; what was filled in already stays."""
        sections: dict[str, dict[str, tuple[str, str]]] = {}
        for (kind, written), means in (given or Meanings()).said().items():
            sections.setdefault(kind, {})[written] = (means, "Filled in before.")
        for each in self.open:
            sections.setdefault(each.kind, {})[each.written] = (each.means, _remark(each))
        return to_toml(sections, HEAD)


class Unconfirmed(Refused):
    """A sheet whose words are still to be confirmed: what they most probably mean is in `proposal`."""

    def __init__(self, proposal: Proposal) -> None:
        named = words.count_of(len(proposal.open), "name or word", "names or words")
        super().__init__(f"{words.capital(named)} of the sheet are still to be confirmed. Nothing has been taken.")
        self.proposal = proposal


HEAD = f"""What the names and words of this sheet mean. Read each line, correct it, fill in what is empty.
[names]: an indicator's id or its title, or "{NOT_READ}" for a row that is none of ours.
[words]: {", ".join(BLANKS)}, or "{NOT_READ}" where the cell says nothing.
[columns]: a period such as 2026/27 Q2 or 2026-09, or "{NOT_READ}".
Then send the sheet with it. It is remembered, and not asked again."""


def tables_of(sheets: Sequence[Sheet], known: Known) -> tuple[TableRead, ...]:
    """Every table of every sheet."""
    blocks = ((sheet, block) for sheet in sheets for block in blocks_of(sheet, partial(known, "columns")))
    return tuple(TableRead(sheet, block, lines_of(sheet, block)) for sheet, block in blocks)


def propose(sheets: Sequence[Sheet], known: Known = nothing_known) -> Proposal:
    """What sheets hold and mean. Raises Refused, with one sentence, where there is no row of figures under periods."""
    tables = tables_of(sheets, known)
    if not any(each.lines.read for each in tables):
        raise Refused(_nothing(sheets))
    if len({line.key for each in tables for line in each.lines.read}) > MOST_NAMES:
        raise Refused(f"The sheet has more than {MOST_NAMES} names of rows. Send only the rows of indicators.")
    names, asked = list(_names(tables, known)), [*_words(tables, known), *_columns(tables)]
    periods = dict.fromkeys(each.period.label for table in tables for each in table.block.columns if each.period)
    return Proposal(
        questions=(*names, *asked),
        periods=tuple(periods),
        rows=sum(len(table.lines.read) for table in tables),
        notes=tuple(_notes(tables)),
    )


def _nothing(sheets: Sequence[Sheet]) -> str:
    if not any(each.rows for each in sheets):
        return "The workbook holds no visible sheet with anything in it. Check that this is the right file."
    if any(map(looks_wide, sheets)):
        return "The sheet has headings of periods and no figures under them. Fill them in, or write why there are none."
    return (
        "No row of the sheet heads its columns with periods, such as Q1 2026/27 or Sep 2026. Where the periods stand in rows, "
        "copy the table and paste it transposed."
    )


def _names(tables: Sequence[TableRead], known: Known) -> Iterator[Question]:
    by_key: dict[str, list[tuple[TableRead, Line]]] = {}
    for table in tables:
        for line in table.lines.read:
            by_key.setdefault(line.key, []).append((table, line))
    for found in by_key.values():
        written = found[0][1].name
        places = tuple(dict.fromkeys(table.sheet.place(line.row) for table, line in found))
        said = known("names", written)
        if said is None and (exact := find_indicator(written)):
            said = exact.id
        if said and still_good("names", said):
            yield Question(kind="names", written=written, means=said, is_known=True, score=1.0, places=places)
            continue
        guess = propose_indicator(written, percent=_is_percent(found))
        alternatives = tuple(each.indicator for each in guess.alternatives if each.indicator != guess.indicator)
        yield Question(
            kind="names", written=written, means=guess.indicator, is_known=False, score=guess.score,
            alternatives=alternatives, places=places,
        )  # fmt: skip


def _is_percent(found: Sequence[tuple[TableRead, Line]]) -> bool | None:
    """Whether a name's figures are seen to be shares; None where that cannot be seen."""
    if any(line.is_percent or line.part == DENOMINATOR for _, line in found):
        return True
    said = [each for table, line in found if line.part == FIGURE for each in _cells(table, line)]
    if any(each.percent is not None or each.denominator is not None for each in said):
        return True
    return False if any(each.number is not None for each in said) else None


def _cells(table: TableRead, line: Line) -> Iterator[Said]:
    for column in table.block.columns:
        yield read_cell(table.sheet.cell(line.row, column.place), lambda _: "")


def _words(tables: Sequence[TableRead], known: Known) -> Iterator[Question]:
    """The words that stand in place of figures: those that can mean only one thing are not asked."""
    places: dict[str, list[str]] = {}
    guesses: dict[str, tuple[str, bool]] = {}
    for table, line, column in _figure_cells(tables):
        text = table.sheet.cell(line.row, column.place)
        word = blank_word(text)
        if word:
            guesses[word[0]] = (word[1], is_sure_word(text))
            places.setdefault(word[0], []).append(table.sheet.place(line.row, column.place))
    for written, (guess, is_sure) in guesses.items():
        said = known("words", written)
        means = said if said is not None else guess
        yield Question(
            kind="words", written=written, means=means, is_known=is_sure or said is not None, places=tuple(places[written])
        )


def _figure_cells(tables: Sequence[TableRead]) -> Iterator[tuple[TableRead, Line, Column]]:
    for table in tables:
        for line in table.lines.read:
            for column in table.block.columns:
                yield table, line, column


def _columns(tables: Sequence[TableRead]) -> Iterator[Question]:
    asked = {each.asked: table for table in tables for each in table.block.columns if each.asked}
    for heading, table in asked.items():
        yield Question(kind="columns", written=heading, means="", is_known=False, places=(table.sheet.name,))


def _notes(tables: Sequence[TableRead]) -> Iterator[str]:
    """What of the sheet was not read, so that nobody misses it."""
    for sheet, block, lines in tables:
        if comments := [row for row in range(block.first_row, block.end_row) if _has_any(sheet, row, block.notes)]:
            yield (
                f"{words.capital(words.count_of(len(comments), 'comment'))} beside the figures ({sheet.place(comments[0])}"
                f"{' and below' if len(comments) > 1 else ''}) were not kept: free text may name a child."
            )
        if lines.notes:
            yield f"{words.capital(words.count_of(len(lines.notes), 'note'))} under the rows were not read."
        if block.not_read:
            said = ", ".join(sheet.place(block.first_row - 1, each) for each in block.not_read[:5])
            yield f"{words.capital(words.count_of(len(block.not_read), 'column'))} without a period were not read: {said}."
        for row in lines.nameless[:5]:
            yield f"{words.capital(sheet.place(row))} has figures and no name. It was not read."


def _has_any(sheet: Sheet, row: int, columns: Sequence[int]) -> bool:
    return row < len(sheet.rows) and any(sheet.cell(row, each) for each in columns)


def _remark(question: Question) -> str:
    where = "; ".join(question.places[:3])
    if question.kind == "names":
        titles = [f"{each}: {read_catalogue()[each].title}" for each in question.alternatives]
        sure = f"{where}. Proposed: {read_catalogue()[question.means].title}" if question.means else f"{where}. Nothing is sure"
        return "\n".join([sure, *(f"  or {each}" for each in titles)])
    if question.kind == "words":
        return f"{where}." + (f" Proposed: {STATUSES[question.means]}" if question.means in STATUSES else "")
    return "Which period is it?"
