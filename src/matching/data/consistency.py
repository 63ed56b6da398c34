"""Whether the parts of a case fit together."""

from collections.abc import Iterator

from matching.data import belonging, limits, names
from matching.data.belonging import KnownRules
from matching.data.trouble import Trouble
from matching.domain.case import Case

CHECKS = (
    names.each_id_names_one,
    names.each_member_is_one,
    names.referred_children_are_known,
    names.settled_homes_are_known,
    names.shared_homes_are_known,
    names.nobody_is_their_own_sibling,
    limits.nothing_ends_before_it_begins,
    limits.ages_run_upwards,
    limits.people_are_born,
    limits.approvals_were_given,
    belonging.homes_hold_what_their_kind_has,
    belonging.postcodes_have_their_shape,
    belonging.policy_figures_are_numbers,
)


def contradictions(case: Case, known_rules: KnownRules | None = None) -> Iterator[Trouble]:
    """All that does not fit together; what is said of rules is checked where the rules are given."""
    for check in CHECKS:
        yield from check(case)
    if known_rules is not None:
        yield from belonging.approvals_fit_their_rule(case, known_rules)
