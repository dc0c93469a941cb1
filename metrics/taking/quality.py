"""How good the files are that agencies send: the share of rows without a problem, file by file."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from metrics import words
from metrics.checks import Check, read_checks
from metrics.datasets import contract
from metrics.frozen import Frozen
from metrics.store import Store
from metrics.submission import Delivery

MOST_EARLIER, MOST_RULES = 8, 3
FILES = """
with restated as (
    select submission_id, count(*) as figures from restated_figures group by submission_id
)
select
    agency, received_at, list(distinct dataset order by dataset), min(covers_from), max(covers_to), sum(rows_read)::bigint,
    case when count(rows_faulty) = count(*) then sum(rows_faulty)::bigint end,
    list(checks), any_value(note), any_value(reason), coalesce(sum(figures), 0)::bigint
from submissions
left join restated on restated.submission_id = submissions.submission_id
where supplied
group by agency, received_at, content_hash
order by received_at desc, agency
"""


class FileScore(Frozen):
    """One file as it was taken. `rows_faulty`: left out, in error or to check; None in a store of before it was counted.

    `rules`: how often each rule fired, the commonest first. `restated`: how many settled figures it changed.
    """

    agency: str
    received_at: datetime
    datasets: tuple[str, ...]
    covers_from: date
    covers_to: date
    rows_read: int
    rows_faulty: int | None
    rules: tuple[tuple[str, int], ...]
    note: str
    reason: str
    restated: int

    @property
    def share(self) -> float | None:
        """Percent of the rows read without a problem; None where there is none to judge."""
        if self.rows_faulty is None or not self.rows_read:
            return None
        return 100 * (self.rows_read - self.rows_faulty) / self.rows_read


def file_scores(store: Store) -> list[FileScore]:
    """Every file that was taken, the newest first."""
    with store.cursor() as cursor:
        rows = cursor.execute(FILES).fetchall()
    names = [*FileScore.model_fields]
    found = (dict(zip(names, row, strict=True)) for row in rows)
    return [FileScore.model_validate({**each, **_in_words(each)}) for each in found]


def _in_words(row: dict[str, object]) -> dict[str, object]:
    """What of a row the store keeps in another form than it is shown."""
    rules: Counter[str] = Counter()
    for each in row["rules"]:  # type: ignore[attr-defined]  # a list, as the query makes it
        rules.update(json.loads(each))
    titles = tuple(contract(each).title for each in row["datasets"])  # type: ignore[attr-defined]  # as above
    return {
        "datasets": titles,
        "rules": tuple(rules.most_common()),
        "note": row["note"] or "",
        "reason": row["reason"] or "",
    }


def score_in_words(each: FileScore) -> str:
    """The share of rows without a problem; why there is none where there is none."""
    if each.share is not None:
        return words.number(each.share, "percent")
    return "no rows" if not each.rows_read else "not counted then"


def run_of_scores(mine: Sequence[FileScore]) -> str:
    """The shares of the files before the newest, from the oldest of them; as many as one line holds."""
    earlier = [score_in_words(each) for each in mine[1 : MOST_EARLIER + 1]]
    return " → ".join(earlier[::-1]) if earlier else "none before it"


def commonest(each: FileScore) -> str:
    """The rules that fired most, in the words of their sentences."""
    said = [f"{rule_in_words(rule)} ({count:,})" for rule, count in each.rules[:MOST_RULES]]
    return "; ".join(said) or "none"


def rule_in_words(rule: str) -> str:
    """What a rule says of a row, without how to mend it; its name where only a row's own sentence can tell."""
    check = _by_rule().get(rule)
    return check.sentence.partition(". ")[0] if check and "{" not in check.sentence else rule.replace("_", " ")


def _by_rule() -> dict[str, Check]:
    """Rules by their name alone, as a submission keeps how often each fired; only those whose name is theirs alone."""
    names = Counter(each.rule for each in read_checks().values())
    return {each.rule: each for each in read_checks().values() if names[each.rule] == 1}


def without_problem(delivery: Delivery) -> str:
    """How many of a delivery's rows have no problem, in words."""
    read = sum(each.rows_read for each in delivery.submissions)
    good = read - sum(each.rows_faulty for each in delivery.submissions)
    share = words.number(100 * good / read, "percent") if read else "none"
    return f"{good:,} of {words.count_of(read, 'row')} without a problem: {share}."
