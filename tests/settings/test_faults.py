"""A board file that cannot be used is refused with sentences that say where the fault is and how to mend it."""

import pytest

from metrics.board import Agency, read_board
from metrics.board_settings.changing import setting_of
from tests.conftest import BOARD

AREA = '[area]\ncode = "899"\nname = "T"\n'
POLICE = '[[agencies]]\nid = "police"\nname = "Police"\nrole = "police"\n'


def slip(text: str) -> str:
    with pytest.raises(ValueError, match="The board file") as refused:
        read_board(text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "B"\nagencies = [\n', "not valid TOML: Invalid value (at end of document)"),
        ('name = "B\n', "at line 1, column 10"),
        (f'name = "B"\n{POLICE}', "area: it is missing. Write it"),
        (f"name = 7\nagencies = []\n{AREA}", "name: it has to be text in quotation marks"),
        (f'name = "B"\nagencies = []\nmeetings = ["soon"]\n{AREA}', "meetings, the 1st: it has to be a day, written without"),
        (f'name = "B"\nagencies = []\nmeetings = 7\n{AREA}', "meetings: it has to be a list in square brackets"),
        (f'name = "B"\n{AREA}{POLICE}due_days = 500\n', "[[agencies]] 1 (police), due_days: it has to be 400 or less"),
        (f'name = "B"\n{AREA}{POLICE}due_days = "60"\n{POLICE}', "Two agencies have one id: police"),
        (f'name = "B"\n{AREA}{POLICE}leed = "x"\n', "[[agencies]] 1 (police), leed: there is no such setting. Was lead meant?"),
        (
            f'name = "B"\n{AREA}{POLICE}sends = ["plans"]\n',
            "[[agencies]] 1 (police): plans: no such dataset. The datasets",
        ),
        (f'name = "B"\n{AREA}{POLICE.replace("police", "The Police", 1)}', "id: it is not written as it has to be"),
        (f"{BOARD}[clock]\nclear_days = 1.5\n", "[clock], clear_days: it has to be a whole number"),
        (f"{BOARD}[clock]\nclear_day = 1\n", "Was clear_days meant? Known here: clear_days, sign_off_days"),
        (f'{BOARD}[settings]\ntwo_years = "two"\n', "[settings], two_years: it has to be one of 'dfe_more_than_729_days'"),
        (f"{BOARD}[settings]\ntwo_years = 2\n", "it has to be one of"),
        (f'{BOARD}[status]\nfour_colours = "maybe"\n', "[status], four_colours: it has to be true or false"),
        (f'{BOARD}[[priorities]]\nname = ""\nthemes = ["neglect"]\n', "[[priorities]] 1 (), name: it must not be empty"),
        (f"{BOARD}clok = 1\n", "[[agencies]]"),
    ],
)
def test_a_fault_is_said_with_its_place(text: str, said: str) -> None:
    assert said in slip(text)


def test_all_faults_are_said_at_once() -> None:
    said = slip(f"name = 7\n{AREA}{POLICE}due_days = -1\n")
    assert "name: it has to be text" in said
    assert "due_days: it has to be 0 or more" in said


def test_a_form_names_its_fields_as_it_labels_them() -> None:
    with pytest.raises(ValueError, match="Days after a period that were agreed with it: it has to be 400 or less") as refused:
        setting_of(Agency, {"id": "The Police", "name": "Police", "role": "police", "due_days": 401})
    assert "Short name: it is not written as it has to be" in str(refused.value)
