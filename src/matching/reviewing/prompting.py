"""What a review asks people to think of that no plan answers: special guardianship with approved connected carers.

Source: the council's strategy: approved connected carers are reviewed at six months for special guardianship.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from matching.domain.ages import months_after, years_on
from matching.domain.codes import ApprovalStatus, HomeKind
from matching.domain.home import Home
from matching.domain.made import made
from matching.domain.review import Prompt
from matching.explaining.words import day
from matching.facts.register import Register
from matching.reviewing.living import Living

AFTER_MONTHS = 6
NOT_FROM = 17
"""From this age guardianship gives little, and may cost what is owed to somebody who leaves care."""


def prompts(livings: Iterable[Living], register: Register, by: date) -> Iterator[Prompt]:
    """One for each child who has lived six months with approved carers who are connected to her."""
    for of in livings:
        if of.row is None or of.since is None or months_after(of.since, AFTER_MONTHS) > by:
            continue
        if years_on(of.child.born, by) >= NOT_FROM:
            continue
        home = register.homes[of.row]
        if _approved_connected(home) and of.child.id in (home.connected_to or ()):
            words = (
                f"with connected carers since {day(of.since)}: ask the child, them and the parents about special "
                "guardianship, with independent legal advice and a plan for support"
            )
            yield made(Prompt, id="SGO", child=of.child.id, home=home.id, since=of.since, words=words)


def _approved_connected(home: Home) -> bool:
    approved = home.approval is not None and home.approval.status is ApprovalStatus.ACTIVE
    return home.kind is HomeKind.CONNECTED_FOSTER and approved
