"""Rules that hold a file against more than its own rows: the days it covers, other datasets, and what was sent before.

They see, besides `rows` and `file`: `covered` (first_day, last_day: the days of which everything that the rule reads
speaks), `listed` (first_day, last_day of each row), `held` (what stands of the agency's earlier files), `listed_before` and
`covered_before` (the last file), the store's `working_days`, and any dataset by its name: as the same delivery has it, or
else as the store does. A rule is passed over where what it reads is not there.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from metrics.batches import in_batches
from metrics.checks import Check, checks_beside
from metrics.datasets import Extract, contract, contracts
from metrics.intake.desk import MOST_PROBLEMS_OF_A_RULE
from metrics.standing import Received, not_replaced, received, standing_query, with_rows
from metrics.submission import Delivery, Problem, Severity, Submission

Days = tuple[date, date]


def held_against(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> Delivery:
    """The delivery with the problems that show only beside the rest. The cursor is of a store that has not taken it yet.

    Of a bundle there is nothing to hold: its rows were checked where they are.
    """
    if delivery.counts is not None:
        return delivery
    earlier = [each for each in with_rows(received(cursor)) if each.supplied]
    sent = {each.dataset: each for each in delivery.submissions if each.rows is not None}
    for each in sent.values():
        _give(cursor, each)
    checked = tuple(_checked(cursor, each, sent, earlier) for each in delivery.submissions)
    for dataset in sent:
        cursor.execute(f"drop table temp.{dataset}")
    return delivery.model_copy(update={"submissions": checked})


def _give(cursor: duckdb.DuckDBPyConnection, submission: Submission) -> None:
    """The rows of one dataset, in front of those that the store holds."""
    extract = contract(submission.dataset)
    names = set(submission.rows.column_names if submission.rows is not None else [])
    values = ", ".join(f"{name}::{kind} as {name}" for name, kind in extract.stored_columns().items() if name in names)
    cursor.register("delivered", in_batches(submission.rows))
    cursor.execute(f"create or replace temp table {submission.dataset} as select row_number, {values} from delivered")
    cursor.unregister("delivered")


def _checked(
    cursor: duckdb.DuckDBPyConnection, submission: Submission, sent: dict[str, Submission], earlier: Sequence[Received]
) -> Submission:
    extract = contract(submission.dataset)
    mine = [each for each in earlier if (each.agency, each.dataset) == (submission.agency, submission.dataset)]
    if submission.rows is not None:
        cursor.execute(f"create or replace temp view rows as from temp.{extract.dataset}")
    _days(cursor, "listed", _listed(extract, f"temp.{extract.dataset}") if submission.rows is not None else NOTHING_LISTED)
    cursor.execute(f"create or replace temp table file as select date '{submission.as_at}' as as_at")
    _give_earlier(cursor, extract, mine)
    problems, faulty = [*submission.problems], []
    for check in checks_beside(submission.dataset):
        days = _covered(check, submission, sent, earlier, mine)
        if days is not None:
            _days(cursor, "covered", f"select date '{days[0]}' as first_day, date '{days[1]}' as last_day")
            problems += _found(cursor, check, submission.dataset)
            if check.severity in {Severity.ERROR, Severity.WARNING}:
                faulty.append(cursor.sql("select row_number::integer as row_number from found").to_arrow_table())
    update: dict[str, object] = {"problems": tuple(sorted(problems, key=_place)), "rows": _marked(submission.rows, faulty)}
    return submission.model_copy(update=update)


NOTHING_LISTED = "select null::date as first_day, null::date as last_day where false"


def _place(problem: Problem) -> tuple[bool, int, str]:
    """As the file has them: problems of the whole file first, then row by row."""
    return problem.row is not None, problem.row or 0, problem.field


def _listed(extract: type[Extract], table: str) -> str:
    return f"select {extract.first_day} as first_day, {extract.last_day} as last_day from {table}"


def _days(cursor: duckdb.DuckDBPyConnection, name: str, query: str) -> None:
    cursor.execute(f"create or replace temp view {name} as {query}")


def _give_earlier(cursor: duckdb.DuckDBPyConnection, extract: type[Extract], mine: Sequence[Received]) -> None:
    """What stands of the agency's earlier files, and what the last of them listed."""
    cursor.execute(f"create or replace temp view held as {standing_query(extract, not_replaced(mine))}")
    if mine:
        last = mine[-1]
        _days(cursor, "covered_before", f"select date '{last.covers_from}' as first_day, date '{last.covers_to}' as last_day")
        rows = f"(from received_{extract.dataset} where submission_id = {last.submission_id}) as rows"
        _days(cursor, "listed_before", _listed(extract, rows))


def _covered(
    check: Check,
    submission: Submission,
    sent: dict[str, Submission],
    earlier: Sequence[Received],
    mine: Sequence[Received],
) -> Days | None:
    """The days about which everything that a rule reads speaks; None where something it reads is not there."""
    extract = contract(submission.dataset)
    if "last_file" in check.reads and not (mine and extract.lists_cases and extract.speaks_of == "days"):
        return None
    if (submission.rows is None and check.reads != ("last_file",)) or ("held" in check.reads and not mine):
        return None
    days = [(submission.covers_from, submission.covers_to)]
    for dataset in (each for each in check.reads if each in contracts()):
        spoken = [(each.covers_from, each.covers_to) for each in earlier if each.dataset == dataset]
        if dataset in sent:
            spoken = [(sent[dataset].covers_from, sent[dataset].covers_to)]
        if not spoken:
            return None
        days.append((min(first for first, _ in spoken), max(last for _, last in spoken)))
    first, last = max(first for first, _ in days), min(last for _, last in days)
    return (first, last) if first <= last else None


def _found(cursor: duckdb.DuckDBPyConnection, check: Check, dataset: str) -> Iterator[Problem]:
    """A problem for each row that a rule fires on; where there are very many, one for the rest of them."""
    cursor.execute(f"create or replace temp table found as {check.sql}")
    total = cursor.execute("select count(*) from found").fetchall()[0][0]
    shown = cursor.execute(f"from found order by row_number limit {MOST_PROBLEMS_OF_A_RULE}")
    names = [each[0] for each in shown.description]
    explain = _explainer(check, dataset)
    for values in shown.fetchall():
        said = dict(zip(names, values, strict=True))
        yield explain(said.pop("row_number"), check.sentence.format(**said))
    if total > MOST_PROBLEMS_OF_A_RULE:
        more = f"The same holds for {total - MOST_PROBLEMS_OF_A_RULE:,} more rows."
        yield explain(None, f"{more} {check.sentence}")


def _explainer(check: Check, dataset: str) -> Callable[[int | None, str], Problem]:
    def explain(row: int | None, sentence: str) -> Problem:
        return Problem(
            dataset=dataset,
            place="whole file" if row is None else f"row {row}",
            row=row,
            field=check.field,
            rule=check.rule,
            severity=check.severity,
            sentence=sentence,
        )

    return explain


def _marked(rows: pa.Table | None, faulty: Sequence[pa.Table]) -> pa.Table | None:
    """The rows, with those marked on which a rule fired."""
    if rows is None or not faulty or "is_faulty" not in rows.column_names:
        return rows
    here = pc.is_in(rows["row_number"], value_set=pa.concat_tables(faulty)["row_number"].combine_chunks())
    place = rows.column_names.index("is_faulty")
    return rows.set_column(place, "is_faulty", pc.bit_wise_or(rows["is_faulty"], here.cast(pa.int8())))
