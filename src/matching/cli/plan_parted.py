"""Brothers and sisters whom a plan parts: from whom, whether they live together now, and what came first."""

from matching.cli.panel import Panel
from matching.domain.plan import Assignment
from matching.explaining.words import listed

NO_HOME_FOR_ALL = "no home can take all of them (see below)"
AN_AIM = "no rule forbids them a home together: an aim above that one, or others of the panel, came first"


def parted(panel: Panel, of: Assignment) -> str:
    """From whom, and that they live together now: `parted from sara, with whom rosa lives now`."""
    now = [child for child in of.parted_from if _live_together(panel, of, child)]
    others = [child for child in of.parted_from if child not in now]
    they = "they live" if len(of.children) > 1 else f"{of.children[0]} lives"
    said = [f"{listed(now)}, with whom {they} now"] if now else []
    return "; and from ".join([*said, *([listed(others)] if others else [])])


def why_parted(panel: Panel, of: Assignment) -> str:
    """Whether any home could take all of them, where all should be together; else nothing."""
    group = {*of.children, *of.parted_from}
    if any(set(apart.children) == group for apart in panel.plan.cannot_stay_together):
        return NO_HOME_FOR_ALL
    told = [each for each in panel.plan.assignments if group & set(each.children)]
    whole = group <= panel.home_of.keys() and all({*each.children, *each.parted_from} == group for each in told)
    return AN_AIM if whole else ""


def _live_together(panel: Panel, of: Assignment, other: str) -> bool:
    """Whether a child lives with one of these now; in what is filled in all live at one home that is not there."""
    home = panel.children[other].current_home
    known = bool(home) and (home in panel.homes or not panel.from_ordinary)
    return known and any(panel.children[child].current_home == home for child in of.children)
