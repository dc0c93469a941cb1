"""Spec: the names on boards' sheets are matched to ours by what their words mean; what is not sure is left open."""

import pytest

from metrics.catalogue import read_catalogue
from metrics.wide.called import ALSO_CALLED
from metrics.wide.headings import heard
from metrics.wide.matching import propose_indicator

SURE = [
    ("Number of CPPs open at end of quarter", False, "cp_plans_open"),
    ("Children subject to a Child Protection Plan", False, "cp_plans_open"),
    ("New CP plans", False, "cp_plans_started"),
    ("% of children on a CPP whose plan had been open for 2+ years", True, "cp_plans_two_years"),
    ("Second or subsequent CPP", True, "cp_plans_subsequent"),
    ("CIN", False, "children_in_need"),
    ("Number of LAC", False, "looked_after"),
    ("CLA rate per 10,000", False, "looked_after_rate"),
    ("CLA with 3+ placements", True, "three_placements"),
    ("RHI completed in 72 hrs", True, "return_interviews_within_72_hours"),
    ("LADO referrals", False, "allegations_referred"),
    ("Children at risk of CSE", False, "children_at_risk_of_exploitation"),
    ("ICPC held within 15 working days", True, "conferences_within_15_days"),
    ("PF notifications", False, "private_fostering_notifications"),
    ("Single assessments completed within 45 working days", True, "assessments_within_45_days"),
    ("Rereferrals within 12 months", True, "re_referrals"),
    ("Contacts to MASH", False, "contacts"),
    ("EHE", False, "home_educated"),
    ("CME", False, "children_missing_education"),
    ("MARAC cases involving children", False, "marac_cases_with_children"),
    ("Social worker vacancy rate", True, "social_worker_vacancies"),
]
OPEN = ["Staff morale", "Budget", "Ofsted rating", "Children", "Referrals for neglect", "Number of visits", ""]


@pytest.mark.parametrize(("written", "percent", "indicator"), SURE)
def test_a_name_is_known_by_its_words_and_abbreviations(written: str, percent: bool, indicator: str) -> None:
    assert propose_indicator(written, percent=percent).indicator == indicator


@pytest.mark.parametrize("written", OPEN)
def test_what_is_not_sure_is_left_open(written: str) -> None:
    assert propose_indicator(written).indicator == ""


def test_open_names_come_with_what_they_might_mean() -> None:
    found = propose_indicator("CP plans lasting 2+ years", percent=True)
    assert found.indicator == ""
    assert {"cp_plans_two_years", "cp_plans_ended_two_years"} <= {each.indicator for each in found.alternatives}


def test_a_name_whose_figures_are_of_another_kind_is_left_open() -> None:
    assert propose_indicator("Rereferrals within 12 months", percent=False).indicator == ""
    assert propose_indicator("Number of LAC", percent=True).indicator == ""


@pytest.mark.parametrize("name", read_catalogue())
def test_each_of_our_titles_means_its_indicator(name: str) -> None:
    assert propose_indicator(read_catalogue()[name].title).indicator == name


def test_other_names_are_of_indicators_that_there_are() -> None:
    assert set(ALSO_CALLED) <= set(read_catalogue())


@pytest.mark.parametrize(
    "text",
    ["Q1 2026/27", "Q1 26/27", "2026/27 Q1", "Quarter 1 2026-27", "Apr-Jun 2026", "April to June 2026", "Q1 (Apr-Jun) 2026/27"],
)
def test_a_quarter_however_its_heading_is_written(text: str) -> None:
    found = heard(text)
    assert found is not None
    assert found.period is not None
    assert found.period.label == "2026/27 Q1"


@pytest.mark.parametrize("text", ["12/13", "412", "Police", "25%", "n/a", "-"])
def test_what_stands_in_a_cell_is_no_period(text: str) -> None:
    found = heard(text)
    assert found is None or not found.is_time
