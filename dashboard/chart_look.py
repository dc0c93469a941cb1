"""The colours of a chart, in light and dark."""

from typing import NamedTuple

FONT = "'Source Sans', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif"


class Look(NamedTuple):
    """The colours of a theme: each kind of line has its own, and its own dashes for a print without colour."""

    ink: str
    quiet: str
    grid: str
    paper: str
    own: str
    england: str
    region: str
    neighbours: str


LIGHT = Look("#1A1F27", "#565D66", "#E3E6EA", "#FFFFFF", "#12436D", "#28A197", "#801650", "#F46A25")
DARK = Look("#F2F4F7", "#B4BCC6", "#323842", "#171614", "#7DB5E8", "#4FC9BE", "#E07AB0", "#F79257")
