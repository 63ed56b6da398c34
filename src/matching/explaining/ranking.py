"""The whole answer to one referral, put together from what was judged, weighed and ordered."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache, reduce

import numpy as np

from matching.domain.codes import HomeKind, Outcome, Tier
from matching.domain.home import Home
from matching.domain.made import made
from matching.domain.noun import Noun
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
from matching.explaining.before_deciding import before_deciding
from matching.explaining.deadlines import of_children
from matching.explaining.found import Found
from matching.explaining.homes_by_rules import homes_by_rules, smallest
from matching.explaining.not_counted import not_counted
from matching.explaining.options import Explainer, Verdict, with_close_calls
from matching.explaining.own_home import forbidden_own_homes, own_homes
from matching.explaining.people_decide import people_decide
from matching.explaining.shown import ShownHome, facts_said, read_out, values
from matching.explaining.support_to_plan import support_to_plan
from matching.explaining.versions import versions
from matching.explaining.warnings import warnings_of
from matching.facts.fact import CATALOGUE
from matching.facts.fingerprint import fingerprint
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.deadlines import DEADLINES
from matching.rules.duties import DUTIES
from matching.rules.gates import GATES
from matching.rules.sourced import FromASource
from matching.scoring.ordering import tier_number
from matching.scoring.weighing import Scale, mean_of

TIERS = tuple(Tier)


def ranking(found: Found, *, limit: int, in_full: Sequence[str]) -> Ranking:
    """The answer, with the first `limit` options in full, at least one of each tier, and those asked for by name."""
    question, register, rulebook, scale = found.layout.question, found.layout.register, found.rulebook, found.scale
    shown = _shown(found, limit)
    options = _options(found, shown)
    banned = np.flatnonzero(found.standing == Outcome.PROHIBITED)
    ruled_out = _grouped(found, banned[np.argsort(register.by_id[banned])], Outcome.PROHIBITED)
    beyond = np.delete(found.lawful[found.ordered.at], shown)
    asked = _in_full(found, in_full, shown)
    return made(
        Ranking,
        referral=question.referral.id,
        children=question.referral.children,
        as_of=question.day,
        rulebook_day=rulebook.day,
        policy=policy_used(scale.policy),
        versions=versions(),
        facts_hash=facts_hash_of(question, register, scale.policy),
        tiers=_by_tier(found, options, [int(found.ordered.at[place]) for place in shown], scale.policy),
        beyond=_grouped(found, beyond, Outcome.CANNOT_TELL, Outcome.NEEDS_APPROVAL),
        ruled_out=ruled_out,
        in_full=tuple(asked),
        cannot_place_because=() if len(found.lawful) else smallest(ruled_out),
        people_decide=tuple(people_decide(found.layout)),
        before_deciding=tuple(before_deciding(question, register)),
        deadlines=tuple(of_children(question)),
        support_to_plan=tuple(support_to_plan(c, question) for c in question.children),
        warnings=(*forbidden_own_homes(found), *warnings_of(question, register, scale.policy), *not_counted(found)),
        **_said_once(found),
        rules=cited(rulebook.rules),
        also_cited=cited(tuple(d for d in ALSO if d.from_day <= rulebook.day)),
        criteria=tuple(criteria_used(scale)),
        words={name: CATALOGUE[name].words for name in facts_said(rulebook)},
    )


def facts_hash_of(question: Question, register: Register, policy: Policy) -> str:
    """The SHA-256 of everything that the answer rests on: the question, the homes and the policy."""
    asked = fingerprint([question.referral, *question.children, question.authority, policy])
    known = (question.everyone_hash, settled_hash((*question.decided, *question.approvals)), register.hash)
    said = (question.day, sorted(question.figures.items()), asked, *known)
    return hashlib.sha256(repr(said).encode()).hexdigest()


@lru_cache(maxsize=16)
def settled_hash(settled: tuple[Noun, ...]) -> str:
    """The SHA-256 of what was agreed and approved before: kept, as the children of one panel share it."""
    return fingerprint(settled)


def _shown(found: Found, limit: int) -> list[int]:
    """Places in the order that are given in full: the first so many, the first of each tier, where a child lives."""
    tiers = found.placing.tier[found.ordered.at]
    firsts = [int(np.flatnonzero(tiers == t)[0]) for t in np.unique(tiers)]
    own = np.flatnonzero(np.isin(found.lawful[found.ordered.at], list(own_homes(found).values())))
    return sorted({*range(min(limit, len(tiers))), *firsts, *own.tolist()})


def _options(found: Found, places: Sequence[int]) -> list[Option]:
    """The options at these places in the order."""
    at = [int(found.ordered.at[p]) for p in places]
    homes = read_out(found.layout, found.rulebook, found.judged, [int(found.lawful[k]) for k in at])
    explainer = Explainer(found)
    verdicts = [_of_place(found, k, p) for k, p in zip(at, places, strict=True)]
    options = [explainer.lawful(_home(found, h), h, v) for h, v in zip(homes, verdicts, strict=True)]
    ties = found.scale.policy.cost_counts == "ties"
    return with_close_calls(options, found.ordered.key[list(places)], cost_decides=ties)


def option_of(found: Found, row: int) -> Option:
    """The option that the home in a row of the register is, with every reason; it must be lawful."""
    place = int(np.flatnonzero(found.lawful[found.ordered.at] == row)[0])
    return _options(found, [place])[0]


def options_of(found: Found, homes: Sequence[str]) -> dict[str, Option]:
    """What these homes of the register are for those who arrive, lawful or not, by id, with every reason.

    They are told beside each other alone: close calls with others, and what cost decides, are not among it.
    """
    return {option.home: option for option in _in_full(found, homes, ())}


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


def _in_full(found: Found, ids: Sequence[str], places: Sequence[int]) -> list[Option]:
    """The homes asked for by name, whatever was found of them; one that is not in the register is left out.

    A lawful one says what it would say among those at these places, which are shown anyway.
    """
    if not ids:
        return []
    place_of = {int(row): k for k, row in enumerate(found.lawful[found.ordered.at])}
    rows = [found.layout.register.row_of[i] for i in dict.fromkeys(ids) if i in found.layout.register.row_of]
    lawful = sorted({place_of[row] for row in rows if row in place_of} | set(places))
    known = {o.home: o for o in _options(found, lawful)}
    banned = {o.home: o for o in _ruled_out(found, [row for row in rows if row not in place_of])}
    names = [found.layout.register.homes[row].id for row in rows]
    return [(known | banned)[name] for name in names]


def _ruled_out(found: Found, rows: Sequence[int]) -> list[Option]:
    """Homes that a rule prohibits, with their points all the same."""
    if not rows:
        return []
    frames = [f[list(rows)] for f in found.layout.frames]
    weighed = mean_of(tuple(found.scale.weigh(f) for f in frames), found.scale)
    tiers = np.max([f.select(tier_number()).to_series().to_numpy() for f in frames], axis=0)
    explainer = Explainer(found)
    homes = read_out(found.layout, found.rulebook, found.judged, rows)
    verdicts = [Verdict(k, TIERS[int(tier)], Outcome.PROHIBITED) for k, tier in enumerate(tiers)]
    return [explainer.option(_home(found, h), h, v, weighed) for h, v in zip(homes, verdicts, strict=True)]


def _by_tier(found: Found, options: Sequence[Option], at: Sequence[int], policy: Policy) -> tuple[TierOptions, ...]:
    """The options by group, in the policy's order; where adoption is considered carers who may adopt are one."""
    places = found.placing.place_in(policy)
    counts = np.bincount(places, minlength=2 * len(TIERS))
    of_group: dict[int, list[Option]] = {place: [] for place in np.flatnonzero(counts).tolist()}
    for option, k in zip(options, at, strict=True):
        of_group[int(places[k])].append(option)
    return tuple(
        made(TierOptions, tier=group_name(place, policy), count=int(counts[place]), options=tuple(shown))
        for place, shown in of_group.items()
    )


