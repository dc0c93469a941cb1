"""What a file is and how it is read: recognised by content, never by name."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

import pyarrow as pa
from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.board import Board
from metrics.bundles.layout import is_bundle
from metrics.clock import now
from metrics.datasets import Extract, contract
from metrics.datasets.returns import Return
from metrics.intake import bundle, cin_census
from metrics.intake.authority import from_another
from metrics.intake.csv_table import TextTable, read_headings, read_table
from metrics.intake.desk import MOST_PROBLEMS_OF_A_RULE, Desk
from metrics.intake.formats import Known as KnownFormat
from metrics.intake.formats import authority_of, known_tables, known_xml, read_known
from metrics.intake.headings import FitsNothing, fitting, matched, missing, refusal
from metrics.intake.opened import Opened
from metrics.intake.other_files import refuse_other_files
from metrics.intake.own.mapping import Mapped, nothing_mapped
from metrics.intake.own.reading import OWN, RECORDS, Own, Unmapped, as_its_sender_says, confirmed_for, lay_out, lists_days
from metrics.intake.own.table import own_table
from metrics.intake.parts import Guess, Part, Undated
from metrics.intake.sheets import Sheets, hash_as_read, sheets_of
from metrics.intake.source import Source, hash_of, opened
from metrics.intake.text_sheets import together
from metrics.returns.reading import Sender, problem, read_return
from metrics.returns.said import Population
from metrics.submission import Delivery, Problem, Refused, Severity, Submission
from metrics.wide.meanings import Known, nothing_known
from metrics.wide.proposal import Proposal, propose
from metrics.wide.reading import read_wide

WIDE = "wide_sheet"
"""The format of a sheet with indicators in its rows and periods in its columns."""

KNOWN_FORMATS = frozenset({"annex_a", "ssda903", "csww", "ssd"})
FROM_THE_FUTURE = "The as-at date, {day}, lies in the future. Give the last day that the file stands for."
HEADED_FROM_THE_FUTURE = "The file's ReferenceDate, {day}, lies in the future. Correct it in its header, or export it again."
NEVER_DATED = frozenset({WIDE, "csww", bundle.KIND})
"""Formats that say themselves which days they are about, whatever their sender would say."""

__all__ = [
    "NEVER_DATED",
    "OWN",
    "WIDE",
    "Guess",
    "Recognised",
    "Undated",
    "Unmapped",
    "proposed",
    "read_delivery",
    "recognise",
    "together",
]


class Recognised(BaseModel):
    """What a file is. `dataset` is null where it holds several, or where more than one would fit."""

    model_config = ConfigDict(frozen=True)

    format: str
    title: str
    dataset: str | None
    sentence: str


class Asked(BaseModel):
    """What the sender said about a file, beyond its content."""

    model_config = ConfigDict(frozen=True)

    agency: str
    dataset: str | None
    as_at: date | None
    covers_from: date | None
    received_at: datetime
    held: frozenset[str]


def recognise(source: Source, sends: Collection[str] = (), mapped: Mapped = nothing_mapped) -> Recognised:
    """Say what a file is from its first bytes. Raises Refused, with one sentence, when it is nothing that we read; Unmapped
    for a table of records whose headings nobody has confirmed.

    `sends` names the datasets that the sender is expected to send: they tell apart what the headings alone cannot. `mapped`
    says what the sender confirmed of headings of its own.
    """
    file = Opened(source)
    refuse_other_files(file.start)
    own = confirmed_for(file, mapped)
    return _of_own(own) if own else _recognised_as(file, sends)


def _recognised_as(file: Opened, sends: Collection[str], dataset: str | None = None) -> Recognised:
    """What a file is. A sender who names its dataset says that it is a table of that, whatever return it is made from."""
    refuse_other_files(file.start)
    source = file.source
    if is_bundle(file.start):
        return Recognised(format=bundle.KIND, title=bundle.TITLE, dataset=None, sentence=bundle.sentence_of(source))
    known = known_xml(file) if file.is_xml else None if dataset else known_tables(file)
    if known:
        return _of_known(known)
    if file.is_xml:
        header = _census_header(source)
        return Recognised(
            format="cin_census",
            title="Children in need census",
            dataset=None,
            sentence=f"Children in need census, for the year to {header.covers_to:%d/%m/%Y}.",
        )
    try:
        found = _recognised_table(file, sends)
    except FitsNothing as answer:
        raise (Unmapped(str(answer)) if own_table(file) else answer) from None
    if found.format == WIDE and lists_days(file):
        raise Unmapped(RECORDS)
    return found


def _recognised_table(file: Opened, sends: Collection[str]) -> Recognised:
    source = file.source
    if file.is_zipped:
        return _recognised_sheets(sheets_of(file) or Sheets())
    try:
        fits = fitting(read_headings(source), sends)
        if not fits:
            raise refusal(read_headings(source))
    except Refused:
        if found := sheets_of(file):
            return _recognised_sheets(found)
        raise
    return _recognised("csv", "CSV", fits)


def _of_own(own: Own) -> Recognised:
    title = contract(own.mapping.dataset).title
    sentence = f"{title}: an extract whose headings were confirmed before."
    return Recognised(format=OWN, title=title, dataset=own.mapping.dataset, sentence=sentence)


def _of_known(known: KnownFormat) -> Recognised:
    return Recognised(format=known.kind, title=known.title, dataset=None, sentence=known.sentence)


def _recognised(kind: str, called: str, fits: Sequence[type[Extract]]) -> Recognised:
    sure = fits[0].dataset if len(fits) == 1 else None
    named = " or ".join(words.small(each.title) for each in fits)
    return Recognised(
        format=kind, title=" or ".join(each.title for each in fits), dataset=sure, sentence=f"{called} of {named}."
    )


def _recognised_sheets(found: Sheets) -> Recognised:
    if found.fits:
        return _recognised("workbook", "Workbook", found.fits)
    sentence = "Sheet of figures: indicators in its rows, periods in its columns."
    return Recognised(format=WIDE, title=Return.title, dataset=Return.dataset, sentence=sentence)


def proposed(source: Source, known: Known) -> Proposal:
    """What the words of a sheet of figures mean. Raises Refused for a file that is none."""
    return propose((sheets_of(Opened(source)) or Sheets()).wide, known)


def read_delivery(  # noqa: PLR0913 - each is a thing that a sender may say about a file
    source: Source,
    *,
    agency: str,
    board: Board,
    key: bytes,
    dataset: str | None = None,
    as_at: date | None = None,
    covers_from: date | None = None,
    received_at: datetime,
    received_by: str = "",
    held: frozenset[str] = frozenset(),
    population: Population = lambda _: None,
    known: Known = nothing_known,
    mapped: Mapped = nothing_mapped,
) -> Delivery:
    """Read and check a file as one agency's delivery. Nothing is stored.

    `held` names the datasets of which the agency has sent rows before: where a CSV does not say which days it covers, the
    guess is then a careful one, for what it covers and does not list will be gone. `population` says how many children live in
    the area on a day: a returned rate is held against it. `known` says what the names and words of the agency's sheets mean,
    `mapped` what its own extracts are.

    Raises Refused, with one sentence, for a file that is not taken at all (Unconfirmed, with a proposal, for a sheet of which
    some words are still to be confirmed; Unmapped for an extract whose headings are; Undated, with a guess, for one that does
    not say which day it stands for); ValueError for an unknown agency or dataset.
    """
    board.agency(agency)
    if dataset is not None:
        contract(dataset)
    asked = Asked(agency=agency, dataset=dataset, as_at=as_at, covers_from=covers_from, received_at=received_at, held=held)
    file = Opened(source)
    refuse_other_files(file.start)
    own = confirmed_for(file, mapped)
    recognised = _of_own(own) if own else _recognised_as(file, board.agency(agency).sends, dataset)
    content_hash, sender = hash_of(source), Sender(agency, board.area, received_at.date(), population)
    counts = None
    sheets = (sheets_of(file) if recognised.format in {WIDE, "workbook"} else None) or Sheets()
    if recognised.format == bundle.KIND:
        submissions, counts, notes = bundle.read_bundle(source, agency=agency, board=board, today=_today(asked))
    elif recognised.format in KNOWN_FORMATS:
        submissions, notes = _read_known(file, recognised.format, asked, board, key)
    elif recognised.format == "cin_census":
        submissions, notes = _read_census(source, asked, board, key)
    elif recognised.format == WIDE:
        submission, notes = read_wide(sheets.wide, known, sender)
        submissions, content_hash = (submission,), hash_as_read(source, submission)
    elif own:
        submission, notes = _read_own(own, asked, key)
        submissions = (submission,)
        content_hash = hashlib.sha256(f"{content_hash} {own.mapping.kept.fingerprint}".encode()).hexdigest()
    elif (dataset or recognised.dataset) == Return.dataset:
        submission, notes = _read_return(sheets.records or source, sender)
        submissions = (submission,)
    else:
        submissions, notes = (_read_csv(sheets.records or source, recognised, asked, key),), ()
    return Delivery(
        agency=agency,
        format=recognised.format,
        content_hash=content_hash,
        received_at=received_at,
        received_by=received_by,
        submissions=submissions,
        notes=(*notes, *sheets.notes),
        counts=counts,
    )


def _today(asked: Asked) -> date:
    """The day beyond which no file can speak: that on which it is said to have come, or today."""
    return max(asked.received_at.date(), now().date())


def _census_header(source: Source) -> cin_census.CensusHeader:
    try:
        with opened(source) as stream:
            return cin_census.read_header(stream)
    except cin_census.NotACensus as problem:
        raise Refused(str(problem)) from None


def _read_known(
    file: Opened, kind: str, asked: Asked, board: Board, key: bytes
) -> tuple[tuple[Submission, ...], tuple[str, ...]]:
    """A file of a known format: a submission for each of its parts."""
    read = read_known(file, kind, asked.as_at, asked.covers_from, asked.received_at.date())
    _refuse_the_future(read.as_at, asked)
    submissions = tuple(_of_part(each, asked, key) for each in read.parts)
    return submissions, (*from_another(authority_of(file, kind), board), *read.notes)


def _refuse_the_future(day: date | None, asked: Asked) -> None:
    if day is not None and day > _today(asked):
        raise Refused((FROM_THE_FUTURE if asked.as_at else HEADED_FROM_THE_FUTURE).format(day=f"{day:%d/%m/%Y}"))


def _of_part(part: Part, asked: Asked, key: bytes) -> Submission:
    extract, days = contract(part.dataset), part.days
    with Desk(extract, key) as desk:
        desk.add(part.rows, {each: each for each in part.rows.column_names if each not in {"row_number", "place"}})
        for each in part.found[:MOST_PROBLEMS_OF_A_RULE]:
            desk.explain(each.row, each.field, each.rule, each.severity, each.sentence, each.place)
        desk.check(days.covers_to)
        rows = desk.take()
        first = max(days.covers_from, (desk.first_ended() or days.covers_to).replace(day=1)) if part.as_far_as_held else None
        return Submission(
            agency=asked.agency,
            dataset=part.dataset,
            supplied=part.supplied,
            covers_from=first or days.covers_from,
            covers_to=days.covers_to,
            as_at=days.covers_to,
            rows=rows if rows.num_rows else None,
            rows_read=desk.rows_read,
            problems=tuple(
                _in_order([each for each in desk.problems if each.rule not in part.quiet and each.field not in part.lacks])
            ),
            lacks=tuple(sorted(part.lacks)),
        )


def _read_csv(source: Source, recognised: Recognised, asked: Asked, key: bytes) -> Submission:
    table = read_table(source)
    dataset = asked.dataset or recognised.dataset
    if dataset is None:
        raise Refused(f"The headings fit more than one dataset ({recognised.title}). Say which: --dataset NAME.")
    extract = contract(dataset)
    columns = matched(extract, table.headings)
    lacking = missing(extract, columns)
    if lacking:
        raise Refused(
            f"As {extract.dataset} the file lacks: {', '.join(lacking)}. Take the template: scorecard template {dataset}."
        )
    with Desk(extract, key) as desk:
        desk.add(table.rows, columns)
        desk.rows_read += len(table.ragged)
        for row, field, rule, severity, sentence, place in _faults_of_table(table, columns):
            desk.explain(row, field, rule, severity, sentence, place)
        return _submission(desk, extract, asked, None)


def _read_own(own: Own, asked: Asked, key: bytes) -> tuple[Submission, tuple[str, ...]]:
    """An extract of the agency's own system, by what it confirmed of its headings."""
    with Desk(extract := contract(own.mapping.dataset), key) as desk:
        lay_out(desk, own)
        return as_its_sender_says(_submission(desk, extract, asked, None), own.mapping, desk.lacks()), own.table.notes


