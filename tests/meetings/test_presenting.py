"""A meeting in the room: the running order, the slides of an edition in their order, and where the meeting stands."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from metrics.board import read_board
from metrics.catalogue import read_catalogue
from metrics.coverage import State
from metrics.editions import edition, freeze
from metrics.line import Line
from metrics.meeting_log.challenges import Question, answer, ask
from metrics.meeting_log.commentary import Commentary, save, sign_off, stands_on
from metrics.meeting_log.free_text import LONGEST
from metrics.presenting.deck import MOST_INDICATORS, Drawn, deck_of, turn_of
from metrics.presenting.position import Moved, begin_again, move, position, run_clock
from metrics.presenting.running_order import running_order
from metrics.presenting.slides import Deck, Slide
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.conftest import BOARD
from tests.meetings.histories import CHOSEN, HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

FIRST, SECOND = MEETINGS[:2]
FROZEN_AT, ASKED_AT = datetime(2025, 6, 4, 15), datetime(2025, 3, 13, 11)
TURN = '\n[[running_order]]\nagency = "{}"\nminutes = {}\n'
AT = datetime(2025, 6, 12, 10)
WORDS = {
    "what": "Plans of two years are off target.",
    "why": "One plan was reviewed late.",
    "so_what": "A child waited.",
    "what_next": "Read every plan.",
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The second meeting's scorecard, frozen: one line off target with words beside it, and challenges of two meetings."""
    with new_history(tmp_path_factory.mktemp("shown"), f"{HELD}{TARGET.format('15')}") as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS, (date(2022, 1, 1), date(2025, 3, 31)))
        freeze(store, FIRST, "business manager", at=datetime(2025, 3, 5, 15), catalogue=four())
        _say(store, datetime(2025, 6, 2, 9))
        freeze(store, SECOND, "business manager", at=FROZEN_AT, catalogue=four())
        for number in range(3):
            asked = _question(FIRST, f"Question {number}?")
            ask(store, asked, by="manager", at=ASKED_AT)
        answer(store, f"{FIRST}/C2", "Reviewed since.", by="head of service", based_on=1, at=datetime(2025, 6, 6))
        ask(store, _question(SECOND, "Asked today?"), by="manager", at=AT)
        yield store


def _question(meeting: date, text: str) -> Question:
    return Question(meeting=meeting, indicator="cp_plans_two_years", to="council", asked_by="chair", question=text)


def _say(store: Store, at: datetime, **given: str) -> None:
    line = scorecard(store, None, known_at=at, today=at.date(), indicators=["cp_plans_two_years"]).lines[0]
    words = Commentary(
        meeting=SECOND,
        agency="council",
        indicator="cp_plans_two_years",
        by_when=date(2025, 9, 1),
        beside=stands_on(line),
        **{**WORDS, **given},
    )
    save(store, words, by="service manager", based_on=0, at=at)
    sign_off(store, words, line, by="director", based_on=1, at=at + timedelta(hours=1))


@pytest.fixture(scope="module")
def deck(shown: Store) -> Deck:
    return deck_of(shown, edition(shown, SECOND))


def test_without_a_running_order_every_agency_has_its_turn_and_all_the_same_minutes() -> None:
    board = read_board(BOARD)
    assert [each.agency for each in running_order(board, FIRST)] == [each.id for each in board.agencies]
    assert len({each.minutes for each in running_order(board, FIRST)}) == 1


