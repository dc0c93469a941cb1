"""A wide sheet as a return: the same rows, rules and problems as the long template, each problem at its cell."""

from collections import Counter
from collections.abc import Sequence

from metrics import words
from metrics.datasets.returns import BY_AGENCY
from metrics.returns.reading import Sender, problem, submission_of
from metrics.returns.said import Said
from metrics.submission import Problem, Refused, Severity, Submission
from metrics.wide.facts import Fact, Wrong, breakdown_kept, facts_of
from metrics.wide.meanings import Known
from metrics.wide.proposal import Proposal, TableRead, Unconfirmed, propose, tables_of
from metrics.wide.sheet import Sheet


def read_wide(sheets: Sequence[Sheet], known: Known, sender: Sender) -> tuple[Submission, tuple[str, ...]]:
    """The figures of sheets whose words are all known, and what is to be said of the whole file.

    Raises Unconfirmed while some are not; Refused where a total contradicts its parts, or nothing can be used.
    """
    proposal = propose(sheets, known)
    if proposal.open:
        raise Unconfirmed(proposal)
    found: list[tuple[TableRead, Fact]] = []
    wrong: list[tuple[Sheet, Wrong]] = []
    for table in tables_of(sheets, known):
        facts, bad = facts_of(table, proposal)
        found += [(table, each) for each in facts]
        wrong += [(table.sheet, each) for each in bad]
    if not found:
        raise Refused(_nothing_usable(proposal, wrong))
    kept = [each for each in found if not each[1].group or breakdown_kept(each[1])]
    read = _placed(kept, wrong, sender)
    return read, (*proposal.notes, *_left_out(proposal), *_groups_left_out(found))


def _nothing_usable(proposal: Proposal, wrong: Sequence[tuple[Sheet, Wrong]]) -> str:
    if not wrong:
        return "No row of the sheet is about an indicator of ours, or none has a figure. Check what its names are said to mean."
    sentence, times = Counter(each.sentence for _, each in wrong).most_common(1)[0]
    return f"No figure of the sheet can be used. In {words.count_of(times, 'cell')} of {proposal.rows} rows: {sentence}"


def _placed(found: Sequence[tuple[TableRead, Fact]], wrong: Sequence[tuple[Sheet, Wrong]], sender: Sender) -> Submission:
    """The figures as a submission: numbered while they are checked, and every problem then said at its cell."""
    rows = [_numbered(number, fact) for number, (_, fact) in enumerate(found, start=1)]
    read = submission_of(rows, sender)
    places = {number: (table.sheet, fact) for number, (table, fact) in enumerate(found, start=1)}
    moved = [_at_its_cell(each, *places[each.row]) for each in read.problems if each.row]
    bad = [_wrong_cell(sheet, each) for sheet, each in wrong]
    problems = sorted([*moved, *bad], key=lambda each: (each.row or 0, each.place))
    return read.model_copy(update={"rows_read": read.rows_read + len(bad), "problems": tuple(problems)})


def _numbered(number: int, fact: Fact) -> Said:
    return fact.numbers.model_copy(update={"row": number, "group_by": breakdown_kept(fact) or "" if fact.group else ""})


def _at_its_cell(found: Problem, sheet: Sheet, fact: Fact) -> Problem:
    place = f"{sheet.place(fact.row, fact.column)} ({words.period(fact.period.label)})"
    return found.model_copy(update={"row": fact.row + 1, "place": place})


def _wrong_cell(sheet: Sheet, wrong: Wrong) -> Problem:
    found = problem(wrong.row + 1, wrong.field, wrong.rule, Severity.BLOCK, wrong.sentence)
    return found.model_copy(update={"place": sheet.place(wrong.row, wrong.column)})


def _left_out(proposal: Proposal) -> tuple[str, ...]:
    """The rows that are none of ours."""
    left = [each for each in proposal.questions if each.kind == "names" and not proposal.means("names", each.written)]
    return (f"{words.capital(words.count_of(len(left), 'name'))} of rows are none of ours and were not read.",) if left else ()


def _groups_left_out(found: Sequence[tuple[TableRead, Fact]]) -> tuple[str, ...]:
    left = {fact.indicator.title: fact for _, fact in found if fact.group and not breakdown_kept(fact)}
    return tuple(
        f"{title}: its parts were held against the total and not kept: the sheet does not say by what they are broken down. "
        f"Name it so: by {', '.join(dict.fromkeys([BY_AGENCY, *fact.indicator.breakdowns.values()]))}."
        for title, fact in left.items()
    )
