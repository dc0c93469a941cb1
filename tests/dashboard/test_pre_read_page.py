"""The pre-read: five things from the frozen paper, or said to be today's; questions marked, taken back, made challenges."""

import re
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pre_read_parts import ACTIONS, count_words
from dashboard.store_access import the_store
from metrics.editions import freeze
from metrics.meeting_log.actions import agree
from metrics.meeting_log.challenges import Question, ask, challenges
from metrics.meeting_log.commentary import Commentary, save, stands_on
from metrics.meeting_log.marked import mark_question, marked_questions
from metrics.pre_read.words import minutes
from metrics.scorecard import scorecard
from metrics.store import Store, key_path
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store, partial_store, sample_store
from tests.meetings.histories import HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

pre_read_page = pytest.fixture(opener("pre_read"))
meeting_page = pytest.fixture(opener("meeting"))
FIRST, SECOND = MEETINGS[:2]
LONG = "cp_plans_two_years"
WORDY = " ".join(["word"] * 150)
FIVE_MINUTES = 1000
"""Words, at 200 a minute."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting frozen with an agency's words, whose challenge and action of the meeting are due at the second."""
    folder = tmp_path_factory.mktemp("held")
    with new_history(
        folder, f"{HELD.replace('Testbridge Council', 'Testbridge <i>Council</i>')}{TARGET.format('20')}"
    ) as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        line = scorecard(store, None, today=date(2025, 3, 1), indicators=[LONG]).lines[0]
        said = {each: f"{WORDY} {each}" for each in ("what", "why", "so_what", "what_next")}
        words = Commentary(
            meeting=FIRST, agency="council", indicator=LONG, beside=stands_on(line), signed_off_by="<b>Head", **said
        )
        save(store, words, by="head", based_on=0, at=datetime(2025, 3, 3))
        freeze(store, FIRST, "manager", at=datetime(2025, 3, 5, 15), catalogue=four())
        asked = Question(
            meeting=FIRST, indicator=LONG, to="council", asked_by="Lay member", question="Why <b>so?", due=date(2025, 4, 1)
        )
        ask(store, asked, by="manager", at=datetime(2025, 3, 13, 11))
        for number in range(6):
            agree(store, FIRST, f"{WORDY} {number}", by="manager", at=datetime(2025, 3, 13, 11), due=date(2025, 4, 1))
    return folder / "history.duckdb"


