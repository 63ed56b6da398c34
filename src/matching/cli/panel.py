"""A plan with what a reader of it on paper also needs: the children's own words, the homes' names, the rules by id."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from matching.cli.answer import FROM_ORDINARY, NOT_AGREED, THE_CHILD
from matching.cli.plan_notes import said_once
from matching.cli.words import cited
from matching.domain.ages import years_on
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Urgency
from matching.domain.home import Home
from matching.domain.plan import AimReached, Assignment, Plan
from matching.domain.ranking import RuleCited
from matching.domain.referral import Referral
from matching.explaining.words import name_and_id, word

NO_HOME = "no home"


@dataclass(frozen=True)
class Panel:
    """A plan, and the case that it is for."""

    plan: Plan
    case: Case
    from_ordinary: bool = False

    @cached_property
    def children(self) -> dict[str, Child]:
        """The children of the case, by id."""
        return {child.id: child for child in self.case.children}

    @cached_property
    def homes(self) -> dict[str, Home]:
        """The homes of the case, by id."""
        return {home.id: home for home in self.case.homes}

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        """The referrals of the panel, in its order."""
        by_id = {referral.id: referral for referral in self.case.referrals}
        return tuple(by_id[i] for i in self.plan.referrals)

    @cached_property
    def asked_for(self) -> tuple[str, ...]:
        """The children who are asked for."""
        return tuple(child for referral in self.referrals for child in referral.children)

    @cached_property
    def rules(self) -> dict[str, RuleCited]:
        """The rules that were judged, the duties and the deadlines, by id."""
        return {rule.id: rule for rule in (*self.plan.also_cited, *self.plan.rules)}

    @cached_property
    def questions(self) -> dict[str, str]:
        """What each criterion asks, by id."""
        return {criterion.id: criterion.question for criterion in self.plan.criteria}

    @cached_property
    def aims(self) -> dict[str, AimReached]:
        """The aims, by id."""
        return {aim.aim: aim for aim in self.plan.aims}

    @cached_property
    def home_of(self) -> dict[str, str]:
        """The home that the plan has for each child who has one."""
        return {child: each.home for each in self.plan.assignments for child in each.children}

    @cached_property
    def referral_of(self) -> dict[str, Referral]:
        """The referral that asks for each child."""
        return {child: referral for referral in self.referrals for child in referral.children}

    def urgency(self, child: str) -> str:
        """How soon a child needs a home, where that is sooner than planned: `an emergency, same day`."""
        referral = self.referral_of[child]
        soon = word(referral.urgency) if referral.urgency not in {None, Urgency.PLANNED} else ""
        return ", ".join(filter(None, ["an emergency" if referral.emergency else "", soon]))

    def with_age(self, child: str) -> str:
        """A child, and how old she is on the first day: `amy (11)`."""
        years = years_on(self.children[child].born, self.referral_of[child].start)
        return f"{child} ({years}{'?' if self.children[child].age_disputed else ''})"

    def there_too(self, of: Assignment) -> tuple[str, ...]:
        """The children of other assignments who would live in the same home."""
        others = (other for other in self.plan.assignments if other is not of)
        return tuple(c for other in others for c in other.children if other.home == of.home or c in of.with_them)

    def brothers_and_sisters_there(self, of: Assignment) -> tuple[str, ...]:
        """Of those in the same home, who are brothers and sisters of theirs by either record."""
        named = {s.child for child in of.children for s in self.children[child].siblings or ()}
        return tuple(
            other
            for other in self.there_too(of)
            if other in named or any(s.child in of.children for s in self.children[other].siblings or ())
        )

    def comes(self, child: str, home: str) -> bool:
        """Whether a child would come to a home, and does not live there already."""
        return child not in self.children or self.children[child].current_home != home

    def leaving(self, of: Assignment) -> tuple[str, ...]:
        """The children of the panel who live in the home of an assignment now and by the plan do not."""
        now = (child for child in self.asked_for if self.children[child].current_home == of.home)
        return tuple(child for child in now if self.home_of.get(child, of.home) != of.home)

    def home(self, home: str | None) -> str:
        """A home by its name and id."""
        if home is None:
            return NO_HOME
        return name_and_id(self.homes[home].name if home in self.homes else None, home)

    def source(self, rule: str) -> str:
        """A rule by its id, and where it comes from."""
        return f"[{rule}: {cited(self.rules[rule].cites)}]" if rule in self.rules else f"[{rule}]"

    def title(self, rule: str) -> str:
        """A rule by its title and its id."""
        return f"{self.rules[rule].title} [{rule}]" if rule in self.rules else rule

    @property
    def notes(self) -> Iterator[str]:
        """What a reader must know before reading on: what is true of several children, once."""
        yield from (FROM_ORDINARY,) if self.from_ordinary else ()
        yield from said_once([w for w in self.plan.warnings if not w.startswith(NOT_AGREED)], self.asked_for)


def named(text: str, children: Sequence[str]) -> str:
    """A sentence of the engine's about the child, with the child's own id where one alone is meant."""
    return THE_CHILD.sub(lambda _: children[0], text) if len(children) == 1 else text
