"""Spec: the page that says where each of the 42 rules stands says so truly."""

import importlib
import re

from metrics.checks import read_checks
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "validation_rules.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", PAGE, re.MULTILINE)


def test_each_of_the_42_has_its_row() -> None:
    assert [int(number) for number, _, _ in ROWS] == [*range(1, 43)]


def test_each_row_names_a_rule_or_the_module_that_holds_it() -> None:
    for number, _, where in ROWS:
        named = re.findall(r"`([a-z0-9_]+/[a-z0-9_]+)`", where)
        modules = re.findall(r"`(metrics[a-z0-9_.]*)`", where)
        assert named or modules, number
        assert set(named) <= set(read_checks()), number
        for module in modules:
            importlib.import_module(module)


def test_what_a_module_is_said_to_hold_stands_in_it() -> None:
    for number, _, where in ROWS:
        for module, rule in re.findall(r"`(metrics\.intake\.desk)` \(`([a-z_]+)`\)", where):
            source = ROOT / f"{module.replace('.', '/')}.py"
            assert f'"{rule}"' in source.read_text(encoding="utf-8"), number


def test_every_rule_of_the_dfe_stands_in_the_list() -> None:
    listed = {name for _, _, where in ROWS for name in re.findall(r"`([a-z0-9_]+/[a-z0-9_]+)`", where)}
    official = {each.name for each in read_checks().values() if re.search(r"rules? [0-9I]", each.source)}
    assert official <= listed
