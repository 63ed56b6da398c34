"""What the criteria ask of a child and a home, answered one pair at a time from the records: None is unknown."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from math import inf
from typing import NamedTuple

from matching.domain.child import Child, Sibling
from tests.peer.household import related
from tests.peer.knowing import NO_LIMIT, Known, at_most, every, is_day, known_in, opposite, some
from tests.peer.pairing import KINDS_OF_FOSTERING, Pairing, age, comes_of_age, lives_in, place_of
from tests.peer.points_company import CHILDREN
from tests.peer.points_journeys import Journey, half_up, journey, miles

REGISTERED_KINDS = {"childrens_home", "supported_accommodation", "residential_school", "family_centre", "secure"}
REST_OF_CHILDHOOD = {"LTFOST18", "LTRELFR"}
NEAR_FAMILY = 20


class Found(NamedTuple):
    """How many of some things surely are so, surely are not, and how many there are; None where nobody knows that."""

    so: int
    not_so: int
    of: int | None


def needs_found(pair: Pairing) -> Found:
    """How much need recorded skills cover, and how much they leave, in halves of a level: the sum of its levels."""
    needs, skills = pair.child.needs or {}, pair.home.skills or {}
    told = [(level, _halves_covered(level, skills[domain])) for domain, level in needs.items() if domain in skills]
    covered, graded = sum(level * halves for level, halves in told), sum(2 * level for level, _ in told)
    return Found(covered, graded - covered, None if pair.child.needs is None else sum(2 * n for n in needs.values()))


def _halves_covered(level: int, skill: int) -> int:
    """Both halves of a need by a skill of its level, one by a skill that is a level short, none by a lesser one."""
    return max(0, min(2, 2 - (level - skill)))


def siblings_found(pair: Pairing) -> Found:
    """How many of those to live with would be there too; an unknown number where a record may leave one out."""
    to_be_with = _to_be_with(pair)
    would = [_would_be_there(pair, sibling) for sibling in to_be_with]
    return Found(would.count(True), would.count(False), None if _may_be_more(pair) else len(to_be_with))


def siblings_asked(pair: Pairing) -> Known:
    """Whether there is a brother or sister to live with."""
    return True if _to_be_with(pair) else (None if _may_be_more(pair) else False)


def _to_be_with(pair: Pairing) -> set[str]:
    """Brothers and sisters by either record whom neither record parts."""
    said: list[tuple[str, str | None]] = [(s.child, s.assessment) for s in pair.child.siblings or () if s.child]
    for other in pair.asked.case.children:
        said += [(other.id, s.assessment) for s in other.siblings or () if s.child == pair.child.id]
    return {who for who, _ in said} - {who for who, assessment in said if assessment == "apart"}


def _may_be_more(pair: Pairing) -> bool:
    return pair.child.siblings is None or any(_unnamed_to_be_with(s) for s in pair.child.siblings)


def _unnamed_to_be_with(said: Sibling) -> bool:
    return said.child is None and said.assessment != "apart"


def _would_be_there(pair: Pairing, sibling: str) -> Known:
    """Whether one would live in the home, in whichever of its entries: arriving too, or there by either record."""
    if sibling in pair.asked.referral.children:
        return True
    if sibling in pair.asked.elsewhere:
        return False
    known = next((c for c in pair.asked.case.children if c.id == sibling), None)
    if known is None:
        household = pair.home.household
        return None if household is None else some(None if m.id is None else m.id == sibling for m in household)
    return _in_any_entry(pair, known)


def stays_in_home(pair: Pairing) -> Known:
    """Whether the child lives in the home already, in this bed or another."""
    return _in_any_entry(pair, pair.child)


def _in_any_entry(pair: Pairing, child: Child) -> Known:
    """Whether a child lives in the home, in whichever of its entries, by her record or by the home's."""
    return True if child.current_home in pair.asked.entries[pair.home.id] else lives_in(child, pair.home)


def keeps_school(pair: Pairing) -> Known:
    """Whether the home lists the child's school; one that keeps none keeps not this one."""
    kept, urn = pair.home.can_keep, pair.child.school.urn if pair.child.school else None
    if kept == ():
        return False
    return None if kept is None or urn is None else urn in kept


def to_school(pair: Pairing) -> Journey | None:
    """The journey to the present school."""
    return journey(place_of(pair.child.school.postcode if pair.child.school else None), pair.place)


def longest_to_school(pair: Pairing) -> int | None:
    """Minutes: 30 to the end of year 6, then 45, by the year group that the child is in when the stay starts."""
    year = year_group(pair)
    return None if year is None else (30 if year <= 6 else 45)


