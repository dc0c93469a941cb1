"""The action log. An action is known by its meeting and number, for numbers begin anew; it may have several owners."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from metrics import words
from metrics.board import Board
from metrics.frozen import Frozen
from metrics.meeting_log.entries import newest, write, write_next
from metrics.meeting_log.free_text import checked
from metrics.store import Store

Status = Literal["open", "on_going", "discharged", "merged"]
STATUSES: dict[Status, str] = {"open": "Open", "on_going": "On-going", "discharged": "Discharged", "merged": "Merged"}


class Update(Frozen):
    """What was said of an action, on which day and in which role."""

    on: date
    by: str
    text: str


class Action(Frozen):
    """What was agreed, and who is to do it: agencies by their ids, a group by its name, or each agency.

    `done_by` are the agencies of whom "each agency" has had it. `carried_to` are the later meetings at which it was still open.
    `source` holds another plan's code. An action is not thrown away: it is discharged with a reason, or merged into another.
    """

    meeting: date
    number: int
    text: str
    owners: tuple[str, ...] = ()
    group: str = ""
    each_agency: bool = False
    done_by: tuple[str, ...] = ()
    due: date | None = None
    status: Status = "open"
    updates: tuple[Update, ...] = ()
    carried_to: tuple[date, ...] = ()
    merged_into: str = ""
    closed_because: str = ""
    closed_on: date | None = None
    challenge: str = ""
    indicator: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        return f"{self.meeting.isoformat()}/{self.number}"

    @property
    def reference(self) -> str:
        """As people quote it: `3 of 10 December 2026`."""
        return f"{self.number} of {words.day(self.meeting)}"

    @property
    def is_closed(self) -> bool:
        return self.status in {"discharged", "merged"}

    def days_overdue(self, today: date) -> int:
        """Days since it was due; 0 when it is closed, not due yet, or has no day."""
        return 0 if self.is_closed or self.due is None else max(0, (today - self.due).days)

    def owner_names(self, board: Board) -> str:
        """Whose it is, in words; for each agency, how many have done it."""
        known = {each.id: each.name for each in board.agencies}
        named = [*(known.get(each, each) for each in self.owners), *([self.group] if self.group else [])]
        if self.each_agency:
            named.append(f"each agency ({len(set(self.done_by) & set(known))} of {len(known)} done)")
        return "; ".join(named) or "no owner yet"


class Logged(Frozen):
    """An action with its version."""

    action: Action
    version: int


def agree(store: Store, meeting: date, text: str, *, by: str, at: datetime, **given: object) -> Action:
    """Log an action: `given` are fields of Action (owners, group, each_agency, due, challenge, indicator, source).

    Raises ValueError for a text that cannot be kept, or an owner that nobody on the board is.
    """
    said = checked("The action", text)
    if not said:
        raise ValueError("An action needs words: what is to be done.")
    new = Action.model_validate({**given, "meeting": meeting, "number": 1, "text": said})
    for owner in new.owners:
        store.board.agency(owner)
    entry = write_next(
        store, "action", f"{meeting.isoformat()}/", lambda number: new.model_copy(update={"number": number}), by=by, at=at
    )
    return Action.model_validate_json(entry.content)


def update(store: Store, key: str, text: str, *, by: str, based_on: int, at: datetime, **moved: object) -> Action:
    """Add a dated update; `moved` may set `due`, `owners`, `group` or `done_by` anew. It is on-going from then on."""
    said = checked("The update", text)
    if not said:
        raise ValueError("An update needs words: what has been done.")

    def changed(held: Action) -> Action:
        return _with(held, Update(on=at.date(), by=checked("Your role", by, 80), text=said), {**moved, "status": "on_going"})

    return _change(store, key, changed, by=by, based_on=based_on, at=at)


def carry_forward(store: Store, key: str, to: date, *, by: str, based_on: int, at: datetime, due: date | None = None) -> Action:
    """Carry an open action to a later meeting, with a new day if one is given."""

    def changed(held: Action) -> Action:
        if to <= held.meeting or to in held.carried_to:
            raise ValueError(f"It cannot be carried forward to {words.day(to)}: it was agreed then, or stands there already.")
        said = f"Carried forward to the meeting of {words.day(to)}."
        moved = {"carried_to": (*held.carried_to, to), "due": due or held.due}
        return _with(held, Update(on=at.date(), by=by, text=said), moved)

    return _change(store, key, changed, by=by, based_on=based_on, at=at)


def merge(store: Store, key: str, into: str, *, by: str, based_on: int, at: datetime) -> Action:
    """Close an action because another covers it, which has to be there, and not to have been merged itself."""
    other = action(store, into).action

    def changed(held: Action) -> Action:
        if other.key == held.key or other.status == "merged":
            raise ValueError(f"It cannot be merged into {other.reference}: choose an action that stands by itself.")
        moved = {"status": "merged", "merged_into": other.key, "closed_on": at.date()}
        return _with(held, Update(on=at.date(), by=by, text=f"Merged into {other.reference}."), moved)

    return _change(store, key, changed, by=by, based_on=based_on, at=at)


def discharge(store: Store, key: str, because: str, *, by: str, based_on: int, at: datetime) -> Action:
    """Close an action, with the reason."""
    said = checked("The reason", because)
    if not said:
        raise ValueError("An action is discharged with a reason: what was done, or why it need not be.")

    def changed(held: Action) -> Action:
        moved = {"status": "discharged", "closed_because": said, "closed_on": at.date()}
        return _with(held, Update(on=at.date(), by=by, text=f"Discharged: {said}"), moved)

    return _change(store, key, changed, by=by, based_on=based_on, at=at)


def action(store: Store, key: str) -> Logged:
    """One action. Raises ValueError when there is none."""
    found = newest(store, "action", [key]).get(key)
    if found is None:
        raise ValueError(f"There is no action {key} in the log.")
    return Logged(action=Action.model_validate_json(found.content), version=found.version)


def actions(store: Store) -> list[Logged]:
    """Every action, in the order of agreeing."""
    found = newest(store, "action").values()
    return [Logged(action=Action.model_validate_json(each.content), version=each.version) for each in found]


def opening(found: Iterable[Logged], meeting: date, today: date) -> list[Logged]:
    """What a meeting opens with: what is still open from earlier ones, the longest overdue first, then by the due day."""
    still = [each for each in found if not each.action.is_closed and each.action.meeting < meeting]
    return sorted(still, key=lambda each: (-each.action.days_overdue(today), each.action.due or date.max, each.action.key))


def counted_by_status(found: Sequence[Action], today: date) -> dict[str, int]:
    """How many stand where; overdue ones are counted apart from the other open ones."""
    late = [each for each in found if each.days_overdue(today)]
    rest = [each for each in found if not each.days_overdue(today)]
    counted = {"Overdue": len(late)} | {name: sum(each.status == status for each in rest) for status, name in STATUSES.items()}
    return {name: number for name, number in counted.items() if number}


def _change(store: Store, key: str, changed: Callable[[Action], Action], *, by: str, based_on: int, at: datetime) -> Action:
    held = action(store, key).action
    if held.is_closed:
        raise ValueError(f"Action {held.reference} is closed. Agree a new one that names it.")
    new = changed(held)
    write(store, "action", key, new, by=by, based_on=based_on, at=at)
    return new


def _with(held: Action, update_said: Update, moved: Mapping[str, object]) -> Action:
    return Action.model_validate({**held.model_dump(), **moved, "updates": (*held.updates, update_said)})
