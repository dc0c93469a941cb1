"""What a meeting leaves on the same day: what was read, minute lines, challenges and actions, as files for others to use."""

from metrics.minutes.content import Minutes, minutes_of
from metrics.minutes.files import FORMATS, Format, file_name, written
from metrics.minutes.sections import Section, opening, sections

__all__ = ["FORMATS", "Format", "Minutes", "Section", "file_name", "minutes_of", "opening", "sections", "written"]
