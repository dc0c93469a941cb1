"""Deliveries written by hand: rows of child protection plans without a file around them."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import pyarrow as pa

from metrics.datasets import contract
from metrics.submission import Delivery, Submission

Plan = tuple[str, date, date | None]  # child, start, end
PLAN_COLUMNS = contract("cp_plans").stored_columns()


def child(name: str) -> str:
    """A made-up hash for a child of that name."""
    return str(UUID(bytes=name.encode().ljust(16, b".")))


def rows_of(plans: Sequence[Plan]) -> pa.Table:
    """The rows as a reader hands them on: every stored column, most of them empty."""
    columns = {name: pa.nulls(len(plans), pa.string()) for name in PLAN_COLUMNS}
    columns["child_id"] = pa.array([child(name) for name, _, _ in plans], pa.string())
    columns["start_date"] = pa.array([start for _, start, _ in plans], pa.date32())
    columns["end_date"] = pa.array([end for _, _, end in plans], pa.date32())
    return pa.table({"row_number": pa.array(range(2, len(plans) + 2), pa.int32()), **columns})


def plans_submission(agency: str, covers: tuple[date, date], plans: Sequence[Plan], *, supplied: bool = True) -> Submission:
    return Submission(
        agency=agency,
        dataset="cp_plans",
        supplied=supplied,
        covers_from=covers[0],
        covers_to=covers[1],
        as_at=covers[1],
        rows=rows_of(plans) if plans else None,
        rows_read=len(plans),
        problems=(),
    )


def plans_delivery(
    content: str,
    received_at: datetime,
    covers: tuple[date, date],
    plans: Sequence[Plan],
    *,
    agency: str = "council",
    supplied: bool = True,
) -> Delivery:
    """One file of plans. `content` stands for its bytes: two deliveries with the same are the same file."""
    return Delivery(
        agency=agency,
        format="csv",
        content_hash=content,
        received_at=received_at,
        received_by="data lead",
        submissions=(plans_submission(agency, covers, plans, supplied=supplied),),
    )
