"""Judging a figure: pure functions over numbers and words. Nothing here reads data or draws."""
