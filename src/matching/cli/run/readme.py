"""The page that says what a run's folder holds, for whoever opens it."""

from typing import Any

from matching.cli.streams import DISTRIBUTION
from matching.explaining.warnings import MADE_UP
from matching.explaining.words import STANDINGS, count

PAGE = """\
# Homes ranked for {referrals}

{made_up}{people_decide} Nothing here says that a home is safe for a child, and nothing was placed or reserved.

| | |
|---|---|
| made from | {made_from} |
| judged | on {as_of}, by the law of {rulebook_day} |
| policy | {policy} |
| facts | {facts_hash} |
| version | {version} |

The same facts, policy and version give the same files, to the byte. {came_to}

| file | holds |
|---|---|
| `referrals.csv` | {in_referrals} a row for each referral: how many homes by tier and standing, the first option, or \
why there is none |
| `options.csv` | {in_options} a row for each option in full: the first {limit} of each referral, and the first of \
each tier |
| `criteria.csv` | {in_criteria} a row for each criterion of each such option, with its weight and its reason |
| `rankings.jsonl` | {in_rankings} a whole ranking on each line, as `matching rank --referral ID --json` writes it: \
every home, every finding, every source |
| `summary.json` | what this page says, as data |

Points run from 0 to 100: low is at least, central as things are known, high at most. For cost 100 is the cheapest, and
cost decides only between homes that are otherwise alike. Empty is not known or not asked, never nought. A column named
after a criterion holds its points as known. Of several children, miles and minutes are those of the farthest.
`further_with_rules_to_settle` counts options below the limit that need an approval, or of which nobody can tell; a
higher `--limit` says which.

Tables are comma-separated UTF-8 with a byte order mark, which Excel needs. Several things in a cell stand between
semicolons, and an apostrophe stands before text that a spreadsheet would take for a formula.

The tables hold ids, names of homes and points, and none of a child's own words. All of it is about children: keep it
as their records are kept.
"""


def readme(said: dict[str, Any]) -> str:
    """The page, from what `summary.json` says."""
    children, homes = count(said["children"], "child", "children"), count(said["homes"], "home")
    referrals = count(said["referrals"], "referral")
    rows = {f"in_{name.partition('.')[0]}": f"{number:,}:" for name, number in said["rows"].items()}
    own = {name: said[name] for name in ("people_decide", "as_of", "rulebook_day", "facts_hash")}
    return PAGE.format(
        referrals=referrals,
        made_up=f"**{MADE_UP}**\n\n" if said["made_up"] else "",
        made_from=f"{said['file']}: {referrals}, {children} asked for, {homes}",
        policy=policy_words(said["policy"]),
        version=f"{DISTRIBUTION} {said['versions'].get(DISTRIBUTION, '')}".rstrip(),
        came_to=_came_to(said),
        limit=f"{said['limit']:,}",
        **rows,
        **own,
    )


def policy_words(policy: dict[str, Any]) -> str:
    """A policy, and who agreed it."""
    agreed = f"agreed by {policy['agreed_by']}" if policy["agreed_by"] else "nobody has agreed it yet"
    return f"{policy['title']} ({policy['name']}): {agreed}"


def _came_to(said: dict[str, Any]) -> str:
    """How the first options stand, in a few sentences."""
    first = said["first_option"]
    return (
        f"The first option {STANDINGS['met']} for {first['met']:,} and {STANDINGS['needs_approval']} for "
        f"{first['needs_approval']:,}; nobody can tell yet for {first['cannot_tell']:,}. It is a close call for "
        f"{said['first_is_a_close_call']:,}. For {said['no_home']:,} no home is an option; for "
        f"{said['people_decide_alone']:,} people decide, and no list."
    )
