"""Authorities that merged or were divided: whose figures stand for one in the years in which it had none of its own.

Bournemouth and Poole became one in April 2019, with Christchurch, which until then was Dorset's. Northamptonshire was divided
in April 2021, Cumbria in April 2023. Authorities that were only given a new code of nine characters keep that of three digits.
"""

from typing import Final

CAME_FROM: Final = {
    "838": ("835",),
    "839": ("836", "837"),
    "940": ("928",),
    "941": ("928",),
    "942": ("909",),
    "943": ("909",),
}
BECAME: Final = {
    "835": ("838",),
    "836": ("839",),
    "837": ("839",),
    "928": ("940", "941"),
    "909": ("942", "943"),
}


def standing_for(code: str) -> tuple[str, ...]:
    """The authorities whose figures, put together, stand for one that has none of its own in a year."""
    return CAME_FROM.get(code) or BECAME.get(code, ())
