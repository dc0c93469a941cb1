"""The indicator page: the finding, the trend and its table, the definition, the groups, and who may see the cases."""

import re

import pytest

from dashboard.charts import trend_chart
from dashboard.pages.indicator import AGENCY_VARIABLE
from metrics.catalogue import Changed, indicator, read_catalogue
from metrics.close_up import close_up, trend
from metrics.judge.series import RULE_SET
from metrics.periods import Frequency, parse_period
from metrics.store import Store
from metrics.verdicts import read_run
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import PERIOD, empty_store, partial_store, sample_store

PLANS = "cp_plans_two_years"
opened = pytest.fixture(opener("indicator"))


def test_the_title_is_the_finding(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    title = re.search(r"<h1>(.*?)</h1>", page)
    assert title
    assert re.match(r"[\d.]+% \(\d+ of \d+; \d+ families\) at the end of Q2 2026/27; ", title[1])
    assert indicator(PLANS).asks in page


def test_what_is_to_come_is_foretold_only_where_nothing_has_changed(opened: Open) -> None:
    changed = html(opened(sample_store(), id=PLANS, period=PERIOD))
    assert "Got worse: " in changed
    assert "As things are" not in changed
    steady = html(opened(sample_store(), id="early_help_outcomes_achieved", period=PERIOD))
    assert "No change beyond chance: " in steady
    assert "As things are" in steady


def test_children_families_and_cases_are_counted_apart(opened: Open) -> None:
    assert re.search(r"\d+ cases about \d+ children in \d+ families", html(opened(sample_store(), id=PLANS, period=PERIOD)))


def test_the_chart_says_its_takeaway_to_those_who_do_not_see_it(opened: Open) -> None:
    app = opened(sample_store(), id=PLANS, period=PERIOD)
    alt = app.get("plotly_chart")[0].proto.alt
    assert "in Q2 2026/27; highest" in alt
    assert "Compared with England 2.3% (2025)" in alt


def test_the_table_under_the_chart_follows_its_calendar(opened: Open) -> None:
    app = opened(sample_store(), id=PLANS, period=PERIOD)
    app.radio[0].set_value("year").run()
    assert ">2025/26<" in html(app)
    assert app.query_params["every"] == "year"


def test_codes_are_said_in_words(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD, by="category"))
    assert ">Neglect<" in page
    assert ">NEG<" not in page


def test_the_rule_that_the_board_chose_stands_with_the_definition(opened: Open) -> None:
    assert "more than 729 calendar days" in html(opened(sample_store(), id=PLANS, period=PERIOD))


def test_a_figure_that_was_not_received_is_a_sentence_and_no_cases_are_listed(opened: Open) -> None:
    page = html(opened(sample_store(), id="return_interviews_held", period=PERIOD))
    assert re.search(r"<h1>Not received: Compass", page)
    assert "There is no figure for this period, so no cases are listed." in page


