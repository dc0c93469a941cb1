"""Five things in five minutes: which five things of a meeting's paper a member reads first. One written rule, no data.

There are five kinds of things, in this order:

1. `worse`: a rule says that it changed, and it went the wrong way. Off target before others.
2. `off_target`: off target without such a change. Firm before what chance could have put there.
3. `better`: a rule says that it got better after an earlier meeting asked about it. What was asked last before others.
4. `gap`: a figure that is due and not there, with whoever has not sent it. Figures missing for one reason are one thing, and
   the reason behind most of them stands before others.
5. `waits`: a challenge of an earlier meeting without its answer, or an action that is not closed, due by this meeting.
   Challenges before actions, the longest overdue before others.

Within a kind, after what is said above, an indicator of the board's priorities stands before others, then the order of the
scorecard decides. First the gravest of each kind is taken, then the second of each, until there are five; no line is taken
twice. They are read in the order of the kinds.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final, Literal, NamedTuple

from metrics.frozen import Frozen
from metrics.judge.status import Firmness
from metrics.line import OFF, Line
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.periods import parse_period

Kind = Literal["worse", "off_target", "better", "gap", "waits"]
KINDS: Final[tuple[Kind, ...]] = ("worse", "off_target", "better", "gap", "waits")
MOST: Final = 5
FIRMEST: Final[tuple[Firmness, ...]] = ("firm", "within_chance", "cannot_tell")


class Thing(Frozen):
    """One thing to read. `line` is None where what waits hangs on no line of the paper.

    `same_gap`: the other lines missing for the same reason. `waits`: the challenge or action that waits. `asked` and `agreed`:
    of other kinds, the challenge on the line from an earlier meeting, one without its answer before the newest, and the action
    on it that is due by this one.
    """

    kind: Kind
    line: Line | None = None
    same_gap: tuple[Line, ...] = ()
    waits: Challenge | Action | None = None
    asked: Challenge | None = None
    agreed: Action | None = None

    @property
    def about(self) -> frozenset[str]:
        """The indicators that it is about; of what hangs on none, its own key."""
        if self.line is None:
            return frozenset({self.waits.indicator or self.waits.key} if self.waits else ())
        return frozenset(each.indicator.id for each in (self.line, *self.same_gap))

    @property
    def indicator(self) -> str:
        """The indicator that a question about it is marked on; empty where it hangs on no line."""
        return self.line.indicator.id if self.line else ""


class Logs(NamedTuple):
    """What was asked and agreed at earlier meetings, as far as it matters to one meeting."""

    asked: Mapping[str, Challenge]
    """The newest challenge of each indicator."""
    unanswered: Sequence[Challenge]
    due: Sequence[Action]


def logs_for(meeting: date, asked: Sequence[Challenge], agreed: Sequence[Action]) -> Logs:
    """What matters to a meeting of everything that was asked and agreed: what is open on its day and due by then."""
    earlier = sorted((each for each in asked if each.meeting < meeting), key=lambda each: (each.meeting, each.number))
    unanswered = [each for each in earlier if not _is_answered(each, meeting) and (each.due is None or each.due <= meeting)]
    due = [each for each in agreed if each.meeting < meeting and not _is_done(each, meeting) and _is_due(each, meeting)]
    return Logs(
        asked={each.indicator: each for each in earlier},
        unanswered=sorted(unanswered, key=lambda each: (each.due or date.max, each.key)),
        due=sorted(due, key=lambda each: (each.due or date.max, each.key)),
    )


def five_things(lines: Sequence[Line], logs: Logs, priorities: Collection[str] = ()) -> tuple[Thing, ...]:
    """At most five things, by the rule above. `priorities`: the ids of the indicators that the board looks at closely."""
    ordered = sorted(lines, key=lambda each: (each.indicator.id not in priorities, each.number))
    candidates: dict[Kind, Sequence[Thing]] = {
        "worse": _worse(ordered, logs),
        "off_target": _off_target(ordered, logs),
        "better": _better(ordered, logs),
        "gap": _gaps(ordered, logs),
        "waits": _waits(ordered, logs),
    }
    found: list[Thing] = []
    for _ in range(MOST):
        for kind in KINDS:
            told = frozenset[str]().union(*(each.about for each in found))
            fresh = next((each for each in candidates[kind] if told.isdisjoint(each.about)), None)
            found += [fresh] if fresh else []
    return tuple(sorted(found[:MOST], key=lambda each: KINDS.index(each.kind)))


def _worse(lines: Sequence[Line], logs: Logs) -> list[Thing]:
    found = [each for each in lines if each.change.direction == "worsened"]
    return [_thing("worse", each, logs) for each in sorted(found, key=lambda each: each.status.mark not in OFF)]


def _off_target(lines: Sequence[Line], logs: Logs) -> list[Thing]:
    found = [each for each in lines if each.status.mark in OFF and each.change.direction != "worsened"]
    return [_thing("off_target", each, logs) for each in sorted(found, key=lambda each: FIRMEST.index(each.firmness))]


def _better(lines: Sequence[Line], logs: Logs) -> list[Thing]:
    """Only figures of a later period than the one that was asked about."""
    found = [
        _thing("better", each, logs)
        for each in lines
        if each.change.direction == "improved"
        and (asked := logs.asked.get(each.indicator.id))
        and parse_period(asked.period).last_day < each.figure.last_day
    ]
    return sorted(found, key=lambda each: each.asked.meeting if each.asked else date.min, reverse=True)


def _gaps(lines: Sequence[Line], logs: Logs) -> list[Thing]:
    missing = sorted((each for each in lines if each.is_missing), key=lambda each: each.gap)
    groups = [tuple(same) for _, same in groupby(missing, key=lambda each: each.gap)]
    order = {each.indicator.id: place for place, each in enumerate(lines)}
    groups.sort(key=lambda each: (-len(each), order[each[0].indicator.id]))
    return [_thing("gap", first, logs, tuple(rest)) for first, *rest in groups]


def _waits(lines: Sequence[Line], logs: Logs) -> list[Thing]:
    on = {each.indicator.id: each for each in lines}
    waits: list[Challenge | Action] = [*logs.unanswered, *logs.due]
    return [Thing(kind="waits", line=on.get(each.indicator), waits=each) for each in waits]


def _thing(kind: Kind, line: Line, logs: Logs, same_gap: tuple[Line, ...] = ()) -> Thing:
    """A line, with what earlier meetings asked of it and agreed about it; of several lines, what still waits first."""
    names = [each.indicator.id for each in (line, *same_gap)]
    waiting = [each for each in logs.unanswered if each.indicator in names]
    asked = [*waiting, *(logs.asked[each] for each in names if each in logs.asked)]
    due = next((each for each in logs.due if each.indicator in names), None)
    return Thing(kind=kind, line=line, same_gap=same_gap, asked=next(iter(asked), None), agreed=due)


def _is_answered(each: Challenge, meeting: date) -> bool:
    days = [day for day in (each.answered_on, each.closed_on) if day]
    return bool(days) and min(days) <= meeting


def _is_done(each: Action, meeting: date) -> bool:
    return each.is_closed and (each.closed_on is None or each.closed_on <= meeting)


def _is_due(each: Action, meeting: date) -> bool:
    """By its day, or because an earlier meeting carried it forward to this one."""
    return meeting in each.carried_to or (each.due is not None and each.due <= meeting)