def year_group(pair: Pairing) -> int | None:
    """The year group when the stay starts: a year on for each September since the day of the case."""
    recorded = pair.child.school.year_group if pair.child.school else None
    if recorded is None:
        return None
    turns = [date(year, 9, 1) for year in range(2000, 2100)]
    return recorded + sum(pair.asked.case.as_of < turn <= pair.asked.referral.start for turn in turns)


def is_pupil(pair: Pairing) -> Known:
    """Whether the child is a registered pupil; one under 4 without a school is not."""
    if pair.child.school is None:
        return False if pair.age_at_start < 4 else None
    return pair.child.school.registered


def school_kept(pair: Pairing) -> Known:
    """Whether the child can stay at school: the home keeps it, or the journey is short enough."""
    found = to_school(pair)
    return some((keeps_school(pair), at_most(found.about if found else None, longest_to_school(pair))))


def wishes_found(pair: Pairing) -> Found:
    """How many wishes would be granted, and denied; what of two lists is not recorded is one wish more."""
    wishes = pair.child.wishes
    lists = (wishes.wants, wishes.does_not_want) if wishes else (None, None)
    wanted, unwanted = (list(dict.fromkeys(said or ())) for said in lists)
    said = [_granted(pair, w) for w in wanted] + [opposite(_granted(pair, w)) for w in unwanted]
    number = None if lists == (None, None) else len(said) + (None in lists)
    return Found(said.count(True), said.count(False), number)


def wishes_asked(pair: Pairing) -> Known:
    """Whether there are wishes to heed; none where both lists are empty, or it is recorded why nobody could ask."""
    wishes = pair.child.wishes
    if wishes is None:
        return None
    if wishes.wants or wishes.does_not_want:
        return True
    if wishes.words:
        return False
    could_not = bool(wishes.not_ascertained_because) and not wishes.ascertained_on
    return False if could_not or None not in {wishes.wants, wishes.does_not_want} else None


def _granted(pair: Pairing, wish: str) -> Known:
    answers: dict[str, Callable[[Pairing], Known]] = {
        "same_school": school_kept,
        "with_siblings": _siblings_together,
        "stay": lambda p: p.lives_there,
        "family_home": lambda p: p.fostering or p.home.kind == "parent",
        "no_other_children": _no_other_children,
        "near_family": lambda p: at_most(_miles_home(p), NEAR_FAMILY),
        "pets": lambda p: p.home.pets,
    }
    return answers[wish](pair) if wish in answers else None


def _siblings_together(pair: Pairing) -> Known:
    more = None if _may_be_more(pair) else True
    return every(more, *(_would_be_there(pair, s) for s in _to_be_with(pair)))


def _no_other_children(pair: Pairing) -> Known:
    if pair.members is None:
        return None
    return opposite(some(related(m, CHILDREN) for m in pair.members))


def _miles_home(pair: Pairing) -> float | None:
    found = miles_from_home(pair)
    return None if found is None else float(found)


def miles_from_home(pair: Pairing) -> Fraction | None:
    """The straight line from the child's home."""
    return miles(place_of(pair.child.home_postcode or None), pair.place)


def in_area(pair: Pairing, authorities: Iterable[str] | None) -> Known:
    """Whether the home is in one of these areas; nothing abroad is."""
    listed = None if authorities is None else list(authorities)
    return False if pair.abroad else (None if listed is None else known_in(pair.authority, listed))


def visits(pair: Pairing) -> list[tuple[Journey | None, float | None]]:
    """Each planned visit: how far, and how often a month."""
    return [(journey(place_of(v.postcode), pair.place), v.times_a_month) for v in pair.child.family_time or ()]


Levels = tuple[Fraction | float, Fraction | float, Fraction | float]


def family_hours(pair: Pairing) -> Levels | None:
    """Hours a month on the road, there and back, at least, about and at most."""
    planned = visits(pair)
    if not planned or any(j is None or t is None for j, t in planned):
        return None
    return _summed([(j, Fraction(t) * 2 / 60) for j, t in planned if j is not None and t is not None])


