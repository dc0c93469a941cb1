"""One fact as two agencies report it, side by side, with the difference: nobody is right by default."""

from typing import Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.catalogue import indicator
from metrics.close_up import by_group
from metrics.coverage import State
from metrics.figures import Figure, figures
from metrics.periods import Period
from metrics.store import Store


class Count(NamedTuple):
    """Where a count is read: an indicator's numerator, of one group of a breakdown where one is named."""

    who: str
    what: str
    indicator: str
    by: str = ""
    group: str = ""


class Fact(NamedTuple):
    """A fact, where each of two agencies reports it, and what a difference may mean."""

    name: str
    first: Count
    second: Count
    if_different: str


FACTS: Final = (
    Fact(
        "Families' children passed from social care to early help",
        Count("Children's social care", "referrals closed and stepped down", "closures_stepped_down"),
        Count("Early help", "episodes opened after step-down", "early_help_stepped_down"),
        "A child stepped down on paper whom early help never opened is helped by nobody. A referral may close in one quarter "
        "and its episode open in the next.",
    ),
    Fact(
        "Contacts passed on to early help",
        Count("Front door", "contacts passed to early help", "contacts", "outcome", "Passed to early help"),
        Count(
            "Early help", "episodes passed on by the front door", "early_help_opened", "source", "Passed on by the front door"
        ),
        "Not every family takes early help up; those who were passed on and not opened should be known by name to somebody.",
    ),
    Fact(
        "Privately fostered children",
        Count("Children's social care", "arrangements known", "private_fostering_arrangements"),
        Count("Schools", "children named in their yearly returns", "private_fostering_children_reported"),
        "Schools see children every day. Fewer from them than the council knows means that they do not recognise it, or do not "
        "say so; more means children whom nobody has visited.",
    ),
)


class Side(BaseModel):
    """What one agency reports: a count, or why there is none."""

    model_config = ConfigDict(frozen=True)

    who: str
    what: str
    indicator: str
    count: int | None
    gap: str = ""


class Compared(BaseModel):
    """A fact with both counts; the difference (first less second) where both are there."""

    model_config = ConfigDict(frozen=True)

    name: str
    first: Side
    second: Side
    if_different: str
    provisional: bool

    @property
    def difference(self) -> int | None:
        return None if self.first.count is None or self.second.count is None else self.first.count - self.second.count

    @property
    def words(self) -> str:
        """`4 more by children's social care than by early help`, or why it cannot be said."""
        if self.difference is None:
            return "one of the two is not there"
        if not self.difference:
            return "both say the same"
        more, fewer = (self.first, self.second) if self.difference > 0 else (self.second, self.first)
        later = ", and later data may still change it" if self.provisional else ""
        return f"{abs(self.difference)} more by {_plain(more.who)} than by {_plain(fewer.who)}{later}"


def same_facts(store: Store, period: Period) -> tuple[Compared, ...]:
    """Every fact that two agencies report, in a period."""
    return tuple(_compared(store, each, period) for each in FACTS)


def _compared(store: Store, fact: Fact, period: Period) -> Compared:
    first, second = _figure(store, fact.first, period), _figure(store, fact.second, period)
    return Compared(
        name=fact.name,
        first=_side(fact.first, first),
        second=_side(fact.second, second),
        if_different=fact.if_different,
        provisional=State.PROVISIONAL in {first.state, second.state},
    )


def _figure(store: Store, count: Count, period: Period) -> Figure:
    whole = figures(store, [indicator(count.indicator)], [period])[0]
    if not count.by or not whole.state.has_value:
        return whole
    found = [each for each in by_group(store, indicator(count.indicator), period, count.by) if each.group == count.group]
    return found[0] if found else whole.model_copy(update={"numerator": 0.0})


def _side(count: Count, figure: Figure) -> Side:
    known = figure.state.is_in and figure.numerator is not None
    return Side(
        who=count.who,
        what=count.what,
        indicator=count.indicator,
        count=round(figure.numerator or 0) if known else None,
        gap="" if known else words.gap(figure.state, figure.waiting_for),
    )


def _plain(name: str) -> str:
    return name[:1].lower() + name[1:]
