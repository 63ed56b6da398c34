"""Local policy: the order of the tiers, the weights and the figures, from when, and who agreed them."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from matching.domain.codes import HOME_AIMS, AimId, Tier
from matching.domain.noun import Day, Name, NameOrFalse, Noun, Word, Words

Weight = Annotated[int, Field(strict=True, ge=0, le=100)]
Figure = Annotated[int, Field(strict=True, ge=0, le=10_000)]
CriterionId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-z][a-z0-9-]*$")]


class ReviewPolicy(Noun):
    """How homes outside the area are reviewed.

    A home is due `due_after_months` after it was last considered. Staying is given `continuity_credit` points of
    suitability; another home must serve `gains_needed` duties better, and whoever came `settling_months` ago or later
    is left alone. `beds_kept_free` vacant beds of the council's own carers are kept for new referrals. A stay is asked
    for `stay_months`, from `days_to_prepare` after the review on, or `days_between` after the step that frees its bed.
    """

    due_after_months: Annotated[int, Field(strict=True, ge=1, le=6)] = 6
    settling_months: Annotated[int, Field(strict=True, ge=6, le=24)] = 6
    continuity_credit: Annotated[int, Field(strict=True, ge=0, le=100)] = 10
    gains_needed: Annotated[int, Field(strict=True, ge=2, le=6)] = 2
    beds_kept_free: Annotated[int, Field(strict=True, ge=0, le=10_000)] = 2
    stay_months: Annotated[int, Field(strict=True, ge=1, le=216)] = 24
    days_to_prepare: Annotated[int, Field(strict=True, ge=0, le=180)] = 14
    days_between: Annotated[int, Field(strict=True, ge=0, le=60)] = 14


class Policy(Noun):
    """What the council has agreed: dated, and never part of the law.

    `band_width` is in points of suitability; costs in one step of `cost_alike_within` points are alike (0: none are);
    `weights` go by criterion, and those of `weights_in_key_stage_4` instead where a child is in those years; `figures`
    go by name; `agreed_by` is a role. `aims` are those of a plan for a panel, the first before all others; `review`
    is how homes outside the area are looked at again.
    """

    name: Name
    title: Words
    from_day: Day
    until_day: Day | None = None
    agreed_by: NameOrFalse
    tiers: tuple[Tier, ...]
    aims: tuple[AimId, ...] = tuple(AimId)
    band_width: Annotated[int, Field(strict=True, ge=1, le=100)]
    cost_counts: Literal["ties", "weighted"]
    cost_alike_within: Annotated[int, Field(strict=True, ge=0, le=100)] = 0
    weights: dict[CriterionId, Weight]
    weights_in_key_stage_4: dict[CriterionId, Weight] = Field(default_factory=dict)
    figures: dict[Word, Figure]
    review: ReviewPolicy = ReviewPolicy()

    @field_validator("tiers")
    @classmethod
    def _every_tier_once(cls, tiers: tuple[Tier, ...]) -> tuple[Tier, ...]:
        if sorted(tiers) != sorted(Tier):
            raise ValueError(f"each tier once, in the panel's order: {', '.join(Tier)}")
        return tiers

    @field_validator("aims")
    @classmethod
    def _a_home_before_all(cls, aims: tuple[AimId, ...]) -> tuple[AimId, ...]:
        if sorted(aims) != sorted(AimId) or set(aims[: len(HOME_AIMS)]) != HOME_AIMS:
            first = ", ".join(aim for aim in AimId if aim in HOME_AIMS)
            then = ", ".join(aim for aim in AimId if aim not in HOME_AIMS)
            raise ValueError(f"each aim once: first {first}, in any order; then {then}, in any order")
        return aims