def test_cases_are_listed_only_for_the_agency_that_sent_them(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Cases are listed only for the agency that sent them" in html(opened(sample_store(), id=PLANS, period=PERIOD))
    monkeypatch.setenv(AGENCY_VARIABLE, "police")
    assert "Cases are listed only for the agency that sent them" in html(opened(sample_store(), id=PLANS, period=PERIOD))
    monkeypatch.setenv(AGENCY_VARIABLE, "council")
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    assert "without any identifier of a child" in page
    assert '<th scope="col"><div>Case</div></th>' in page or ">Case<" in page


def test_cases_of_two_senders_are_listed_for_neither(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(AGENCY_VARIABLE, "police")
    page = html(opened(sample_store(), id="return_interviews_within_72_hours", period="2026/27 Q1"))
    assert "No one of them owns it all" in page


def test_an_unknown_indicator_or_period_in_the_link_is_said_and_escaped(opened: Open) -> None:
    app = opened(sample_store(), id="<b>zzz", period="soon")
    said = " ".join(each.value for each in app.warning)
    assert "There is no indicator called “<b>zzz”" in said
    assert "'soon' is not a period" in said
    assert "<b>zzz" not in html(app)


def test_any_run_of_days_can_be_asked_for(opened: Open) -> None:
    assert "2026-05-01 to 2026-05-14" in html(opened(sample_store(), id="referrals", period="2026-05-01 to 2026-05-14"))


@pytest.mark.parametrize("name", read_catalogue())
def test_every_indicator_has_its_page(opened: Open, name: str) -> None:
    assert "<h1>" in html(opened(sample_store(), id=name, period=PERIOD))


@pytest.mark.parametrize("name", [PLANS, "missing_episodes", "social_worker_caseload"])
def test_with_little_or_no_data_it_says_what_is_missing(opened: Open, name: str) -> None:
    assert "<h1>" in html(opened(partial_store(), id=name, period=PERIOD))
    page = html(opened(empty_store(), id=name, period=PERIOD))
    assert "<h1>Not received: Testbridge" in page


def test_gaps_stay_gaps_and_provisional_points_are_hollow() -> None:
    with Store.open(sample_store()) as store:
        close = close_up(store, "return_interviews_within_72_hours", parse_period(PERIOD))
        run = trend(store, close.line.indicator, close.period.last_day, Frequency.QUARTER)
        drawn, gaps = trend_chart(run, close.line, read_run(close.line.indicator, run), "light").data
    assert drawn.y[-1] is None
    assert drawn.connectgaps is False
    assert [each.date() if hasattr(each, "date") else each for each in gaps.x] == [run[-1].last_day]
    assert drawn.marker.color[-2] == "#FFFFFF"
    assert drawn.marker.color[0] == "#12436D"


def test_the_first_three_questions_of_the_room_are_answered_in_their_order(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    asked = ["Is it real?", "How old is it?", "Who else?"]
    assert [each for each in re.findall(r"<h2>(.*?)</h2>", page) if each in asked] == asked
    assert f"(rule: outside, {RULE_SET})" in page
    assert "days old" in page
    assert "18 months older" in page


def test_three_marks_stand_apart_each_with_its_own_words(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    marks = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page)
    assert [name for name, _ in marks[:3]] == ["Is it changing?", "Is it on target?", "Beside others"]
    assert f"Rule: outside, {RULE_SET}." in marks[0][1]
    assert re.search(r"off target</span><small class=\"firm\">firm</small>", marks[1][1])
    assert "worse: England" in marks[2][1]
    assert 'href="definitions?show=marks"' in page


def test_the_table_under_the_chart_says_which_rule_fired(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    assert ">Rule that fired<" in page
    assert "above anything that chance explains (outside)" in page
    assert "the usual level is" in page


def test_a_point_that_stands_out_is_a_triangle_and_a_change_of_definition_breaks_the_line() -> None:
    with Store.open(sample_store()) as store:
        close = close_up(store, PLANS, parse_period(PERIOD))
        run = trend(store, close.line.indicator, close.period.last_day, Frequency.QUARTER)
    drawn = trend_chart(run, close.line, read_run(close.line.indicator, run), "light").data[0]
    assert drawn.marker.symbol[-1] == "triangle-up"
    assert set(drawn.marker.symbol[:-1]) <= {"circle", "diamond"}
    changed = close.line.indicator.model_copy(update={"changed": (Changed(on=run[-3].first_day, what="One word."),)})
    chart = trend_chart(run, close.line, read_run(changed, run), "dark")
    assert len(chart.data[0].y) == len(run) + 1
    assert chart.data[0].y[-4] is None
    assert any("definition" in each.text for each in chart.layout.annotations)


def test_the_target_has_its_passport(opened: Open) -> None:
    page = html(opened(sample_store(), id="social_worker_turnover", period=PERIOD))
    pairs = dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", page))
    assert pairs["In the board&#x27;s words"] == "South East top quartile"
    assert pairs["Agreed"] == "Agreed by Executive board on 11 June 2026."
    assert pairs["On the figures of"] == "2024 (those of 2025 are used now)."
    assert re.fullmatch(r"[\d.]+% \(2025; the edge of the best 25% of \d+ authorities\)\.", pairs["Comes to"])
    assert pairs["Judged"] == "Amber within 10% of the target (rule within_tolerance)."
    assert "The board has agreed no target" in html(opened(sample_store(), id="referrals", period=PERIOD))


def test_targets_of_other_years_stand_in_a_table_with_the_one_in_force(opened: Open) -> None:
    page = html(opened(sample_store(), id="assessments_within_45_days", period=PERIOD))
    assert re.search(r">2026/27</div></th><td[^>]*><div>85<span class=\"note\">in force</span>", page)
    assert ">2027/28<" in page


def test_a_mark_that_the_board_gave_is_shown_with_the_rules_own_and_why(opened: Open) -> None:
    page = html(opened(sample_store(), id="section_11_returned", period=PERIOD))
    assert "Board says amber; rule says red" in page
    assert "Chair of the quality and performance group, on 22 October 2026: The two returns outstanding" in page


def test_the_place_among_all_authorities_is_a_range_where_some_are_hidden_and_grey_where_not_firm(opened: Open) -> None:
    page = html(opened(sample_store(), id=PLANS, period=PERIOD))
    assert re.search(r"<dt>Place</dt><dd><b>\d+th to \d+(st|th) of 141</b>", page)
    assert "are hidden and taken as one to five children each, so the place is a range." in page
    turnover = html(opened(sample_store(), id="social_worker_turnover", period=PERIOD))
    assert re.search(r'<div class="grey"><dt>Quarter</dt><dd><b>second quarter</b><span class="note">not firm', turnover)
    assert "12 months older than ours" in turnover


def test_the_funnel_has_words_and_every_authority_in_a_table(opened: Open) -> None:
    app = opened(sample_store(), id=PLANS, period=PERIOD)
    said = app.get("plotly_chart")[1].proto.alt
    assert "all authorities. Each point is an authority" in said
    assert re.search(r"Ours, [\d.]+% of \d+, lies above the outer limits", said)
    assert html(app).count(">Invented authority ") == 130
    caseload = opened(sample_store(), id="social_worker_caseload", period=PERIOD)
    assert len(caseload.get("plotly_chart")) == 1
    assert "No funnel is drawn: chance has no measure for an average" in html(caseload)


def test_without_the_figures_of_all_authorities_there_is_no_place_among_them(opened: Open) -> None:
    assert "Among all authorities" not in html(opened(partial_store(), id=PLANS, period=PERIOD))
    assert "Among all authorities" not in html(opened(sample_store(), id="missing_episodes", period=PERIOD))


def test_contacts_of_each_agency_stand_by_what_became_of_them(opened: Open) -> None:
    page = html(opened(sample_store(), id="contacts", period=PERIOD, by="agency_outcome"))
    assert "Contacts at the front door by agency and outcome, Q2 2026/27: the number, and its share of the row" in page
    heads = re.findall(r"<th scope=\"col\"[^>]*><div>([^<]+)", page.split("its share of the row")[-1])
    assert heads[:2] == ["Agency", "All"]
    assert {"No further action", "Passed to early help"} <= set(heads)
    assert re.search(r'<th scope="row"><div>Police</div></th><td[^>]*><div>\d+</div>', page)


def test_referrals_stand_by_who_referred_and_what_became_of_them(opened: Open) -> None:
    page = html(opened(sample_store(), id="referrals", period=PERIOD, by="source_outcome"))
    heads = re.findall(r"<th scope=\"col\"[^>]*><div>([^<]+)", page.split("its share of the row")[-1])
    assert heads[:2] == ["Who referred", "All"]
    assert {"No further action", "Led to further work"} <= set(heads)
    assert re.search(r'<th scope="row"><div>Police</div></th><td[^>]*><div>\d+</div>', page)
