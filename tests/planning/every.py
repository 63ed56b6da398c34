"""Every plan of a small panel, tried one by one, with the law and the points as the peer restates them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations, product

from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.domain.panel import Decided
from matching.domain.policy import Policy
from matching.domain.referral import Referral
from tests.peer.law import Findings
from tests.peer.order import tier_of
from tests.peer.pairing import Asked
from tests.peer.points import peers
from tests.peer.second_pass import findings

ABOUT_HOUSEHOLDS = {
    "CPPCR-22-NUMBER",
    "CPPCR-22-OTHERS",
    "CA89-SCH7",
    "CSA-CAPACITY",
    "POL-VACANCY",
    "POL-APART",
    "POL-BEDROOM",
    "POL-REQUIRED",
}
TIERS = ("parents", "family_and_friends", "in_house", "independent_or_residential")
MANUAL = {"E1", "J1", "V3", "V4"}
Worth = tuple[int, ...]
Homes = tuple[str | None, ...]
TERMS = {"CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND"}
Alone = tuple[Outcome, str, int, int, bool]
"""A standing, a tier, points, approvals, and whether the stay is cut short, of children in a home by themselves."""


class EveryPlan:
    """All plans of a case, each with what it is worth in the aims of the shipped policy, in their order."""

    def __init__(self, case: Case, policy: Policy) -> None:
        self.case, self.policy = case, policy
        self.referral_of = {child: r for r in case.referrals for child in r.children}
        self.children = [c.id for c in case.children if c.id in self.referral_of and self._is_planned(c.id)]
        self.alone = cache(self._alone)
        self.may_live_together = cache(self._may_live_together)

    def _is_planned(self, child: str) -> bool:
        of = next(c for c in self.case.children if c.id == child)
        agreed = any(d.child == child and in_time(d, self.referral_of[child]) for d in self.case.decided)
        grown = of.born.replace(year=of.born.year + 18) <= self.referral_of[child].start
        return not agreed and not grown and of.legal_status not in MANUAL and not of.deprivation_of_liberty

    def values(self) -> Mapping[Homes, Worth]:
        """The worth of every plan that is possible, by the home of each child."""
        homes = [None, *(h.id for h in self.case.homes)]
        return {
            plan: worth
            for plan in product(homes, repeat=len(self.children))
            if (worth := self._worth(plan)) is not None
        }

    def lost_to_others(self, children: Sequence[str], home: str) -> dict[str, float]:
        """What the rest can reach less, aim by aim, if all of a group live in a home than if it asks for nothing."""
        mine = {self.children.index(child) for child in children}
        values = self.values()
        without = [worth for plan, worth in values.items() if all(plan[k] is None for k in mine)]
        own = self._worth(tuple(home if k in mine else None for k in range(len(self.children))))
        given = [worth for plan, worth in values.items() if all(plan[k] == home for k in mine)]
        left = tuple(a - b for a, b in zip(max(given), own or (), strict=True))
        each = zip(self.policy.aims, max(without), left, strict=True)
        return {aim: _said(aim, was - now) for aim, was, now in each if was != now}

    def _worth(self, plan: Homes) -> Worth | None:
        home_of = {child: home for child, home in zip(self.children, plan, strict=True) if home is not None}
        households: dict[str, set[str]] = {}
        for child, home in home_of.items():
            households.setdefault(home, set()).add(child)
        parts = [(home, part) for home, those in households.items() for part in self._by_family(frozenset(those))]
        if any(self.alone(home, part) is None for home, part in parts) or not self._lawful(households):
            return None
        if len({(self.root_of[home], self.family_of[min(part)]) for home, part in parts}) < len(parts):
            return None  # a family in two entries of one home would be together, and counted as parted
        return self._aims(parts, home_of)

    def _lawful(self, households: Mapping[str, set[str]]) -> bool:
        """Whether all who would live in one home may; the entries of one home are one."""
        roots: dict[str, list[tuple[str, str]]] = {}
        for home, those in households.items():
            roots.setdefault(self.root_of[home], []).extend((child, home) for child in sorted(those))
        return all(self.may_live_together(tuple(sorted(those))) for those in roots.values())

    @cached_property
    def root_of(self) -> dict[str, str]:
        return {h.id: h.same_home_as or h.id for h in self.case.homes}

    @cached_property
    def should(self) -> set[frozenset[str]]:
        """Pairs who should live together."""
        pairs = {frozenset(pair) for r in self.case.referrals for pair in combinations(r.children, 2)}
        apart = set[frozenset[str]]()
        for child in self.case.children:
            for sibling in child.siblings or ():
                pair = frozenset({child.id, sibling.child or ""})
                (apart if sibling.assessment == "apart" else pairs).add(pair)
        return {pair for pair in pairs - apart if pair <= set(self.children)}

    @cached_property
    def family_of(self) -> dict[str, frozenset[str]]:
        """With whom each child is planned."""
        planned = set(self.children)
        links = [*self.should, *(frozenset(r.children) & planned for r in self.case.referrals)]
        family = {child: frozenset({child}) for child in planned}
        for _ in planned:
            for link in links:
                joined = frozenset().union(*(family[child] for child in link)) if link else frozenset()
                family |= dict.fromkeys(joined, joined)
        return family

    def _by_family(self, those: frozenset[str]) -> Iterator[frozenset[str]]:
        yield from {self.family_of[child] & those for child in those}

    def _asked(self, part: frozenset[str]) -> Iterator[tuple[Referral, frozenset[str]]]:
        """The referrals of a part, each for those of its children who are in it, and the others of the part."""
        for referral in self.case.referrals:
            if here := tuple(child for child in referral.children if child in part):
                yield referral.model_copy(update={"children": here}), part - set(here)

    def _case(self, referral: Referral, agreed: list[tuple[str, str]], homes: set[str] | None) -> Case:
        """The case with a referral about some of its children, and homes agreed for others."""
        referrals = tuple(referral if r.id == referral.id else r for r in self.case.referrals)
        decided = (*self.case.decided, *(Decided(child=child, home=home) for child, home in agreed))
        kept = tuple(h for h in self.case.homes if homes is None or h.id in homes)
        decided = tuple(d for d in decided if d.home in {h.id for h in kept})
        return self.case.model_copy(update={"referrals": referrals, "decided": decided, "homes": kept})

    def _alone(self, home: str, part: frozenset[str]) -> Alone | None:
        """What is found of a part in a home without anybody else; None where it is forbidden."""
        standing, tiers, points, approvals, short = Outcome.MET, list[str](), 0, 0, False
        for referral, rest in self._asked(part):
            everywhere = self._same_entry_everywhere(home)
            case = self._case(referral, [(child, h) for child in sorted(rest) for h in everywhere], None)
            found = {key: outcome for key, outcome in findings(case, referral).items() if key[2] == home}
            standing = min(standing, *found.values())
            if standing is Outcome.PROHIBITED:
                return None
            said = dict(peers(case, referral, self.policy, self.family_of[min(part)] - part))
            points += len(referral.children) * said[home]["suitability"].central
            approvals += _approvals(found)
            short |= any(o is Outcome.NEEDS_APPROVAL and rule in TERMS for (rule, *_), o in found.items())
            asked = Asked(case, referral)
            tiers.append(tier_of(asked, next(h for h in case.homes if h.id == home)))
        return standing, max(tiers, key=TIERS.index), points, approvals, short

    def _same_entry_everywhere(self, home: str) -> list[str]:
        """Of each home the entry that has the same number as this one, or its first."""
        entries: dict[str, list[str]] = {}
        for h in self.case.homes:
            entries.setdefault(self.root_of[h.id], []).append(h.id)
        number = entries[self.root_of[home]].index(home)
        return [those[number] if number < len(those) else those[0] for those in entries.values()]

    def _may_live_together(self, those: tuple[tuple[str, str], ...]) -> bool:
        """Whether children in the entries of one home may live there, each judged with all the others in."""
        parts = [
            (home, part)
            for home in {h for _, h in those}
            for part in self._by_family(frozenset(c for c, h in those if h == home))
        ]
        return all(self._may(home, part, [(c, h) for c, h in those if c not in part]) for home, part in parts)

    def _may(self, home: str, part: frozenset[str], others: list[tuple[str, str]]) -> bool:
        if not any(self._arrives(child, there) for child, there in others):
            return True
        entries = {h.id for h in self.case.homes if self.root_of[h.id] == self.root_of[home]}
        if any(self._at_risk(child, home, other, there) for child in part for other, there in others):
            return False
        for referral, rest in self._asked(part):
            case = self._case(referral, [*others, *((child, home) for child in sorted(rest))], entries)
            found = {key: outcome for key, outcome in findings(case, referral).items() if key[2] == home}
            open_ones = [
                rule for (rule, _, _), o in found.items() if o is Outcome.CANNOT_TELL and rule in ABOUT_HOUSEHOLDS
            ]
            if Outcome.PROHIBITED in found.values() or open_ones:
                return False
        return True

    def _at_risk(self, child: str, home: str, other: str, there: str) -> bool:
        """Whether a plan would bring together two of whom a risk of one meets a vulnerability of the other."""
        if not self._arrives(child, home) and not self._arrives(other, there):
            return False
        one, two = (next(c for c in self.case.children if c.id == name) for name in (child, other))
        return any(
            risk.level != "none" and (towards.vulnerable_to is None or risk.kind in towards.vulnerable_to)
            for source, towards in ((one, two), (two, one))
            for risk in source.risks or ()
        )

    def _arrives(self, child: str, home: str) -> bool:
        """Whether a child does not surely live there yet."""
        of = next(c for c in self.case.children if c.id == child)
        there = next(h for h in self.case.homes if h.id == home)
        return of.current_home != home and all(m.id != child for m in there.household or ())

    def _aims(self, parts: list[tuple[str, frozenset[str]]], home_of: Mapping[str, str]) -> Worth:
        found = [(part, self.alone(home, part)) for home, part in parts]
        each = [(part, *of) for part, of in found if of is not None]
        usable = [p for p, standing, *_ in each if standing >= Outcome.NEEDS_APPROVAL or self._stays(p, home_of)]
        kept = {pair for pair in self.should if pair <= home_of.keys() and len({home_of[c] for c in pair}) == 1}
        families = {f: {pair for pair in self.should if pair <= f} for f in set(self.family_of.values())}
        return (
            sum(self._urgency(child) == "same_day" for part in usable for child in part),
            sum(self._urgency(child) == "within_72_hours" for part in usable for child in part),
            sum(len(part) for part in usable),
            sum(len(part) for part, *_ in each),
            sum(self._whole(f, pairs <= kept and bool(pairs), home_of) for f, pairs in families.items()),
            len(kept) + sum(self._joins(child, sibling, home_of) for child, sibling in self.outside),
            sum(len(part) for part, *_, short in each if not short),
            sum(len(part) for part, _, tier, *_ in each if tier in TIERS[:2]),
            sum(len(part) for part, *_ in each if self._stays(part, home_of)),
            sum(len(part) for part, _, tier, *_ in each if tier in TIERS[:3]),
            sum(points for *_, points, _, _ in each),
            -sum(approvals for *_, approvals, _ in each),
        )

    def _stays(self, part: frozenset[str], home_of: Mapping[str, str]) -> bool:
        """Whether all of a part live already where they would."""
        asked = (self.referral_of[child] for child in part)
        leave = any(referral.emergency or referral.kind == "step_down" for referral in asked)
        return not leave and not any(self._arrives(child, home_of[child]) for child in part)

    @cached_property
    def outside(self) -> list[tuple[str, str]]:
        """Each planned child with each brother or sister to live with who is not planned for and lives in the file."""
        said = [(c.id, s.child, s.assessment) for c in self.case.children for s in c.siblings or () if s.child]
        apart = {frozenset(pair) for *pair, how in said if how == "apart"}
        pairs = {(one, other) for a, b, _ in said for one, other in ((a, b), (b, a)) if frozenset((a, b)) not in apart}
        planned = set(self.children)
        found = (pair for pair in sorted(pairs) if pair[0] in planned and pair[1] not in planned)
        return [(c, s) for c, s in found if any(self._lives_there(s, h.id, c) for h in self.case.homes)]

    def _lives_there(self, sibling: str, home: str, child: str) -> bool:
        """Whether somebody who is not planned for lives in a home, in whichever entry, or it is agreed for her then."""
        entries = [h for h in self.case.homes if self.root_of[h.id] == self.root_of[home]]
        ids = {h.id for h in entries}
        record = next((c for c in self.case.children if c.id == sibling), None)
        theirs = self.referral_of[child]
        agreed = any(d.child == sibling and d.home in ids and in_time(d, theirs) for d in self.case.decided)
        listed = any(m.id == sibling for h in entries for m in h.household or ())
        return agreed or listed or (record is not None and record.current_home in ids)

    def _joins(self, child: str, sibling: str, home_of: Mapping[str, str]) -> bool:
        return child in home_of and self._lives_there(sibling, home_of[child], child)

    def _whole(self, family: frozenset[str], together: bool, home_of: Mapping[str, str]) -> bool:
        """Whether all of a family who should be would be together, with those of it who are not planned for."""
        outside = [(child, sibling) for child, sibling in self.outside if child in family]
        if not outside:
            return together
        one_home = len({home_of.get(child, child) for child in family}) == 1
        pairs = [pair for pair in self.should if pair <= family]
        kept = all(len({home_of.get(c, c) for c in pair}) == 1 for pair in pairs)
        return one_home and kept and all(self._joins(child, sibling, home_of) for child, sibling in outside)

    def _urgency(self, child: str) -> str:
        referral = self.referral_of[child]
        return referral.urgency or ("same_day" if referral.emergency else "planned")


def in_time(decided: Decided, referral: Referral) -> bool:
    """Whether what is agreed falls into the stay that is asked for; what is not known may."""
    begins, last = decided.start or decided.on, referral.expected_end
    late = begins is not None and last is not None and begins > last
    return not late and (decided.until is None or decided.until >= referral.start)


def _approvals(found: Findings) -> int:
    """How many are outstanding in one home: one of a household is one, whoever arrives."""
    asked = [(rule, child) for (rule, child, _), outcome in found.items() if outcome is Outcome.NEEDS_APPROVAL]
    return len({(rule, "" if rule in ABOUT_HOUSEHOLDS else child) for rule, child in asked})


def _said(aim: str, lost: int) -> float:
    """A loss as people count it."""
    return -lost if aim == "approvals" else lost / 100 if aim == "suitability" else lost
