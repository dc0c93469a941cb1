"""The public paper of a frozen scorecard: derived from its lines, which stay exact, with the rule named."""

from metrics.coverage import State
from metrics.editions import card_of_edition, edition
from metrics.judge.hiding import RULE
from metrics.line import Line
from metrics.paper import paper_rows
from metrics.public import Public, public_edition
from metrics.store import Store
from tests.meetings.histories import MEETINGS

FIRST = MEETINGS[0]


def lines(told: Store, issue: int) -> dict[str, Line]:
    return {each.indicator.id: each for each in public_edition(told, edition(told, FIRST, issue)).card.lines}


def test_the_exact_lines_stay_as_they_were_frozen(told: Store) -> None:
    found = edition(told, FIRST, 1)
    public_edition(told, found)
    assert card_of_edition(told, found).lines[0].figure.value == 3.0


def test_a_small_figure_is_hidden_with_its_marks_its_words_and_what_it_was_made_of(told: Store) -> None:
    line = lines(told, 1)["cp_plans_two_years"]
    figure = line.figure
    assert figure.state is State.SUPPRESSED
    assert (figure.value, figure.numerator, figure.denominator, figure.families) == (None, None, None, None)
    assert (line.status.mark, line.by_rule.mark, line.firmness, line.change.direction) == ("cannot_tell",) * 4
    assert (line.verdict.mean, line.verdict.lower, line.verdict.upper) == (None, None, None)
    assert line.sentence == "Hidden: 1 to 5, or a number that would give one away."
    assert {each.found for each in line.beside} <= {"cannot_tell"}


def test_earlier_points_of_a_run_are_hidden_too_and_the_rate_with_its_number(told: Store) -> None:
    found = lines(told, 1)
    for name in ("cp_plans_open", "cp_plans_open_rate"):
        small = [each for each in found[name].recent if each.state is State.SUPPRESSED]
        assert len(small) > 3
        assert not any(each.value for each in found[name].recent)


def test_what_an_issue_hid_its_reissue_hides(told: Store) -> None:
    first, second = (public_edition(told, edition(told, FIRST, issue)) for issue in (1, 2))
    assert first.hidden <= second.hidden


def test_families_and_whom_to_ask_are_left_out(told: Store) -> None:
    for line in lines(told, 2).values():
        assert (line.families, line.contact, line.unsigned) == (None, "", ())
        assert "famil" not in line.sentence


def test_the_paper_says_hidden_and_names_the_rule(told: Store) -> None:
    public: Public = public_edition(told, edition(told, FIRST))
    assert public.rule == f"{RULE}: hidden are 1 to 5, or a number that would give one away"
    rows = {each.indicator: each for each in paper_rows(public.card.lines)}
    row = rows["Children on a child protection plan"]
    assert row.result_text.startswith("Hidden: 1 to 5")
    assert row.dot == "Cannot tell"
    assert row.previous_text in {"Hidden", "0"}
