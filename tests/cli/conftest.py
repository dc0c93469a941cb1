"""The command line in a test: `run` runs one command, `ready` is a store with a few files in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from metrics.cli import main
from tests.conftest import BOARD

PLANS = """child_id,family_id,start_date,end_date,category,previous_plans
A1,F1,01/05/2024,,NEG,0
A2,F1,01/06/2022,,EMO,1
A3,F2,01/07/2024,01/02/2025,PHY,0
"""
REFERRALS = """child_id,referral_date,source
A1,02/04/2024,1A
A1,03/03/2025,1A
A2,04/03/2025,5A
A3,05/03/2025,
"""
MONTH = ["--covers-from", "2024-04-01", "--as-at", "2025-03-31"]


class Done(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("SCORECARD_STORE", "SCORECARD_KEY"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Done:
        capsys.readouterr()
        try:
            code = main([str(each) for each in arguments])
        except SystemExit as left:  # how argparse refuses
            code = int(left.code or 0)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


@pytest.fixture
def place(tmp_path: Path, run: Run) -> Path:
    """A new store, made by the command line."""
    (tmp_path / "board.toml").write_text(BOARD, encoding="utf-8")
    assert run("new", tmp_path / "store.duckdb", "--board", tmp_path / "board.toml").code == 0
    return tmp_path / "store.duckdb"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with plans received in April and corrected in May. Tests only read it."""
    folder = tmp_path_factory.mktemp("cli")
    files = {
        "board.toml": BOARD,
        "plans.csv": PLANS,
        "plans_again.csv": PLANS + "A4,F3,01/08/2024,,NEG,0\n",
        "referrals.csv": REFERRALS,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = folder / "store.duckdb"
    assert main(["new", str(store), "--board", str(folder / "board.toml")]) == 0
    said = ["--agency", "council", "--reason", "A plan had been left out.", *MONTH]
    for name, received in (("plans", "2025-04-10"), ("plans_again", "2025-05-20"), ("referrals", "2025-04-10")):
        file = str(folder / f"{name}.csv")
        assert main(["submit", file, "--store", str(store), "--received", received, *said]) == 0
    return store
