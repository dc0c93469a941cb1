"""A target in the board's words, and the number it comes to."""

import pytest

from metrics.judge.targets import Agreed, Resolved, read_target, resolve


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("75", "fixed", 75),
        ("75%", "fixed", 75),
        (" 12.5 % ", "fixed", 12.5),
        ("1,200", "fixed", 1200),
        ("0", "fixed", 0),
        ("England", "england", None),
        ("national", "england", None),
        ("REGION", "region", None),
        ("neighbours", "neighbours", None),
        ("Statistical neighbours", "neighbours", None),
        ("monitor", "monitor", None),
        ("", "none", None),
        ("  ", "none", None),
    ],
)
def test_the_words_a_board_may_write(text: str, kind: str, number: float | None) -> None:
    assert read_target(text) == Agreed(kind=kind, number=number)  # type: ignore[arg-type]  # cases as text


@pytest.mark.parametrize("text", ["about 75", "75-80", "Wales", ">75", "nan", "inf", "-inf"])
def test_anything_else_is_refused_with_the_words_that_are_understood(text: str) -> None:
    with pytest.raises(ValueError, match="Write a number, or one of: England, region, neighbours, monitor"):
        read_target(text)


PUBLISHED: dict[str, tuple[float | None, str]] = {"england": (20.5, "2024/25"), "region": (None, "suppressed by the DfE")}


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("75", Resolved(kind="fixed", number=75)),
        ("0", Resolved(kind="fixed", number=0)),
        ("England", Resolved(kind="england", number=20.5)),
        ("region", Resolved(kind="region", number=None, because="suppressed by the DfE")),
        ("neighbours", Resolved(kind="neighbours", number=None, because="no comparator is published for this indicator")),
        ("monitor", Resolved(kind="monitor", number=None)),
        ("", Resolved(kind="none", number=None)),
    ],
)
def test_a_target_comes_to_a_number_or_says_why_not(text: str, resolved: Resolved) -> None:
    assert resolve(read_target(text), PUBLISHED) == resolved
