"""The form: an agency's few figures are asked for, checked as they are typed, kept, and sent."""

from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages.fill_in import periods_offered
from dashboard.store_access import close_store
from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import figures
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.store import Store
from tests.conftest import BOARD
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store

PERIOD, LAST = "2026/27 Q2", "2026/27 Q1"
RETURNING = BOARD.replace('id = "police"', 'id = "police"\nreturns = ["missing_episodes", "assessments_within_45_days"]')
opened = pytest.fixture(opener("fill_in"))


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which the police have returned last quarter's episodes."""
    monkeypatch.setenv("SCORECARD_NOW", "2026-11-24T12:00")
    path = tmp_path / "held.duckdb"
    with Store.create(path, RETURNING) as store:
        content = f"indicator,period,numerator\nmissing_episodes,{LAST},41\n".encode()
        received_at = datetime(2026, 7, 20)
        store.accept(read_delivery(content, agency="police", board=store.board, key=store.key, received_at=received_at))
    return path


def field(app: AppTest, name: str, part: str = "numerator") -> str:
    return f"police:{PERIOD}:{name}:{part}"


def form(opened: Open, store: Path) -> AppTest:
    return opened(store, agency="police", period=PERIOD)


def typed(app: AppTest, episodes: int | None = 12, share: tuple[int, int] = (3, 4)) -> AppTest:
    app.number_input(key=field(app, "missing_episodes")).set_value(episodes)
    app.number_input(key=field(app, "assessments_within_45_days")).set_value(share[0])
    app.number_input(key=field(app, "assessments_within_45_days", "denominator")).set_value(share[1])
    app.run()
    assert not app.exception
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def held_in(store: Path, name: str) -> tuple[float | None, State]:
    close_store()
    with Store.open(store) as again:
        found = figures(again, [indicator(name)], [parse_period(PERIOD)], today=date(2026, 11, 24))[0]
    return found.value, found.state


def test_it_asks_for_the_agency_first_and_offers_those_that_return(opened: Open, held: Path) -> None:
    app = opened(held)
    assert app.selectbox[0].options == ["Choose your agency", "Testbridge Police"]
    assert app.info[0].value == "Choose the agency whose figures you fill in."


def test_last_quarter_stands_beside_and_the_definition_is_one_click_away(opened: Open, held: Path) -> None:
    page = html(form(opened, held))
    assert "Q1 2026/27: 41" in page
    assert "<summary>Definition</summary>" in page
    assert indicator("missing_episodes").counts.split(".")[0] in page


def test_what_is_wrong_is_said_in_words_as_it_is_typed(opened: Open, held: Path) -> None:
    app = typed(form(opened, held), share=(5, 4))
    assert app.error[0].value == "The numerator is bigger than the denominator. A share is part of its whole."
    assert not typed(app, share=(4, 4)).error


def test_a_blank_without_a_reason_is_not_sent(opened: Open, held: Path) -> None:
    app = pressed(typed(form(opened, held), episodes=None), "Send to the board")
    assert "1 figure without a number or a reason" in app.error[0].value
    assert held_in(held, "missing_episodes") == (None, State.AWAITING)


def test_a_reason_stands_in_place_of_a_figure(opened: Open, held: Path) -> None:
    app = typed(form(opened, held), episodes=None)
    app.selectbox(key=field(app, "missing_episodes", "status")).set_value("nil_return").run()
    pressed(app, "Send to the board")
    assert held_in(held, "missing_episodes") == (None, State.NIL_RETURN)


def test_sending_gives_a_receipt_and_the_figures_stand(opened: Open, held: Path) -> None:
    app = pressed(typed(form(opened, held)), "Send to the board")
    assert "Received, thank you" in html(app)
    assert "2 of 2 rows kept" in html(app)
    assert held_in(held, "missing_episodes") == (12, State.VALUE)
    assert held_in(held, "assessments_within_45_days") == (75, State.VALUE)


def test_the_same_again_is_said_to_change_nothing(opened: Open, held: Path) -> None:
    app = pressed(typed(form(opened, held)), "Send to the board")
    assert "holds already" in pressed(app, "Send to the board").error[0].value


def test_what_was_saved_is_there_when_its_typist_comes_back(opened: Open, held: Path) -> None:
    app = pressed(typed(form(opened, held)), "Save and come back later")
    assert "Saved." in app.success[0].value
    again = form(opened, held)
    assert again.number_input(key=field(again, "missing_episodes")).value == 12
    assert "2 of 2 figures filled in." in html(again)
    assert held_in(held, "missing_episodes") == (None, State.AWAITING)


def test_a_board_on_which_nobody_returns_says_how_to_name_them(opened: Open) -> None:
    assert "names no agency that returns figures" in opened(empty_store()).info[0].value


def test_an_unknown_agency_or_period_in_the_link_asks_anew(opened: Open, held: Path) -> None:
    app = opened(held, agency="<i>x", period="soon")
    assert app.info[0].value == "Choose the agency whose figures you fill in."


def test_the_periods_offered_have_ended_the_newest_quarter_first() -> None:
    found = periods_offered(date(2026, 11, 24))
    assert [each.label for each in found[:2]] == ["2026/27 Q2", "2026/27 Q1"]
    assert {"2026-10", "2025/26"} <= {each.label for each in found}
    assert all(each.last_day < date(2026, 11, 24) for each in found)
    assert len({each.label for each in found}) == len(found)
