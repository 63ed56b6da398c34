"""The whole answer to one referral, put together from what was judged, weighed and ordered."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.domain.home import Home
from matching.domain.policy import Policy
from matching.domain.ranking import (
    ChildFacts,
    CriterionUsed,
    HomesByRules,
    Option,
    PolicyUsed,
    Ranking,
    RuleCited,
    TierOptions,
)
from matching.explaining.homes_by_rules import homes_by_rules, smallest
from matching.explaining.options import Explainer, Verdict, with_close_calls
from matching.explaining.shown import ShownHome, facts_said, read_out, values
from matching.explaining.versions import versions
from matching.explaining.warnings import warnings_of
from matching.facts.fact import CATALOGUE
from matching.facts.fingerprint import fingerprint
from matching.facts.layout import Layout
from matching.facts.question import Question
from matching.rules.rulebook import Judged, Rulebook
from matching.scoring.ordering import Ordered, Placing, tier_number
from matching.scoring.weighing import Scale, Weighed, mean_of

TIERS = tuple(Tier)


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was worked out for a question: `lawful` are rows of the register, and the rest go by them."""

    layout: Layout
    rulebook: Rulebook
    judged: tuple[Judged, ...]
    standing: np.ndarray
    lawful: np.ndarray
    weighed: Weighed
    placing: Placing
    ordered: Ordered


def ranking(found: Found, scale: Scale, *, limit: int, in_full: Sequence[str]) -> Ranking:
    """The answer, with the first `limit` options in full, at least one of each tier, and those asked for by name."""
    question, register, rulebook = found.layout.question, found.layout.register, found.rulebook
    shown = _shown(found, limit)
    options = _options(found, scale, shown)
    banned = np.flatnonzero(found.standing == Outcome.PROHIBITED)
    ruled_out = _grouped(found, banned[np.argsort(register.by_id[banned])], Outcome.PROHIBITED)
    beyond = np.delete(found.lawful[found.ordered.at], shown)
    asked = _in_full(found, scale, in_full, shown)
    return Ranking(
        referral=question.referral.id,
        children=question.referral.children,
        as_of=question.day,
        rulebook_day=rulebook.day,
        policy=_policy_used(scale.policy),
        versions=versions(),
        facts_hash=facts_hash(found.layout, scale.policy),
        tiers=_by_tier(found, options, scale.policy),
        beyond=_grouped(found, beyond, Outcome.CANNOT_TELL, Outcome.NEEDS_APPROVAL),
        ruled_out=ruled_out,
        in_full=tuple(asked),
        cannot_place_because=() if len(found.lawful) else smallest(ruled_out),
        warnings=warnings_of(question, register, rulebook, scale.policy),
        **_said_once(found),
        rules=tuple(_cited(rulebook)),
        criteria=tuple(_used(scale)),
        words={name: CATALOGUE[name].words for name in facts_said(rulebook)},
    )


def facts_hash(layout: Layout, policy: Policy) -> str:
    """The SHA-256 of everything that the answer rests on: the question, the homes and the policy."""
    question: Question = layout.question
    asked = fingerprint([question.referral, *question.children, question.authority, policy])
    said = (question.day, sorted(question.figures.items()), asked, question.everyone_hash, layout.register.hash)
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _shown(found: Found, limit: int) -> list[int]:
    """Places in the order that are given in full: the first so many, and the first of each tier."""
    tiers = found.placing.tier[found.ordered.at]
    firsts = [int(np.flatnonzero(tiers == t)[0]) for t in np.unique(tiers)]
    return sorted({*range(min(limit, len(tiers))), *firsts})


def _options(found: Found, scale: Scale, places: Sequence[int]) -> list[Option]:
    """The options at these places in the order."""
    at = [int(found.ordered.at[p]) for p in places]
    homes = read_out(found.layout, found.rulebook, [int(found.lawful[k]) for k in at])
    explainer, weighed = Explainer(found.rulebook, scale), found.weighed
    verdicts = [_of_place(found, k, p) for k, p in zip(at, places, strict=True)]
    options = [explainer.option(_home(found, h), h, v, weighed) for h, v in zip(homes, verdicts, strict=True)]
    ties = scale.policy.cost_counts == "ties"
    return with_close_calls(options, found.ordered.key[list(places)], cost_decides=ties)


