"""One partnership's choices: its area, its agencies and what each sends, its targets, its meetings, its rules.

Written by people in a `board.toml`; kept in the store, every version with the time it was set.
"""

import re
import tomllib
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from metrics.asking.bank import Asking
from metrics.board.area import Area
from metrics.board.faults import faults
from metrics.board.named import Noted, OfIndicators, counted
from metrics.board.privacy import SmallNumbers
from metrics.board.running_order import Turn, turns_that_agree
from metrics.board.targets import OverriddenMark, Target, targets_that_agree
from metrics.catalogue import Indicator
from metrics.datasets import contracts
from metrics.frozen import Frozen
from metrics.judge.status import StatusRule
from metrics.working_days import FIRST, LAST


class TwoYears(StrEnum):
    """When a child protection plan has lasted two years or more. Official texts differ by a day or two at the edge.

    DFE: "for more than 729 calendar days including days of cessation" (DfE, Local Authority Interactive Tool, measure 264):
    the first and the last day both count. ELAPSED: 730 days have passed. ANNIVERSARY: the second anniversary has come.
    """

    DFE = "dfe_more_than_729_days"
    ELAPSED = "730_days_elapsed"
    ANNIVERSARY = "second_anniversary"

    @property
    def words(self) -> str:
        return {
            TwoYears.DFE: "more than 729 calendar days, the first and last included (the DfE's wording)",
            TwoYears.ELAPSED: "730 days have passed since the start",
            TwoYears.ANNIVERSARY: "the second anniversary of the start has come",
        }[self]

    @property
    def sql(self) -> str:
        """The first day on which a plan started on `start_day` has lasted two years."""
        return {
            TwoYears.DFE: "start_day + 729",
            TwoYears.ELAPSED: "start_day + 730",
            TwoYears.ANNIVERSARY: "(start_day + interval 2 years)::date",
        }[self]


