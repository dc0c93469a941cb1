"""What the command line tells a sender after a file was taken: what was read, what was kept, what to mend."""

from collections import Counter
from typing import Any

from metrics import words
from metrics.bundles.shown import by_dataset
from metrics.datasets import contract
from metrics.submission import Delivery, Submission

MOST_SHOWN = 20


def acknowledgement(delivery: Delivery) -> dict[str, Any]:
    """The answer to a delivery as data: status, sentence, datasets, not_supplied, notes, problems."""
    return {
        "status": "accepted",
        "sentence": _sentence(delivery),
        "agency": delivery.agency,
        "format": delivery.format,
        "content_hash": delivery.content_hash,
        "datasets": [_dataset(each) for each in delivery.submissions if each.supplied],
        "not_supplied": [each.dataset for each in delivery.submissions if not each.supplied],
        "notes": list(delivery.notes),
        "problems": [each.model_dump(mode="json") for each in delivery.problems],
    }


def acknowledgement_text(delivery: Delivery) -> str:
    """The same in lines for a terminal: the first problems, and how many more there are."""
    lines = [_sentence(delivery), *delivery.notes]
    for each in by_dataset(delivery).submissions:
        title = contract(each.dataset).title
        if not each.supplied:
            lines.append(f"  {title}: not supplied. The file holds none; that is not the same as nought.")
            continue
        lines.append(
            f"  {title}: {each.rows_kept:,} of {each.rows_read:,} rows {'counted' if each.checked else 'kept'}, for "
            f"{words.day(each.covers_from)} to {words.day(each.covers_to)}. {_found(each)}"
        )
    lines += [f"  {problem.place or 'file'}: {problem.sentence}" for problem in delivery.problems[:MOST_SHOWN]]
    if len(delivery.problems) > MOST_SHOWN:
        lines.append(f"  ... and {len(delivery.problems) - MOST_SHOWN:,} more: --json lists them all.")
    return "\n".join(lines)


def _sentence(delivery: Delivery) -> str:
    if delivery.bundle:
        read = sum(each.rows_read for each in delivery.submissions)
        return f"Accepted: counts that were prepared from {words.count_of(read, 'row')}. No row about a child came with them."
    kept = sum(each.rows_kept for each in delivery.submissions)
    out = sum(each.rows_read for each in delivery.submissions) - kept
    left = f"; {words.count_of(out, 'row')} left out" if out else ""
    return f"Accepted: {kept:,} {'row' if kept == 1 else 'rows'}{left}."


def _dataset(submission: Submission) -> dict[str, Any]:
    checked = submission.checked
    found: dict[str, int] = Counter(each.severity.value for each in submission.problems)
    if checked is not None:
        found = {"block": checked.rows_blocked, "error": checked.errors, "warning": checked.warnings}
    return {
        "dataset": submission.dataset,
        "rows_read": submission.rows_read,
        "rows_kept": submission.rows_kept,
        "covers_from": submission.covers_from.isoformat(),
        "covers_to": submission.covers_to.isoformat(),
        "as_at": submission.as_at.isoformat(),
        "problems": dict(found),
    }


def _found(submission: Submission) -> str:
    checked = submission.checked
    count = sum(checked.rules.values()) if checked is not None else len(submission.problems)
    return f"{words.count_of(count, 'problem')}." if count else "No problems found."
