"""Every question of docs/questions_answered.md is answered on the screen that it names, in the words that it gives."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from tests.dashboard.opening import Open, opener
from tests.dashboard.stores import PERIOD, sample_store

ROW = re.compile(r"^\| (?!Who asks|---)(.+?) \| (.+?) \| `(.+?)` \| (.+) \|$", re.MULTILINE)
WRITTEN = ROW.findall(Path("docs/questions_answered.md").read_text(encoding="utf-8"))
across, indicator = pytest.fixture(opener("across")), pytest.fixture(opener("indicator"))


def words_of(cell: str) -> list[str]:
    """What stands between the outer quotes of a cell."""
    found, depth, word = [], 0, ""
    for letter in cell:
        depth -= letter == "”"
        if depth:
            word += letter
        elif letter == "”":
            found, word = [*found, word], ""
        depth += letter == "“"
    return found


def test_at_least_ten_people_ask() -> None:
    assert len(WRITTEN) >= 10
    assert all(words_of(words) for *_, words in WRITTEN)


@pytest.mark.parametrize("screen", sorted({screen for _, _, screen, _ in WRITTEN}))
def test_the_words_stand_on_the_screen(screen: str, across: Open, indicator: Open) -> None:
    name, _, asked = screen.partition("?")
    app = {"across": across, "indicator": indicator}[name](sample_store(), period=PERIOD, **dict(parse_qsl(asked)))
    shown = unescape(re.sub(r"<[^>]+>", "", "".join(each.proto.body for each in app.get("html"))))
    for who, question, where, words in WRITTEN:
        for each in words_of(words) if where == screen else ():
            assert each in shown, (who, question, each)
