"""Freeze, reissue, rebuild. An edition is worked out on the road by which it will be worked out again, so both are the same."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.editions.basis import Basis, basis_now, seen_as
from metrics.editions.canonical import canonical, hash_of_text, like
from metrics.editions.content import content_of, made_by_now
from metrics.editions.kept import AlreadyFrozen, Edition, basis_of, editions, keep, text_of
from metrics.frozen import Frozen
from metrics.line import Scorecard
from metrics.meeting_log.commentary import frozen_words
from metrics.meeting_log.free_text import checked
from metrics.meetings import meeting_days
from metrics.periods import Period, parse_period
from metrics.scorecard import Against, scorecard_on
from metrics.store import Store

OWN_HASH = {"content_hash"}
"""What the content cannot say of its own edition."""


class Rebuilt(Frozen):
    """An edition worked out again. `same`: byte for byte what was frozen. `since`: what has changed in the program."""

    text: str
    same: bool
    since: tuple[str, ...] = ()


class Plan(NamedTuple):
    """An edition that is to be made."""

    meeting: date
    issue: int
    period: Period
    by: str
    because: str
    at: datetime


def freeze(
    store: Store, meeting: date, by: str, *, at: datetime | None = None, catalogue: Mapping[str, Indicator] | None = None
) -> Edition:
    """Make issue 1 of a meeting's scorecard, as known now (or at a moment). Raises AlreadyFrozen when there is one.

    `by` is a role, not a person's name.
    """
    held = editions(store, meeting)
    if held:
        raise AlreadyFrozen(
            f"The scorecard of this meeting is frozen already: issue {held[-1].issue}. Reissue it with a reason."
        )
    period = meeting_days(store.board, meeting).period
    return _make(store, Plan(meeting, 1, period, by, "", at or now()), catalogue or read_catalogue())


def reissue(
    store: Store,
    meeting: date,
    by: str,
    because: str,
    *,
    at: datetime | None = None,
    catalogue: Mapping[str, Indicator] | None = None,
) -> Edition:
    """Make the next issue of a frozen scorecard, of the same period, with the reason. Earlier issues stay as they are.

    Raises ValueError when there is nothing to reissue, or no reason.
    """
    held = editions(store, meeting)
    if not held:
        raise ValueError(f"The scorecard of {meeting.isoformat()} has not been frozen, so there is nothing to reissue.")
    if not checked("The reason", because):
        raise ValueError("A reissue needs a reason: it stands on the page of what changed.")
    last = held[-1]
    plan = Plan(meeting, last.issue + 1, parse_period(last.period), by, because.strip(), at or now())
    return _make(store, plan, catalogue or read_catalogue())


def rebuild(store: Store, found: Edition) -> Rebuilt:
    """Work an edition out again from the submissions that it knew, under the choices and definitions of its day."""
    frozen = text_of(store, found)
    pattern: dict[str, Any] = json.loads(frozen)
    text = canonical(like(json.loads(_content(store, found, basis_of(store, found), pattern["made_by"])), pattern))
    today = made_by_now()
    since = [name for name, mark in pattern["made_by"].items() if today.get(name) != mark]
    return Rebuilt(text=text, same=text == frozen, since=tuple(since))


def rebuilt_in_words(found: Rebuilt) -> str:
    """Whether an edition can be worked out again, and if not, what has changed since."""
    if found.same:
        return "Worked out again from what had been received by then, it is the same, byte for byte."
    changed = ", ".join(found.since) or "nothing that an edition keeps a mark of"
    return f"Worked out again, it is not what was frozen. Changed in the program since: {changed}."


def _make(store: Store, plan: Plan, catalogue: Mapping[str, Indicator]) -> Edition:
    if not checked("Your role", plan.by, 80):
        raise ValueError("Say who freezes the scorecard: a role, such as business manager.")
    with store.transaction() as cursor:  # nothing is being received while the last submission is looked up
        last = cursor.execute(
            "select (select coalesce(max(submission_id), 0) from submissions where received_at <= ?), "
            "(select coalesce(max(entry_id), 0) from log_entries where written_at <= ?)",
            [plan.at, plan.at],
        ).fetchall()[0]
        basis = basis_now(cursor, catalogue, plan.period)
    new = _headed(plan, last, basis)
    content = _content(store, new, basis, made_by_now())
    new = new.model_copy(update={"content_hash": hash_of_text(content)})
    with store.transaction() as cursor:
        held = cursor.execute("select count(*) from editions where meeting = ? and issue = ?", [plan.meeting, plan.issue])
        if held.fetchall()[0][0]:
            raise AlreadyFrozen(f"Somebody else has just made issue {plan.issue} of this meeting.")
        keep(cursor, new, content, basis)
    return new


def _headed(plan: Plan, last: tuple[int, int], basis: Basis) -> Edition:
    board, definitions, tables, published = map(hash_of_text, basis)
    return Edition(
        meeting=plan.meeting,
        issue=plan.issue,
        period=plan.period.label,
        frozen_at=plan.at,
        frozen_by=plan.by.strip(),
        because=plan.because,
        last_submission=last[0],
        last_entry=last[1],
        board_hash=board,
        definitions_hash=definitions,
        tables_hash=tables,
        published_hash=published,
        content_hash="",
    )


def _content(store: Store, of: Edition, basis: Basis, made_by: Mapping[str, str]) -> str:
    """The canonical text of an edition."""
    against = Against(basis.read_board(), basis.read_catalogue(), of.meeting)
    with seen_as(store, basis, of.frozen_at, of.last_submission) as cursor:
        card: Scorecard = scorecard_on(
            cursor, parse_period(of.period), known_at=of.frozen_at, today=of.frozen_at.date(), against=against
        )
        commentary = frozen_words(cursor, of.meeting, of.last_entry)
    return canonical(content_of(card, of.model_dump(mode="json", exclude=OWN_HASH), made_by, commentary))
