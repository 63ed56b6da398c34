"""Homes that are made up: every kind, with who lives there, what they offer, and gaps."""

from collections.abc import Sequence
from datetime import date

from tests.peer.dice import Dice, Record, record
from tests.peer.made_up_papers import papers
from tests.peer.made_up_words import ACCESS, CHECKED, DOMAINS, FOSTERING, OURS, PLACING, RISKS, SCHOOLS, SUPPORT
from tests.peer.places import NOWHERE, authority_at, places

KINDS = {
    ("foster", "own"): 24,
    ("foster", "agency"): 30,
    ("foster", "other_authority"): 5,
    ("connected_foster", "person"): 12,
    ("foster_for_adoption", "own"): 5,
    ("childrens_home", "private"): 9,
    ("childrens_home", "own"): 3,
    ("supported_accommodation", "private"): 6,
    ("residential_school", "private"): 2,
    ("family_centre", "voluntary"): 2,
    ("other_arrangements", "private"): 6,
    ("parent", "person"): 5,
    ("secure", "other_authority"): 1,
}
SETTINGS = {"none": 4, "care_home": 2, "hospital": 1, "fe_institution": 2, "academy_16_19": 1, "holiday_scheme": 1}
IN_A_FAMILY = {"looked_after": 55, "privately_fostered": 10, "own_child": 20, "adult": 12, "resident": 3}
IN_CARE = {"looked_after": 75, "resident": 20, "adult": 5}
COUNTRIES = {"E": "England", "W": "Wales", "S": "Scotland"}


def postcode(dice: Dice) -> str:
    """A postcode around Buckinghamshire, or once in a hundred times one that is nowhere."""
    return NOWHERE if dice.chance(0.01) else dice.one(places())[0]


def home(dice: Dice, at: int, children: Sequence[str], referrals: Sequence[Record]) -> Record:
    """A home, with what it records of some of these children and referrals."""
    kind, run_by = dice.of(KINDS)
    where = postcode(dice)
    lives = household(dice, f"h{at}", kind)
    said = record(
        id=f"h{at}",
        kind=kind,
        run_by=run_by,
        country=dice.known(COUNTRIES[authority_at().get(where, OURS)[0]]),
        setting=dice.known(dice.of(SETTINGS)) if kind == "other_arrangements" else None,
        connected_to=_connected(dice, kind, children),
        household=dice.known(lives),
        emergency_bed=dice.known(dice.chance(0.1)),
        longest_stay_days=dice.known(dice.one((7, 28, 84))) if dice.chance(0.5) else None,
        consents=_consents(dice, children),
        offer=_offer(dice, [r["id"] for r in referrals]) if dice.chance(0.7) else None,
    )
    in_area, there = authority_at().get(where, OURS), [m["id"] for m in lives if "id" in m]
    return (
        said | _place(dice, where) | papers(dice, said, children, referrals, where=in_area, there=there) | _offers(dice)
    )


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
    return dice.known(dice.some(children, 12))


def _consents(dice: Dice, children: Sequence[str]) -> list[Record] | None:
    given = [
        record(by=dice.one((*PLACING, "agency")), child=child, on=dice.known(dice.day(CHECKED, 20)))
        for child in dice.some(children, 4)
    ]
    return dice.known(given)


def _offer(dice: Dice, referrals: Sequence[str]) -> Record | None:
    until = dice.day(date(2026, 11, 10), 60)
    return dice.known(record(referral=dice.known(dice.one(referrals)), valid_until=dice.known(until)))


def _offers(dice: Dice) -> Record:
    """What a home has to offer: beds, skills, access, a school it can keep, and its price."""
    return record(
        name=dice.known(f"Home {dice.number(1, 10**6)}"),
        vacancies=dice.known(_vacancies(dice)),
        bedrooms_free=dice.known(dice.number(0, 3)),
        access=dice.known(dice.some(ACCESS, 4)),
        can_keep=dice.known(dice.some(SCHOOLS, 3)),
        does_not_take=dice.known(dice.some(RISKS, 3) if dice.chance(0.6) else []),
        carers=dice.known(dice.number(1, 2)),
        support=dice.known(dice.some(SUPPORT, 2)),
        pets=dice.known(dice.chance(0.4)),
        smoking=dice.known(dice.chance(0.3)),
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
