"""No answer shows where anybody lives, learns or must not be: carers' addresses and children's are never shown."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.geography.postcodes import directory
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import rank

PLACED = ("HP20 1UA", "HP20 2NF", "HP19 8FF", "MK9 3XL", "RG1 1AA", "HP23 5AA", "SL6 1AA", "EH8 8DX", "HP18 0AA")
LOST = ("HP99 9ZZ", "ZZ99 3CZ")
PLACES = {postcode: directory().find(postcode) for postcode in PLACED}
POSTCODES = st.sampled_from([*PLACED, *LOST])
AT = st.none() | POSTCODES
KINDS = st.sampled_from(["foster", "connected_foster", "parent", "childrens_home", "other_arrangements"])
RUN_BY = st.sampled_from(["own", "agency"])
CHILDREN = st.builds(
    lambda home, school, family, away: {
        "home_postcode": home,
        "school": {"urn": "110000", "postcode": school, "year_group": 10, "registered": True},
        "family_time": [{"with": "mother", "postcode": family}],
        "keep_away_from": [{"postcode": away, "miles": 1.0, "why": "gang"}],
    },
    AT,
    AT,
    AT,
    AT,
)
HOMES = st.fixed_dictionaries({"kind": KINDS, "run_by": RUN_BY, "postcode": AT, "connected_to": st.just(["amy"])})


def written(postcode: str) -> set[str]:
    """A postcode in the ways in which it may be written."""
    plain = postcode.replace(" ", "")
    return {way for text in (postcode, plain) for way in (text, text.lower())}


def positions(postcode: str) -> set[int]:
    place = PLACES.get(postcode)
    return {place.easting, place.northing} if place else set()


def said(answer: Any) -> list[Any]:
    """Every word and number of an answer, at any depth, with the names under which they stand."""
    if isinstance(answer, dict):
        return [each for key, value in answer.items() for each in (key, *said(value))]
    if isinstance(answer, list):
        return [each for value in answer for each in said(value)]
    return [answer]


@given(
    st.lists(CHILDREN, min_size=1, max_size=2),
    st.lists(HOMES, min_size=1, max_size=6),
    st.sampled_from(["ties", "weighted"]),
)
@settings(max_examples=40, deadline=None)
def test_no_postcode_and_no_position_is_in_any_answer(told, offered, counts):
    names = ["amy", "ben"][: len(told)]
    children = tuple(a_child(id=i, **about) for i, about in zip(names, told, strict=True))
    homes = [a_home(id=f"home-{k}", **about) for k, about in enumerate(offered)]
    found = rank(
        *homes,
        children=children,
        referrals=(a_referral(children=names),),
        policy={"cost_counts": counts},
        in_full=[h.id for h in homes],
    )
    answer = said(json.loads(found.model_dump_json(exclude={"facts_hash", "versions"})))
    text = "\n".join(each for each in answer if isinstance(each, str))
    for postcode in (*PLACED, *LOST):
        assert not any(way in text for way in written(postcode))
        assert not any(str(metres) in text or metres in answer for metres in positions(postcode))


def test_what_would_be_looked_for_is_there_to_be_found():
    """The guard above is not blind: in the noun that the answer is made from, these are found."""
    record = said(json.loads(a_home().model_dump_json()))
    assert any(way in record for way in written("HP20 2NF"))
    assert positions("HP20 2NF") == {481_782, 214_105}


def test_a_lost_postcode_is_warned_of_by_whose_it_is_and_not_said():
    lost, learns = "HP99 9ZZ", {"urn": "110000", "postcode": "HP98 8ZZ", "year_group": 7, "registered": True}
    found = rank(a_home(postcode="HP97 7ZZ"), children=(a_child(home_postcode=lost, school=learns),))
    text = found.model_dump_json()
    assert not any(way in text for postcode in (lost, "HP98 8ZZ", "HP97 7ZZ") for way in written(postcode))
    assert len([w for w in found.warnings if "not in the directory" in w]) == 3
