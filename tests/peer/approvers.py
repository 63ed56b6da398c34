"""Who approves what each rule asks about, from the contract and what stands behind it."""

from matching.domain.child import Child
from matching.domain.codes import Approver
from matching.domain.home import Home
from tests.peer.knowing import is_day
from tests.peer.pairing import KINDS_OF_FOSTERING

OFFICER, DIRECTOR, MANAGER = Approver.NOMINATED_OFFICER, Approver.DIRECTOR, Approver.REGISTERED_MANAGER
SERVICE, DECIDES = Approver.FOSTERING_SERVICE, Approver.AGENCY_DECISION_MAKER
COURT, PARENTS = Approver.COURT, Approver.ALL_WITH_PR

APPROVERS: dict[str, tuple[Approver, ...]] = {
    "CA89-20": (DIRECTOR,),
    "CA89-SCH7": (Approver.AUTHORITY_OF_RESIDENCE,),
    "CPPCR-10": (OFFICER,),
    "CPPCR-11-1A": (OFFICER,),
    "CPPCR-11-1B": (DIRECTOR,),
    "CPPCR-12": (COURT, PARENTS),
    "CPPCR-17": (OFFICER,),
    "CPPCR-22-AGE": (SERVICE,),
    "CPPCR-22-NUMBER": (SERVICE,),
    "CPPCR-22-SEX": (SERVICE,),
    "CPPCR-22-KIND": (SERVICE,),
    "CPPCR-22-CONSENT": (SERVICE,),
    "CPPCR-22-OTHERS": (Approver.OTHER_PLACING_AUTHORITY,),
    "CPPCR-24": (OFFICER,),
    "CPPCR-25": (OFFICER, DECIDES),
    "CPPCR-25A": (OFFICER,),
    "CHR-12-IMPACT": (MANAGER,),
    "CHR-16-NEEDS": (MANAGER,),
    "POL-GRADE": (DIRECTOR,),
    "POL-OFFER": (SERVICE, MANAGER),
    "POL-BEDROOM": (SERVICE,),
    "POL-RESIDENTIAL-NEED": (Approver.RESOURCE_PANEL,),
}
"""The rules that may need an approval, each with those who may give it."""

OF_A_HOUSEHOLD = {"CA89-SCH7", "CPPCR-22-NUMBER", "CPPCR-22-OTHERS", "CSA-CAPACITY"}
OF_A_HOUSEHOLD |= {"POL-VACANCY", "POL-APART", "POL-REQUIRED", "POL-BEDROOM"}
"""The rules about a home with all who would live there: what they find, they find for all who arrive."""


def approver_of(rule: str, child: Child, home: Home) -> Approver:
    """Who approves what a rule found of a child in a home."""
    if rule == "CPPCR-12":
        return PARENTS if child.legal_status == "V2" else COURT
    if rule == "CPPCR-25":
        return DECIDES if home.approval and is_day(home.approval.extended_until) else OFFICER
    if rule == "POL-OFFER":
        return SERVICE if home.kind in KINDS_OF_FOSTERING else MANAGER
    return APPROVERS[rule][0]
