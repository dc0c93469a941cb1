"""What later files of the same agency do to earlier ones, where a file does not say which days it covers."""

from datetime import date, datetime

from metrics.catalogue import indicator
from metrics.figures import figures
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.store import Store
from tests.conftest import csv_of


def send(store: Store, dataset: str, table: str, received: datetime, as_at: str) -> None:
    delivery = read_delivery(
        csv_of(dataset, table),
        agency="council",
        board=store.board,
        key=store.key,
        dataset=dataset,
        as_at=date.fromisoformat(as_at),
        received_at=received,
        held=store.held_from("council"),
    )
    store.accept(delivery)


def value(store: Store, name: str, period: str) -> float | None:
    return figures(store, [indicator(name)], [parse_period(period)], today=date(2026, 1, 1))[0].value


def test_a_quarters_file_of_plans_leaves_those_that_ended_before_it(store: Store) -> None:
    first = """
        child_id | start_date | end_date
        ended    | 2024-02-01 | 2025-02-10
        goes_on  | 2024-01-15 |
    """
    second = """
        child_id | start_date | end_date
        goes_on  | 2024-01-15 | 2025-05-20
        new      | 2025-04-02 |
    """
    send(store, "cp_plans", first, datetime(2025, 4, 10), "2025-03-31")
    send(store, "cp_plans", second, datetime(2025, 7, 10), "2025-06-30")
    assert value(store, "cp_plans_open", "2025-01") == 2
    assert value(store, "cp_plans_ended", "2025-02") == 1
    assert value(store, "cp_plans_open", "2025-06") == 1


def test_an_enquiry_is_the_same_once_its_conference_has_been_held(store: Store) -> None:
    first = """
        child_id | start_date | conference_date
        C1       | 2025-03-20 |
    """
    second = """
        child_id | start_date | conference_date
        C1       | 2025-03-20 | 2025-04-03
    """
    send(store, "section_47_enquiries", first, datetime(2025, 4, 1), "2025-03-31")
    send(store, "section_47_enquiries", second, datetime(2025, 7, 1), "2025-06-30")
    with store.cursor() as cursor:
        rows = cursor.execute("select count(*), count(conference_date) from section_47_enquiries").fetchall()
    assert rows == [(1, 1)]
    assert value(store, "conferences_within_15_days", "2025-04") == 100