class Agency(Frozen):
    """An agency of the partnership: which datasets it sends, when they are due, and whom to ask.

    `lead` and `deputy` are the people who answer for its data, each with an e-mail address. `due_days`: so many days after a
    period were agreed with it; without them its data is due by the calendar of meetings (`metrics/gaps/due.py`).
    `returns` names the indicators of which it has no records to send, and returns the figures.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    name: str
    role: str
    sends: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    lead: str = ""
    contact: str = ""
    deputy: str = ""
    deputy_contact: str = ""
    due_days: int | None = Field(default=None, ge=0, le=400)
    not_recorded: dict[str, str] = Field(default_factory=dict)

    @property
    def whom(self) -> tuple[tuple[str, str], ...]:
        """Who answers for its data, the deputy second: name and address of each, where they are named."""
        both = ((self.lead, self.contact), (self.deputy, self.deputy_contact))
        return tuple((name, address) for name, address in both if name or address)

    @property
    def templates(self) -> tuple[str, ...]:
        """The datasets that it fills in."""
        return (*self.sends, *(("returns",) if self.returns and "returns" not in self.sends else ()))

    @model_validator(mode="after")
    def _sends_what_exists(self) -> "Agency":
        unknown = [each for each in (*self.sends, *self.not_recorded) if each not in contracts()]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: no such dataset. The datasets are: {', '.join(contracts())}")
        return self

    @model_validator(mode="after")
    def _returns_what_is_counted(self, info: ValidationInfo) -> "Agency":
        unknown = [each for each in self.returns if each not in counted(info)]
        if unknown:
            raise ValueError(f"{', '.join(unknown)}: no such indicator. The Definitions page names every one with its file")
        return self


class Priority(OfIndicators):
    """What the board chose to look at closely: a name, and the indicators that belong to it, one by one or by their themes."""

    name: str = Field(min_length=1)

    @property
    def called(self) -> str:
        return self.name

    @property
    def id(self) -> str:
        """The name as a link writes it: `early_help`."""
        return "_".join(re.findall(r"[a-z0-9]+", self.name.lower()))

    @model_validator(mode="after")
    def _is_about_something(self) -> "Priority":
        if not self.id:
            raise ValueError(f"{self.name}: the name of a priority has to hold letters or digits")
        if not self.indicators and not self.themes:
            raise ValueError(f"{self.name}: a priority has to name indicators or themes")
        return self


class Settings(Frozen):
    """The rules that the board chose where official texts leave a choice. Shown on the Definitions page."""

    two_years: TwoYears = TwoYears.DFE
    neighbour_average: Literal["median", "mean"] = "median"


class Keeping(Frozen):
    """What the board's store may hold. `child_level` false: no record of a child, only figures and counts that were prepared.

    Then an agency prepares its counts inside (`scorecard prepare`), and its records never come here.
    """

    child_level: bool = True


class Clock(Frozen):
    """How long before a meeting each thing has to be done, in working days of England.

    `clear_days` lie between the day the papers go out and the meeting, neither of them counted. `sign_off_days` are from
    sign-off to the papers, `data_days` from the day data and commentary are due to sign-off. Data of a period that ended fewer
    than `ready_days` days (of any kind) before that day is for the meeting after.
    """

    clear_days: int = Field(default=5, ge=0, le=60)
    sign_off_days: int = Field(default=3, ge=0, le=60)
    data_days: int = Field(default=5, ge=0, le=60)
    ready_days: int = Field(default=30, ge=0, le=180)


class Mail(Frozen):
    """The mail server by which reminders are sent, where a board wants that; its password comes from the environment."""

    server: str = Field(min_length=1)
    sender: str = Field(pattern=r"^[^@\s]+@[^@\s]+$")
    port: int = Field(default=587, ge=1, le=65535)
    user: str = ""
    encrypted: bool = True


class Board(Frozen):
    name: str
    area: Area
    agencies: tuple[Agency, ...]
    targets: tuple[Target, ...] = ()
    meetings: tuple[date, ...] = ()
    clock: Clock = Clock()
    mail: Mail | None = None
    overrides: tuple[OverriddenMark, ...] = ()
    status: StatusRule = StatusRule()
    settings: Settings = Settings()
    small_numbers: SmallNumbers = SmallNumbers()
    store: Keeping = Keeping()
    priorities: tuple[Priority, ...] = ()
    annotations: tuple[Noted, ...] = ()
    questions: tuple[Asking, ...] = ()
    running_order: tuple[Turn, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _as_it_was_written(cls, data: dict[str, Any]) -> dict[str, Any]:
        """Boards written before there were other rules say `settings.amber_within_percent`."""
        settings = dict(data.get("settings") or {})
        if "amber_within_percent" not in settings:
            return data
        if "status" in data:
            raise ValueError("Both [status] and settings.amber_within_percent say what is amber: leave the second out")
        return {**data, "settings": settings, "status": {"amber": settings.pop("amber_within_percent")}}

    @field_validator("meetings")
    @classmethod
    def _in_order(cls, meetings: tuple[date, ...]) -> tuple[date, ...]:
        return tuple(sorted(set(meetings)))

    @model_validator(mode="after")
    def _agencies_differ(self) -> "Board":
        ids = [each.id for each in self.agencies]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        if twice:
            raise ValueError(f"Two agencies have one id: {', '.join(twice)}. Give one of them another")
        return self

    @model_validator(mode="after")
    def _targets_agree(self) -> "Board":
        targets_that_agree(self.targets, self.overrides, self.status.four_colours)
        return self

    @model_validator(mode="after")
    def _turns_agree(self) -> "Board":
        turns_that_agree(self.running_order, [each.id for each in self.agencies])
        return self

    @model_validator(mode="after")
    def _meetings_have_working_days_before_them(self) -> "Board":
        outside = [each for each in self.meetings if not FIRST.year < each.year < LAST.year]
        if outside:
            raise ValueError(f"meetings: {outside[0].isoformat()} is not a day of {FIRST.year + 1} to {LAST.year - 1}")
        return self

    @model_validator(mode="after")
    def _priorities_differ(self) -> "Board":
        ids = [each.id for each in self.priorities]
        twice = sorted({each.name for each in self.priorities if ids.count(each.id) > 1})
        if twice:
            raise ValueError(f"Two priorities have one name: {', '.join(twice)}")
        return self

    def agency(self, agency_id: str) -> Agency:
        """Raises ValueError with the ids that exist."""
        for each in self.agencies:
            if each.id == agency_id:
                return each
        known = ", ".join(each.id for each in self.agencies)
        raise ValueError(f"There is no agency called {agency_id} on this board. The agencies are: {known}.")

    def called(self, agency_id: str) -> str:
        """An agency's name; of one that has left the board, its id."""
        return next((each.name for each in self.agencies if each.id == agency_id), agency_id)

    def senders(self, dataset: str) -> tuple[Agency, ...]:
        """The agencies that send a dataset, those included that say they do not record it."""
        return tuple(each for each in self.agencies if dataset in each.sends or dataset in each.not_recorded)

    def returning(self, indicator: str) -> tuple[Agency, ...]:
        """The agencies that are to return an indicator's figures."""
        return tuple(each for each in self.agencies if indicator in each.returns)

    def noted(self, indicator: Indicator) -> tuple[Noted, ...]:
        """What happened that an indicator's figures are to be read with."""
        return tuple(each for each in self.annotations if each.holds(indicator))

    def owner(self, role: str) -> Agency | None:
        """The agency that answers for an indicator."""
        return next((each for each in self.agencies if each.role == role), None)

    def target(self, indicator: str) -> Target | None:
        return next((each for each in self.targets if each.indicator == indicator), None)

    def status_rule(self, target: Target | None) -> StatusRule:
        """The rule by which a target is judged: its own, or the board's."""
        return target.status if target and target.status else self.status

    def override(self, indicator: str, period: str) -> OverriddenMark | None:
        """The mark that the board gave an indicator in a period, against the rule."""
        return next((each for each in self.overrides if (each.indicator, each.period) == (indicator, period)), None)

    def next_meeting_after(self, meeting: date) -> date | None:
        """The meeting that follows one."""
        return min((each for each in self.meetings if each > meeting), default=None)

    def next_meeting(self, today: date) -> date | None:
        return min((each for each in self.meetings if each >= today), default=None)


@lru_cache(maxsize=20)
def read_board(text: str, indicators: frozenset[str] | None = None) -> Board:
    """Read a `board.toml`. Raises ValueError with a sentence for each thing that is wrong.

    `indicators`: the ids that it may name, where they are not today's: an edition's board may name one that is gone.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ValueError(f"The board file is not valid TOML: {problem}.") from problem
    return board_of(data, indicators)


def board_of(data: dict[str, Any], indicators: frozenset[str] | None = None) -> Board:
    """The board of a file's tables, or of settings put together. As `read_board`."""
    try:
        return Board.model_validate(data, context={"indicators": indicators})
    except ValidationError as problem:
        raise ValueError(f"The board file cannot be used: {faults(problem, data, Board)}.") from problem
