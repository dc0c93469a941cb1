"""The definitions page: every indicator as people read it, the rules of judging, the states of a figure."""

import pytest

from metrics.catalogue import read_catalogue
from metrics.judge.change import RULE
from metrics.judge.runs import PRECEDENCE
from metrics.judge.series import RULE_SET
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store, partial_store, sample_store

opened = pytest.fixture(opener("definitions"))


@pytest.mark.parametrize("name", read_catalogue())
def test_every_indicator_can_be_linked_to_and_says_how_it_is_made(opened: Open, name: str) -> None:
    page, asked = html(opened(empty_store(), id=name)), read_catalogue()[name]
    assert f'<details class="entry" id="{name}" open>' in page
    assert page.count("<details") == 1
    assert f"{asked.theme}/{name}.sql" in page
    assert "What counts" in page
    assert "Numerator" in page or "Counted" in page


def test_without_a_link_all_are_listed_by_theme(opened: Open) -> None:
    page = html(opened(sample_store()))
    assert page.count("<details") == len(read_catalogue())
    assert page.index("Front door") < page.index("Workforce")


def test_a_search_keeps_those_that_have_every_word(opened: Open) -> None:
    app = opened(sample_store())
    app.text_input(key="q").set_value("interview hours").run()
    page = html(app)
    assert 'id="return_interviews_within_72_hours"' in page
    assert 'id="cp_plans_open"' not in page
    assert app.query_params["q"] == "interview hours"


def test_a_search_can_be_linked_to(opened: Open) -> None:
    assert 'id="re_referrals"' in html(opened(sample_store(), q="re-referral"))


def test_an_unknown_indicator_in_the_link_is_said(opened: Open) -> None:
    app = opened(partial_store(), id="zzz")
    assert app.warning[0].value == "There is no indicator called “zzz”. All definitions are shown."


def test_the_rules_and_the_boards_choices_are_in_plain_words(opened: Open) -> None:
    page = html(opened(empty_store()))
    assert "fewer than one comparison of twenty" in page
    assert "missed by no more than 10% of the target" in page
    assert "more than 729 calendar days" in page
    for state in ("Provisional", "Not received", "Not supplied", "No cases"):
        assert state in page


def test_the_marks_are_explained_on_one_page_of_their_own(opened: Open) -> None:
    page = html(opened(empty_store(), show="marks"))
    for asked in ("Is it changing?", "Is it on target?", "Where does it stand beside others?"):
        assert f"<h3>{asked}</h3>" in page
    for rule in (*PRECEDENCE, RULE):
        assert f">{rule}<" in page
    assert RULE_SET in page
    assert "99.8%" in page
    assert "<details" not in page
