"""Spec: a file of returned figures is read by what its words mean, and every bad row is explained in a sentence."""

import pytest

from metrics.catalogue import read_catalogue
from metrics.store import Store
from metrics.submission import Refused, Severity
from tests.returns.conftest import read

HEAD = "indicator | period | group_by | group | numerator | denominator | value | status"


def kept(store: Store, table: str) -> list[dict[str, str]]:
    rows = read(store, table).submissions[0].rows
    return rows.to_pylist() if rows else []


def said(store: Store, row: str) -> list[tuple[str, Severity, str]]:
    """What is said of one row, beside a good one."""
    delivery = read(store, f"{HEAD}\ncp_plans_open | 2026-09 | | | 5 | | |\n{row}")
    return [(each.rule, each.severity, each.sentence) for each in delivery.problems]


def rules(store: Store, row: str) -> list[str]:
    return [rule for rule, _, _ in said(store, row)]


@pytest.mark.parametrize(
    "written", ["referrals", "Referrals", "REFERRALS TO CHILDREN’S SOCIAL CARE", "referrals to childrens social care"]
)
def test_an_indicator_is_found_by_its_id_or_its_title_however_it_is_written(store: Store, written: str) -> None:
    assert [each["indicator"] for each in kept(store, f"indicator | period | numerator\n{written} | 2026-09 | 5")] == [
        "referrals"
    ]


@pytest.mark.parametrize("name", read_catalogue())
def test_every_title_of_the_catalogue_means_its_indicator(name: str, store: Store) -> None:
    title = read_catalogue()[name].title
    said = "| | 5" if read_catalogue()[name].statistic == "median" else "5 | 10 |"
    table = f"indicator | period | numerator | denominator | value\n{title} | 2025/26 | {said}"
    delivery = read(store, table)
    assert delivery.submissions[0].rows["indicator"].to_pylist() == [name]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("2026-09", "2026-09"),
        ("Sep 2026", "2026-09"),
        ("Sept-26", "2026-09"),
        ("2026/27 Q2", "2026/27 Q2"),
        ("Q2 2026/27", "2026/27 Q2"),
        ("Quarter 2 26/27", "2026/27 Q2"),
        ("2025-26", "2025/26"),
        ("2026-07-01 to 2026-09-30", "2026/27 Q2"),
    ],
)
def test_a_period_is_kept_under_one_label_however_it_is_written(store: Store, written: str, label: str) -> None:
    assert [each["period"] for each in kept(store, f"indicator | period | numerator\nreferrals | {written} | 5")] == [label]


def test_numbers_are_read_with_thousands_and_percentages_with_their_sign(store: Store) -> None:
    rows = kept(
        store, f"{HEAD}\nreferrals | 2026-09 | | | 1,412 | | |\nassessments_within_45_days | 2026-09 | | | 1 | 4 | 25% |"
    )
    assert [(each["numerator"], each["value"]) for each in rows] == [("1412", None), ("1", "25")]


def test_the_value_of_a_number_is_its_numerator(store: Store) -> None:
    assert kept(store, f"{HEAD}\nreferrals | 2026-09 | | | | | 7 |")[0]["numerator"] == "7"


@pytest.mark.parametrize("written", ["no_analyst", "No analyst", "Nobody is there to work it out"])
def test_a_status_is_read_by_its_code_or_its_words(store: Store, written: str) -> None:
    assert kept(store, f"{HEAD}\nreferrals | 2026-09 | | | | | | {written}")[0]["status"] == "no_analyst"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("of my own making | 2026-09 | | | 5 | | |", "unknown_indicator"),
        ("| 2026-09 | | | 5 | | |", "unknown_indicator"),
        ("referrals | soon | | | 5 | | |", "cannot_be_read"),
        ("referrals | 2026-11 | | | 5 | | |", "not_begun"),
        ("referrals | 2026-09 | | | about 5 | | |", "cannot_be_read"),
        ("referrals | 2026-09 | | | -5 | | |", "cannot_be_read"),
        ("referrals | 2026-09 | | | <5 | | |", "cannot_be_read"),
        ("referrals | 2026-09 | | | 5 | | | perhaps", "cannot_be_read"),
        ("referrals | 2026-09 | shoe size | 9 | 5 | | |", "unknown_breakdown"),
        ("referrals | 2026-09 | source | | 5 | | |", "half_a_group"),
        ("referrals | 2026-09 | | Police | 5 | | |", "half_a_group"),
        ("referrals | 2026-09 | | | | | |", "neither_figure_nor_reason"),
        ("referrals | 2026-09 | | | | | | figure", "neither_figure_nor_reason"),
        ("referrals | 2026-09 | | | 5 | | | no_system", "reason_and_figure"),
        ("referrals | 2026-09 | | | 0 | | | no_system", "reason_and_figure"),
        ("referrals | 2026-09 | | | 5 | | | nil_return", "nil_return_and_figure"),
        ("referrals_rate | 2026-09 | | | | | 51.2 |", "rate_without_number"),
        ("assessments_within_45_days | 2026-09 | | | 5 | | |", "half_a_share"),
        ("assessments_within_45_days | 2026-09 | | | | 9 | |", "half_a_share"),
        ("assessments_within_45_days | 2026-09 | | | 10 | 9 | |", "more_than_the_whole"),
        ("assessments_within_45_days | 2026-09 | | | | | 101 |", "more_than_the_whole"),
        ("social_worker_caseload | 2026-09 | | | 10 | 0 | |", "out_of_nothing"),
        ("cp_plans_open | Sep 2026 | | | 7 | | |", "same_row_twice"),
    ],
)
def test_a_row_that_cannot_stand_is_left_out_and_explained(store: Store, row: str, rule: str) -> None:
    found = said(store, row)
    assert [(name, severity) for name, severity, _ in found] == [(rule, Severity.BLOCK)]
    assert found[0][2].endswith(".")


