"""What a plan reaches of each aim, counted child by child for its check, restated in plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.domain.codes import AimId, Outcome, Tier
from matching.domain.plan import Assignment
from matching.explaining.found import Found
from matching.facts.question import Question
from matching.planning.of_case import OfCase
from matching.rules.rule import HOUSEHOLD


@dataclass(frozen=True, slots=True)
class Counted:
    """What the aims count of children of one family in one home; `stays` where all of them live there already."""

    children: tuple[str, ...]
    stays: bool
    whole_stay: bool
    standing: int
    tier: str
    suitability: float
    approvals: int


@dataclass(frozen=True)
class Counting:
    """Counts what a plan reaches."""

    of: OfCase

    def counted(self) -> dict[AimId, float]:
        """What the plan reaches of each aim, counted child by child."""
        parts = list(self._parts())
        usable = [part for part in parts if part.standing >= Outcome.NEEDS_APPROVAL or part.stays]
        family = [part for part in parts if part.tier in {Tier.PARENTS, Tier.FAMILY_AND_FRIENDS}]
        own = [part for part in parts if part.tier != Tier.INDEPENDENT_OR_RESIDENTIAL]
        pairs = self._kept_pairs()
        return {
            AimId.HOME_SAME_DAY: sum(self._urgent(part, "same_day") for part in usable),
            AimId.HOME_WITHIN_72_HOURS: sum(self._urgent(part, "within_72_hours") for part in usable),
            AimId.HOME: sum(len(part.children) for part in usable),
            AimId.HOME_IF_SETTLED: sum(len(part.children) for part in parts),
            AimId.SIBLINGS_TOGETHER: sum(self._whole(family, pairs) for family in self.of.families()),
            AimId.SIBLING_PAIRS: len(pairs) + sum(self._joins(child, sibling) for child, sibling in self.of.outside),
            AimId.WHOLE_STAY: sum(len(part.children) for part in parts if part.whole_stay),
            AimId.FAMILY_AND_FRIENDS: sum(len(part.children) for part in family),
            AimId.STAYS: sum(len(part.children) for part in parts if part.stays),
            AimId.IN_HOUSE: sum(len(part.children) for part in own),
            AimId.SUITABILITY: sum(part.suitability for part in parts),
            AimId.APPROVALS: sum(part.approvals for part in parts),
        }

    def _parts(self) -> Iterator[Counted]:
        """Those of one family in one home, judged without anybody else whom the plan puts there."""
        parts: dict[tuple[int, str], list[Assignment]] = {}
        for assignment in self.of.plan.assignments:
            parts.setdefault((self.of.family_of[assignment.children[0]], assignment.home), []).append(assignment)
        found = iter(self.of.judge([question for those in parts.values() for question in self._asked(those)]))
        yield from (self._part(those, [next(found) for _ in those]) for those in parts.values())

    def _asked(self, those: Sequence[Assignment]) -> Iterator[Question]:
        """What is asked about a part, of each of its referrals: the others of it are wherever they are."""
        children, row = {child for a in those for child in a.children}, self.of.register.row_of[those[0].home]
        yield from (self.of.question(a, self._everywhere(children - set(a.children), row)) for a in those)

    def _part(self, those: Sequence[Assignment], each: Sequence[Found]) -> Counted:
        children = [child for assignment in those for child in assignment.children]
        row = self.of.register.row_of[those[0].home]
        return Counted(
            children=tuple(children),
            stays=all(self.of.lives_in(child, those[0].home) and self._may_stay(child) for child in children),
            whole_stay=not any(cut_short(found, row) for found in each),
            standing=min(int(found.standing[row]) for found in each),
            tier=max((a.tier for a in those), key=[*Tier].index),
            suitability=sum(len(a.children) * suitability(f, row) for a, f in zip(those, each, strict=True)),
            approvals=sum(approvals(found, row) for found in each),
        )

    def _everywhere(self, children: set[str], row: int) -> list[tuple[str, str]]:
        """These children agreed for every home: in the entry of the same number as this one, or its first."""
        number = self.of.register.entries.get(row, (row,)).index(row)
        homes = dict.fromkeys(self.of.register.entries.get(k, (k,)) for k in range(self.of.register.size))
        rows = [entries[number] if number < len(entries) else entries[0] for entries in homes]
        return [(child, self.of.register.homes[k].id) for child in sorted(children) for k in rows]

    def _may_stay(self, child: str) -> bool:
        """Whether nothing asks that a child leave where she lives: no emergency, and no step down."""
        referral = self.of.referral_of(child)
        return not referral.emergency and referral.kind != "step_down"

    def _kept_pairs(self) -> set[frozenset[str]]:
        """Those of these pairs who would live together."""
        home_of = self.of.home_of
        return {
            pair for pair in self.of.should if len({home_of.get(c, c) for c in pair}) == 1 and pair <= home_of.keys()
        }

    def _whole(self, family: set[str], kept: set[frozenset[str]]) -> bool:
        """Whether all of a family who should live together would, those who are not planned for among them."""
        pairs = {pair for pair in self.of.should if pair <= family}
        outside = [(child, sibling) for child, sibling in self.of.outside if child in family]
        whole = pairs <= kept and all(self._joins(child, sibling) for child, sibling in outside)
        one_home = len({self.of.home_of.get(child, child) for child in family}) == 1
        return whole and (one_home if outside else bool(pairs))

    def _joins(self, child: str, sibling: str) -> bool:
        """Whether a child would live where a brother or sister does who is not planned for."""
        return child in self.of.home_of and self.of.is_in(sibling, self.of.home_of[child], child)

    def _urgent(self, part: Counted, urgency: str) -> int:
        """How many of a part need a home so soon."""
        return sum(self._urgency(child) == urgency for child in part.children)

    def _urgency(self, child: str) -> str:
        referral = self.of.referral_of(child)
        return referral.urgency or ("same_day" if referral.emergency else "planned")


def cut_short(found: Found, row: int) -> bool:
    """Whether a rule about the carers' terms asks for an approval: it ends with the emergency."""
    return any(
        judged.outcomes[line, row] == Outcome.NEEDS_APPROVAL
        for line, rule in enumerate(found.rulebook.rules)
        for judged in found.judged
        if rule.id in {"CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND"}
    )


def suitability(found: Found, row: int) -> float:
    """The points as things are known, of each child; none where a rule forbids the home."""
    lawful = found.lawful.tolist()
    return found.weighed.suitability.central.item(lawful.index(row)) / 100 if row in lawful else 0.0


def approvals(found: Found, row: int) -> int:
    """How many approvals are outstanding: one of a household is one, whoever arrives."""
    count = 0
    for line, rule in enumerate(found.rulebook.rules):
        asked = [judged.outcomes[line, row] == Outcome.NEEDS_APPROVAL for judged in found.judged]
        count += any(asked) if rule.about is HOUSEHOLD else sum(asked)
    return count
