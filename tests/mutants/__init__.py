"""Changing one token of a definition at a time: a spec that still passes does not hold that rule."""