def _read_return(source: Source, sender: Sender) -> tuple[Submission, tuple[str, ...]]:
    table = read_table(source)
    columns = matched(Return, table.headings)
    if lacking := missing(Return, columns):
        raise Refused(f"As returns the file lacks: {', '.join(lacking)}. Take the template: scorecard template returns.")
    read, notes = read_return(table.rows, columns, sender)
    wrong = [
        problem(*each[:5]).model_copy(update={"place": each[5] or f"row {each[0]}"})
        for each in _faults_of_table(table, columns)
    ]
    update = {"rows_read": read.rows_read + len(table.ragged), "problems": tuple(_in_order([*wrong, *read.problems]))}
    return read.model_copy(update=update), notes


def _faults_of_table(table: TextTable, columns: dict[str, str]) -> Iterator[tuple[int | None, str, str, Severity, str, str]]:
    """What is wrong with the table before any cell is read."""
    for row, wanted, found in table.ragged:
        sentence = f"The row has {found} cells where {wanted} were expected. Look for a stray comma or quotation mark."
        yield row, "whole row", "wrong_number_of_cells", Severity.BLOCK, sentence, ""
    unknown = [each for each in table.headings if each and each not in columns.values()]
    if unknown:
        sentence = f"{len(unknown)} columns are not part of the template and were not read. Nothing of them is kept."
        yield None, "heading", "unknown_heading", Severity.INFO, sentence, "row 1"


