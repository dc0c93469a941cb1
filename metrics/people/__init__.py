"""Whom a figure is about: families counted once, cases for their own agency, events too rare to count by period."""
