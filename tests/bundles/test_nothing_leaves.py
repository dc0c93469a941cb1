"""Spec: nothing that names or marks a child is in a bundle, nor in what the board keeps; and no page looks for rows of it."""

from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.across.missing import ways
from metrics.bundles.shown import by_dataset
from metrics.catalogue import indicator
from metrics.cli import main
from metrics.close_up import close_up, rare_events, trend
from metrics.explain.room import families
from metrics.periods import Frequency, parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from metrics.taking.preview import preview
from metrics.taking.quality import file_scores
from metrics.taking.receipt import receipt
from tests.bundles.conftest import PLANS, REFERRALS, TODAY, bundle_of, prepared, read, rows, take
from tests.conftest import BOARD, SENDERS
from tests.store.test_privacy import BIRTHS, CENSUS, OF_THE_CENSUS, csv_full_of_names, secrets_of

Q4 = parse_period("2024/25 Q4")
FULL = ("cp_plans", "missing_episodes")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with bundles prepared by the command line from files full of names, and nothing else but the board."""
    folder, files = tmp_path_factory.mktemp("out"), tmp_path_factory.mktemp("in")
    (files / "board.toml").write_text(BOARD, encoding="utf-8")
    (files / "census.xml").write_text(CENSUS, encoding="utf-8")
    given = {"census": ("council", ["census.xml"])}
    for dataset in FULL:
        (files / f"{dataset}.csv").write_text(csv_full_of_names(dataset), encoding="utf-8")
        given[dataset] = (SENDERS[dataset], [f"{dataset}.csv", "--dataset", dataset])
    for name, (agency, said) in given.items():
        out = str(folder / f"{name}.bundle")
        asked = ["--agency", agency, "--board", str(files / "board.toml"), "--out", out, "--by", "data lead"]
        assert main(["prepare", str(files / said[0]), *said[1:], *asked]) == 0
    return folder


def test_no_byte_of_a_child_is_in_a_bundle(written: Path) -> None:
    secrets = {each for dataset in FULL for each in secrets_of(dataset)} | {*OF_THE_CENSUS, *BIRTHS}
    contents = {each.name: each.read_bytes() for each in written.iterdir()}
    assert len(contents) == len(FULL) + 1
    for name, content in contents.items():
        assert content.startswith(b'{"scorecard_bundle":1,')
        assert [each for each in secrets if each.encode() in content] == [], name


def test_no_hash_of_an_identifier_is_in_it(inside: Store) -> None:
    take(inside, read(inside, csv_full_of_names("cp_plans").encode(), dataset="cp_plans", came=datetime(2026, 1, 1)))
    with inside.cursor() as cursor:
        hashes = [str(each) for row in cursor.execute("select child_id, family_id from cp_plans").fetchall() for each in row]
    content = prepared(inside).decode()
    assert hashes
    for each in hashes:
        assert each not in content
        assert each.replace("-", "") not in content


@pytest.fixture(scope="module")
def taken() -> Store:
    """A board's store that has taken a bundle of plans and referrals, with everything counted and kept."""
    store = Store.in_memory(BOARD)
    store.accept(read(store, bundle_of(cp_plans=PLANS, referrals=REFERRALS)))
    return store


def test_the_board_holds_no_row_of_it(taken: Store) -> None:
    with taken.cursor() as cursor:
        for dataset in ("cp_plans", "referrals"):
            assert cursor.execute(f"select count(*) from received_{dataset}").fetchall()[0][0] == 0
            assert cursor.execute(f"select count(*) from {dataset}").fetchall()[0][0] == 0
        assert cursor.execute("select count(*) from prepared_counts").fetchall()[0][0] > 0


def test_the_cases_are_with_the_agency_and_the_page_says_so(taken: Store) -> None:
    close = close_up(taken, "cp_plans_open", Q4, agency="council", today=TODAY)
    assert close.line.figure.value == 2
    assert close.people is None
    assert close.cases_closed_because.startswith("The records are with Testbridge Council")


def test_what_one_family_does_cannot_be_told_and_it_is_said(taken: Store) -> None:
    line = scorecard(taken, Q4, today=TODAY, indicators=["cp_plans_open"]).lines[0]
    assert line.figure.families == 1
    assert line.families is None
    assert families(line)[0].startswith("What one family does to this figure cannot be told here")


def test_rare_events_have_no_days(taken: Store) -> None:
    chosen = indicator("cp_plans_started")
    run = trend(taken, chosen, Q4.last_day, Frequency.MONTH, today=TODAY)
    assert any(each.value for each in run)
    assert rare_events(taken, chosen, run) == ()


def test_the_way_from_missing_to_heard_is_not_counted_from_no_records() -> None:
    episodes = "episode_id | child_id | missing_from | returned_at\nE1 | C1 | 2025-01-10 10:00 | 2025-01-11 10:00"
    with Store.in_memory(BOARD) as store:
        take(store, read(store, bundle_of(agency="police", missing_episodes=episodes), agency="police"))
        way = ways(store, Q4)[0]
    assert [each.count for each in way.steps] == [None] * 5
    assert way.gap


def test_no_row_comes_or_goes_and_every_row_that_was_read_is_counted(taken: Store) -> None:
    bundle = bundle_of(cp_plans="\n".join(PLANS.strip().splitlines()[:2]))
    found = preview(taken, read(taken, bundle, came=datetime(2025, 5, 1)), period=Q4, today=TODAY)
    assert found.moved == ()
    changed = {each.after.indicator.id: (each.before.figure.value, each.after.figure.value) for each in found.changed}
    assert changed["cp_plans_open"] == (2, 1)
    score = file_scores(taken)[0]
    assert (score.rows_read, score.agency) == (6, "council")
    assert score.datasets == ("Child protection plans", "Referrals")


def test_several_files_of_a_dataset_are_shown_as_one_line(inside: Store, outside: Store) -> None:
    later = (date(2025, 4, 1), date(2025, 6, 30))
    take(inside, rows(inside, "referrals", REFERRALS))
    take(inside, rows(inside, "referrals", "child_id | referral_date\nA9 | 2025-05-01", later, datetime(2025, 7, 1)))
    delivery = read(outside, prepared(inside), came=datetime(2025, 7, 2))
    shown = by_dataset(delivery).submissions
    assert len(delivery.submissions) == 2
    assert [(each.covers_from, each.covers_to, each.rows_read) for each in shown] == [(date(2024, 4, 1), later[1], 4)]
    assert len(receipt(outside.board, delivery, (1, 2)).taken) == 1
