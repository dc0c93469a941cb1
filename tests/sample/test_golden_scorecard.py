"""The whole scorecard of the sample partnership, line by line, as it stood on 24 November 2026.

When a change is meant, write it anew with UPDATE_GOLDEN=1 in the environment, and read the difference.
"""

import json
import os
from pathlib import Path

from metrics.exports import line_row
from metrics.scorecard import Scorecard

GOLDEN = Path(__file__).with_name("golden_scorecard.json")


def test_the_sample_scorecard_is_the_golden_one(shown: Scorecard) -> None:
    found = {"headline": shown.headline, "lines": [line_row(each) for each in shown.lines]}
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert json.loads(GOLDEN.read_text(encoding="utf-8")) == json.loads(text)
