"""The page beside a made-up case: what it is, and its shares beside those that are published."""

from collections.abc import Iterator

from matching.demo.folder import TITLE
from matching.demo.measuring import Tally
from matching.demo.published import Measure, published
from matching.demo.world import Asking, first_referral


def page(asking: Asking, counts: dict[str, int], tally: Tally, *, in_toml: bool) -> str:
    """The whole page."""
    return "\n".join([*_what_it_is(asking, counts, in_toml=in_toml), *_shares(tally), *_siblings(tally), ""])


def _what_it_is(asking: Asking, counts: dict[str, int], *, in_toml: bool) -> Iterator[str]:
    where = "all of England" if asking.england else "Buckinghamshire"
    yield f"{TITLE}\n"
    yield "**Everybody here is made up.** No child, carer or home in these files is real, nor modelled on one.\n"
    yield f"{counts['children']:,} children, {counts['referrals']:,} referrals and {counts['homes']:,} homes"
    yield f"of {where}, by the seed {asking.seed}: the same command writes the same files.\n"
    yield "```sh"
    size = f"--children {asking.children} --homes {asking.homes}"
    yield f"matching demo FOLDER {size} --seed {asking.seed}{_england(asking)}"
    yield "matching check case.json"
    yield f"matching rank case.json --referral {first_referral(asking)}"
    yield "```\n"
    if in_toml:
        yield "`case.toml` says the same as `case.json`, for people to read.\n"
    yield "The postcodes are real ones, taken at random: who lives at one has nothing to do with this file. Costs are"
    yield "sample data. What is left out is unknown, as often as in registers that people keep.\n"


def _england(asking: Asking) -> str:
    return " --england" if asking.england else ""


def _shares(tally: Tally) -> Iterator[str]:
    yield "## Published and made\n"
    yield f"Published: {published().source}. In percent; of those of whom it is recorded here. Where children live is"
    yield "measured among those who live somewhere already, area and distance among those who live in a home of the"
    yield "file.\n"
    yield "| of the children | published | here |"
    yield "|---|---:|---:|"
    for measure in published().measures.values():
        yield from _rows(measure, tally)
    yield ""


def _rows(measure: Measure, tally: Tally) -> Iterator[str]:
    yield f"| **{measure.label}** | | |"
    for share in measure.shares:
        yield f"| {share.label} | {share.percent} | {_percent(tally.percent(measure.id, share.id))} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1f}"


def _siblings(tally: Tally) -> Iterator[str]:
    yield f"Of England it is published that {published().split_percent} % of children with a brother or sister in care"
    yield f"live apart from one; here {_percent(tally.split_percent())} %. ({published().split_source}.)\n"
    yield "What is invented, and how this differs from life, is said in the project's `docs/demo.md`."