@pytest.mark.parametrize(
    "row",
    [
        "referrals | 2026-09 | | | 0 | | |",
        "referrals | 2026-09 | | | | | | nil_return",
        "referrals | 2026-09 | | | 0 | | | nil_return",
        "referrals | 2026-09 | Agency | Police | 5 | | |",
        "assessments_within_45_days | 2026-09 | | | 9 | 9 | |",
        "assessments_within_45_days | 2026-09 | | | 0 | 0 | |",
        "assessments_within_45_days | 2026-09 | | | | | 100 |",
        "assessments_within_45_days | 2026-09 | | | 2 | 3 | 66.7 |",
        "assessments_within_45_days | 2026-09 | | | 2 | 3 | 67 |",
        "referrals_rate | 2026-09 | | | 51 | | 25.5 |",
        "referrals_rate | 2026-09 | | | 51 | 20000 | 25.5 |",
        "referrals | 2026-10 | | | 5 | | | provisional",
    ],
)
def test_a_row_that_can_stand_is_not_complained_of(store: Store, row: str) -> None:
    assert said(store, row) == []


@pytest.mark.parametrize(
    ("row", "both"),
    [
        ("assessments_within_45_days | 2026-09 | | | 2 | 3 | 66.6 |", ("66.6%", "2 of 3 gives 66.7%")),
        ("assessments_within_45_days | 2026-09 | | | 2 | 3 | 66 |", ("66%", "66.7%")),
        ("social_worker_caseload | 2026-09 | | | 214 | 14 | 20 |", ("20", "214 of 14 gives 15.3")),
        ("referrals | 2026-09 | | | 5 | | 6 |", ("6", "the numerator is 5")),
        ("referrals_rate | 2026-09 | | | 51 | | 26.5 |", ("26.5", "51 of 20,000 children gives 25.5")),
        ("referrals_rate | 2026-09 | | | 51 | 18000 | |", ("18,000", "20,000")),
    ],
)
def test_a_figure_that_its_parts_do_not_give_is_kept_and_both_are_said(store: Store, row: str, both: tuple[str, str]) -> None:
    (rule, severity, sentence), *more = said(store, row)
    assert (rule, severity, more) == ("does_not_agree", Severity.WARNING, [])
    assert all(each in sentence for each in both)


def test_a_figure_for_a_period_that_has_not_ended_is_questioned(store: Store) -> None:
    assert rules(store, "referrals | 2026-10 | | | 5 | | |") == ["not_ended"]


def test_groups_that_do_not_add_up_to_the_row_for_all_are_said_with_both_figures(store: Store) -> None:
    parts = "referrals | 2026-09 | agency | Police | 5 | | |\nreferrals | 2026-09 | agency | Health | 6 | | |"
    assert rules(store, f"referrals | 2026-09 | | | 11 | | |\n{parts}") == []
    ((rule, severity, sentence),) = said(store, f"referrals | 2026-09 | | | 12 | | |\n{parts}")
    assert (rule, severity) == ("groups_do_not_add_up", Severity.WARNING)
    assert "add up to 11; the row for all says 12" in sentence


def test_one_file_serves_several_boards_and_each_takes_its_own_rows(store: Store) -> None:
    table = "indicator | period | area | numerator\nreferrals | 2026-08 | 899 | 5\nreferrals | 2026-09 | testbridge | 6\n"
    delivery = read(
        store, table + "referrals | 2026-09 | Elsewhere | 7\nreferrals | 2026-08 | 123 | x\nreferrals | 2026-07 | | 8"
    )
    assert delivery.submissions[0].rows["numerator"].to_pylist() == ["5", "6", "8"]
    assert delivery.notes == ("2 rows about other areas: left for their boards.",)
    assert delivery.problems == ()


def test_a_file_about_other_areas_alone_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match=r"No row of the file is about Testbridge \(899\)"):
        read(store, "indicator | period | area | numerator\nreferrals | 2026-09 | Elsewhere | 7")


def test_a_file_without_a_row_is_refused_and_told_what_a_nil_return_is(store: Store) -> None:
    with pytest.raises(Refused, match="write nil_return as the status"):
        read(store, HEAD)


def test_a_file_of_which_nothing_can_be_used_is_refused_with_the_reason(store: Store) -> None:
    with pytest.raises(Refused, match=r"No row of the file can be used\. In 1 of 1: indicator is not one of the catalogue's"):
        read(store, "indicator | period | numerator\nmine | 2026-09 | 7")


def test_a_stray_comma_is_explained_and_the_other_rows_stand(store: Store) -> None:
    delivery = read(store, "indicator | period | numerator\nreferrals | 2026-09 | 7\nreferrals | 2026-08")
    assert (delivery.submissions[0].rows_read, delivery.submissions[0].rows_kept) == (2, 1)
    assert [each.rule for each in delivery.problems] == ["wrong_number_of_cells"]


def test_no_problem_repeats_what_a_cell_that_cannot_be_read_held(store: Store) -> None:
    bad = ["Quokka | 2026-09 | | | 5 | | |", "referrals | Quokka | | | 5 | | |", "referrals | 2026-09 | | | Quokka | | |"]
    assert "Quokka" not in str([said(store, each) for each in bad])


def test_it_covers_the_days_of_its_periods(store: Store) -> None:
    found = read(store, "indicator | period | numerator\nreferrals | 2026-07 | 5\nreferrals | 2026/27 Q2 | 7").submissions[0]
    assert (str(found.covers_from), str(found.covers_to)) == ("2026-07-01", "2026-09-30")