def family_minutes(pair: Pairing) -> Levels | None:
    """The mean journey, each as often as it is planned, all alike where none ever is.

    Of several of which one is not counted, from the nearest at its least to the farthest at its most.
    """
    planned = visits(pair)
    if not planned or any(j is None for j, _ in planned):
        return None
    times = [t for _, t in planned]
    if None in times and len(times) > 1:
        each = [j.all for j, _ in planned if j is not None]
        farthest = max(one[2] for one in each)
        return (min(one[0] for one in each), farthest, farthest)
    often = [Fraction(t or 0) for t in times] if any(times) else [Fraction(1)] * len(times)
    means = _summed([(j, w / sum(often)) for (j, _), w in zip(planned, often, strict=True) if j is not None])
    least, about, most = (inf if mean == inf else half_up(mean) for mean in means)
    return (least, about, most)


def _summed(parts: list[tuple[Journey, Fraction]]) -> Levels:
    """The journeys, each so often."""
    least, about, most = (_sum([(j.all[k], weight) for j, weight in parts]) for k in range(3))
    return (least, about, most)


def _sum(parts: list[tuple[float, Fraction]]) -> Fraction | float:
    """The weighted sum, without end where one is; what never is adds nothing, however far."""
    counted = [(value, weight) for value, weight in parts if weight]
    if any(value == inf for value, _ in counted):
        return inf
    return sum((Fraction(value) * weight for value, weight in counted), Fraction())


def to_adulthood(pair: Pairing) -> Known:
    """Whether the plan is for the rest of childhood: as the referral asks, or as the care plan says."""
    kind, plan = pair.asked.referral.kind, pair.child.permanence_plan
    planned = None if plan is None else bool(REST_OF_CHILDHOOD & set(plan))
    return some((None if kind is None else kind == "long_term", planned))


def days_planned(pair: Pairing) -> int | None:
    """How long the plan is for: to the 18th birthday where it is for the rest of childhood, else to the end of stay."""
    grown = comes_of_age(pair.child.born)
    end = grown if to_adulthood(pair) else pair.asked.end_for(pair.child)
    return None if end is None else max(0, (end - pair.asked.referral.start).days)


def days_there(pair: Pairing) -> int | None:
    """How long the child has lived where she lives now, when the stay starts."""
    since = pair.child.current_since
    if not is_day(since) or since < pair.child.born:
        return None
    return max(0, (pair.asked.referral.start - since).days)


def days_open(pair: Pairing) -> float | None:
    """How many days the bed, the longest stay and the ages taken leave, no limit being endless."""
    parts = (_bed(pair), _longest(pair), _until_too_old(pair))
    known = [part for part in parts if part is not None]
    return max(0, min(known)) if len(known) == len(parts) else None


def _bed(pair: Pairing) -> float | None:
    """Days to the end of the vacancy, which neither a parent's home nor who lives there needs."""
    if pair.lives_there or pair.home.kind == "parent":
        return NO_LIMIT
    vacancies = pair.home.vacancies
    if vacancies is None:
        return None
    end = vacancies.until
    return NO_LIMIT if end is None else (end - pair.asked.referral.start + timedelta(days=1)).days


def _longest(pair: Pairing) -> float | None:
    """Days left of the longest stay, which for who lives there began when she came."""
    longest, lived = pair.home.longest_stay_days, days_there(pair) if pair.lives_there else 0
    if pair.home.kind == "parent" or (longest is None and not pair.home.emergency_bed):
        return NO_LIMIT
    return None if longest is None or lived is None else longest - lived


def _until_too_old(pair: Pairing) -> float | None:
    """The days until the birthday after the last age that the home takes; to 17 is to the end of childhood."""
    last = _last_age(pair)
    if last is None or last == NO_LIMIT or last >= 17:
        return None if last is None else NO_LIMIT
    day, born = pair.asked.referral.start, pair.child.born
    if age(born, day) > last:
        return 0
    days = 0
    while age(born, day + timedelta(days=days)) <= last:
        days += 1
    return days


def _last_age(pair: Pairing) -> float | None:
    if pair.home.kind in REGISTERED_KINDS:
        limits = pair.home.registration
    elif pair.home.kind in KINDS_OF_FOSTERING:
        if pair.terms is None:
            return None
        return NO_LIMIT if pair.terms.age_max is None else pair.terms.age_max
    else:
        return NO_LIMIT
    if limits is None:
        return None
    return NO_LIMIT if limits.age_max is None else limits.age_max


def approved_long_term(pair: Pairing) -> Known:
    """Whether the carers are approved for long-term stays; of homes without an approval only a family centre is not."""
    if pair.home.kind not in KINDS_OF_FOSTERING:
        return pair.home.kind != "family_centre"
    if pair.terms is None:
        return None
    return pair.terms.kinds is None or "long_term" in pair.terms.kinds
