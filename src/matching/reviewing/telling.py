"""What the review says of each child: one of four outcomes, and every reason for it. It never says that she moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matching.domain.ages import years_on
from matching.domain.made import made
from matching.domain.policy import ReviewPolicy
from matching.domain.review import Because, Reviewed, Suggested
from matching.explaining.words import count, day, listed
from matching.facts.register import Register
from matching.reviewing.living import Living
from matching.reviewing.looked import Funnel, Looked
from matching.reviewing.suggesting import Suggesting

UNLAWFUL, EXPLORE, KEEP, CANNOT = "unlawful_now", "explore", "keep", "cannot_assess"


@dataclass(frozen=True, eq=False)
class Telling:
    """Tells of children: `suggesting` is of the plan, None where there was nobody to plan for."""

    register: Register
    suggesting: Suggesting | None
    policy: ReviewPolicy
    on: date

    def of(self, living: Living, looked: Looked) -> Reviewed:
        """What the review says of one child."""
        suggested = self.suggesting.all.get(looked.child) if self.suggesting else None
        outcome = outcome_of(looked, suggested)
        at = None if living.row is None else self.register.homes[living.row]
        return made(
            Reviewed,
            child=looked.child,
            outcome=outcome,
            age=years_on(living.child.born, self.on),
            home=looked.home,
            name=at.name if at else None,
            kind=at.kind.value if at else None,
            since=living.since,
            because=tuple(self._because(outcome, looked, suggested)),
            wishes=living.child.wishes.words if living.child.wishes else None,
            today=looked.today,
            against=looked.against,
            unknown=looked.unknown,
            left_alone=looked.surely,
            suggested=suggested,
            also_suits=self.suggesting.others(looked.child) if self.suggesting and not looked.gaps else (),
            if_settled=looked.if_settled,
            opened_since=looked.opened_since,
            suitability=looked.suitability,
            stability=looked.stability,
            miles=living.miles,
            distant=living.distant,
        )

    def _because(self, outcome: str, looked: Looked, suggested: Suggested | None) -> Iterator[Because]:
        """Why: what is told depends on the outcome."""
        if outcome == UNLAWFUL:
            yield from looked.against
            yield from self._unlawful(looked, suggested)
        elif outcome == EXPLORE and suggested is not None:
            yield from _explored(suggested)
        elif outcome == CANNOT:
            yield from (*looked.gaps, *looked.unknown, *looked.surely, *looked.to_ask)
        else:
            yield from self._kept(looked)

    def _unlawful(self, looked: Looked, suggested: Suggested | None) -> Iterator[Because]:
        if looked.agreed:
            yield _of("agreed", f"{looked.agreed} is agreed for the child already: bring that forward")
        elif suggested is None:
            yield _of("no_home", "no other home of the register may be used for the child: search further today")
        else:
            yield _of(
                "another_home", f"{suggested.home} may be used: settle today's home, or explore that one, at once"
            )

    def _kept(self, looked: Looked) -> Iterator[Because]:
        """Why the child is well kept where she is: left alone, or nothing was found that would serve her better."""
        yield from looked.surely
        if looked.agreed:
            yield _of("agreed", f"{looked.agreed} is agreed for the child already")
        if not looked.surely and not looked.agreed:
            taken = self.suggesting.others(looked.child) if self.suggesting else ()
            if taken:
                yield _of(
                    "taken", _taken(taken[0].home, taken[0].taken_by, taken[0].waits_for, kept=taken[0].kept_free)
                )
            elif looked.funnel:
                yield _of("nothing_better", _none_better(looked.funnel, self.policy))


def outcome_of(looked: Looked, suggested: Suggested | None) -> str:
    """What the review finds: what is unlawful first, then what cannot be assessed but where another home serves."""
    if looked.gaps:
        return CANNOT
    if looked.unlawful:
        return UNLAWFUL
    if suggested is not None:
        return EXPLORE
    return CANNOT if looked.unknown or looked.to_ask else KEEP


def _explored(suggested: Suggested) -> Iterator[Because]:
    yield _of("gains", f"it would serve better: {listed(title.lower() for title in suggested.gains)}")
    if suggested.today is not None:
        more = suggested.suitability.central - suggested.today.central
        yield _of(
            "points",
            f"{suggested.suitability.central:.0f} points of suitability there, {suggested.today.central:.0f} today: "
            f"{more:.0f} more, where staying is given {suggested.credit}",
        )
    yield _of("loses_nothing", "nothing of the child's wishes, brothers and sisters or access would be less")
    if suggested.loses:
        yield _of(
            "weigh", f"to be weighed: {listed(title.lower() for title in suggested.loses)} would be less well served"
        )
    if suggested.waits_for:
        yield _of(
            "waits", f"only once {listed(suggested.waits_for)} would live elsewhere, from {day(suggested.earliest)}"
        )


def _taken(home: str, taken_by: tuple[str, ...], waits_for: tuple[str, ...], *, kept: bool) -> str:
    if taken_by:
        return f"{home} would serve the child better too; its bed is suggested for {listed(taken_by)}"
    if kept:
        return f"{home} would serve the child better; its bed is kept for new referrals"
    if waits_for:
        return f"{home} would serve the child better, were there a bed: {listed(waits_for)} would have to leave first"
    return f"{home} would serve the child better, but not beside whom the plan has there, or parts the family"


def _none_better(funnel: Funnel, policy: ReviewPolicy) -> str:
    """How many homes passed each test in turn, as far as any did."""
    may = f"{funnel.lawful} of {count(funnel.homes, 'home')} may take the child"
    more = f"more than {policy.continuity_credit} points more suitable than today's, and of no later tier"
    if not funnel.points:
        return f"{may}; none is {more}"
    rest = f"{may}; {funnel.points} of them {more}"
    if not funnel.usable:
        return f"{rest}; nobody can tell yet of any of these whether it may be used"
    serving = f"{funnel.gains or 'none'} would serve {policy.gains_needed} duties better"
    return f"{rest}; of {funnel.usable} that may be used {serving}, {funnel.all or 'none'} without any loss"


def _of(reason: str, words: str) -> Because:
    return made(Because, id=reason, words=words)
