"""The whole scorecard of the sample partnership, line by line, as it stood on 24 November 2026.

When a change is meant, write it anew with UPDATE_GOLDEN=1 in the environment, and read the difference.
"""

import json
import os
from contextlib import closing
from datetime import date
from pathlib import Path

from metrics.exports import line_row
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.dashboard.stores import copy_of, sample_store

GOLDEN = Path(__file__).with_name("golden_scorecard.json")
TODAY = date(2026, 11, 24)


def test_the_sample_scorecard_is_the_golden_one(tmp_path: Path) -> None:
    with closing(Store.open(copy_of(sample_store(), tmp_path))) as store:
        card = scorecard(store, parse_period("2026/27 Q2"), today=TODAY)
    found = {"headline": card.headline, "lines": [line_row(each) for each in card.lines]}
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert json.loads(GOLDEN.read_text(encoding="utf-8")) == json.loads(text)
