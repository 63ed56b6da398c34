"""Both passes over all the homes: rule by rule, then by what that leaves open, with the approvals already given."""

from dataclasses import replace

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.facts.catalogue import options
from matching.facts.layout import Layout
from matching.rules.approvals import Given, lay_over
from matching.rules.rulebook import Judged, Rulebook, Standings


def judge(layout: Layout, rulebook: Rulebook) -> tuple[Layout, tuple[Judged, ...], Given]:
    """What every rule finds of each arriving child in each home; the layout with what the second pass asks."""
    question, register = layout.question, layout.register
    first = [rulebook.judge(f, t) for f, t in zip(layout.frames, layout.told, strict=True)]
    judged, given = lay_over(question, register, rulebook, first, layout.frames)
    layout = _with_options(layout, lawful_family_home(layout, worst(judged)))
    again = [rulebook.judge_again(f, j, t) for f, j, t in zip(layout.frames, judged, layout.told, strict=True)]
    judged, given_again = lay_over(question, register, rulebook, again, layout.frames, again=True)
    return layout, judged, {**given, **given_again}


def worst(judged: tuple[Judged, ...]) -> Standings:
    """The standing of each home: the worst of what was found for any of those who arrive."""
    standing: Standings = np.min([j.standing for j in judged], axis=0)
    return standing


def lawful_family_home(layout: Layout, standing: Standings) -> bool | None:
    """Whether a family home is lawful, or needs approval only; unknown where of some nobody can tell and none is."""
    best = standing[layout.register.families].max(initial=Outcome.PROHIBITED)
    return None if best == Outcome.CANNOT_TELL else bool(best >= Outcome.NEEDS_APPROVAL)


def _with_options(layout: Layout, family_home: bool | None) -> Layout:
    """The layout with what is true of all the homes together."""
    name = options.lawful_family_home.name
    said = pl.Series(name, [family_home], dtype=pl.Boolean).new_from_index(0, layout.register.size)
    frames = tuple(frame.hstack([said]) for frame in layout.frames)
    told = tuple(replace(t, everywhere={**t.everywhere, name: family_home}) for t in layout.told)
    return replace(layout, asked={**layout.asked, name: family_home}, frames=frames, told=told)
