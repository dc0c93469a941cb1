"""Rows at which a query that joins carelessly gives a case twice, or loses it: one table for each dataset."""

from pathlib import Path

AWKWARD = {each.stem: each.read_text(encoding="utf-8") for each in sorted((Path(__file__).parent / "awkward").glob("*.txt"))}
COVERS = ("2015-01-01", "2029-12-31")
"""The days that they speak about."""
