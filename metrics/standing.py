"""Which rows stand: what the submissions of a dataset, taken together, say.

The rule. A submission replaces earlier ones of the same agency and dataset whose coverage it contains: they count for nothing.
Otherwise the two are merged: of rows with the same key the newest received stands; and a row of the older one is gone if a
newer submission covers a day on which the row would have been listed and does not list it. The order is that of receiving.

Returned figures are another matter: of each agency, indicator and period the newest return that names it stands whole.

Nothing is ever deleted: what stands is worked out from what was received, for now or for any earlier moment.
"""

import hashlib
from collections.abc import Collection, Sequence
from datetime import date, datetime
from importlib.resources import files

import duckdb
from pydantic import BaseModel, ConfigDict

from metrics.datasets import Extract, contract

END_OF_TIME = datetime(9999, 12, 31)


class Received(BaseModel):
    """A submission as the store lists it.

    `bundle`: which bundle it came in, as counts without rows; empty where its rows came. `prepared`: the indicators that were
    counted from it there, each with the mark of its definition.
    """

    model_config = ConfigDict(frozen=True)

    submission_id: int
    agency: str
    dataset: str
    supplied: bool
    covers_from: date
    covers_to: date
    as_at: date
    received_at: datetime
    lacks: tuple[str, ...] | None = None
    bundle: str | None = ""
    prepared: tuple[str, ...] | None = None

    def contains(self, other: "Received") -> bool:
        return self.covers_from <= other.covers_from and self.covers_to >= other.covers_to

    @property
    def order(self) -> tuple[datetime, int]:
        return self.received_at, self.submission_id


def received(cursor: duckdb.DuckDBPyConnection, known_at: datetime | None = None) -> list[Received]:
    """Every submission that had been received by then, in the order of receiving."""
    columns = ", ".join(Received.model_fields)
    rows = cursor.execute(
        f"select {columns} from submissions where received_at <= ? order by received_at, submission_id",
        [known_at or END_OF_TIME],
    ).fetchall()
    return [Received(**dict(zip(Received.model_fields, row, strict=True))) for row in rows]


def not_replaced(submissions: Sequence[Received]) -> list[Received]:
    """The submissions of which no newer one, of the same agency and dataset, contains the coverage.

    Of a dataset whose files speak only of what they name, all.
    """
    supplied = [each for each in submissions if each.supplied]
    alike: dict[tuple[str, str], list[Received]] = {}
    for each in supplied:
        alike.setdefault((each.agency, each.dataset), []).append(each)
    return [
        each
        for each in supplied
        if contract(each.dataset).speaks_of == "named"
        or not any(other.order > each.order and other.contains(each) for other in alike[each.agency, each.dataset])
    ]


def with_rows(submissions: Sequence[Received]) -> list[Received]:
    """The submissions that came as rows: those of a bundle are counts, and leave what stands as it is."""
    return [each for each in submissions if not each.bundle]


def stand(
    cursor: duckdb.DuckDBPyConnection,
    dataset: str,
    known_at: datetime | None = None,
    *,
    aside: bool,
    query: str | None = None,
    without: Collection[str] = (),
) -> None:
    """Work out a dataset's table from what was received by then.

    `aside` makes a temporary table that only this cursor sees, and that stands in front of the real one. `query`: the text of
    `current/` to go by, where it is not today's. `without`: agencies whose rows are left out.
    """
    every = [each for each in with_rows(received(cursor, known_at)) if each.dataset == dataset]
    submissions = [each for each in every if each.agency not in without]
    kind = "temporary table" if aside else "table"
    current = query or (files("metrics") / "current" / f"{dataset}.sql").read_text(encoding="utf-8")
    rows = f"with standing as (\n{standing_query(contract(dataset), not_replaced(submissions))}\n)\n{_joined(current)}"
    cursor.execute(f"create or replace {kind} {dataset} as {rows}")


def definition_of(dataset: str) -> str:
    """A short mark of everything that a dataset's table depends on besides what was received."""
    current = (files("metrics") / "current" / f"{dataset}.sql").read_text(encoding="utf-8")
    text = f"{current}|{contract(dataset).stored_columns()}|{contract(dataset).key}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def standing_query(extract: type[Extract], submissions: Sequence[Received]) -> str:
    """SQL for the rows that stand, given the submissions that no other replaces."""
    columns = ", ".join(["agency", *extract.stored_columns()])
    if extract.speaks_of == "named":
        return _newest_named(extract, submissions)
    listed = (
        f"select sent.agency, rows.*, {extract.first_day} as first_day, {extract.last_day} as last_day "
        f"from received_{extract.dataset} as rows inner join ({_senders(submissions)}) as sent "
        "on sent.submission_id = rows.submission_id"
    )
    overruled = _overruled(submissions)
    if not overruled:
        return f"select {columns} from ({listed}) as listed"
    key = ", ".join(["agency", *extract.key])
    ranks = ", ".join(f"({each.submission_id}, {place})" for place, each in enumerate(submissions))
    return f"""
    with ranks(submission_id, place) as (values {ranks}),
    overruled(submission_id, covers_from, covers_to) as (values {overruled}),
    newest as (
        select listed.*
        from ({listed}) as listed
        inner join ranks on listed.submission_id = ranks.submission_id
        qualify row_number() over (partition by {key} order by ranks.place desc) = 1
    )
    select {columns} from newest
    where not exists (
        select 1 from overruled
        where overruled.submission_id = newest.submission_id
            and newest.first_day <= overruled.covers_to
            and coalesce(newest.last_day, date '9999-12-31') >= overruled.covers_from
    )"""


def _senders(submissions: Sequence[Received]) -> str:
    """SQL for the agency of each submission: an enum, which is quicker to write and to group than text."""
    agencies = sorted({each.agency for each in submissions})
    if not agencies:
        return "select null::integer as submission_id, null::varchar as agency where false"
    kind = "enum('" + "', '".join(agencies) + "')"
    sent = ", ".join(f"({each.submission_id}, '{each.agency}'::{kind})" for each in submissions)
    return f"select * from (values {sent}) as senders(submission_id, agency)"


def _newest_named(extract: type[Extract], submissions: Sequence[Received]) -> str:
    """Of everything named (the key without its groups), the newest statement whole; with when it came, and first came."""
    named = ", ".join(extract.key[:3])
    columns = ", ".join(["agency", *extract.stored_columns()])
    ids = ", ".join(str(each.submission_id) for each in submissions) or "null"
    return f"""
    select {columns}, received_on, first_received_on
    from (
        select
            submissions.agency,
            rows.*,
            submissions.received_at::date as received_on,
            submissions.received_at,
            min(submissions.received_at::date) over (partition by submissions.{", rows.".join(extract.key[:3])})
                as first_received_on
        from received_{extract.dataset} as rows
        inner join submissions on submissions.submission_id = rows.submission_id
        where rows.submission_id in ({ids})
    ) as dated
    qualify dense_rank() over (partition by {named} order by received_at desc, submission_id desc) = 1"""


def _overruled(submissions: Sequence[Received]) -> str:
    """For each submission, the days about which a newer one of the same agency speaks."""
    pairs = [
        f"({older.submission_id}, date '{newer.covers_from}', date '{newer.covers_to}')"
        for older in submissions
        for newer in submissions
        if newer.agency == older.agency and newer.order > older.order
    ]
    return ", ".join(pairs)


def _joined(current: str) -> str:
    """The query of `current/`, continuing the `with` that gives it its rows."""
    body = current[current.index("*/") + 2 :].strip()
    return f", {body.removeprefix('with').lstrip()}" if body.startswith("with") else body
