"""An edition is worked out again, byte for byte, whatever has happened since it was frozen."""

import shutil
import tempfile
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from metrics.benchmarks.keep import Value, replace_values
from metrics.board import TwoYears
from metrics.catalogue import Indicator
from metrics.editions import Edition, editions, freeze, rebuild, reissue
from metrics.editions.canonical import hash_of_text
from metrics.store import Store, key_path
from tests.meetings.histories import CHOSEN, HELD, MEETINGS, TARGET, deliver, four, new_history
from tests.meetings.histories import PLANS as FIRST_PLANS

DAYS = st.dates(date(2022, 1, 1), date(2024, 12, 31))
PLANS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), DAYS, st.none() | st.integers(1, 900)).map(
        lambda found: (found[0], found[1], None if found[2] is None else found[1] + timedelta(days=found[2]))
    ),
    max_size=8,
    unique_by=lambda plan: plan[:2],
)


TWO_YEARS_BY_ONE_RULE = ("edge", date(2023, 1, 1), None)
"""On 31 December 2024 this plan has lasted more than 729 days, and its second anniversary has not come."""


@cache
def pristine() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="history-"))
    new_history(folder).close()
    return folder / "history.duckdb"


class History(RuleBasedStateMachine):
    """Files, choices, definitions and published figures change in any order, with freezes and reissues in between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="history-"))
        path = self.folder / "history.duckdb"
        shutil.copy(pristine(), path)
        shutil.copy(key_path(pristine()), key_path(path))
        self.store = Store.open(path)
        self.clock = datetime(2025, 2, 1, 9)
        self.files = 0
        self.catalogue: dict[str, Indicator] = four()

    @initialize()
    def the_first_file_is_frozen(self) -> None:
        self.files += 1
        deliver(self.store, self.files, self.clock - timedelta(days=9), [*FIRST_PLANS, TWO_YEARS_BY_ONE_RULE])
        self.the_scorecard_is_frozen_or_reissued()

    @rule(plans=PLANS, since=DAYS, late_by=st.integers(0, 60))
    def a_file_comes_that_may_be_said_to_have_come_earlier(self, plans: list[object], since: date, late_by: int) -> None:
        self.files += 1
        covers = (since, date(2024, 12, 31))
        kept = [each for each in plans if each[2] is None or each[2] >= since]  # type: ignore[index]
        deliver(self.store, self.files, self.clock - timedelta(days=late_by), kept, covers)  # type: ignore[arg-type]

    @rule(agreed=st.sampled_from(["5", "40", "England", "neighbours"]), two_years=st.sampled_from(list(TwoYears)))
    def the_board_chooses_otherwise(self, agreed: str, two_years: TwoYears) -> None:
        self.store.set_board(f'{HELD}{TARGET.format(agreed)}[settings]\ntwo_years = "{two_years.value}"\n')

    @rule(name=st.sampled_from(CHOSEN), some=st.sampled_from("48c"))
    def a_definition_changes(self, name: str, some: str) -> None:
        known = four()[name]
        sql = f"select * from ({known.sql}) as cases where substr(md5(case_id::varchar), 1, 1) < '{some}'"
        self.catalogue[name] = known.model_copy(update={"sql": sql, "version": known.version + 1, "title": f"{known.title}*"})

    @rule(name=st.sampled_from(CHOSEN[1:]))
    def an_indicator_is_given_up(self, name: str) -> None:
        self.catalogue.pop(name, None)

    @rule(value=st.floats(0.5, 9.5))
    def a_published_file_is_loaded(self, value: float) -> None:
        row = Value(
            "cp_2plus_years_pct", "england", "E92000001", "England", 2024, date(2024, 3, 31),
            value, None, None, "published", None, "invented",
        )  # fmt: skip
        with self.store.transaction() as cursor:
            replace_values(cursor, [row], self.clock)

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.clock += timedelta(days=days)

    @rule()
    def the_scorecard_is_frozen_or_reissued(self) -> None:
        held = editions(self.store)
        if len(held) < len(MEETINGS):
            freeze(self.store, MEETINGS[len(held)], "manager", at=self.clock, catalogue=self.catalogue)
        else:
            reissue(self.store, MEETINGS[-1], "manager", "later data", at=self.clock, catalogue=self.catalogue)

    def teardown(self) -> None:
        """A year later, whatever had happened: a file said to be older than every edition, and everything else anew."""
        first = editions(self.store)[0]
        deliver(self.store, self.files + 1, first.frozen_at - timedelta(hours=1), FIRST_PLANS[:1])
        self.the_board_chooses_otherwise("5", TwoYears.ANNIVERSARY)
        self.a_published_file_is_loaded(1.25)
        for each in editions(self.store):
            assert_same(self.store, each)
        self.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def assert_same(store: Store, frozen: Edition) -> None:
    found = rebuild(store, frozen)
    assert found.same
    assert hash_of_text(found.text) == frozen.content_hash


TestHistory = History.TestCase
TestHistory.settings = settings(
    max_examples=3, stateful_step_count=8, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
