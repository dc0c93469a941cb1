"""A reminder to an agency about what it has not sent: ready to copy into a message."""

from collections.abc import Sequence
from datetime import date

from metrics import words
from metrics.missing import Arrival, Expected
from metrics.periods import ONE_DAY


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
    names = dict.fromkeys((each.dataset, each.indicator, each.state) for each in gaps)
    return [[each for each in gaps if (each.dataset, each.indicator, each.state) == name] for name in names]


def _line(same: Sequence[Expected]) -> str:
    said = f"{same[0].dataset_title}, {_periods(same)}"
    late = max(each.days_late for each in same)
    overdue = f"{'up to ' if len(same) > 1 else ''}{words.count_of(late, 'day')} overdue" if late else ""
    why = {
        Arrival.PARTLY: f"we hold it only to {words.day(same[-1].data_to)}",
        Arrival.NOT_SUPPLIED: "the file came without it",
        Arrival.SAID_LATE: "you told us that it would be late",
    }.get(same[0].state, "")
    return ": ".join(part for part in (said, ", ".join(part for part in (why, overdue) if part)) if part)


def _periods(same: Sequence[Expected]) -> str:
    """The periods, those that follow each other as `Q3 2024/25 to Q2 2025/26`."""
    runs: list[list[Expected]] = []
    for each in same:
        if runs and each.period.first_day == runs[-1][-1].period.last_day + ONE_DAY:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(_run(run) for run in runs)


def _run(run: Sequence[Expected]) -> str:
    first, last = words.period(run[0].period.label), words.period(run[-1].period.label)
    return first if len(run) == 1 else f"{first} to {last}"
