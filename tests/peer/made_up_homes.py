"""Homes that are made up: every kind, with who lives there, what they may take, and gaps."""

from collections.abc import Sequence
from datetime import date

from matching.domain.codes import NeedDomain
from tests.peer.dice import Dice, Record, record
from tests.peer.places import NOWHERE, authority_at, places

OURS = "E06000060"
PLACING = {OURS: 60, "E06000042": 10, "E10000025": 10, "E10000015": 8, "E09000017": 7, "E08000025": 5}
KINDS = {
    ("foster", "own"): 24,
    ("foster", "agency"): 30,
    ("foster", "other_authority"): 5,
    ("connected_foster", "person"): 9,
    ("foster_for_adoption", "own"): 2,
    ("childrens_home", "private"): 9,
    ("childrens_home", "own"): 3,
    ("supported_accommodation", "private"): 6,
    ("residential_school", "private"): 2,
    ("family_centre", "voluntary"): 2,
    ("other_arrangements", "private"): 6,
    ("parent", "person"): 1,
    ("secure", "other_authority"): 1,
}
FOSTERING = ("foster", "connected_foster", "foster_for_adoption")
REGISTERED = ("childrens_home", "supported_accommodation", "residential_school", "family_centre", "secure")
SETTINGS = {"none": 4, "care_home": 2, "hospital": 1, "fe_institution": 2, "academy_16_19": 1, "holiday_scheme": 1}
IN_A_FAMILY = {"looked_after": 55, "privately_fostered": 10, "own_child": 20, "adult": 12, "resident": 3}
IN_CARE = {"looked_after": 75, "resident": 20, "adult": 5}
DOMAINS = [domain.value for domain in NeedDomain]
ACCESS = ("step_free", "ground_floor", "wet_room", "hoist")
SCHOOLS = tuple(f"11000{k}" for k in range(10))
TAKES = ("short_term", "long_term", "emergency", "bridging")
CHECKED = date(2026, 11, 1)


def postcode(dice: Dice) -> str:
    """A postcode around Buckinghamshire, or once in a hundred times one that is nowhere."""
    return NOWHERE if dice.chance(0.01) else dice.one(places())[0]


def home(dice: Dice, at: int, children: Sequence[str], referrals: Sequence[str]) -> Record:
    """A home, with what it records of some of these children and referrals."""
    kind, run_by = dice.of(KINDS)
    where = postcode(dice)
    lives = household(dice, f"h{at}", kind)
    said = record(
        id=f"h{at}",
        kind=kind,
        run_by=run_by,
        country=dice.known("England"),
        setting=dice.known(dice.of(SETTINGS)) if kind == "other_arrangements" else None,
        connected_to=_connected(dice, kind, children),
        household=dice.known(lives),
        emergency_bed=dice.known(dice.chance(0.06)),
        longest_stay_days=dice.known(dice.one((7, 28, 84))) if dice.chance(0.3) else None,
        consents=_consents(dice, children),
        offer=_offer(dice, referrals) if dice.chance(0.7) else None,
    )
    return said | _place(dice, where) | _papers(dice, said, where, lives, children) | _offers(dice)


def household(dice: Dice, home_id: str, kind: str) -> list[Record]:
    """Those who live in a home; in two homes of five all children there are siblings."""
    ids = [f"{home_id}m{k}" for k in range(dice.of({0: 30, 1: 28, 2: 22, 3: 14, 4: 6}))]
    related = dice.chance(0.4)
    return [_member(dice, i, [o for o in ids if o != i] if related else [], kind) for i in ids]


def _member(dice: Dice, member_id: str, siblings: list[str], kind: str) -> Record:
    relation = dice.of(IN_A_FAMILY if kind in FOSTERING else IN_CARE)
    child = relation in {"looked_after", "privately_fostered"}
    return record(
        id=dice.known(member_id),
        born=dice.known(dice.day(date(2009, 1, 1), 4000)),
        sex=dice.known(dice.one("MF")),
        relation=dice.known(relation),
        placed_by=dice.known(dice.of(PLACING)) if relation == "looked_after" else None,
        sibling_of=dice.known(siblings) if child else None,
        risks=dice.known([]),
        vulnerable_to=dice.known([]),
    )


def _place(dice: Dice, where: str) -> Record:
    """Where a home is; one in fifty is known by its authority only, and one in a hundred is abroad."""
    if dice.chance(0.01):
        return {"country": "France"}
    if dice.chance(0.02):
        return {"authority": dice.of(PLACING)}
    return record(postcode=dice.known(where))


def _connected(dice: Dice, kind: str, children: Sequence[str]) -> list[str] | None:
    if kind not in {"connected_foster", "parent"}:
        return dice.known([])
    return dice.known(dice.some(children, 3))


def _consents(dice: Dice, children: Sequence[str]) -> list[Record] | None:
    given = [
        record(by=dice.one((*PLACING, "agency")), child=child, on=dice.known(dice.day(CHECKED, 20)))
        for child in dice.some(children, 4)
    ]
    return dice.known(given)


