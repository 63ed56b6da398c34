"""What the review says of each child: one of four outcomes, and every reason for it. It never says that she moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matching.domain.ages import years_on
from matching.domain.made import made
from matching.domain.policy import ReviewPolicy
from matching.domain.review import AlsoSuits, Because, Reviewed, Suggested
from matching.explaining.words import count, day, listed
from matching.facts.register import Register
from matching.planning.mending import MENDS
from matching.reviewing.asked import Asks
from matching.reviewing.living import Living
from matching.reviewing.looked import SAFETY, Looked
from matching.reviewing.suggesting import Suggesting
from matching.reviewing.today import OWN_RULES

UNLAWFUL, EXPLORE, KEEP, CANNOT = "unlawful_now", "explore", "keep", "cannot_assess"


@dataclass(frozen=True, eq=False)
class Telling:
    """Tells of children: `suggesting` is of the plan, None where there was nobody to plan for."""

    register: Register
    suggesting: Suggesting | None
    policy: ReviewPolicy
    asks: Asks

    def of(self, living: Living, looked: Looked) -> Reviewed:
        """What the review says of one child."""
        suggested = self.suggesting.all.get(looked.child) if self.suggesting else None
        outcome = outcome_of(looked, suggested)
        at = None if living.row is None else self.register.homes[living.row]
        wishes = living.child.wishes
        searches = tuple(self._searches(living))
        return made(
            Reviewed,
            child=looked.child,
            outcome=outcome,
            age=years_on(living.child.born, self.asks.case.as_of),
            home=looked.home,
            name=at.name if at else None,
            kind=at.kind.value if at else None,
            since=living.since,
            because=(*self._because(outcome, looked, suggested), *searches),
            wishes=wishes.words if wishes else None,
            wishes_on=wishes.ascertained_on if wishes and isinstance(wishes.ascertained_on, date) else None,
            today=looked.today,
            against=(*looked.against, *looked.not_as_asked),
            unknown=looked.unknown,
            approvals_today=looked.approvals,
            left_alone=looked.surely,
            referrals=searches,
            suggested=suggested,
            also_suits=self.suggesting.others(looked.child) if self.suggesting else (),
            if_settled=looked.if_settled,
            opened_since=looked.opened_since,
            suitability=looked.suitability,
            stability=looked.stability,
            miles=living.miles,
            distant=living.distant,
        )

    def _searches(self, living: Living) -> Iterator[Because]:
        """The searches that are under way for a child: they are decided where they were asked for."""
        for referral in self.asks.referrals([living.child]):
            said = f": “{referral.reason}”" if referral.reason else ""
            words = f"{referral.id} asks for a home from {day(referral.start)}{said}"
            yield _of("referral", f"a search is under way: {words}; that is decided there")

    def _because(self, outcome: str, looked: Looked, suggested: Suggested | None) -> Iterator[Because]:
        """Why: what is told depends on the outcome."""
        if outcome == UNLAWFUL:
            yield from looked.against
            yield from self._unlawful(looked, suggested)
        elif outcome == EXPLORE and suggested is not None:
            yield from _explored(suggested)
        elif outcome == CANNOT:
            yield from (*looked.gaps, *_not_as_asked(looked), *looked.surely, *looked.to_ask)
        else:
            yield from self._kept(looked)
        yield from looked.unknown
        yield from (_of(a.id, f"still to be approved of the home of today: {a.words}") for a in looked.approvals)

    def _unlawful(self, looked: Looked, suggested: Suggested | None) -> Iterator[Because]:
        """What to do about a home that a rule forbids: first whether it can be put in order."""
        mends = [MENDS[because.id] for because in looked.against if because.id in MENDS]
        first = f"could be put in order by {listed(mends)}" if mends else "is to be put in order if it can be"
        yield _of("mend", f"people decide today: the home of today {first}")
        yield from (*looked.gaps, *looked.surely, *looked.perhaps)
        if any(because.id == SAFETY for because in (*looked.surely, *looked.perhaps)):
            yield _of("safety", "no other home is suggested: whoever holds the plan for the child's safety decides")
        elif looked.agreed:
            yield _of("agreed", f"{looked.agreed} is agreed for the child already: see whether that can be sooner")
        elif suggested is None:
            yield self._nowhere(looked)
        else:
            yield _of("another_home", f"{suggested.home} may be used, where today's home cannot be put in order")
            yield from _weighed(suggested)

    def _nowhere(self, looked: Looked) -> Because:
        """Why no other home is suggested to a child whose home a rule forbids."""
        if self.suggesting and looked.child in self.suggesting.mended:
            return _of("mended", "the home would be in order once another child lives elsewhere, as is suggested")
        others = self.suggesting.others(looked.child) if self.suggesting else ()
        if others:
            return _of("taken", f"{_taken(others[0], 'could be used')}: a wider search begins today")
        return _of("no_home", "no other home of the register may be used for the child: a wider search begins today")

    def _kept(self, looked: Looked) -> Iterator[Because]:
        """Why the child is well kept where she is: left alone, or nothing was found that would serve her better."""
        yield from looked.surely
        if looked.agreed:
            yield _of("agreed", f"{looked.agreed} is agreed for the child already")
        if not looked.surely and not looked.agreed:
            others = self.suggesting.others(looked.child) if self.suggesting else ()
            yield _of("taken", _taken(others[0])) if others else _of("nothing_better", self._none_better(looked))

    def _none_better(self, looked: Looked) -> str:
        """What was looked for and not found."""
        gains, credit = self.policy.gains_needed, self.policy.continuity_credit
        found = looked.funnel.points if looked.funnel else 0
        sought = f"serve {gains} duties better, lose the child nothing and be more than {credit} points more suitable"
        some = f", though {count(found, 'home')} would be more suitable" if found else ""
        return f"no home that may be used would {sought} than staying{some}"


def outcome_of(looked: Looked, suggested: Suggested | None) -> str:
    """What the review finds: what is unlawful first, then what cannot be assessed but where another home serves."""
    if looked.unlawful:
        return UNLAWFUL
    if looked.gaps:
        return CANNOT
    if suggested is not None:
        return EXPLORE
    open_law = any(not because.id.startswith(OWN_RULES) for because in looked.unknown)
    open_still = looked.unknown and not looked.surely
    return CANNOT if open_law or open_still or looked.not_as_asked or looked.to_ask else KEEP


def _not_as_asked(looked: Looked) -> Iterator[Because]:
    """What of today's home is not as the council's own policy asks: that is for people."""
    for because in looked.not_as_asked:
        yield _of(because.id, f"not as the council's policy asks: {because.words}; people decide what it means")


def _explored(suggested: Suggested) -> Iterator[Because]:
    yield _of("gains", f"it would serve better: {listed(title.lower() for title in suggested.gains)}")
    if suggested.today is not None:
        more = suggested.suitability.central - suggested.today.central
        yield _of(
            "points",
            f"{suggested.suitability.central:.0f} points of suitability there, {suggested.today.central:.0f} today: "
            f"{more:.0f} more, where staying is given {suggested.credit}",
        )
    words = "of the wishes that somebody coded none would be less met; brothers and sisters, and access, as today"
    yield _of("loses_nothing", f"{words}. Read the child's own words, and ask about this home")
    yield from _weighed(suggested)
    if suggested.waits_for:
        yield _of("waits", f"only once another child would live elsewhere, from {day(suggested.earliest)}")


def _weighed(suggested: Suggested) -> Iterator[Because]:
    if suggested.loses:
        worse = listed(title.lower() for title in suggested.loses)
        yield _of("weigh", f"to be weighed: {worse} would be less well served")


def _taken(also: AlsoSuits, would: str = "would serve the child better") -> str:
    """Why a home that would serve the child better is not suggested to her: of the others nothing is said but that."""
    better = f"{also.home} {would}"
    if also.taken_by:
        return f"{better} too; its bed is suggested for another child"
    if also.kept_free:
        return f"{better}; its bed is kept for new referrals"
    if also.waits_for:
        return f"{better}, were there a bed: another child would have to live elsewhere first"
    return f"{better}, but not beside those whom the plan has there, or it would part the family"


def _of(reason: str, words: str) -> Because:
    return made(Because, id=reason, words=words)
