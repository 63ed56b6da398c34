"""Children Act 1989 section 22C: parents first, then connected people; and early permanence."""

from datetime import date

from matching.domain.codes import HomeKind
from matching.facts.catalogue import child, home, pair
from matching.facts.value import Condition
from matching.rules.citation import CHILDREN_ACT_1989, Confidence
from matching.rules.rule import PAIRING, Table, decide, does_not_apply, met, prohibited, rule

IN_FORCE = date(2011, 4, 1)
EARLY_PERMANENCE_FROM = date(2014, 7, 25)
ruled_out: Condition = pair.family_outcome.one_of("ruled_out_welfare", "not_practicable", "declined")
RULED_OUT = "the family was asked and this home ruled out: {pair.family_outcome}"


@rule(
    "CA89-22C-2",
    title="Parents first, unless that was ruled out",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.22C(2) to (4)", "section/22C"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
)
def parents_first() -> Table:
    """A child lives with a parent unless that would harm the child's welfare or is not reasonably practicable."""
    return decide(
        does_not_apply("not with a parent", when=home.kind != HomeKind.PARENT),
        prohibited(RULED_OUT, when=ruled_out),
        otherwise=met("with a parent, whom the law puts first"),
    )


@rule(
    "CA89-22C-7A",
    title="Connected people are preferred",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.22C(7)(a)", "section/22C"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def connected_people_preferred() -> Table:
    """A relative, friend or other connected person who fosters is preferred, unless that home was ruled out."""
    return decide(
        does_not_apply("with a parent: section 22C(2) speaks of that", when=home.kind == HomeKind.PARENT),
        prohibited(RULED_OUT, when=ruled_out),
        met("with people connected to the child, whom the law prefers", when=pair.connected),
        otherwise=met("not with connected people: a reason is owed where one of them could care for the child"),
    )


@rule(
    "CA89-22C-9A",
    title="Early permanence",
    about=PAIRING,
    cites=CHILDREN_ACT_1989("s.22C(9A) to (9C)", "section/22C"),
    confidence=Confidence.SECONDARY,
    from_day=EARLY_PERMANENCE_FROM,
)
def early_permanence() -> Table:
    """Where adoption is considered, connected people come first, and then carers who may also adopt the child."""
    return decide(
        met(
            "it is not all recorded whether adoption is considered: ranked as if it were not",
            when=~child.adoption_recorded,
        ),
        does_not_apply("adoption is not being considered", when=~child.early_permanence),
        otherwise=met("adoption is considered: connected people first, then fostering for adoption, then the rest"),
    )
