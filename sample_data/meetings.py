"""Four meetings of the sample partnership, one of them reissued, and one to come: editions, words, questions and both logs."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from metrics import words
from metrics.board import Board
from metrics.catalogue import indicator
from metrics.datasets.returns import Return
from metrics.editions import freeze, reissue
from metrics.line import Line
from metrics.measure import datasets_read
from metrics.meeting_log import actions as log
from metrics.meeting_log.challenges import Question, answer, ask, close
from metrics.meeting_log.commentary import Commentary, save, sign_off, stands_on
from metrics.meeting_log.marked import mark_question, withdraw
from metrics.meetings import MeetingDays, meeting_days
from metrics.scorecard import scorecard_on
from metrics.store import Store
from sample_data.said import ACTIONS, CHALLENGES, MARKED, WORDS, Agreed, Asked, Said

MANAGER = "Partnership business manager"
REISSUED = (date(2026, 9, 10), datetime(2026, 9, 16, 14, 0))
BECAUSE = "The council sent the referrals of April to June again: some children recorded as new had been referred before."
NEWEST = datetime(2026, 11, 24, 10, 0)
MARKED_AT = datetime(2026, 11, 23, 19, 40)


class Moment(NamedTuple):
    """A meeting, and what happened on its days."""

    days: MeetingDays
    words_at: datetime
    frozen_at: datetime
    held_at: datetime


def hold_meetings(store: Store) -> None:
    """Write, freeze, ask and agree everything, in the order in which it happened."""
    board = store.board
    agreed: list[tuple[log.Action, Agreed]] = []
    held = [_moment(meeting_days(board, each)) for each in sorted(board.meetings) if each.isoformat() in ACTIONS]
    for moment in held:
        _write(store, board, moment.days, moment.words_at)
        freeze(store, moment.days.meeting, MANAGER, at=moment.frozen_at)
        agreed += _meet(store, moment)
        if moment.days.meeting == REISSUED[0]:
            _reissue(store, board, moment.days)
    for action, what_came in agreed:
        _follow(store, action, what_came)
    coming = meeting_days(board, board.next_meeting(NEWEST.date()) or NEWEST.date())
    _write(store, board, coming, NEWEST)
    _mark(store, coming.meeting)


def _moment(days: MeetingDays) -> Moment:
    return Moment(
        days,
        datetime.combine(days.sign_off, time(15, 20)),
        datetime.combine(days.freeze, time(14, 0)),
        datetime.combine(days.meeting, time(11, 0)),
    )


def _write(store: Store, board: Board, days: MeetingDays, at: datetime) -> None:
    for said in WORDS[days.meeting.isoformat()]:
        _say(store, board, days, said, at)


def _reissue(store: Store, board: Board, days: MeetingDays) -> None:
    at = REISSUED[1]
    for said in WORDS["reissued"]:
        _say(store, board, days, said, at - timedelta(hours=4))
    reissue(store, days.meeting, MANAGER, BECAUSE, at=at)


def _say(store: Store, board: Board, days: MeetingDays, said: Said, at: datetime) -> None:
    line = _line(store, said.indicator, days, at)
    written = Commentary(
        meeting=days.meeting,
        agency=said.agency,
        indicator=said.indicator,
        what=said.what.format(status=stands_on(line).status),
        why=said.why,
        so_what=said.so_what,
        what_next=said.what_next,
        by_when=said.by_when,
        public=said.public,
        beside=stands_on(line),
    )
    writer = words.capital(board.agency(said.agency).lead.partition(", ")[2]) or "Data lead"
    save(store, written, by=writer, based_on=0, at=at)
    if said.signed_off_by:
        sign_off(store, written, line, by=said.signed_off_by, based_on=1, at=at + timedelta(minutes=40))


def _mark(store: Store, meeting: date) -> None:
    """What members marked on their telephones the evening before."""
    for number, each in enumerate(MARKED):
        at = MARKED_AT + timedelta(minutes=7 * number)
        made = mark_question(store, meeting, each.question, asked_by=each.by, at=at, indicator=each.indicator)
        if each.taken_back:
            withdraw(store, made.key, by=each.by, based_on=1, at=at + timedelta(minutes=3))


def _line(store: Store, name: str, days: MeetingDays, at: datetime) -> Line:
    """One line as the agency saw it when it wrote."""
    with store.cursor() as cursor:
        reads = datasets_read(cursor, indicator(name)) | {Return.dataset}
    with store.as_known_at(at, frozenset(reads)) as cursor:
        return scorecard_on(cursor, days.period, known_at=at, today=at.date(), indicators=[name]).lines[0]


def _meet(store: Store, moment: Moment) -> list[tuple[log.Action, Agreed]]:
    meeting = moment.days.meeting.isoformat()
    keys = [_ask(store, moment, asked) for asked in CHALLENGES[meeting]]
    return [(_agree(store, moment, each, keys), each) for each in ACTIONS[meeting]]


def _ask(store: Store, moment: Moment, asked: Asked) -> str:
    question = Question(
        meeting=moment.days.meeting,
        indicator=asked.indicator,
        to=asked.to,
        asked_by=asked.by,
        question=asked.question,
        due=asked.due,
    )
    key = ask(store, question, by=MANAGER, at=moment.held_at).key
    if asked.answer and asked.answered_on:
        answered = datetime.combine(asked.answered_on, time(16, 10))
        answer(store, key, asked.answer, by=asked.answered_by, based_on=1, at=answered)
    if asked.outcome and asked.closed_on:
        closed = datetime.combine(asked.closed_on, time(11, 40))
        close(store, key, asked.outcome, by=MANAGER, based_on=2, at=closed)
    return key


def _agree(store: Store, moment: Moment, agreed: Agreed, asked: Sequence[str]) -> log.Action:
    return log.agree(
        store,
        moment.days.meeting,
        agreed.text,
        by=MANAGER,
        at=moment.held_at,
        owners=agreed.owners,
        group=agreed.group,
        each_agency=agreed.each_agency,
        due=agreed.due,
        challenge=asked[agreed.challenge - 1] if agreed.challenge else "",
        indicator=agreed.indicator,
        source=agreed.source,
    )


def _follow(store: Store, new: log.Action, agreed: Agreed) -> None:
    """What came of an action, in the order of its days."""
    for number, (on, by, text, done) in enumerate(agreed.updates, start=1):
        at = datetime.combine(on, time(12, 0))
        moved = {"done_by": done} if done else {}
        log.update(store, new.key, text, by=by, based_on=number, at=at, **moved)
    seen = len(agreed.updates) + 1
    for number, meeting in enumerate(agreed.carried_to, start=seen):
        log.carry_forward(store, new.key, meeting, by=MANAGER, based_on=number, at=datetime.combine(meeting, time(11, 50)))
    seen += len(agreed.carried_to)
    if agreed.ends is None:
        return
    how, on, text = agreed.ends
    at = datetime.combine(on, time(11, 55))
    if how == "merged":
        log.merge(store, new.key, text, by=MANAGER, based_on=seen, at=at)
    else:
        log.discharge(store, new.key, text, by=MANAGER, based_on=seen, at=at)
