"""What the board chose of small numbers: which are hidden, and where besides in public."""

from typing import Literal

from metrics.frozen import Frozen


class SmallNumbers(Frozen):
    """Numbers from 1 to `hide_to` are hidden, and those that would give one away; a nought is printed.

    5 is the DfE's convention for children in need, 7 the NHS's for places below England, 10 what some boards want. In a public
    paper they are hidden everywhere. `on_screen`: in breakdowns on the board's own pages too, or not at all. The default hides
    them there: a child is picked out by a breakdown (one girl, one ethnicity, one age), the pages have no sign-in, and papers
    are passed on; the whole figures stay, because the board has to act on the two children that they are.
    """

    hide_to: Literal[5, 7, 10] = 5
    on_screen: Literal["breakdowns", "nothing"] = "breakdowns"

    @property
    def hides_on_screen(self) -> bool:
        return self.on_screen == "breakdowns"

    @property
    def words(self) -> str:
        """What a hidden number is: `1 to 5, or a number that would give one away`."""
        return f"1 to {self.hide_to}, or a number that would give one away"
