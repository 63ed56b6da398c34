"""Who would live together: counted, related and kept apart, one home at a time."""

from collections.abc import Iterator
from itertools import combinations, permutations

from matching.domain.approval import Exemption
from matching.domain.child import Child
from matching.domain.home import Member
from tests.peer.apart import keeps_from
from tests.peer.knowing import Count, Known, by_day, either_record, every, opposite, same, some
from tests.peer.pairing import Asked, Pairing

IS_FOSTERED = {"looked_after", "privately_fostered"}
LIVES_IN_CARE = {"looked_after", "resident"}


def related(member: Member, relations: set[str]) -> Known:
    """Whether somebody's relation to the home is one of these."""
    return None if member.relation is None else member.relation in relations


def would_be(pair: Pairing, relations: set[str]) -> Count:
    """How many of a kind there would be with all who arrive."""
    there = [related(m, relations) for m in pair.members or ()]
    return Count([*there, *(True for _ in pair.asked.arriving)], unlisted=pair.members is None)


def beds_needed(pair: Pairing) -> Count:
    """How many of those who arrive do not live there already."""
    return Count(opposite(pair.lives_here(child)) for child in pair.asked.arriving)


def all_siblings(pair: Pairing) -> Known:
    """Whether all who would be fostered are siblings of each other."""
    if pair.members is None:
        return False if _no_siblings(pair.asked.arriving) else None
    people = [(_named(p), related(p, IS_FOSTERED)) for p in pair.members]
    people += [(_named(child), True) for child in pair.asked.arriving]
    return every(*(_not_both_or_siblings(one, other) for one, other in combinations(people, 2)))


Named = tuple[str | None, tuple[str | None, ...] | None]
"""Somebody's id, and the siblings that their own record names."""


def _named(person: Member | Child) -> Named:
    if isinstance(person, Member):
        return person.id, person.sibling_of
    return person.id, None if person.siblings is None else tuple(s.child for s in person.siblings)


def _no_siblings(children: tuple[Child, ...]) -> bool:
    return any(siblings(_named(one), _named(other)) is False for one, other in combinations(children, 2))


def _not_both_or_siblings(one: tuple[Named, Known], other: tuple[Named, Known]) -> Known:
    return some((opposite(one[1]), opposite(other[1]), siblings(one[0], other[0])))


def siblings(one: Named, other: Named) -> Known:
    """Whether two are siblings: yes if either record says so, no if either is known."""
    return either_record(_names(one, other[0]), _names(other, one[0]))


def _names(person: Named, other: str | None) -> Known:
    return None if person[1] is None else some(same(name, other) for name in person[1])


def exempted(pair: Pairing) -> Known:
    """Whether the authority in which the carers live exempts all who would be fostered, by name."""
    given = pair.approval.exemption
    if given is None:
        return False
    arriving = (_covers(given, child.id, True) for child in pair.asked.arriving)
    there = (None,) if pair.members is None else (_covers(given, m.id, related(m, IS_FOSTERED)) for m in pair.members)
    return every(same(given.by, pair.authority), *arriving, *there)


def _covers(given: Exemption, who: str | None, fostered: Known) -> Known:
    named = None if given.children is None else some(same(child, who) for child in given.children)
    return some((opposite(fostered), named))


def others_consent(pair: Pairing) -> Known:
    """Whether every other authority with a child placed there has consented to all who arrive."""
    if pair.members is None:
        return None
    own = pair.asked.authority_of(pair.child)
    return every(*(some((opposite(_placed_by_another(m, own)), _consents(pair, m.placed_by))) for m in pair.members))


def _placed_by_another(member: Member, own: str) -> Known:
    """Whether an authority other than the child's own has placed somebody."""
    return every(related(member, {"looked_after"}), opposite(same(member.placed_by, own)))


def _consents(pair: Pairing, authority: str | None) -> Known:
    return every(*(consents(pair, authority, child) for child in pair.asked.arriving))


def consents(pair: Pairing, by: str | None, child: Child) -> Known:
    """Whether a service or an authority has consented to a child's coming; what is not recorded is not given."""
    given = [c for c in pair.home.consents or () if c.child == child.id]
    return some(every(same(c.by, by), by_day(c.on, pair.asked.case.as_of)) for c in given)


def somebody_to_keep_apart(pair: Pairing) -> Known:
    """Whether somebody would live there with whom one who arrives must not live, whoever recorded it."""
    question, start = pair.asked, pair.asked.referral.start
    with_those_there = (_apart(question, child, who) for child in question.arriving for who in _those_there(pair))
    among = (keeps_from(one, other.id, start) for one, other in permutations(question.arriving, 2))
    return some([*with_those_there, *among, None if pair.members is None else False])


def _those_there(pair: Pairing) -> Iterator[str | None]:
    """Everybody in the home but those who arrive, by the home's record or by their own."""
    yield from (m.id for m in pair.members or ())
    yield from (c.id for c in pair.living_by_their_record)


def _apart(question: Asked, child: Child, other: str | None) -> Known:
    """Whether an arriving child must be apart from one who is there: by her record, or by what the other's says."""
    say_so = question.theirs[child.id]
    theirs = say_so.get(other, False) if other else (None if say_so else False)
    return some((keeps_from(child, other, question.referral.start), theirs))