def _read_census(source: Source, asked: Asked, board: Board, key: bytes) -> tuple[tuple[Submission, ...], tuple[str, ...]]:
    header = _census_header(source)
    _refuse_the_future(asked.as_at or header.reference_date, asked)
    desks = {name: Desk(contract(name), key) for name in cin_census.MODULES}
    try:
        with opened(source) as stream:
            for dataset, columns, lines, places in cin_census.stream_rows(stream):
                names = cin_census.MODULES[dataset]
                text = dict(zip(names, (pa.array(each, pa.string()) for each in columns), strict=True))
                text |= {"row_number": pa.array(lines, pa.int32()), "place": pa.array(places, pa.string())}
                desks[dataset].add(pa.table(text), {name: name for name in names})
        if not any(each.rows_read for each in desks.values()):
            raise Refused("The census holds no child with a referral. Export it again, with its children.")
        submissions = tuple(_submission(each, each.extract, asked, header) for each in desks.values())
    except cin_census.NotACensus as problem:
        raise Refused(str(problem)) from None
    finally:
        for each in desks.values():
            each.__exit__()
    return submissions, _notes(header, board)


def _notes(header: cin_census.CensusHeader, board: Board) -> tuple[str, ...]:
    notes = [*from_another(header.authority_code, board)]
    if header.year_says and header.year_says != str(header.reference_date.year):
        notes.append(
            f"The file's Year and its ReferenceDate differ. Its ReferenceDate, {header.reference_date:%d/%m/%Y}, was used."
        )
    return tuple(notes)


