import pytest

from matching.errors import EngineDefect, Fault, InvalidInput, MatchingError, SearchIncomplete

FAULT = Fault(
    "case.toml", "children", "amy", "sex", '"X"', "one of: M, F, U", "Correct it.", kind_found="text of 1 character"
)


@pytest.mark.parametrize(
    "error", [SearchIncomplete("late", "Ask for longer."), EngineDefect("wrong", "Tell us."), InvalidInput([FAULT])]
)
def test_every_error_is_of_the_family_and_has_a_remedy(error):
    assert isinstance(error, MatchingError)
    assert error.remedy


def test_a_fault_is_one_line():
    assert str(FAULT) == 'case.toml: children amy: sex: found "X", expected one of: M, F, U. Correct it.'


def test_no_message_holds_what_was_found():
    assert str(InvalidInput([FAULT])) == "the input has 1 fault"
    assert str(InvalidInput([FAULT], more=2)) == "the input has 3 faults"
    assert '"X"' not in str(FAULT.safe())
