"""The page that says what the files of a review hold, file by file and column by column."""

import re
from collections.abc import Iterable
from typing import Any

from matching.domain.review import Review
from matching.reporting.chain_columns import CHAINS
from matching.reporting.child_columns import CHILDREN
from matching.reporting.columns import Column
from matching.reporting.heads import figures, heads, lasts, title
from matching.reporting.missing_columns import missing_columns
from matching.reporting.other_columns import DIFFERENCES
from matching.reporting.suggestion_columns import suggestion_columns
from matching.reporting.told import suggestions

PAGE = """\
# {title}

{heads}

| file | for | holds |
|---|---|---|
| `review.pdf` | the panel, on paper or screen | what a meeting needs, those first whose home a rule forbids |
| `review.xlsx` | the panel, to filter and to print | a summary with charts, a sheet for each outcome, what is to be \
found out, chains, missing homes, prompts, differences, every reason. No macros, no formulas, no links |
| `children.csv` | analysts | a row for each child who was looked at |
| `suggestions.csv` | analysts | a row for each home that is suggested to be explored |
| `chains.csv` | analysts | a row for each step of each chain |
| `missing-homes.csv` | commissioners | a row for each kind of home that is missing |
| `differences.csv` | analysts | a row for each child of whom something is different from the last review |
| `review.json` | programs | the whole answer |

{figures}

Children stand in the order of the outcomes: unlawful now, explore, keep, cannot assess, people decide. Inside an
outcome they stand in the review's own order. No list is in the order of cost, and no file holds a cost.

In the tables for analysts words that nobody recorded are `not recorded`, and an empty number or day is one that is
not recorded or was not asked: never nought, and never good news. Of whom people decide, and no list, words are
`not looked at: people decide`, whatever is recorded. `none` says that there is nothing. Several things in
one cell stand between semicolons. Days are YYYY-MM-DD, points run from 0 to 100. An apostrophe stands before text that
a spreadsheet would take for a formula. The tables are comma-separated UTF-8 with a byte order mark, which Excel needs.

All of it is about children, and `children.csv` holds what is recorded of their wishes: keep it as their records are
kept. A child's own row never says where another child lives or may live: it says "another child". Only the chains say
who, and `review.json`.

{lasts}. The same facts, policy and version give the same files, to the byte.
{columns}"""

MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")
NO_CODE = re.compile(r"[`|\s]")


def readme(review: Review) -> str:
    """The page."""
    return PAGE.format(
        title=plain(title(review)),
        heads="\n".join(f"- {plain(said)}" for said in heads(review)),
        lasts=plain(" ".join(lasts(review))),
        figures=plain(" ".join(figures(review))),
        columns="".join(_of(name, columns) for name, columns in _tables(review)),
    )


def _tables(review: Review) -> Iterable[tuple[str, Iterable[Column[Any]]]]:
    return (
        ("children.csv", CHILDREN),
        ("suggestions.csv", suggestion_columns(suggestions(review))),
        ("chains.csv", CHAINS),
        ("missing-homes.csv", missing_columns(review)),
        ("differences.csv", DIFFERENCES),
    )


def _of(name: str, columns: Iterable[Column[Any]]) -> str:
    rows = "".join(f"| `{NO_CODE.sub('', column.name)}` | {plain(column.means)} |\n" for column in columns)
    return f"\n## {name}\n\n| column | what it is |\n|---|---|\n{rows}"


def plain(text: str) -> str:
    """Text on one line, in which nothing is taken for markup."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))
