"""What an agency's own extract most probably is: which dataset, which column is which, what its words mean; and why."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from metrics import words
from metrics.datasets import Column, Extract, Kind, contract, contracts
from metrics.datasets.returns import Return
from metrics.frozen import Frozen
from metrics.intake.own.codes import guess, is_plain
from metrics.intake.own.mapping import OwnMapping, Understood, needs_words
from metrics.intake.own.names import identifying, near
from metrics.intake.own.seen import Seen, seen_in
from metrics.intake.own.table import OwnTable

ENOUGH = 0.55
"""How near a heading must be, its cells considered, to be proposed."""
EXPECTED = 3.0
"""What it says for a dataset that the agency is expected to send it: as much as three columns that are found."""
LEAST = 2.0


class FieldProposed(Frozen):
    """One of our columns: the headings it is most probably made of (none: it seems not to be in the file), and why."""

    field: str
    headings: tuple[str, ...]
    why: str


class WordAsked(Frozen):
    """One word of a column of codes, and the code it most probably means (empty: open)."""

    field: str
    word: str
    means: str


class Dropped(Frozen):
    """A column that is not kept, and why."""

    heading: str
    why: str


class OwnProposal(Frozen):
    """What a table is proposed to be. `too_many` names columns proposed for codes that hold too many different words."""

    dataset: str
    rows: int
    headings: tuple[str, ...]
    fields: tuple[FieldProposed, ...]
    words: tuple[WordAsked, ...]
    dropped: tuple[Dropped, ...]
    too_many: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()

    def mapping(self) -> OwnMapping:
        """The proposal, as if it were confirmed as it stands."""
        codes: dict[str, dict[str, str]] = {}
        for each in self.words:
            if each.means:
                codes.setdefault(each.field, {})[each.word] = each.means
        columns = {each.field: each.headings for each in self.fields if each.headings}
        return OwnMapping(dataset=self.dataset, columns=columns, codes=codes)


class Looked(NamedTuple):
    """A table that was looked at: its headings, and what is seen under each."""

    headings: tuple[str, ...]
    seen: Mapping[str, Seen]
    rows: int


def look(table: OwnTable) -> Looked:
    """Look at every column once. Raises Refused for a table that cannot be read."""
    read = table.read()
    named = tuple(each for each in read.headings if each)
    return Looked(named, seen_in(read.rows, named), read.rows.num_rows)


def likely_datasets(looked: Looked, sends: Collection[str] = ()) -> tuple[str, ...]:
    """The datasets that the headings and cells suit, the likeliest first; empty where none is near."""
    scored = {name: _suits(extract, looked) for name, extract in contracts().items() if name != Return.dataset}
    near_ones = {name: score + (EXPECTED if name in sends else 0) for name, score in scored.items() if score >= LEAST}
    return tuple(sorted(near_ones, key=lambda each: -near_ones[each]))


def propose_own(
    looked: Looked, sends: Collection[str] = (), *, dataset: str | None = None, last: Understood | None = None
) -> OwnProposal | None:
    """What a table is proposed to be; None where no dataset is near and none is named.

    `last` is what the agency confirmed of an earlier table: where a heading of it is there again, it means the same.
    """
    likely = likely_datasets(looked, sends)
    chosen = dataset or (last.dataset if last else None) or next(iter(likely), None)
    if chosen is None:
        return None
    extract = contract(chosen)
    before = last if last and last.dataset == chosen else None
    fields = tuple(_with_before(each, before, looked) for each in _fields(extract, looked))
    return described(looked, chosen, fields, before).model_copy(update={"likely": likely})


def described(looked: Looked, dataset: str, fields: Sequence[FieldProposed], before: Understood | None = None) -> "OwnProposal":
    """A choice of columns with what follows from it: the words to translate, and what is dropped."""
    columns = {each.name: each for each in contract(dataset).columns()}
    asked: list[WordAsked] = []
    too_many = []
    for each in fields:
        column = columns[each.field]
        if not each.headings or not needs_words(column):
            continue
        seen = looked.seen[each.headings[0]]
        if not seen.may_be_codes and seen.filled:
            too_many.append(each.field)
            continue
        asked += _asked(column, seen, before)
    used = {heading for each in fields for heading in each.headings}
    return OwnProposal(
        dataset=dataset,
        rows=looked.rows,
        headings=looked.headings,
        fields=tuple(fields),
        words=tuple(asked),
        dropped=tuple(
            Dropped(heading=each, why=identifying(each) or "It is not part of the dataset.")
            for each in looked.headings
            if each not in used
        ),
        too_many=tuple(too_many),
    )


def _asked(column: Column, seen: Seen, before: Understood | None) -> list[WordAsked]:
    said = {each: before.means(column.name, each) if before else None for each in seen.words}
    return [
        WordAsked(field=column.name, word=each, means=said[each] or guess(column, each))
        for each in seen.words
        if said[each] or not is_plain(column, each)
    ]


def _fields(extract: type[Extract], looked: Looked) -> list[FieldProposed]:
    """Each heading at most once, the surest pair first."""
    pairs = sorted(
        (
            (_score(column, heading, looked.seen[heading]), column.required, -place, column.name, heading)
            for column in extract.columns()
            for place, heading in enumerate(looked.headings)
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for score, _, _, name, heading in pairs:
        if score >= ENOUGH and name not in found and heading not in found.values():
            found[name] = heading
    return [_proposed(each, found, extract, looked) for each in extract.columns()]


def _proposed(column: Column, found: Mapping[str, str], extract: type[Extract], looked: Looked) -> FieldProposed:
    heading = found.get(column.name)
    if heading is None:
        return _made_of_two(column, found, extract)
    seen = looked.seen[heading]
    name = near(column, heading)
    why = "The heading says so" if name.score == 1.0 else f"The heading is near to “{name.name}”"
    time = _time_beside(column, seen, looked, found) if column.kind is Kind.MOMENT else None
    if time:
        return FieldProposed(field=column.name, headings=(heading, time), why=f"{why}; the time stands in a column of its own")
    return FieldProposed(field=column.name, headings=(heading,), why=f"{why}; {seen.said()}")


def _time_beside(column: Column, seen: Seen, looked: Looked, found: Mapping[str, str]) -> str | None:
    """A column of times that belongs to a column of days: by its heading where several could."""
    if seen.moments > 0.5:
        return None
    free = [each for each in looked.headings if looked.seen[each].times > 0.8 and each not in found.values()]
    scored = {each: near(column, each.casefold().replace("time", "date")).score for each in free}
    best = max(scored, key=lambda each: scored[each], default=None)
    return best if best and scored[best] >= ENOUGH else None


def _made_of_two(column: Column, found: Mapping[str, str], extract: type[Extract]) -> FieldProposed:
    """What tells one row from the next, where no column does: the child and the day together."""
    nothing = FieldProposed(field=column.name, headings=(), why="No heading is near to it")
    day = next((each for each in extract.columns() if each.name in extract.first_day), None)
    is_key = column.kind is Kind.IDENTIFIER and column.required and column.name != "child_id" and column.name in extract.key
    if not is_key or day is None or not {"child_id", day.name} <= set(found):
        return nothing
    why = "No column tells one row from every other: the child and the day are taken together"
    return FieldProposed(field=column.name, headings=(found["child_id"], found[day.name]), why=why)


def _with_before(proposed: FieldProposed, before: Understood | None, looked: Looked) -> FieldProposed:
    headings = before.columns.get(proposed.field, ()) if before else ()
    if headings and set(headings) <= set(looked.headings):
        return FieldProposed(field=proposed.field, headings=headings, why="As it was confirmed for the last file")
    return proposed


def _score(column: Column, heading: str, seen: Seen) -> float:
    suits = seen.suits(column.kind)
    name = near(column, heading).score
    if suits < 0.3 or (identifying(heading) and column.kind not in {Kind.IDENTIFIER, Kind.BIRTH_DATE}):
        return 0.0
    return 0.75 * name + 0.25 * suits if name > 0.3 else 0.0


def _suits(extract: type[Extract], looked: Looked) -> float:
    found = {each.field: each for each in _fields(extract, looked) if each.headings}
    columns = {each.name: each for each in extract.columns()}
    named = sum((2.0 if columns[name].required else 1.0) * _sure(columns[name], each) for name, each in found.items())
    lacking = sum(2.0 for each in columns.values() if each.required and each.name not in found)
    return named - lacking


def _sure(column: Column, proposed: FieldProposed) -> float:
    return near(column, proposed.headings[0]).score


def summary(proposal: OwnProposal) -> str:
    """What the table is proposed to be, in a sentence."""
    found = sum(bool(each.headings) for each in proposal.fields)
    title = words.small(contract(proposal.dataset).title)
    return (
        f"{words.capital(words.count_of(proposal.rows, 'row'))} under headings of its sender's own, most probably "
        f"{title}: {found} of its {len(proposal.fields)} columns were found."
    )
