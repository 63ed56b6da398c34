"""Codes in words, and pages that wrap."""

import pytest

from matching.cli.streams import nearest
from matching.cli.words import LEGAL_STATUS, LOCAL_POLICY, OUTCOMES, RUN_BY, STYLES, cited
from matching.domain.codes import Approver, FamilyOutcome, HomeKind, LegalStatus, Outcome, RunBy, Tier
from matching.explaining.words import APPROVALS, KINDS, STANDINGS, TIERS, listed, place
from matching.facts.catalogue.words import FAMILY
from matching.rules.register import APPROVERS
from matching.rules.rulebook import RULES


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        pytest.param(TIERS, [*Tier, "foster_for_adoption", "parted"], id="tiers, and the groups beside them"),
        pytest.param(KINDS, HomeKind, id="kinds of home"),
        pytest.param(APPROVALS, Approver, id="approvers"),
        pytest.param(LEGAL_STATUS, LegalStatus, id="legal status"),
        pytest.param(FAMILY, [*FamilyOutcome, "not_asked"], id="what came of asking the family"),
        pytest.param(APPROVERS, Approver, id="approvers in the register"),
        pytest.param(STANDINGS, [o.word for o in Outcome], id="standings"),
        pytest.param(OUTCOMES, [o.word for o in Outcome], id="outcomes"),
        pytest.param(STYLES, [o.word for o in Outcome], id="styles"),
    ],
)
def test_every_code_has_its_words(words: dict[str, str], codes: type[Tier]) -> None:
    assert set(words) == {str(code) for code in codes}


def test_everybody_who_runs_a_home_but_a_person_has_words() -> None:
    assert set(RUN_BY) == set(RunBy) - {RunBy.PERSON}


def test_every_citation_has_a_shorter_form_that_names_its_year() -> None:
    for rule in RULES:
        short = cited(str(rule.cites))
        assert len(short) <= len(str(rule.cites))
        assert short == "local policy" if str(rule.cites).startswith(LOCAL_POLICY) else "(England)" not in short


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (1011, "1,011th"),
    ],
)
def test_a_place_is_said_as_people_say_it(number: int, words: str) -> None:
    assert place(number) == words


@pytest.mark.parametrize(
    ("things", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_things_are_listed_as_people_list_them(things: list[str], words: str) -> None:
    assert listed(things) == words


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"


@pytest.mark.parametrize(("text", "plain"), [("£5 – “é”…", 'GBP 5 - "e"...'), ("树", "?"), ("█▒", "#-")])
def test_text_has_a_nearest_form_in_ascii(text: str, plain: str) -> None:
    assert nearest(text) == plain
