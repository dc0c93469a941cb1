"""The pages of meetings: clock, freeze, reissue, commentary, challenges and actions, on a small store and an empty one."""

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store_access import the_store
from metrics.editions import card_of_edition, freeze
from metrics.meeting_log.actions import agree, update
from metrics.meeting_log.challenges import Question, ask
from metrics.meeting_log.commentary import Commentary, save, stands_on
from metrics.scorecard import scorecard
from metrics.store import Store, key_path
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store
from tests.meetings.histories import HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

meeting_page = pytest.fixture(opener("meeting"))
commentary_page = pytest.fixture(opener("commentary"))
log_page = pytest.fixture(opener("log"))
FIRST, SECOND = (each.isoformat() for each in MEETINGS[:2])
FROZEN_AT = datetime(2025, 3, 5, 15)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One frozen meeting with a challenge and an action, a draft for the next, and a file that came late."""
    folder = tmp_path_factory.mktemp("held")
    with new_history(
        folder, f"{HELD.replace('Testbridge Council', 'Testbridge <i>Council</i>')}{TARGET.format('32')}"
    ) as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        frozen = freeze(store, MEETINGS[0], "business manager", at=FROZEN_AT, catalogue=four())
        line = card_of_edition(store, frozen).lines[-1]
        asked = Question(
            meeting=MEETINGS[0],
            indicator=line.indicator.id,
            to="council",
            asked_by="Lay <b>member",
            question="Why <b>so?",
            due=date(2025, 4, 1),
        )
        ask(store, asked, by="manager", at=datetime(2025, 3, 13, 11))
        agree(store, MEETINGS[0], "Read <b>every plan.", by="manager", at=datetime(2025, 3, 13, 11), due=date(2025, 4, 1))
        deliver(store, 2, datetime(2025, 3, 20, 9), PLANS[:2])
    return folder / "history.duckdb"


@pytest.fixture
def own(held: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    path = tmp_path / held.name
    shutil.copy(held, path)
    shutil.copy(key_path(held), key_path(path))
    return path


@pytest.fixture(autouse=True)
def june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2025-06-03T10:00")


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click()
    return app.run()


def fill(app: AppTest, label: str, text: str) -> None:
    fields = [each for each in (*app.text_input, *app.text_area) if each.label == label]
    fields[0].set_value(text)


def test_the_next_meeting_shows_its_clock_and_what_it_opens_with(meeting_page: Open, held: Path) -> None:
    page = html(meeting_page(held))
    assert "<h1>12 June 2025: the scorecard is to be frozen in 1 day</h1>" in page
    assert "Overdue by 63 days" in page
    assert "No answer, due 63 days ago" in page
    assert "Read &lt;b&gt;every plan." in page
    assert "<b>every" not in page
    assert "<i>Council" not in page


def test_a_frozen_meeting_shows_its_issue_what_came_late_and_today(meeting_page: Open, held: Path) -> None:
    late = html(meeting_page(held, meeting=FIRST, show="late"))
    assert "child protection plans of January 2022 to December 2024, received 20 March 2025" in late
    assert "A figure was restated" in html(meeting_page(held, meeting=FIRST, show="today"))
    assert "No words had been signed off" in html(meeting_page(held, meeting=FIRST, show="words"))
    assert "there is none before it to compare with" in html(meeting_page(held, meeting=FIRST, show="changes"))


def test_a_coming_meeting_opens_with_what_the_last_one_left(meeting_page: Open, held: Path) -> None:
    page = html(meeting_page(held, meeting=SECOND))
    assert page.index("From the last meeting") < page.index("Before the freeze")
    assert "1 action overdue, none due, none done since 13 March 2025; 1 challenge not answered, none answered." in page
    assert page.index("Overdue: 1") < page.index("Read &lt;b&gt;every plan.") < page.index("Not answered: 1")
    assert "After the meeting" not in page


def test_a_meeting_that_was_held_has_its_minutes_for_the_board_and_for_the_public(meeting_page: Open, held: Path) -> None:
    app = meeting_page(held, meeting=FIRST)
    assert "From the last meeting" not in html(app)
    assert "Minute lines" not in html(app)
    app.toggle(key="minutes shown").set_value(True)
    for_board = html(app.run())
    assert "Lay &lt;b&gt;member asked Testbridge &lt;i&gt;Council&lt;/i&gt;: Why &lt;b&gt;so?" in for_board
    app.toggle(key="minutes public").set_value(True)
    assert "Lay &lt;b&gt;member asked Testbridge &lt;i&gt;Council&lt;/i&gt;." in html(app.run())


def test_a_meeting_is_frozen_and_reissued_on_its_page(meeting_page: Open, own: Path) -> None:
    app = meeting_page(own, meeting=FIRST)
    assert "a role" in press(app, "Freeze issue 2").error[0].value or "reason" in app.error[0].value
    fill(app, "Your role", "business manager")
    fill(app, "Why", "A file came late.")
    app = press(app, "Freeze issue 2")
    assert "Issue 2 for the meeting of 13 March 2025" in app.success[0].value
    assert "From issue 1 to issue 2" in html(app)


def test_an_edition_is_worked_out_again_on_the_page(meeting_page: Open, held: Path) -> None:
    app = press(meeting_page(held, meeting=FIRST), "Work it out again")
    assert "byte for byte" in app.success[0].value


def test_a_day_without_a_meeting_in_the_address_is_said(meeting_page: Open, held: Path) -> None:
    app = meeting_page(held, meeting="<i>1999")
    assert "does not meet on “<i>1999”" in app.warning[0].value
    assert "<i>1999" not in html(app)


@pytest.mark.parametrize("asked", [{}, {"agency": "council"}])
def test_without_meetings_each_page_says_what_to_do(
    meeting_page: Open, commentary_page: Open, log_page: Open, asked: dict[str, str]
) -> None:
    assert "named no meetings" in html(meeting_page(empty_store(), **asked))
    assert "names no meetings" in commentary_page(empty_store(), **asked).info[0].value
    assert "Challenges and actions" in html(log_page(empty_store(), **asked))
    assert "No meeting has been held yet" in html(log_page(empty_store(), show="actions", **asked))


def test_words_are_drafted_lack_what_they_lack_and_are_signed_off(commentary_page: Open, own: Path) -> None:
    app = commentary_page(own, agency="council", id="cp_plans_two_years")
    fill(app, "What does the figure say?", "There is no figure: the file is late.")
    fill(app, "Your role", "service manager")
    app = press(app, "Save the draft")
    assert app.success[0].value == "The draft is saved."
    app = press(app, "Sign off")
    assert "“Why is it so?” is not answered." in app.error[0].value
    for label in ("Why is it so?", "So what: what does it mean for children?", "What next: what will you do?"):
        fill(app, label, "Plans are read at fifteen months.")
    app.date_input[0].set_value(date(2025, 9, 1))
    fill(app, "Your role", "head of service")
    app = press(app, "Sign off")
    assert app.success[0].value == "Signed off."
    assert "Signed off by head of service" in html(app)


def test_two_people_at_the_same_words_lose_none(commentary_page: Open, own: Path) -> None:
    app = commentary_page(own, agency="council", id="cp_plans_two_years")
    fill(app, "What does the figure say?", "Mine.")
    fill(app, "Your role", "service manager")
    with_store(_theirs)
    app = press(app, "Save the draft")
    assert "saved other words for this while you were writing" in app.error[0].value
    assert "Theirs &lt;b&gt;first." in html(app)
    assert next(each for each in app.text_area if each.label == "What does the figure say?").value == "Mine."
    app = press(app, "Save the draft")
    assert app.success[0].value == "The draft is saved."
    assert "version 2" in html(app)


def _theirs(store: Store) -> None:
    line = scorecard(store, None, indicators=["cp_plans_two_years"]).lines[0]
    words = Commentary(
        meeting=MEETINGS[1], agency="council", indicator="cp_plans_two_years", what="Theirs <b>first.", beside=stands_on(line)
    )
    save(store, words, by="named nurse", based_on=0)


def with_store(do: Callable[[Store], object]) -> None:
    """Do something as another session of the same dashboard would."""
    do(the_store())


def test_a_challenge_is_answered_and_closed_and_the_second_answer_is_told(log_page: Open, own: Path) -> None:
    app = log_page(own, key=f"{FIRST}/C1")
    assert "Why &lt;b&gt;so?" in html(app)
    assert "No later figure has come yet." in html(app)
    fill(app, "The agency’s answer", "A review was missed.")
    fill(app, "Your role", "head of service")
    app = press(app, "Keep the answer")
    assert app.success[0].value == "The answer is kept."
    fill(app, "Outcome: what the board took from it", "Accepted.")
    app.text_input(key=f"{FIRST}/C1:closer").set_value("manager")
    app = press(app, "Close the challenge")
    assert app.success[0].value == "The challenge is closed."


def test_a_challenge_is_logged_on_a_line(log_page: Open, own: Path) -> None:
    app = log_page(own)
    assert "Choose the line" in press(app, "Log the challenge").error[0].value
    app.selectbox(key="ask:line").set_value("cp_plans_open")
    app.selectbox(key="ask:to").set_value("police")
    app.text_input(key="ask:by").set_value("Chair")
    fill(app, "The question", "What do you see?")
    app.text_input(key="ask:role").set_value("manager")
    app = press(app, "Log the challenge")
    assert "C2 of 13 March 2025" in html(app)


def test_an_action_is_logged_updated_and_discharged_and_two_updates_are_both_kept(log_page: Open, own: Path) -> None:
    app = log_page(own, show="actions", key=f"{FIRST}/1")
    with_store(lambda store: update(store, f"{FIRST}/1", "Theirs.", by="nurse", based_on=1, at=datetime(2025, 6, 1)))
    fill(app, "Update: what has been done", "Mine.")
    app.text_input(key=f"{FIRST}/1:role").set_value("manager")
    app = press(app, "Keep the update")
    assert "while you were writing" in app.error[0].value
    assert "Theirs." in html(app)
    app = press(app, "Keep the update")
    assert app.success[0].value == "The update is kept."
    assert "Theirs." in html(app)
    assert "Mine." in html(app)
    fill(app, "The reason, to discharge it", "Every plan was read.")
    app.text_input(key=f"{FIRST}/1:closer").set_value("manager")
    app = press(app, "Do it")
    assert "discharged 3 jun 25" in html(app).lower()


def test_a_new_action_stands_in_the_log(log_page: Open, own: Path) -> None:
    app = log_page(own, show="actions")
    fill(app, "What is to be done", "Ask the schools.")
    app.text_input(key="agree:role").set_value("manager")
    app = press(app, "Log the action")
    assert "Ask the schools." in html(app)
    assert "1 of 13 March 2025" in html(app)
