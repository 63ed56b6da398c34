"""The page that says what a run of first options holds, for whoever opens its folder."""

from typing import Any

from matching.cli.run.readme import policy_words
from matching.cli.run.top_rows import COLUMNS
from matching.cli.streams import DISTRIBUTION
from matching.explaining.warnings import MADE_UP
from matching.explaining.words import STANDINGS, count

PAGE = """\
# The first {top} homes for each of {referrals}

{made_up}{people_decide} Nothing here says that a home is safe for a child, and nothing was placed or reserved.

| | |
|---|---|
| made from | {made_from} |
| judged | on {as_of}, by the law of {rulebook_day} |
| policy | {policy} |
| facts | {facts_hash} |
| version | {version} |

The same facts, policy and version give the same `top.parquet`, to the byte, by however many processes and however
often the run was ended and begun again. {came_to}

| file | holds |
|---|---|
| `top.parquet` | {rows:,}: a row for each option, at most {top} of each referral, in the file's order of referrals \
and then in the panel's order |
| `summary.json` | what this page says, as data |

Every rule and every criterion was judged for each option that is given. Each stands where it would stand if every home
had been judged so: `matching rank FILE --referral ID` gives the same options in the same order, each with its reasons.
Homes that are not here were not all judged, so nothing is said of why not, of close calls, or of the best and the worst
rank that an option could have. A referral without a row has no home that is an option, or people decide, and no list.

For brothers and sisters who are asked for together the options are those of one home for all of them. Ways of dividing
them, which a ranking gives last, are left out.

| column | holds |
|---|---|
{columns}

Points run from 0 to 100: low is at least, central as things are known, high at most. For cost 100 is the cheapest, and
cost decides only between homes that are otherwise alike. Approvals that were given already are taken as met. A rule
that is named in neither list is met, or does not apply.

The file holds ids and points, no names and none of a child's own words. All of it is about children: keep it as their
records are kept.
"""


def top_readme(said: dict[str, Any]) -> str:
    """The page, from what `summary.json` says."""
    children, homes = count(said["children"], "child", "children"), count(said["homes"], "home")
    referrals = count(said["referrals"], "referral")
    own = {name: said[name] for name in ("people_decide", "as_of", "rulebook_day", "facts_hash")}
    return PAGE.format(
        top=f"{said['top']:,}",
        referrals=referrals,
        made_up=f"**{MADE_UP}**\n\n" if said["made_up"] else "",
        made_from=f"{said['file']}: {referrals}, {children} asked for, {homes}",
        policy=policy_words(said["policy"]),
        version=f"{DISTRIBUTION} {said['versions'].get(DISTRIBUTION, '')}".rstrip(),
        came_to=_came_to(said),
        rows=said["rows"]["top.parquet"],
        columns="\n".join(f"| `{name}` | {holds} |" for name, holds in COLUMNS.items()),
        **own,
    )


def _came_to(said: dict[str, Any]) -> str:
    first = said["first_option"]
    return (
        f"The first option {STANDINGS['met']} for {first['met']:,} and {STANDINGS['needs_approval']} for "
        f"{first['needs_approval']:,}; nobody can tell yet for {first['cannot_tell']:,}. For {said['no_home']:,} "
        "there is no row."
    )
