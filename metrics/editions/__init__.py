"""Editions: what the board was shown for a meeting, frozen, numbered, and worked out again whenever somebody asks."""

from metrics.editions.freezing import Rebuilt, freeze, rebuild, reissue
from metrics.editions.kept import AlreadyFrozen, Edition, card_of_edition, edition, editions, text_of

__all__ = [
    "AlreadyFrozen",
    "Edition",
    "Rebuilt",
    "card_of_edition",
    "edition",
    "editions",
    "freeze",
    "rebuild",
    "reissue",
    "text_of",
]
