"""The census's elements and our columns: which element fills which, and rows as read turned into columns."""

from typing import NamedTuple

from metrics.datasets import contract
from metrics.intake.cin_people import Person, Texts

Batch = tuple[str, list[list[str | None]], list[int], list[str]]  # dataset, columns, lines, places
Row = tuple[Person, Texts, int, str]  # whose, what, line, place


class Source(NamedTuple):
    """The dataset an element of the census fills, and the elements in it that are kept."""

    dataset: str
    elements: dict[str, str]  # by the column each one fills


_PERSON = ("child_id", "date_of_birth")
SOURCES = {
    "ChildProtectionPlans": Source(
        "cp_plans",
        {
            "start_date": "CPPstartDate",
            "end_date": "CPPendDate",
            "initial_category": "InitialCategoryOfAbuse",
            "category": "LatestCategoryOfAbuse",
            "previous_plans": "NumberOfPreviousCPP",
        },
    ),
    "CINdetails": Source(
        "referrals",
        {
            "referral_date": "CINreferralDate",
            "source": "ReferralSource",
            "primary_need": "PrimaryNeedCode",
            "no_further_action": "ReferralNFA",
            "closed_date": "CINclosureDate",
            "closure_reason": "ReasonForClosure",
        },
    ),
    "Assessments": Source(
        "assessments",
        {"start_date": "AssessmentActualStartDate", "authorised_date": "AssessmentAuthorisationDate"},
    ),
    "Section47": Source(
        "section_47_enquiries",
        {
            "start_date": "S47ActualStartDate",
            "conference_date": "DateOfInitialCPC",
            "conference_not_required": "ICPCnotRequired",
        },
    ),
}

MODULES: dict[str, tuple[str, ...]] = {
    source.dataset: (*_PERSON, *source.elements, *(each.name for each in contract(source.dataset).looked_at))
    for source in SOURCES.values()
}


class Columns:
    """One dataset's rows: a few as they were read, the rest already turned into columns."""

    def __init__(self, source: Source, namespace: str) -> None:
        self.dataset = source.dataset
        self.rows: list[Row] = []
        self._tags = [namespace + element for element in source.elements.values()]
        self._looked_at = [Person._fields.index(each.name) for each in contract(source.dataset).looked_at]
        self._start_again()

    def _start_again(self) -> None:
        self.columns: list[list[str | None]] = [[] for _ in MODULES[self.dataset]]
        self.lines: list[int] = []
        self.places: list[str] = []

    def turn(self) -> int:
        """Turn the rows read so far into columns and say how many there are."""
        # Cells are picked and trimmed a column at a time: a call for each would cost more than the parsing.
        if self.rows:
            people, texts, lines, places = zip(*self.rows, strict=True)
            cells = [[((text := row.get(tag)) and text.strip()) or None for row in texts] for tag in self._tags]
            persons = [*zip(*people, strict=True)]
            read = (*persons[: len(_PERSON)], *cells, *(persons[each] for each in self._looked_at))
            for column, more in zip(self.columns, read, strict=True):
                column.extend(more)
            self.lines.extend(lines)
            self.places.extend(places)
            self.rows.clear()
        return len(self.lines)

    def take(self) -> Batch:
        """Hand on the columns and start again."""
        batch = (self.dataset, self.columns, self.lines, self.places)
        self._start_again()
        return batch
