"""A ranking with what a reader of it on paper also needs: the children's words, the homes' names, the rules by id."""

import re
from dataclasses import dataclass
from functools import cached_property

from matching.cli.words import RUN_BY, cited
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import PARTED
from matching.domain.policy import Policy
from matching.domain.ranking import Option, Ranking, RuleCited, TierOptions
from matching.domain.referral import Referral
from matching.explaining.words import KINDS, name_and_id
from matching.facts.fact import CATALOGUE

FROM_ORDINARY = "A made-up example: what the file leaves out is filled in from an ordinary case, and is not unknown."
THE_CHILD = re.compile(r"\bthe child\b")
NOT_AGREED = "Nobody has agreed the policy"
"""How the engine begins a warning that the head of the page says already."""


@dataclass(frozen=True)
class Answer:
    """A ranking, the case it answers, and the policy by which it does."""

    ranking: Ranking
    case: Case
    policy: Policy
    from_ordinary: bool = False

    @cached_property
    def referral(self) -> Referral:
        """The referral that is answered."""
        return next(r for r in self.case.referrals if r.id == self.ranking.referral)

    @cached_property
    def children(self) -> tuple[Child, ...]:
        """The children who are asked for, in the referral's order."""
        by_id = {child.id: child for child in self.case.children}
        return tuple(by_id[i] for i in self.ranking.children)

    @cached_property
    def rules(self) -> dict[str, RuleCited]:
        """The rules that were judged, the duties and the deadlines, by id."""
        return {rule.id: rule for rule in (*self.ranking.also_cited, *self.ranking.rules)}

    @cached_property
    def tiers(self) -> tuple[TierOptions, ...]:
        """The tiers with homes for all the children together, and those of ways that part nobody."""
        return tuple(tier for tier in self.ranking.tiers if tier.tier != PARTED)

    @cached_property
    def parted(self) -> TierOptions | None:
        """The ways that part brothers and sisters who should be together."""
        return next((tier for tier in self.ranking.tiers if tier.tier == PARTED), None)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The tiers in the panel's order, with the group that stands between them where adoption is considered."""
        shown = [t.tier for t in self.tiers]
        tiers = [tier.value for tier in self.policy.tiers]
        for at, name in enumerate(shown):
            if name not in tiers:
                tiers.insert(tiers.index(shown[at - 1]) + 1 if at else 0, name)
        return tuple(tiers)

    @cached_property
    def shown(self) -> tuple[Option, ...]:
        """The options that are given in full, best first, but for those in several homes."""
        return tuple(option for tier in self.tiers for option in tier.options if not option.parts)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know before reading on."""
        ordinary = (FROM_ORDINARY,) if self.from_ordinary else ()
        return (*ordinary, *(w for w in self.ranking.warnings if not w.startswith(NOT_AGREED)))

    def source(self, *rule_ids: str) -> str:
        """Rules by id and where they come from, as they stand behind what was found."""
        by_source: dict[str, list[str]] = {}
        for rule_id in dict.fromkeys(rule_ids):
            by_source.setdefault(cited(self.rules[rule_id].cites), []).append(rule_id)
        said = [f"{', '.join(ids)}: {source}" for source, ids in by_source.items()]
        return f"[{'; '.join(said)}]"

    def rule(self, rule_id: str) -> str:
        """A rule's title, its id and where it comes from."""
        return f"{self.rules[rule_id].title} {self.source(rule_id)}"

    def named(self, text: str) -> str:
        """A sentence of the engine's about the child, with the child's own name or id where one alone arrives."""
        children = self.ranking.children
        return THE_CHILD.sub(lambda _: children[0], text) if len(children) == 1 else text

    @cached_property
    def questions(self) -> dict[str, str]:
        """What each criterion asks, by id."""
        return {criterion.id: criterion.question for criterion in self.ranking.criteria}


def title(option: Option) -> str:
    """A home's name and id."""
    return name_and_id(option.name, option.home)


def kind(option: Option) -> str:
    """What the home is, who runs it, and in whose area it is: never its postcode."""
    run_by = RUN_BY.get(str(option.facts.get("home.run_by")), "")
    authority = option.facts.get("home.authority")
    area = f"in {CATALOGUE['home.authority'].show(authority)}" if authority else "place not known"
    return ", ".join(part for part in (KINDS[option.kind], run_by, area) if part)
