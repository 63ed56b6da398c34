"""Two plans of one panel compared: who would live elsewhere and why, what is reached, and whether that is proven."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.comparing.living import Moved, Planned, moved, together_in
from matching.comparing.moves import NAMED, Moves, some
from matching.domain.comparison import AimInShort, Cause, Difference, Lives, PlanInShort, Tried
from matching.domain.made import made
from matching.domain.plan import AimReached

HOME, STANDING, AIM, PROVEN, MONEY, WARNINGS = "home", "standing", "aim", "proven", "money", "warnings"
GAINS, LOSES, ELSEWHERE = "would have a home", "would have no home", "would live elsewhere"
SUITABILITY = "suitability"


@dataclass(frozen=True)
class ComparedPlans:
    """What is different of a plan before and after, and why."""

    before: PlanInShort
    after: PlanInShort
    changed: tuple[Difference, ...]


def compared_plans(before: Planned, after: Planned, tried: Sequence[Tried]) -> ComparedPlans:
    """What would be different of the plan of a panel; `tried` is what is asked to be otherwise."""
    moves, those = Moves(before, after, tried), list(moved(before, after))
    other_standing = list(_other_standing(before, after))
    changed = (
        *(_row(of, moves.causes(of)) for of in those),
        *(_standing(of, before, after, moves) for of in other_standing),
        *(_aim(was, now, those, moves) for was, now in moves.aims() if was.reached != now.reached),
        *_of_the_plan(before, after),
    )
    children = [child for of in (*those, *other_standing) for child in of.children]
    aims = [now.aim for was, now in moves.aims() if was.reached != now.reached]
    return ComparedPlans(_in_short(before, children, aims), _in_short(after, children, aims), changed)


def _row(of: Moved, because: tuple[Cause, ...]) -> Difference:
    ids = {"from_": of.was, "to": of.now}
    return made(Difference, referral=of.referral, what=HOME, children=of.children, because=because, **ids)


def _other_standing(before: Planned, after: Planned) -> Iterator[Moved]:
    """Those who would live in the same home, which would stand otherwise for them."""
    for now in after.plan.assignments:
        was = before.assignment_of.get(now.children[0])
        if was is not None and (was.home, was.children) == (now.home, now.children) and was.standing != now.standing:
            yield Moved(now.referral, now.children, now.home, now.home)


def _standing(of: Moved, before: Planned, after: Planned, moves: Moves) -> Difference:
    was, now = (planned.assignment_of[of.children[0]].standing for planned in (before, after))
    about = {"home": of.now, "children": of.children, "from_": was, "to": now}
    return made(Difference, referral=of.referral, what=STANDING, because=moves.causes(of), **about)


def _aim(was: AimReached, now: AimReached, those: Sequence[Moved], moves: Moves) -> Difference:
    because = (*_elsewhere(those), *(_points(moves) if now.aim == SUITABILITY else ()))
    return made(Difference, referral=None, what=AIM, aim=now.aim, from_=was.reached, to=now.reached, because=because)


def _elsewhere(those: Sequence[Moved]) -> Iterator[Cause]:
    """Who would live elsewhere, or have a home or none: by that an aim is reached more, or less."""
    groups: dict[str, list[str]] = {}
    for of in those:
        words = GAINS if of.was is None else (LOSES if of.now is None else ELSEWHERE)
        groups.setdefault(words, []).extend(of.children)
    for words, children in groups.items():
        named, count = tuple(children[:NAMED]), len(children)
        yield made(Cause, what="homes", children=named, count=count, because=f"{some(children)} {words}")


def _points(moves: Moves) -> Iterator[Cause]:
    """The children whose points in the same home would be others."""
    for child, now in moves.after.assignment_of.items():
        was = moves.before.assignment_of.get(child)
        if was is not None and was.home == now.home and was.suitability.central != now.suitability.central:
            about = {"id": SUITABILITY, "home": now.home, "child": child, "because": "points in the same home"}
            yield made(Cause, what="points", from_=was.suitability, to=now.suitability, **about)


def _of_the_plan(before: Planned, after: Planned) -> Iterator[Difference]:
    """Whether it is proven, what it costs a week, and what a reader must know."""
    one, other = before.plan, after.plan
    if one.proven != other.proven:
        bound = tuple(made(Cause, what=PROVEN, because=plan.bound) for plan in (one, other) if plan.bound)
        yield made(Difference, referral=None, what=PROVEN, from_=one.proven, to=other.proven, because=bound)
    if one.money and other.money and one.money.weekly != other.money.weekly:
        yield made(Difference, referral=None, what=MONEY, from_=one.money.weekly, to=other.money.weekly)
    gone, new = (tuple(w for w in a.warnings if w not in b.warnings) for a, b in ((one, other), (other, one)))
    if gone or new:
        yield made(Difference, referral=None, what=WARNINGS, from_=gone, to=new)


def _in_short(planned: Planned, children: Sequence[str], aims: Sequence[str]) -> PlanInShort:
    plan = planned.plan
    return made(
        PlanInShort,
        facts_hash=plan.facts_hash,
        referrals=plan.referrals,
        lives=tuple(dict.fromkeys(_lives(planned, child) for child in children)),
        unplaced=tuple(each for each in plan.unplaced if each.child in children),
        aims=tuple(made(AimInShort, aim=a.aim, unit=a.unit, reached=a.reached) for a in plan.aims if a.aim in aims),
        proven=plan.proven,
        bound=plan.bound,
    )


def _lives(planned: Planned, child: str) -> Lives:
    """The home of a child, with those of her referral who share it."""
    assignment = planned.assignment_of.get(child)
    return made(
        Lives,
        referral=planned.referral_of[child],
        children=together_in(planned, [child]),
        home=planned.home_of.get(child),
        standing=assignment.standing if assignment else None,
    )
