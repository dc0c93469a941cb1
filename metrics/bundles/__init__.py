"""Bundles: an agency counts inside its own walls, and hands on the counts alone. No record of a child leaves it."""
