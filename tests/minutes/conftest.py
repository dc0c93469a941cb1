"""A meeting of March 2025 with words, challenges and actions; reissued afterwards, and followed by a file that came late."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from metrics.editions import card_of_edition, freeze, reissue
from metrics.line import Line
from metrics.meeting_log import actions as log
from metrics.meeting_log.challenges import Question, answer, ask
from metrics.meeting_log.commentary import Commentary, save, sign_off, stands_on
from metrics.minutes import Minutes, minutes_of
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.meetings.histories import CHOSEN, HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

MEETING, NEXT = MEETINGS[:2]
READ_AT, HELD_AT = datetime(2025, 3, 5, 15), datetime(2025, 3, 13, 11)
MADE_AT = datetime(2025, 4, 20, 9, 30)
FOR_ALL = "We read each long plan together."
RESTRICTED = (
    "One family waited for the court, and plans are off target.",
    "Two plans have no decision yet.",
    "Children wait for safety.",
    "Each plan is read by a manager.",
    "=SUM(1;2) Why have they lasted so long?",
    "A review was missed in the winter.",
    "Read every plan of fifteen months.",
    "Half of the plans have been read.",
    "It was written twice, once by hand.",
    "Its rows were counted twice over.",
)
"""Words that were written for the board alone."""
WHAT, WHY, SO_WHAT, NEXT_STEP, QUESTION, ANSWER, AGREED, UPDATED, DONE, BECAUSE = RESTRICTED


@pytest.fixture(scope="package")
def met(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store after the meeting, read only."""
    with new_history(tmp_path_factory.mktemp("met"), f"{HELD}{TARGET.format('5')}") as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        before = log.agree(store, date(2024, 12, 12), "An older thing.", by="manager", at=datetime(2024, 12, 12), due=MEETING)
        _speak(store, _line(store))
        first = freeze(store, MEETING, "business manager", at=READ_AT, catalogue=four())
        _meet(store, card_of_edition(store, first).lines)
        deliver(store, 2, datetime(2025, 3, 14, 9), [PLANS[0], *PLANS[2:]])
        reissue(store, MEETING, "business manager", BECAUSE, at=datetime(2025, 3, 17, 12), catalogue=four())
        log.discharge(store, before.key, DONE, by="manager", based_on=1, at=datetime(2025, 3, 20))
        yield store


def _line(store: Store) -> Line:
    card = scorecard(store, None, known_at=READ_AT, today=READ_AT.date(), indicators=CHOSEN)
    return next(each for each in card.lines if each.indicator.id == "cp_plans_two_years")


def _speak(store: Store, line: Line) -> None:
    said = Commentary(
        meeting=MEETING,
        agency="council",
        indicator=line.indicator.id,
        what=WHAT,
        why=WHY,
        so_what=SO_WHAT,
        what_next=NEXT_STEP,
        by_when=date(2025, 5, 1),
        public=FOR_ALL,
        beside=stands_on(line),
    )
    save(store, said, by="service manager", based_on=0, at=datetime(2025, 3, 4, 9))
    sign_off(store, said, line, by="head of service", based_on=1, at=datetime(2025, 3, 4, 10))


def _meet(store: Store, lines: tuple[Line, ...]) -> None:
    """A challenge with its answer on the line that the council spoke of; an action of it, and one of each agency."""
    about = "cp_plans_two_years"
    assert about in {each.indicator.id for each in lines}
    asked = Question(
        meeting=MEETING, indicator=about, to="council", asked_by="Lay member", question=QUESTION, due=date(2025, 4, 10)
    )
    key = ask(store, asked, by="manager", at=HELD_AT).key
    answer(store, key, ANSWER, by="head of service", based_on=1, at=datetime(2025, 4, 2))
    given = {"owners": ("council", "police"), "due": date(2025, 4, 12), "challenge": key, "indicator": about}
    made = log.agree(store, MEETING, AGREED, by="manager", at=HELD_AT, **given)
    log.update(store, made.key, UPDATED, by="head of service", based_on=1, at=datetime(2025, 4, 1), due=date(2025, 4, 18))
    log.agree(store, MEETING, "Name a deputy.", by="manager", at=HELD_AT, each_agency=True)


@pytest.fixture(scope="package")
def minutes(met: Store) -> Minutes:
    return minutes_of(met, MEETING, MADE_AT)


@pytest.fixture(scope="package")
def in_public(met: Store) -> Minutes:
    return minutes_of(met, MEETING, MADE_AT, public=True)