def test_a_meetings_own_running_order_stands_in_place_of_the_usual_one() -> None:
    own = TURN.format("police", 7) + f"meeting = {FIRST}\n"
    board = read_board(BOARD + TURN.format("council", 20) + own)
    assert [(each.agency, each.minutes) for each in running_order(board, FIRST)] == [("police", 7)]
    assert [(each.agency, each.minutes) for each in running_order(board, SECOND)] == [("council", 20)]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (TURN.format("nobody", 5), "there is no agency called nobody on this board. The agencies are: council, police"),
        (TURN.format("council", 5) * 2, "council has two turns in one order"),
        (TURN.format("council", 0), "minutes: it has to be 1 or more"),
    ],
)
def test_a_running_order_that_cannot_be_held_to_is_refused(turns: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_board(BOARD + turns)


def test_the_slides_come_in_the_order_of_the_agenda(deck: Deck) -> None:
    first = [each.id for each in deck.slides if not each.reserve and each.agency in {"", "council"}]
    assert first == [
        "opening",
        "council",
        "council:cp_plans_two_years",
        "council:cp_plans_two_years:words",
        "council:challenges",
        "closing",
    ]
    assert [each.number for each in deck.slides] == list(range(1, len(deck.slides) + 1))


def test_every_line_has_a_slide_and_what_is_not_in_a_turn_stands_in_reserve_after_the_last(deck: Deck) -> None:
    lines = [each.line.indicator.id for each in deck.slides if each.kind == "indicator" and each.line]
    assert sorted(lines) == sorted(CHOSEN)
    assert [each.reserve for each in deck.slides] == [False] * deck.last + [True] * (len(deck.slides) - deck.last)
    assert deck.slides[deck.last - 1].kind == "closing"


def test_a_slide_of_one_indicator_says_what_the_edition_said_and_asks_one_question(deck: Deck) -> None:
    slide = deck.slide("council:cp_plans_two_years")
    frozen = next(each for each in deck.card.lines if each.indicator.id == "cp_plans_two_years")
    assert slide.line == frozen
    assert slide.question is not None
    assert slide.question.about in {"cause", "data", "action"}


def test_words_signed_off_stand_after_their_line_with_each_heading(deck: Deck) -> None:
    words = deck.slide("council:cp_plans_two_years:words").words
    assert words is not None
    assert [heading for heading, _ in words.parts] == [
        "What does the figure say",
        "Why is it so",
        "So what",
        "What next",
        "By when",
    ]
    assert words.signed_off_by == "director"


def test_an_agency_is_shown_what_it_was_asked_before_open_first_and_not_what_is_asked_today(deck: Deck) -> None:
    asked = deck.slide("council:challenges")
    assert [each.challenge.question for each in asked.challenges] == ["Question 2?", "Question 1?"]
    assert asked.challenges[1].challenge.answer == "Reviewed since."
    assert asked.more == 1


def test_a_slide_that_another_issue_had_opens_its_agencys_first(deck: Deck) -> None:
    assert deck.slide("council:gone_since").id == "council"
    assert deck.slide("nobody:gone").id == "opening"


def test_the_next_agency_is_named_until_the_last(deck: Deck) -> None:
    order = [each.agency for each in deck.turns]
    assert deck.after("") == order[0]
    assert deck.after(order[-1]) == ""
    assert deck.minutes(order[0]) == 10
    assert deck.minutes("nobody") == 0


def test_nothing_on_a_slide_says_which_children_are_behind_it(shown: Store, deck: Deck) -> None:
    with shown.cursor() as cursor:
        hashes = {str(child) for (child,) in cursor.execute("select child_id from cp_plans").fetchall()}
    texts = "".join(each.model_dump_json() for each in deck.slides)
    assert hashes
    assert not [each for each in hashes if each in texts]


@pytest.fixture(scope="module")
def drawn(shown: Store, deck: Deck) -> Drawn:
    """Every line of child protection off target and worse, and two of police not received."""
    pattern = deck.slide("council:cp_plans_two_years").line
    assert pattern is not None
    owned = [name for name, each in read_catalogue().items() if each.owner == "childrens_social_care"][:8]
    return Drawn(deck.card.model_copy(update={"lines": tuple(_line(pattern, name) for name in owned)}), shown.board, (), (), ())


def _line(pattern: Line, name: str) -> Line:
    return pattern.model_copy(update={"indicator": read_catalogue()[name]})


def _kinds(slides: list[Slide]) -> list[str]:
    return [each.kind for each in slides]


def test_an_agencys_turn_holds_its_gravest_lines_only(drawn: Drawn) -> None:
    turn = list(turn_of(drawn, drawn.board.agency("council")))
    assert _kinds(turn) == ["agency", *["indicator"] * MOST_INDICATORS]
    assert turn[0].more == 8 - len(turn[0].lines)
    assert {each.agency for each in turn} == {"council"}


def test_a_line_that_an_agency_wrote_about_is_shown_however_many_are_graver(drawn: Drawn) -> None:
    last = drawn.card.lines[-1].indicator.id
    said = Commentary(meeting=SECOND, agency="council", indicator=last, beside=stands_on(drawn.card.lines[-1]), **WORDS)
    turn = list(turn_of(drawn._replace(said=(said,)), drawn.board.agency("council")))
    assert _kinds(turn)[-2:] == ["indicator", "words"]
    assert turn[-1].line == drawn.card.lines[-1]


def test_long_words_take_two_slides(drawn: Drawn) -> None:
    line = drawn.card.lines[0]
    long = dict.fromkeys(WORDS, "x " * (LONGEST // 2))
    said = Commentary(meeting=SECOND, agency="council", indicator=line.indicator.id, beside=stands_on(line), **long)
    words = [each for each in turn_of(drawn._replace(said=(said,)), drawn.board.agency("council")) if each.kind == "words"]
    assert [len(each.words.parts) for each in words if each.words] == [2, 2]
    assert len({each.id for each in words}) == 2


def test_what_an_agency_has_not_sent_has_a_slide_whoever_answers_for_the_line(drawn: Drawn) -> None:
    figure = drawn.card.lines[0].figure.model_copy(
        update={"state": State.AWAITING, "value": None, "waiting_for": "Testbridge Police"}
    )
    gap = {"figure": figure, "gap": "Not received: Testbridge Police", "asked": ("Testbridge Police",)}
    lines = tuple(each.model_copy(update=gap) for each in drawn.card.lines)
    turn = list(turn_of(drawn._replace(card=drawn.card.model_copy(update={"lines": lines})), drawn.board.agency("police")))
    assert _kinds(turn) == ["agency", "gaps"]
    assert "answers for no line" in turn[0].title
    assert (turn[1].title, turn[1].more) == ("8 figures not here", 8 - len(turn[1].lines))
    council = list(turn_of(drawn._replace(card=drawn.card.model_copy(update={"lines": lines})), drawn.board.agency("council")))
    assert _kinds(council) == ["agency"]


def test_a_meeting_begins_at_its_first_slide_and_stands_where_it_was_moved_to(store: Store) -> None:
    assert position(store, FIRST).slide == "opening"
    moved = move(store, FIRST, "council", "council", seen=0, at=AT)
    assert (moved.version, position(store, FIRST)) == (1, moved)
    assert position(store, SECOND).slide == "opening"


def test_of_two_presses_at_one_moment_the_second_skips_nothing(store: Store) -> None:
    move(store, FIRST, "council", "council", seen=0, at=AT)
    with pytest.raises(Moved) as told:
        move(store, FIRST, "police", "police", seen=0, at=AT)
    assert told.value.now.slide == "council"
    with pytest.raises(Moved):
        begin_again(store, FIRST, seen=0)


def test_an_agencys_clock_goes_on_where_it_was_when_the_meeting_comes_back_to_it(store: Store) -> None:
    move(store, FIRST, "council", "council", seen=0, at=AT)
    move(store, FIRST, "council:gaps", "council", seen=1, at=AT + timedelta(seconds=30))
    move(store, FIRST, "police", "police", seen=2, at=AT + timedelta(seconds=50))
    back = move(store, FIRST, "council", "council", seen=3, at=AT + timedelta(seconds=60))
    assert back.seconds(AT + timedelta(seconds=65)) == 55
    assert back.spent["police"] == 10


def test_a_line_in_reserve_is_shown_in_the_time_of_who_presents(store: Store) -> None:
    move(store, FIRST, "council", "council", seen=0, at=AT)
    shown = move(store, FIRST, "reserve:referrals", None, seen=1, at=AT + timedelta(seconds=20))
    assert (shown.turn, shown.seconds(AT + timedelta(seconds=30))) == ("council", 30)


def test_a_clock_that_stands_does_not_run_until_it_is_let_run_or_the_next_agency_begins(store: Store) -> None:
    move(store, FIRST, "council", "council", seen=0, at=AT)
    halted = run_clock(store, FIRST, False, seen=1, at=AT + timedelta(seconds=10))
    assert halted.seconds(AT + timedelta(hours=1)) == 10
    run_clock(store, FIRST, True, seen=2, at=AT + timedelta(hours=1))
    held = run_clock(store, FIRST, False, seen=3, at=AT + timedelta(hours=1, seconds=5))
    assert held.seconds(AT + timedelta(hours=2)) == 15
    assert move(store, FIRST, "police", "police", seen=4, at=AT + timedelta(hours=2)).since is not None


def test_after_a_rehearsal_the_meeting_begins_again(store: Store) -> None:
    move(store, FIRST, "council", "council", seen=0, at=AT)
    begun = begin_again(store, FIRST, seen=1)
    assert (begun.slide, begun.turn, begun.since, dict(begun.spent), begun.version) == ("opening", "", None, {}, 2)