def group_name(place: int, policy: Policy) -> str:
    """The name of a group of options, by its place in the order of tiers."""
    return HomeKind.FOSTER_FOR_ADOPTION.value if place % 2 else policy.tiers[place // 2].value


def _grouped(found: Found, rows: np.ndarray, *outcomes: Outcome) -> tuple[HomesByRules, ...]:
    against = reduce(np.logical_or, (j.against(*outcomes) for j in found.judged))
    return homes_by_rules(against, rows, [r.id for r in found.rulebook.rules], found.layout.register.ids)


def _said_once(found: Found) -> dict[str, object]:
    """The facts that are the same for every home: of the referral, and of each arriving child."""
    layout, rulebook = found.layout, found.rulebook
    each = zip(layout.question.children, layout.children, strict=True)
    return {
        "facts": values(layout.asked, rulebook, "referral", "figure", "options"),
        "child_facts": tuple(made(ChildFacts, child=c.id, facts=values(v, rulebook, "child")) for c, v in each),
    }


def policy_used(policy: Policy) -> PolicyUsed:
    return PolicyUsed(
        name=policy.name,
        title=policy.title,
        from_day=policy.from_day,
        agreed_by=policy.agreed_by or None,
        band_width=policy.band_width,
        cost_counts=policy.cost_counts,
    )


ALSO: tuple[FromASource, ...] = (*DUTIES, *DEADLINES, *GATES)


@lru_cache(maxsize=64)
def cited(rules: tuple[FromASource, ...]) -> tuple[RuleCited, ...]:
    """Rules, duties or deadlines, with where they come from: the same in every answer of a day."""
    return tuple(
        made(
            RuleCited,
            id=r.id,
            title=r.title,
            means=r.means,
            cites=str(r.cites),
            address=r.cites.address,
            confidence=r.confidence.value,
        )
        for r in rules
    )


def criteria_used(scale: Scale) -> list[CriterionUsed]:
    return [
        made(
            CriterionUsed,
            id=c.id,
            head=c.head.value,
            question=c.question,
            serves=c.serves,
            means=c.means,
            weight=scale.weight(c),
        )
        for c in scale.criteria
    ]
