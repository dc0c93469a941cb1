"""Whose file it is: said where it says that it is another council's."""

from metrics.board import Board


def from_another(code: str | None, board: Board) -> tuple[str, ...]:
    """A sentence where a file names an authority that is not the board's."""
    if not code or code == board.area.code:
        return ()
    said = (
        f"The file says that it is from authority {code}; this board's is {board.area.code}. "
        "Check that it is the right file before you accept it."
    )
    return (said,)