def _offer(dice: Dice, referrals: Sequence[str]) -> Record | None:
    until = dice.day(date(2026, 11, 10), 60)
    return dice.known(record(referral=dice.known(dice.one(referrals)), valid_until=dice.known(until)))


def _papers(dice: Dice, said: Record, where: str, lives: list[Record], children: Sequence[str]) -> Record:
    """The approval of a fostering home, or the registration of a home of the registered kinds."""
    if said["kind"] in FOSTERING:
        return record(approval=dice.known(_approval(dice, said, where, lives, children)))
    return record(registration=dice.known(_registration(dice))) if said["kind"] in REGISTERED else {}


def _approval(dice: Dice, said: Record, where: str, lives: list[Record], children: Sequence[str]) -> Record:
    unsettled = {"active": 40, "temporary": 30, "none": 20, "on_hold": 5, "ended": 5}
    settled = {"active": 88, "on_hold": 6, "ended": 4, "none": 2}
    by = {"agency": "agency", "other_authority": "E10000025"}.get(said["run_by"], OURS)
    return record(
        status=dice.known(dice.of(settled if said["kind"] == "foster" else unsettled)),
        approved_by=dice.known(dice.of(PLACING) if dice.chance(0.1) else by),
        terms=dice.known(_terms(dice, children)),
        agreement_signed=dice.known(False if dice.chance(0.03) else dice.day(date(2026, 5, 1), 250)),
        exemption=_exemption(dice, where, lives, children) if dice.chance(0.4) else None,
    )


def _terms(dice: Dice, children: Sequence[str]) -> Record:
    return record(
        age_min=dice.known(dice.one((0, 0, 5, 8))),
        age_max=dice.known(dice.one((10, 12, 15, 17, 17))),
        sex=dice.known(dice.one(("any", "any", "any", "M", "F"))),
        max_children=dice.known(dice.one((1, 2, 3, 3, 4))),
        kinds=dice.known(dice.random.sample(TAKES, dice.number(1, 4))),
        children=dice.some(children, 4) if dice.chance(0.15) else None,
    )


def _exemption(dice: Dice, where: str, lives: list[Record], children: Sequence[str]) -> Record:
    """Leave that names nearly all who live there and some of the children, mostly by the carers' own authority."""
    own = authority_at().get(where, OURS)
    there = [m["id"] for m in lives if "id" in m and not dice.chance(0.05)]
    named = there + dice.some(children, len(children))
    return record(by=dice.known(OURS if dice.chance(0.1) else own), children=dice.known(named))


def _registration(dice: Dice) -> Record:
    age_min, age_max = dice.one(((0, 13), (8, 13), (8, 17), (10, 17), (16, 17)))
    return record(
        status=dice.known(dice.of({"registered": 92, "not_registered": 4, "suspended": 2, "cancelled": 2})),
        capacity=dice.known(dice.one((1, 2, 3, 4, 6))),
        restricted=dice.known(dice.chance(0.1)),
        age_min=dice.known(age_min),
        age_max=dice.known(age_max),
        sex=dice.known(dice.one(("any", "any", "M", "F"))),
        needs=dice.known(dice.some(DOMAINS, 6)),
        takes_emergencies=dice.known(dice.chance(0.3)),
        judgement=dice.known(dice.one(("good", "outstanding", "requires_improvement"))),
        judged_on=dice.known("2026-03-01"),
    )


def _offers(dice: Dice) -> Record:
    """What a home has to offer: beds, skills, access, a school it can keep, and its price."""
    return record(
        name=dice.known(f"Home {dice.number(1, 10**6)}"),
        vacancies=dice.known(_vacancies(dice)),
        bedrooms_free=dice.known(dice.number(0, 3)),
        access=dice.known(dice.some(ACCESS, 4)),
        can_keep=dice.known(dice.some(SCHOOLS, 3)),
        does_not_take=dice.known([]),
        impact_assessments=dice.known([]),
        skills=dice.known({d: dice.number(0, 4) for d in dice.random.sample(DOMAINS, 7)}),
        years_fostering=dice.known(dice.number(0, 20)),
        checked_on=dice.known(CHECKED.isoformat()),
        cost=dice.known(_cost(dice)),
    )


def _vacancies(dice: Dice) -> Record:
    until = dice.day(date(2027, 3, 1), 600) if dice.chance(0.25) else None
    beds, start = dice.of({0: 45, 1: 35, 2: 13, 3: 7}), dice.day(date(2026, 9, 1), 110)
    return record(beds=dice.known(beds), from_=dice.known(start), until=until)


def _cost(dice: Dice) -> Record:
    weekly = dice.number(400, 6500)
    return record(weekly=dice.known(weekly // 2), full_weekly=dice.known(weekly), basis=dice.known("spot"))