def _home(found: Found, shown: ShownHome) -> Home:
    return found.layout.register.homes[shown.at]


def _of_place(found: Found, at: int, place: int) -> Verdict:
    order = found.ordered
    return Verdict(
        at=at,
        tier=TIERS[int(found.placing.tier[at])],
        standing=Outcome(int(found.standing[found.lawful[at]])),
        rank=place + 1,
        best=int(order.best[place]),
        worst=int(order.worst[place]),
    )


def _in_full(found: Found, scale: Scale, ids: Sequence[str], places: Sequence[int]) -> list[Option]:
    """The homes asked for by name, whatever was found of them; one that is not in the register is left out.

    A lawful one says what it would say among those at these places, which are shown anyway.
    """
    if not ids:
        return []
    place_of = {int(row): k for k, row in enumerate(found.lawful[found.ordered.at])}
    rows = [found.layout.register.row_of[i] for i in dict.fromkeys(ids) if i in found.layout.register.row_of]
    lawful = sorted({place_of[row] for row in rows if row in place_of} | set(places))
    known = {o.home: o for o in _options(found, scale, lawful)}
    banned = {o.home: o for o in _ruled_out(found, scale, [row for row in rows if row not in place_of])}
    names = [found.layout.register.homes[row].id for row in rows]
    return [(known | banned)[name] for name in names]


def _ruled_out(found: Found, scale: Scale, rows: Sequence[int]) -> list[Option]:
    """Homes that a rule prohibits, with their points all the same."""
    if not rows:
        return []
    frames = [f[list(rows)] for f in found.layout.frames]
    weighed = mean_of(tuple(scale.weigh(f) for f in frames), scale)
    tiers = np.max([f.select(tier_number()).to_series().to_numpy() for f in frames], axis=0)
    explainer = Explainer(found.rulebook, scale)
    homes = read_out(found.layout, found.rulebook, rows)
    verdicts = [Verdict(k, TIERS[int(tier)], Outcome.PROHIBITED) for k, tier in enumerate(tiers)]
    return [explainer.option(_home(found, h), h, v, weighed) for h, v in zip(homes, verdicts, strict=True)]


def _by_tier(found: Found, options: Sequence[Option], policy: Policy) -> tuple[TierOptions, ...]:
    """The options by tier, in the policy's order."""
    counts = np.bincount(found.placing.tier, minlength=len(TIERS))
    named = [(tier.value, int(counts[TIERS.index(tier)])) for tier in policy.tiers]
    groups = {name: tuple(o for o in options if o.tier == name) for name, _ in named}
    return tuple(TierOptions(tier=name, count=count, options=groups[name]) for name, count in named if count)


def _grouped(found: Found, rows: np.ndarray, *outcomes: Outcome) -> tuple[HomesByRules, ...]:
    against = reduce(np.logical_or, (j.against(*outcomes) for j in found.judged))
    return homes_by_rules(against, rows, [r.id for r in found.rulebook.rules], found.layout.register.ids)


def _said_once(found: Found) -> dict[str, object]:
    """The facts that are the same for every home: of the referral, and of each arriving child."""
    layout, rulebook = found.layout, found.rulebook
    each = zip(layout.question.children, layout.children, strict=True)
    return {
        "facts": values(layout.asked, rulebook, "referral", "figure"),
        "child_facts": tuple(ChildFacts(child=c.id, facts=values(v, rulebook, "child")) for c, v in each),
    }


def _policy_used(policy: Policy) -> PolicyUsed:
    return PolicyUsed(
        name=policy.name,
        title=policy.title,
        from_day=policy.from_day,
        agreed_by=policy.agreed_by or None,
        band_width=policy.band_width,
        cost_counts=policy.cost_counts,
    )


def _cited(rulebook: Rulebook) -> list[RuleCited]:
    return [
        RuleCited(
            id=r.id,
            title=r.title,
            means=r.means,
            cites=str(r.cites),
            address=r.cites.address,
            confidence=r.confidence.value,
        )
        for r in rulebook.rules
    ]


def _used(scale: Scale) -> list[CriterionUsed]:
    return [
        CriterionUsed(
            id=c.id,
            head=c.head.value,
            question=c.question,
            serves=c.serves,
            means=c.means,
            weight=scale.weight(c),
        )
        for c in scale.criteria
    ]
