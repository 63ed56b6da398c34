"""The rule register: each rule in words, and what it can do worked out from its own table."""

from datetime import date

import pytest

from matching.domain.codes import Approver
from matching.facts.catalogue import child, figure, home, pair, referral
from matching.rules.citation import CHILDREN_ACT_1989, Confidence
from matching.rules.deadlines import DEADLINES
from matching.rules.duties import DUTIES
from matching.rules.figures import FIGURES, LOCAL
from matching.rules.gates import GATES
from matching.rules.register import APPROVERS, CONFIRMED, entries, entry_of, figures, nearest, register
from matching.rules.rule import (
    HOUSEHOLD,
    PAIRING,
    About,
    Rule,
    Table,
    cannot_tell,
    decide,
    does_not_apply,
    met,
    needs,
    prohibited,
    rule,
)
from matching.rules.rulebook import RULES


def a_rule(*lines, about: About = PAIRING, otherwise=None) -> Rule:
    """A made-up rule of these lines."""

    def table() -> Table:
        """A made-up rule means this."""
        return decide(*lines, otherwise=otherwise or met("so it is"))

    how = rule(
        "MADE-UP",
        title="Made up",
        about=about,
        cites=CHILDREN_ACT_1989("s.1", "section/1"),
        confidence=Confidence.MEMORY,
        from_day=date(2011, 4, 1),
        until_day=date(2014, 1, 26),
    )
    return how(table)


FORBIDS = prohibited("no", when=referral.emergency)
ASKS = needs(Approver.DIRECTOR, "ask", when=pair.lives_there, by=referral.start)
WAITS = cannot_tell("find out", when=child.age_disputed, asks=(child.born,))


@pytest.mark.parametrize(
    ("lines", "classes"),
    [
        pytest.param([FORBIDS], ("prohibition",), id="forbids"),
        pytest.param([ASKS], ("approval",), id="asks for approval"),
        pytest.param([ASKS, FORBIDS], ("prohibition", "approval"), id="both"),
        pytest.param([WAITS], ("to be settled first",), id="only holds up"),
        pytest.param([WAITS, FORBIDS], ("prohibition",), id="forbids, and may hold up"),
        pytest.param([met("yes", when=referral.emergency)], ("mode or order",), id="only ever met"),
        pytest.param([does_not_apply("no", when=referral.emergency)], ("mode or order",), id="met, or not about it"),
    ],
)
def test_the_class_is_what_the_table_can_do(lines, classes):
    assert entry_of(a_rule(*lines)).classes == classes


OLDER = prohibited("aged {child.age_at_start}", when=child.age_at_start > home.terms_age_max)


def test_each_line_is_in_words():
    said = entry_of(a_rule(does_not_apply("not it", when=~referral.emergency), ASKS, WAITS, OLDER)).table
    too_old = "the child's age at the start of the stay is more than the highest age within the terms of approval"
    assert [(line.number, line.outcome, line.when) for line in said] == [
        (1, "does not apply", "not: it is an emergency"),
        (2, "needs the approval of the director", "the child already lives there"),
        (3, "cannot tell", "the child's age is disputed"),
        (4, "prohibited", too_old),
        (5, "met", "otherwise"),
    ]
    assert said[3].says == "aged [the child's age at the start of the stay]"
    assert [line.by for line in said[:2]] == [None, "the day on which the placement starts"]
    assert [line.asks for line in said[1:3]] == [(), ("the child's date of birth",)]


def test_an_entry_says_where_the_rule_comes_from_and_how_that_was_confirmed():
    said = entry_of(a_rule(FORBIDS, about=HOUSEHOLD))
    assert (said.cites, said.means) == ("Children Act 1989 s.1", "A made-up rule means this.")
    assert said.address == "https://www.legislation.gov.uk/ukpga/1989/41/section/1"
    assert (said.confidence, said.confirmed) == ("from memory", "to be checked first")
    assert (said.from_day, said.until_day) == (date(2011, 4, 1), date(2014, 1, 26))
    assert said.about == "the household: a home with everybody who would live there"


def test_approvers_and_deadlines_are_those_of_the_lines_each_once():
    again = needs(Approver.COURT, "ask", when=referral.emergency, by=referral.emergency_stop)
    said = entry_of(a_rule(ASKS, again, ASKS))
    assert said.approvers == ("director", "court")
    assert said.deadlines == (
        "the day on which the placement starts",
        "the last working day that an emergency outside the terms of approval may last",
    )


def test_a_figure_says_who_sets_it():
    lawful = met("yes", when=child.age_at_start >= figure.other_arrangements_from_age)
    local = met("near", when=pair.minutes_to_school <= figure.longest_school_journey)
    set_by = {fact.fact: fact.set_by for fact in entry_of(a_rule(lawful, local)).facts}
    assert str(set_by["figure.other_arrangements_from_age"]).startswith("16, by the Care Planning")
    assert set_by["figure.longest_school_journey"] == "set by local policy"
    assert set_by["child.age_at_start"] is None


@pytest.mark.parametrize("on", [None, date(2013, 6, 3), date(2026, 11, 24)])
def test_the_register_holds_what_binds_on_the_day(on):
    said = register(on)
    for listed, source in ((said.rules, RULES), (said.duties, DUTIES), (said.deadlines, (*GATES, *DEADLINES))):
        assert [entry.id for entry in listed] == [one.id for one in source if on is None or one.binds_on(on)]
    assert entries(on) == said.rules


def test_the_figures_are_all_of_the_laws_and_all_of_local_policys():
    assert [f.name for f in figures()] == [*(f.name for f in FIGURES), *sorted(LOCAL)]
    assert {f.name for f in figures() if f.value is None} == LOCAL
    assert [f.name for f in figures(date(2000, 1, 1)) if f.value] == [
        f.name for f in FIGURES if f.from_day < date(2000, 1, 1)
    ]
    assert next(f.value for f in figures() if f.name == "usual_fostering_limit") == "3 children"


def test_one_id_may_name_a_rule_and_a_deadline():
    said = register().only("CPPCR-25")
    assert (len(said.rules), len(said.duties), len(said.deadlines)) == (1, 0, 1)


def test_the_nearest_ids_are_named():
    assert nearest("cppcr-27a")[0] == "CPPCR-27A"
    assert nearest("!") == ()


def test_every_approver_and_every_confidence_has_words():
    assert set(APPROVERS) == set(Approver)
    assert set(CONFIRMED) == set(Confidence)
