"""What a spec reads off a figure."""

from collections.abc import Mapping

from metrics.figures import Figure


def parts(figure: Figure) -> tuple[float | None, float | None]:
    """Numerator and denominator."""
    return figure.numerator, figure.denominator


def numerators(found: object) -> dict[str, float | None]:
    """The numerators of a breakdown, by group."""
    assert isinstance(found, Mapping)
    return {group: figure.numerator for group, figure in found.items()}


def shares(found: object) -> dict[str, tuple[float | None, float | None]]:
    """Numerator and denominator of each group of a breakdown."""
    assert isinstance(found, Mapping)
    return {group: parts(figure) for group, figure in found.items()}