@pytest.fixture
def own(held: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    path = tmp_path / held.name
    shutil.copy(held, path)
    shutil.copy(key_path(held), key_path(path))
    return path


@pytest.fixture(autouse=True)
def march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2025-03-11T20:00")


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click()
    return app.run()


def written(app: AppTest, label: str, text: str) -> None:
    next(each for each in (*app.text_input, *app.text_area) if each.label == label).set_value(text)


def with_store(do: Callable[[Store], object]) -> None:
    """Do something as another session of the same dashboard would."""
    do(the_store())


def test_the_sample_is_told_in_five_things_and_five_minutes(pre_read_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2026-11-24T12:00")
    page = html(pre_read_page(sample_store(), meeting="2026-12-10"))
    assert re.findall(r'<article class="thing (\w+)"', page) == ["worse", "off_target", "better", "gap", "waits"]
    assert "Not frozen yet: this is today’s scorecard; the paper is frozen on 2 December 2026" in page
    assert "16 of 276" in page
    assert "71 days old at the meeting" in page
    assert "Amira Haddad" in page
    assert "The second clinic" in page or "the second clinic" in page
    assert "2 questions marked by others." in page
    assert "Still missing: Compass Return Interviews, 4 figures; Marlow Vale Community Health, 1 figure." in page
    assert count_words(page) <= FIVE_MINUTES
    assert "About 5 minutes to read." in page


def test_the_questions_marked_in_the_sample_wait_for_the_chair_by_line(
    meeting_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2026-11-24T12:00")
    page = html(meeting_page(sample_store(), meeting="2026-12-10"))
    section = page[page.index("Questions marked before the meeting") :]
    order = ["Child protection plans open for two years", "Return home interviews offered", "On no line of the scorecard"]
    assert [section.index(each) for each in order] == sorted(section.index(each) for each in order)
    assert "Once the scorecard is frozen, one press here makes a challenge" in section
    assert "families who moved away" not in section


def test_a_frozen_paper_is_read_with_its_words_folded_where_they_are_long(pre_read_page: Open, held: Path) -> None:
    page = html(pre_read_page(held, meeting=FIRST.isoformat()))
    assert "Read from issue 1, frozen on 5 March 2025." in page
    assert re.search(r"<details.*?word word", page, re.DOTALL)
    assert "&lt;b&gt;Head" in page
    assert "<b>Head" not in page
    assert "<i>Council" not in page


def test_however_much_was_written_it_is_a_matter_of_five_minutes(
    pre_read_page: Open, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2025-06-05T10:00")
    page = html(pre_read_page(held, meeting=SECOND.isoformat()))
    assert "Why &lt;b&gt;so?" in page
    assert page.count('<b class="late">Overdue by 65 days.</b>') == ACTIONS
    assert count_words(page) <= FIVE_MINUTES


@pytest.mark.parametrize(
    ("html_text", "count"),
    [
        ("<p>one two</p><p>three</p>", 3),
        ("<details><summary>a</summary>b c</details>d", 1),
        ('<a href="x y">e</a>', 1),
        ("", 0),
    ],
)
def test_words_are_counted_without_tags_and_what_is_folded(html_text: str, count: int) -> None:
    assert count_words(html_text) == count


@pytest.mark.parametrize(("number", "said"), [(0, "1 minute"), (299, "1 minute"), (301, "2 minutes"), (1000, "5 minutes")])
def test_two_hundred_words_are_a_minute(number: int, said: str) -> None:
    assert minutes(number) == f"about {said} to read"


def test_without_meetings_it_says_what_to_do(pre_read_page: Open) -> None:
    assert "named no meetings" in html(pre_read_page(empty_store()))
    assert "named no meetings" in html(pre_read_page(partial_store()))


def test_before_any_data_the_gaps_are_what_there_is_to_read(pre_read_page: Open, tmp_path: Path) -> None:
    new_history(tmp_path).close()
    page = html(pre_read_page(tmp_path / "history.duckdb"))
    assert set(re.findall(r'<article class="thing (\w+)"', page)) == {"gap"}
    assert "Nothing can be told: there was never a figure." in page
    assert "No other action of an earlier meeting is due." in page


def test_a_challenge_on_a_missing_line_is_told_with_the_gap(
    pre_read_page: Open, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2025-06-05T10:00")
    page = html(pre_read_page(own, meeting="<b>never"))
    assert "<b>never" not in page
    assert "for the meeting of 12 June 2025, in 7 days" in page
    assert "Lay member asked on 13 March 2025: “Why &lt;b&gt;so?” No answer, due 65 days ago." in page


def test_a_question_is_begun_from_the_bank_marked_in_a_role_given_once_and_taken_back(pre_read_page: Open, own: Path) -> None:
    app = pre_read_page(own, meeting=FIRST.isoformat())
    opens = [each.label for each in app.button if each.label.startswith("Mark a question about")]
    assert len(opens) == len(set(opens)) > 0
    app = press(app, opens[0])
    suggestion = next(each for each in app.button if each.label.endswith("?"))
    app = press(app, suggestion.label)
    assert app.text_area[0].value == suggestion.label
    app = press(app, "Mark it for the meeting")
    assert "in which role" in app.error[0].value
    written(app, "Your role", "Lay member")
    app = press(app, "Mark it for the meeting")
    assert app.toast[0].value == "Marked. The chair will see it."
    assert f"You marked: “{suggestion.label}”" in html(app)
    app = press(app, opens[-1])
    assert "Your role" not in [each.label for each in app.text_input]
    assert press(app, "Mark it for the meeting").error[0].value.startswith("There is no question to mark")
    app = press(app, "Take back Q1")
    assert "You marked" not in html(app)
    assert marked_questions(the_store(), FIRST) == ()


def test_others_questions_are_counted_and_only_ones_own_can_be_taken_back(pre_read_page: Open, own: Path) -> None:
    app = pre_read_page(own, meeting=FIRST.isoformat())
    with_store(lambda store: mark_question(store, FIRST, "Whose <b>are they?", asked_by="Councillor", at=datetime(2025, 3, 10)))
    app.run()
    assert "Take back Q1" not in [each.label for each in app.button]
    written(app, "The role you marked them in", "councillor")
    app = app.run()
    assert "Whose &lt;b&gt;are they?" in html(app)
    app = press(app, "I am not “councillor”")
    assert "Whose" not in html(app)


def test_a_question_can_be_about_any_line_or_none_until_the_meeting_is_over(
    pre_read_page: Open, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = pre_read_page(own, meeting=FIRST.isoformat())
    app.selectbox(key="mark:about").set_value("cp_plans_ended")
    app = app.run()
    written(app, "Your question", "Which ended?")
    written(app, "Your role", "Lay member")
    app = press(app, "Mark it for the meeting")
    assert [each.indicator for each in marked_questions(the_store(), FIRST)] == ["cp_plans_ended"]
    monkeypatch.setenv("SCORECARD_NOW", "2025-03-20T10:00")
    app = app.run()
    assert not [each for each in app.button if each.label.startswith("Mark")]
    assert "The meeting is over" in html(app)


def test_one_press_of_the_chair_makes_a_challenge_that_keeps_who_asked(meeting_page: Open, own: Path) -> None:
    app = meeting_page(own, meeting=FIRST.isoformat())
    assert "Questions marked before" not in html(app)
    assert f'href="pre_read?meeting={FIRST.isoformat()}"' in html(app)
    at = datetime(2025, 3, 10)
    with_store(lambda store: mark_question(store, FIRST, "Who <b>looked?", asked_by="Lay <i>member", at=at, indicator=LONG))
    with_store(lambda store: mark_question(store, FIRST, "Who else?", asked_by="Councillor", at=at))
    app = app.run()
    assert "2 questions in 2 roles, on 1 line." in html(app)
    assert "Who &lt;b&gt;looked?" in html(app)
    assert "Lay &lt;i&gt;member" in html(app)
    app = press(app, "Make Q1 a challenge")
    made = challenges(the_store(), meeting=FIRST)[-1].challenge
    assert (made.asked_by, made.question, made.to, made.indicator) == ("Lay <i>member", "Who <b>looked?", "council", LONG)
    assert made.due == date(2025, 5, 22)
    assert f"Challenge {made.reference}</a>" in html(app)
    assert next(each for each in app.button if each.label == "Make Q2 a challenge").disabled
    app.selectbox(key=f"{FIRST.isoformat()}/Q2:line").set_value("cp_plans_open")
    app = press(app.run(), "Make Q2 a challenge")
    assert challenges(the_store(), meeting=FIRST)[-1].challenge.indicator == "cp_plans_open"


def test_a_question_made_a_challenge_by_another_meanwhile_is_told(meeting_page: Open, own: Path) -> None:
    app = meeting_page(own, meeting=FIRST.isoformat())
    at = datetime(2025, 3, 10)
    with_store(lambda store: mark_question(store, FIRST, "Who?", asked_by="Lay member", at=at, indicator=LONG))
    app = press(app.run(), "Make Q1 a challenge")
    assert "Make Q1 a challenge" not in [each.label for each in app.button]
    assert sum(each.challenge.question == "Who?" for each in challenges(the_store())) == 1
