"""A bundle as it is shown: one line for each dataset, however many files it was counted from."""

from collections import Counter
from collections.abc import Sequence

from metrics.submission import Checked, Delivery, Submission


def by_dataset(delivery: Delivery) -> Delivery:
    """A bundle with one submission for each dataset; a file of rows as it is."""
    if not delivery.bundle:
        return delivery
    found: dict[str, list[Submission]] = {}
    for each in sorted(delivery.submissions, key=lambda one: not one.supplied):
        found.setdefault(each.dataset, []).append(each)
    whole = tuple(_together([each for each in same if each.supplied] or same[:1]) for same in found.values())
    return delivery.model_copy(update={"submissions": whole})


def _together(same: Sequence[Submission]) -> Submission:
    """From the first to the last day that any of them covers, with the sums of their rows and of what the checks found."""
    checked = [each.checked for each in same if each.checked]
    rules: Counter[str] = Counter()
    for each in checked:
        rules.update(each.rules)
    return same[0].model_copy(
        update={
            "covers_from": min(each.covers_from for each in same),
            "covers_to": max(each.covers_to for each in same),
            "rows_read": sum(each.rows_read for each in same),
            "checked": Checked(
                rows_kept=sum(each.rows_kept for each in checked),
                rows_faulty=sum(each.rows_faulty or 0 for each in checked),
                rows_blocked=sum(each.rows_blocked for each in checked),
                errors=sum(each.errors for each in checked),
                warnings=sum(each.warnings for each in checked),
                rules=rules,
            ),
        }
    )
