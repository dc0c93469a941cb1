"""How cases become counts: changes on days, families, the middle one. `metrics/measure.py` puts them together."""
