"""A reminder to an agency about what it has not sent: ready to copy into a message."""

from collections.abc import Sequence
from datetime import date

from metrics import words
from metrics.missing import Arrival, Expected


def reminder(board_name: str, gaps: Sequence[Expected], meeting: date | None) -> str:
    """The text of a reminder for the gaps of one agency. Names no child and holds no figure."""
    whom = ", ".join(part for part in (gaps[0].lead, gaps[0].agency_name) if part)
    listed = "\n".join(f"- {_line(dataset)}" for dataset in _by_dataset(gaps))
    deadline = f" The board meets on {words.day(meeting)}; figures sent before then can be read there." if meeting else ""
    return (
        f"To: {whom}\n\n{board_name} is waiting for this data from {gaps[0].agency_name}:\n{listed}\n\n"
        f"Please send it, or tell us when it will come, or that it is not recorded and why.{deadline}\n"
    )


def _by_dataset(gaps: Sequence[Expected]) -> list[list[Expected]]:
    names = dict.fromkeys((each.dataset, each.state) for each in gaps)
    return [[each for each in gaps if (each.dataset, each.state) == name] for name in names]


def _line(same: Sequence[Expected]) -> str:
    title = same[0].dataset_title
    periods = ", ".join(words.period(each.period.label) for each in same)
    late = max(each.days_late for each in same)
    overdue = f" ({words.count_of(late, 'day')} overdue)" if late else ""
    if same[0].state is Arrival.PARTLY:
        return f"{title}, {periods}: we hold it only to {words.day(same[-1].data_to)}{overdue}"
    if same[0].state is Arrival.NOT_SUPPLIED:
        return f"{title}, {periods}: the file came without it{overdue}"
    return f"{title}, {periods}{overdue}"
