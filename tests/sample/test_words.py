"""The words of the sample: no line says that something moved unless a rule fired, and each says what it is made of."""

from metrics import words
from metrics.explain import marks as explain_marks
from metrics.line import Scorecard, headline
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.sample.conftest import TODAY
from tests.test_sentences import FIRED, MOVED


def test_no_line_of_the_sample_says_that_it_moved_unless_a_rule_fired(shown: Scorecard) -> None:
    assert {each.change.direction for each in shown.lines} >= {"improved", "worsened", "rose", "no_change_beyond_chance"}
    for line in shown.lines:
        fired = line.change.direction in FIRED
        assert not fired or (line.change.rule and line.footnote.startswith("rule: ")), line.indicator.id
        said = (line.sentence, explain_marks.is_it_real(line))
        assert fired or not any(MOVED.search(each) for each in said), said


def test_every_line_of_the_sample_says_its_numbers_and_its_period(shown: Scorecard) -> None:
    for line in shown.lines:
        figure, unit = line.figure, line.indicator.unit
        if line.gap:
            continue
        assert words.number(figure.value, unit) in line.sentence
        assert words.period(figure.period) in line.sentence
        if unit not in {"count", "days"}:
            assert words.out_of(figure.numerator, figure.denominator) in line.sentence


def test_the_same_data_gives_the_same_words(shown: Scorecard, store: Store) -> None:
    again = scorecard(store, shown.period, today=TODAY)
    assert [each.sentence for each in again.lines] == [each.sentence for each in shown.lines]
    assert again.headline == shown.headline


def test_the_headline_names_only_what_a_rule_fired_for(shown: Scorecard) -> None:
    quiet = [each for each in shown.lines if each.change.direction not in FIRED]
    assert not MOVED.search(headline(quiet).replace("nothing changed beyond chance", ""))
    assert "got worse" in headline(shown.lines)
