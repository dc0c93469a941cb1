"""A bundle before it is taken: what its agency counted, what its checks found, and that no row came with it."""

from collections import Counter
from html import escape

from dashboard.html_table import Cell, Row, folded, html_table
from metrics import words
from metrics.board import Board
from metrics.catalogue import read_catalogue
from metrics.submission import Delivery
from metrics.taking.quality import rule_in_words, without_problem

PREPARED_INSIDE = (
    "No row about a child is in it, no identifier and no date of a person: only counts, for all cases and by each breakdown, "
    "by month, quarter, financial year and academic year. The records stay with {}."
)
NO_ROW_MOVES = "No row comes or goes: the records stay with the agency, and those held from its earlier files stay as they are."


def bundle_read(board: Board, delivery: Delivery) -> str:
    """What is in a bundle, and what the checks found in the rows that it was counted from."""
    said = PREPARED_INSIDE.format(board.agency(delivery.agency).name)
    return f"<h2>What is in it</h2><p>{escape(said)}</p>{_indicators(delivery)}" + _found(delivery)


def _indicators(delivery: Delivery) -> str:
    names = [] if delivery.counts is None else list(dict.fromkeys(delivery.counts["indicator"].to_pylist()))
    titles = [read_catalogue()[each].title for each in names if each in read_catalogue()]
    items = "".join(f"<li>{escape(each)}</li>" for each in titles)
    return folded(f"The counts of {words.count_of(len(titles), 'indicator')}", f'<ul class="counted">{items}</ul>')


def _found(delivery: Delivery) -> str:
    """How often each rule fired where the rows are: their sentences row by row were said there."""
    rules: Counter[str] = Counter()
    for each in delivery.submissions:
        rules.update(each.checked.rules if each.checked else {})
    if not rules:
        return "<p>The checks found no problem in the rows that it was counted from.</p>"
    rows: list[Row] = [
        [words.capital(rule_in_words(rule)), Cell(f"{count:,}", "number"), rule] for rule, count in rules.most_common()
    ]
    table = html_table(
        "What the checks found", ("What is wrong", Cell("Times", "number"), "Rule"), rows, look="stack", hide_caption=True
    )
    count = words.capital(words.count_of(rules.total(), "problem"))
    told = f"{without_problem(delivery)} The agency was told which rows."
    return f"<h2>{escape(count)} found inside the agency, by rule</h2><p>{escape(told)}</p>{table}"
