"""What was settled before: beds that are promised to others, and approvals that were given or refused."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Approver, Outcome
from matching.domain.home import Home, Member
from matching.domain.panel import Decided, GivenApproval
from matching.domain.referral import Referral
from tests.peer.approvers import OF_A_HOUSEHOLD, approver_of
from tests.peer.knowing import Known, every
from tests.peer.law import Findings
from tests.peer.pairing import Asked, age, as_listed

Household = list[Member] | None


def joined(case: Case, referral: Referral) -> tuple[Home, ...]:
    """The case's homes as they stand for a referral, with those in them to whom a bed was promised, in its order."""
    asked = Asked(case, referral)
    listed = {home.id: home.household for home in case.homes}
    households: dict[str, Household] = {
        home.id: _together([listed[entry] for entry in sorted(asked.entries[home.id])]) for home in case.homes
    }
    taken, rooms = Counter[str](), Counter[str]()
    for decided in _counting(asked):
        entries = asked.entries[decided.home or ""]
        taken[decided.home or ""] += 1
        rooms[decided.home or ""] += _needs_a_room(asked, decided)
        if _is_there(asked, decided):
            continue
        for household in (households[entry] for entry in entries):
            if household is not None:
                household.append(_joining(asked, decided.child))
    return tuple(_as_it_stands(home, households[home.id], taken[home.id], rooms[home.id]) for home in case.homes)


def _together(listed: list[tuple[Member, ...] | None]) -> Household:
    """All whom the entries of one home list, each once by name; None where no entry lists any."""
    known = [household for household in listed if household is not None]
    if not known:
        return None
    everybody = [member for household in known for member in household]
    first = {member.id: at for at, member in reversed(list(enumerate(everybody)))}
    return [m for at, m in enumerate(everybody) if m.id is None or first[m.id] == at]


def _counting(asked: Asked) -> Iterator[Decided]:
    """The decisions that take a bed from this referral, each child once a home."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for decided in asked.case.decided:
        if decided.home is None or not _in_time(asked, decided) or _holds_it(asked, decided):
            continue
        place = (decided.child or "", asked.entries[decided.home])
        if decided.child is None or place not in seen:
            yield decided
        seen.add(place)


def _in_time(asked: Asked, decided: Decided) -> bool:
    """Whether somebody who does not arrive would be there during the stay."""
    begins, end = decided.start or decided.on, asked.end
    overlaps = (begins is None or end is None or begins <= end) and (
        decided.until is None or decided.until >= asked.referral.start
    )
    return decided.child not in asked.referral.children and overlaps


def _holds_it(asked: Asked, decided: Decided) -> bool:
    """Whether the bed is the one that she has; of another entry of the home in which she lives it is a new one."""
    child = next((c for c in asked.case.children if c.id == decided.child), None)
    if child is not None and child.current_home in asked.entries[decided.home or ""]:
        return child.current_home == decided.home
    return _is_there(asked, decided)


def _is_there(asked: Asked, decided: Decided) -> bool:
    """Whether she lives there already, by the home's record or by her own."""
    entries = asked.entries[decided.home or ""]
    listed = {m.id for home in asked.case.homes if home.id in entries for m in home.household or ()}
    by_record = {child.id for entry in entries for child in asked.others_by_home.get(entry, ())}
    return decided.child is not None and decided.child in listed | by_record


def _joining(asked: Asked, child_id: str | None) -> Member:
    """A child who joins a household, as far as she is known."""
    child = next((c for c in asked.case.children if c.id == child_id), None)
    if child is None:
        return Member.model_validate({"id": child_id, "relation": "looked_after"})
    return as_listed(child, asked.authority_of(child))


def _needs_a_room(asked: Asked, decided: Decided) -> bool:
    """Whether she is old enough for a bedroom when the stay starts, or nobody knows how old she is."""
    child = next((c for c in asked.case.children if c.id == decided.child), None)
    return child is None or age(child.born, asked.referral.start) >= 3


def _as_it_stands(home: Home, household: Household, taken: int, rooms: int) -> Home:
    there = None if household is None else tuple(household)
    beds = home.vacancies
    if beds is not None and beds.beds is not None:
        beds = beds.model_copy(update={"beds": max(0, beds.beds - taken)})
    free = None if home.bedrooms_free is None else max(0, home.bedrooms_free - rooms)
    return home.model_copy(update={"household": there, "vacancies": beds, "bedrooms_free": free})


def laid_over(case: Case, referral: Referral, outcomes: Findings) -> Findings:
    """What was found, with the approvals that were given or refused laid over what needs one."""
    asked, homes = Asked(case, referral), {home.id: home for home in case.homes}
    given: dict[tuple[str | None, str | None], list[GivenApproval]] = defaultdict(list)
    for approval in case.approvals:
        given[approval.rule, approval.home].append(approval)

    def after(rule: str, child: str, home: str) -> Outcome:
        whose = [c for c in asked.arriving if rule in OF_A_HOUSEHOLD or c.id == child]
        return _decided(_said(asked, given.get((rule, home), []), c, approver_of(rule, c, homes[home])) for c in whose)

    return {key: after(*key) if found is Outcome.NEEDS_APPROVAL else found for key, found in outcomes.items()}


def _decided(said: Iterable[Known]) -> Outcome:
    """What becomes of what needs approval: one refusal prohibits it, and leave for everybody meets it."""
    granted = every(*said)
    return Outcome.NEEDS_APPROVAL if granted is None else (Outcome.MET if granted else Outcome.PROHIBITED)


def _said(asked: Asked, given: list[GivenApproval], child: Child, approver: Approver) -> Known:
    """Whether leave was given for a child, or refused, at last; None where nobody who may has, or it has ended."""
    said = [a for a in given if a.by is approver and _counts(asked, a, child)]
    last = [a for a in said if str(a.on) == max(str(b.on) for b in said)]
    refused = [a for a in last if a.refused]
    longest = max(refused or last, key=lambda a: str(a.until), default=None)
    lasts = longest is not None and (longest.until or asked.referral.start) >= asked.referral.start
    return not refused if lasts else None


def _counts(asked: Asked, given: GivenApproval, child: Child) -> bool:
    """Whether it was given by today, and is about this child and this referral."""
    case, referral = asked.case, asked.referral
    in_time = given.on is not None and given.on <= case.as_of
    hers = given.child == child.id or (given.child is None and len(referral.children) == 1)
    asking = sum(child.id in r.children for r in case.referrals) if given.child else len(case.referrals)
    this = given.referral == referral.id or (given.referral is None and asking == 1)
    of_all = given.child is None and bool(given.refused) and given.referral == referral.id
    return in_time and ((hers and this) or of_all)
