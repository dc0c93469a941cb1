"""Links from one page to another. A plain link loads the page anew, and works in print, in a new tab and from the keyboard."""

from html import escape
from urllib.parse import urlencode

from metrics.catalogue import Indicator
from metrics.periods import Period


def to_indicator(indicator: Indicator, period: Period) -> str:
    """The indicator's title, linked to its own page at this period."""
    return f'<a href="{escape(address_of(indicator, period))}" target="_self">{escape(indicator.title)}</a>'


def address_of(indicator: Indicator, period: Period) -> str:
    """The address of an indicator's own page at this period."""
    return "indicator?" + urlencode({"id": indicator.id, "period": period.label})