def _submission(desk: Desk, extract: type[Extract], asked: Asked, header: cin_census.CensusHeader | None) -> Submission:
    as_at = asked.as_at or (header.reference_date if header else None)
    desk.check(as_at or asked.received_at.date())
    rows = desk.take()
    covers_from, covers_to = _coverage(desk, asked, header)
    return Submission(
        agency=asked.agency,
        dataset=extract.dataset,
        supplied=header is None or desk.rows_read > 0,
        covers_from=covers_from,
        covers_to=covers_to,
        as_at=as_at or covers_to,
        rows=rows if rows.num_rows else None,
        rows_read=desk.rows_read,
        problems=tuple(_in_order(desk.problems)),
        lacks=desk.lacks() if header and desk.rows_read else (),
    )


def _coverage(desk: Desk, asked: Asked, header: cin_census.CensusHeader | None) -> tuple[date, date]:
    """The days a file covers: as its header or its sender says, else from the first of its earliest month to its last day."""
    if header is not None:
        return asked.covers_from or header.covers_from, asked.as_at or header.covers_to
    span = desk.span()
    if span is None and not (asked.covers_from and asked.as_at):
        if desk.rows_read:
            raise Refused(_none_usable(desk))
        raise Refused(
            "The file holds no row. If it is a nil return, say which days it covers: --covers-from DATE --as-at DATE."
        )
    today = asked.received_at.date()
    _refuse_the_future(asked.as_at, asked)
    last = asked.as_at or min(span[1] if span else today, today)
    first = asked.covers_from or min(_first_covered(desk, asked, span, last), last)
    if first > last or (span and not asked.covers_from and span[0] > last):
        raise Refused(
            f"The file's first day, {max(first, span[0] if span else first):%d/%m/%Y}, is after the day it stands for, "
            f"{last:%d/%m/%Y}. Correct the dates, or the as-at date."
        )
    return first, last


def _first_covered(desk: Desk, asked: Asked, span: tuple[date, date] | None, last: date) -> date:
    """A guess: the first of the month of the earliest row. Where rows are held already, of the earliest that was over.

    A quarter's file of open plans begins with a plan of years ago, but says nothing of the plans that ended before the quarter.
    """
    careful = desk.extract.dataset in asked.held
    found = desk.first_ended() if careful else (span[0] if span else None)
    return (found or last).replace(day=1)


def _none_usable(desk: Desk) -> str:
    """Why none of a file's rows could be used: what is wrong with most of them."""
    found = Counter(each.sentence for each in desk.problems if each.severity is Severity.BLOCK or each.rule == "long_ago")
    sentence, rows = found.most_common(1)[0]
    more = " or more" if rows == MOST_PROBLEMS_OF_A_RULE else ""
    return f"None of the file's {desk.rows_read:,} rows can be used. In {rows:,}{more}: {sentence}"


def _in_order(problems: list[Problem]) -> list[Problem]:
    """As the file has them: problems of the whole file first, then row by row."""
    return sorted(problems, key=lambda each: (each.row is not None, each.row or 0, each.field))
