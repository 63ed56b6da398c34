"""What is asked once all homes of a referral are judged: whether residential care is needed."""

from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.domain.referral import Referral
from tests.peer.knowing import MET, NEEDS_APPROVAL, Known, first_of, opposite, outcome_of, some
from tests.peer.law import Findings
from tests.peer.pairing import KINDS_OF_FOSTERING
from tests.peer.peer import LAWS, first_pass
from tests.peer.policy import FOR_RESIDENTIAL_CARE, RESIDENTIAL_CARE
from tests.peer.settled import laid_over

NEED = "POL-RESIDENTIAL-NEED"
RULES = frozenset({*LAWS, NEED})
"""Every rule that the peer restates."""

FAMILY_HOMES = KINDS_OF_FOSTERING | {"parent"}
IS_LAWFUL = {Outcome.PROHIBITED: False, Outcome.CANNOT_TELL: None, Outcome.NEEDS_APPROVAL: True, Outcome.MET: True}


def findings(case: Case, referral: Referral) -> Findings:
    """All that the law finds of a referral, in both passes, with the approvals that were given laid over."""
    first = first_pass(case, referral)
    second = {(NEED, child, home): found for (child, home), found in second_pass(case, referral, first).items()}
    return first | laid_over(case, referral, second)


def second_pass(case: Case, referral: Referral, first: Findings | None = None) -> dict[tuple[str, str], Outcome]:
    """What is found of residential need, by child and home, from what the first pass found; not yet laid over."""
    found = first_pass(case, referral) if first is None else first
    worst = _worst(found)
    family = some(IS_LAWFUL[worst[home.id]] for home in case.homes if home.kind in FAMILY_HOMES)
    of_home = {home.id: _residential_need(home, referral, family) for home in case.homes}
    return {(child, home): outcome for child in referral.children for home, outcome in of_home.items()}


def _worst(found: Findings) -> dict[str, Outcome]:
    """The worst that was found of each home, for all who arrive."""
    worst: dict[str, Outcome] = {}
    for (_, _, home), outcome in found.items():
        worst[home] = min(outcome, worst.get(home, outcome))
    return worst


def _residential_need(home: Home, referral: Referral, family: Known) -> Outcome:
    needed = None if referral.required is None else RESIDENTIAL_CARE in referral.required
    lines = ((home.kind not in FOR_RESIDENTIAL_CARE, MET), (needed, MET), (opposite(family), MET))
    return outcome_of(first_of(*lines, otherwise=NEEDS_APPROVAL))
