"""Figures that agencies return instead of records: read, checked, asked for, filled in, and what they say of a period."""
