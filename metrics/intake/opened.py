"""A file while it is being looked at: what it is to the eye, and its workbook, read once however many ask for it."""

from functools import cached_property

from metrics.intake.source import Source, beginning
from metrics.intake.workbook import ZIP, Workbook, read_workbook


class Opened:
    """A file from the first look to the last. Let go of it, and what was read goes with it."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.start = beginning(source)

    @property
    def is_zipped(self) -> bool:
        return self.start.startswith(ZIP)

    @property
    def is_xml(self) -> bool:
        plain = self.start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        return plain.startswith(b"<")

    @cached_property
    def book(self) -> Workbook:
        """Its visible sheets. Raises Refused for what is no workbook."""
        return read_workbook(self.source)
