"""The law once more, one child and one home at a time: the oracle that the engine's findings are checked against.

Each rule is a question tree from the contract and the field's own words; it shares with the engine the nouns and the
postcodes, and nothing else. Speed is of no account here.
"""

from collections.abc import Iterable, Iterator

from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.domain.referral import Referral
from tests.peer.act import ACT
from tests.peer.area import WHERE
from tests.peer.care_planning import CARE_PLANNING
from tests.peer.fostering import FOSTERING
from tests.peer.homes import HOMES
from tests.peer.knowing import outcome_of
from tests.peer.law import Findings, Law
from tests.peer.pairing import Asked, Pairing
from tests.peer.policy import POLICY
from tests.peer.settled import joined, laid_over
from tests.peer.temporary import TEMPORARY

LAWS: dict[str, Law] = {**ACT, **FOSTERING, **TEMPORARY, **CARE_PLANNING, **WHERE, **HOMES, **POLICY}


def judge(pair: Pairing, rules: Iterable[str] | None = None) -> dict[str, Outcome]:
    """What each of these laws, or of all where none are named, says of one pair before approvals are laid over."""
    return {rule: outcome_of(LAWS[rule](pair)) for rule in rules or LAWS}


def pairings(case: Case) -> Iterator[Pairing]:
    """Every arriving child of every referral in every home, in the order of the case."""
    for referral in case.referrals:
        yield from pairings_of(case, referral)


def pairings_of(case: Case, referral: Referral) -> Iterator[Pairing]:
    """Every arriving child of a referral in every home as it stands for that referral."""
    question, homes = Asked(case, referral), joined(case, referral)
    for child in question.arriving:
        yield from (Pairing(question, child, home) for home in homes)


def first_pass(case: Case, referral: Referral) -> Findings:
    """What every law finds of a referral pair by pair, with the approvals that were given laid over."""
    found = {
        (rule, pair.child.id, pair.home.id): outcome
        for pair in pairings_of(case, referral)
        for rule, outcome in judge(pair).items()
    }
    return laid_over(case, referral, found)
