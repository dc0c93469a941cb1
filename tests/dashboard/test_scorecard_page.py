"""The scorecard page: what a board member reads on it, with all the data, with little, and with none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sparkline import drawing, place
from dashboard.store_access import STORE_VARIABLE, close_store
from metrics.catalogue import JOURNEY
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.series import RULE_SET
from metrics.paper import HEADINGS
from metrics.periods import parse_period
from tests.dashboard.stores import PERIOD, empty_store, partial_store, sample_store

APP = str(Path(__file__).parents[2] / "dashboard" / "app.py")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    close_store()


def shown(opened: pytest.MonkeyPatch, store: Path, **asked: str) -> AppTest:
    """The front page of a store, at an address that asks for these."""
    opened.setenv(STORE_VARIABLE, str(store))
    app = AppTest.from_file(APP, default_timeout=30)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html") if 'class="scorecard' in each.proto.body)


def standing(page: str) -> list[str]:
    """The titles of the rows that a filter leaves standing."""
    gone = set(re.findall(r"\.lines (?:tr\.|#)([\w-]+)", page.partition("{display:none!important}")[0]))
    themes = [each for each in page.split('<section class="theme" ')[1:] if each[len('id="') :].partition('"')[0] not in gone]
    rows = re.findall(r'<tr class="(?:line|exception) (n\d+)">.*?target="_self">(.*?)</a>', "".join(themes))
    return [title for number, title in rows if number not in gone]


def row(page: str, title: str) -> str:
    """The row of the table that an indicator heads."""
    return next(each for each in page.split("<tr ") if f">{title}</a>" in each and 'scope="row"' in each)


@pytest.fixture(scope="module")
def whole() -> Iterator[str]:
    patch = pytest.MonkeyPatch()
    yield html(shown(patch, sample_store(), period=PERIOD))
    close_store()
    patch.undo()


def test_the_title_says_the_finding_and_the_line_below_what_it_rests_on(whole: str) -> None:
    title = re.search(r"<h1>(.*?)</h1>", whole)
    assert title
    assert "off target" in title[1]
    assert "Q2 2026/27" in whole
    assert "July to September 2026" in whole
    assert re.search(r"<b>\d+ of \d+</b> figures in", whole)


def test_at_most_five_lines_ask_for_attention_each_with_whom_to_ask(whole: str) -> None:
    strip = whole[whole.index("<ol>") : whole.index("</ol>")]
    assert 1 <= strip.count("<li ") <= 5
    assert strip.count("Ask <b>") == strip.count("<li ")


def test_a_figure_stands_with_what_it_is_made_of_its_families_its_period_and_its_age(whole: str) -> None:
    found = row(whole, "Child protection plans open for two years or more")
    assert re.search(r'class="number now"><span class="state value">[\d.]+%', found)
    assert re.search(r"\d+ of \d+<small>\d+ families", found)
    assert "30 Sep 26" in found
    assert "days old" in found
    assert 'class="number now">Q2 26/27' in whole


def test_what_was_not_received_stands_as_a_sentence_that_names_the_agency_and_the_day(whole: str) -> None:
    found = row(whole, "Return home interviews held")
    assert "Not received: Compass" in found
    assert "due since 30 October 2026" in found
    assert 'class="number now"' not in found


def test_a_status_is_a_shape_a_letter_and_a_word(whole: str) -> None:
    assert re.search(r'class="chip red" aria-hidden="true">■ R</span> <span class="word">off target', whole)
    assert re.search(r'class="chip green" aria-hidden="true">● G</span> <span class="word">on target', whole)


def test_beside_the_status_stands_whether_chance_could_have_made_it(whole: str) -> None:
    assert '<small class="firm">firm</small>' in row(whole, "Child protection plans open for two years or more")
    assert '<small class="firm">within chance of it</small>' in row(whole, "Agency rate of social workers")
    assert 'class="firm"' not in row(whole, "Missing episodes")


def test_a_change_names_its_rule_and_the_comparison_its_age(whole: str) -> None:
    found = row(whole, "Child protection plans open for two years or more")
    assert f"<small>rule: outside, {RULE_SET}</small>" in found
    assert len(re.findall(r'<small class="stands apart">worse, 18&nbsp;m<span class="unseen">onths older</span>', found)) == 3
    assert 'href="definitions?show=marks"' in whole


def test_three_lanes_stand_beside_a_share_each_with_its_year(whole: str) -> None:
    found = row(whole, "Child protection plans open for two years or more")
    assert re.findall(r'class="lane (\w+)"', found) == ["neighbours", "region", "england"]
    assert len(re.findall(r"<small>20\d\d</small>", found)) == 3


def test_every_run_is_also_said_in_words(whole: str) -> None:
    runs = re.findall(r'<img class="spark"[^>]* alt="([^"]+)"', whole)
    assert len(runs) == whole.count('scope="row"')
    assert all(" to Q2 2026/27" in each for each in runs)


def test_themes_stand_in_the_order_of_the_childs_journey(whole: str) -> None:
    themes = re.findall(r'<section class="theme"[^>]*><h2>(.*?)</h2>', whole)
    assert themes == [each for each in JOURNEY.values() if each in themes]
    assert {"Front door", "Child protection", "Workforce"} <= set(themes)


def test_each_theme_is_a_table_with_its_own_name_and_heads(whole: str) -> None:
    tables = re.findall(r"<table><caption>(.*?), Q2 2026/27</caption><thead><tr>(.*?)</tr></thead>", whole)
    assert [title for title, _ in tables] == re.findall(r'<section class="theme"[^>]*><h2>(.*?)</h2>', whole)
    heads = {tuple(re.findall(r'<th scope="col"[^>]*>(.*?)</th>', each)) for _, each in tables}
    assert len(heads) == 1
    assert heads.pop()[:5] == ("No.", "Indicator", "Q4 25/26", "Q1 26/27", "Q2 26/27")


def test_room_is_kept_for_as_many_rows_as_a_theme_has_and_after_a_filter_for_those_left(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, owner="Marlow Vale Police"))
    for theme in page.split('<section class="theme" ')[1:]:
        assert int(re.findall(r"--rows:(\d+)", theme)[0]) == theme.count('scope="row"')
    left = re.findall(r"#theme-\w+\{--rows:(\d+)!important\}", page)
    assert sum(map(int, left)) == len(standing(page)) > 0


def test_a_theme_that_cuts_across_the_journey_can_be_asked_for(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, theme="neglect"))
    assert re.search(rf"showing {len(standing(page))} of \d+ indicators", page)
    assert "Missing episodes" not in standing(page)
    assert "Child protection plans open for two years or more" in standing(page)


def test_a_priority_is_a_scorecard_of_its_own(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, priority="private_fostering"))
    assert "<h1>Private fostering: " in page
    assert {each.split()[0] for each in standing(page)} >= {"Private", "Children"}
    assert "Missing episodes" not in standing(page)


def test_the_figures_said_to_be_in_are_those_of_the_lines_that_stand(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, theme="child_protection"))  # where nothing is still to come
    counted = re.search(r"<b>\d+ of (\d+)</b> figures in", page)
    assert counted
    assert int(counted[1]) == len(standing(page))


@pytest.mark.parametrize("says", ["quantity", "quality", "outcome"])
def test_quantity_quality_and_outcome_can_be_asked_for_and_stand_on_each_row(opened: pytest.MonkeyPatch, says: str) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, says=says))
    assert standing(page)
    assert all(f"·&nbsp;{says}</small>" in row(page, title) for title in standing(page))


def test_filters_that_leave_nothing_say_so_and_hide_the_table(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, sample_store(), period=PERIOD, theme="missing", priority="workforce"))
    assert "No indicator fits all that is chosen within Workforce" in page
    assert "<style>.lines .heads,.lines .themes{display:none!important}</style>" in page


def test_each_theme_can_be_jumped_to_and_says_what_of_it_needs_attention(whole: str) -> None:
    jumps = re.findall(r'<li><a href="#(theme-\w+)">', whole)
    assert jumps == re.findall(r'<section class="theme" id="(theme-\w+)"', whole)
    assert re.search(r'Missing and exploitation</a> <span class="quiet">\d+: </span>\d+ not received', whole)


def test_a_filter_leaves_the_table_as_it_was_sent(opened: pytest.MonkeyPatch) -> None:
    app = shown(opened, sample_store(), period=PERIOD)
    before = app.get("html")[-1].proto.body
    app.selectbox(key="theme").set_value("missing").run()
    assert app.get("html")[-1].proto.body == before


def test_an_address_that_asks_for_nonsense_shows_the_last_quarter(opened: pytest.MonkeyPatch) -> None:
    app = shown(opened, sample_store(), period="soon", theme="<b>", owner="nobody")
    assert app.selectbox(key="theme").value == ""
    assert "<table>" in html(app)


def test_choosing_another_period_changes_the_page_and_its_address(opened: pytest.MonkeyPatch) -> None:
    app = shown(opened, sample_store(), period=PERIOD)
    app.selectbox(key="period").set_value("2025/26 Q4").run()
    assert "<caption>Front door, Q4 2025/26</caption>" in html(app)
    assert "Marlow Vale Safeguarding Children Partnership · Q4 2025/26 · made" in html(app)
    assert app.query_params["period"] in ("2025/26 Q4", ["2025/26 Q4"])


def test_one_file_makes_a_page_on_which_everything_else_is_awaited(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, partial_store(), period=PERIOD))
    assert re.search(r'class="state value">50\.0%', row(page, "Child protection plans open for two years or more"))
    assert "Not received: Testbridge Council" in row(page, "Re-referrals within twelve months")


def test_text_that_comes_from_data_is_never_markup(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, partial_store(), period=PERIOD))
    assert "Testbridge &lt;i&gt;&amp; Hill&lt;/i&gt;" in page
    assert "<i>& Hill" not in page


def test_an_empty_store_says_what_to_do_next(opened: pytest.MonkeyPatch) -> None:
    page = html(shown(opened, empty_store()))
    assert "No data has been received yet" in page
    assert 'href="send_data"' in page
    assert "<table>" not in page


def figure(value: float | None, state: State = State.VALUE) -> Figure:
    period = parse_period(PERIOD)
    return Figure(
        indicator="x",
        period=period.label,
        first_day=period.first_day,
        last_day=period.last_day,
        group=None,
        value=value,
        numerator=None,
        denominator=None,
        families=None,
        state=state,
        waiting_for=None,
        data_to=None,
    )


def test_a_gap_in_a_run_is_a_gap_in_its_line() -> None:
    drawn = drawing([figure(1), figure(2), figure(None, State.AWAITING), figure(3), figure(4)])
    assert drawn.count("<path") == 2


def test_the_newest_figure_is_a_dot_hollow_when_provisional_and_a_dashed_stroke_when_awaited() -> None:
    assert "r='3' fill='#" in drawing([figure(1), figure(2)])
    assert "r='3' fill='none'" in drawing([figure(1), figure(2, State.PROVISIONAL)])
    assert "stroke-dasharray" in drawing([figure(1), figure(None, State.AWAITING)])


def test_a_run_of_one_value_lies_in_the_middle() -> None:
    points = place([5.0, 5.0])
    assert points[0] is not None
    assert points[0].y == 13


def test_the_same_lines_stand_in_the_columns_of_the_paper(opened: pytest.MonkeyPatch) -> None:
    asked = shown(opened, sample_store(), period=PERIOD, view="paper", theme="partnership")
    page = "".join(each.proto.body for each in asked.get("html"))
    assert all(f">{each}<" in page for each in HEADINGS.values())
    assert re.search(r"<div>88\.9% \(A\)</div>", page)
    assert 'id="theme-partnership"' in page
    assert 'id="theme-front_door"' not in page
    assert "The scorecard with its runs and comparators" in page


def test_the_public_paper_hides_small_numbers_and_leads_to_no_exact_page(opened: pytest.MonkeyPatch) -> None:
    asked = shown(opened, sample_store(), period=PERIOD, view="paper", public="1", theme="education")
    page = "".join(each.proto.body for each in asked.get("html"))
    assert "This is the paper as the public may read it" in page
    assert "Hidden: 1 to 5, or a number that would give one away." in page
    assert "indicator?id=" not in page[page.index('id="theme-') :]
    assert "education@marlowvale.example" not in page


def test_the_way_to_the_columns_of_the_paper_stands_under_the_scorecard(whole: str) -> None:
    assert 'view=paper" target="_self">The same in the columns of the paper' in whole
