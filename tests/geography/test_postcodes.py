"""Finding where a postcode is, and whose area it is in."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.geography import postcodes
from matching.geography.postcode_files import FIRST_LETTERS, folder
from matching.geography.postcode_shelf import Shelf, read_shelf
from matching.geography.postcodes import Place, PostcodeDirectory, directory, normalised

HERTFORDSHIRE = "E10000015"

WORTH_ASKING = st.one_of(
    st.none(),
    st.sampled_from(["HP20 1UA", "hp201ua", "MK9 3XL", "SL6 1AA", "HP23 5AA", "BT1 5GS", "JE2 3AA", "GIR 0AA", ""]),
    st.from_regex(r"(HP|MK|SL)[0-9]{1,2} ?[0-9][A-Z]{2}", fullmatch=True),
    st.text(max_size=9),
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("HP20 1UA", "HP20 1UA", id="as it should be"),
        pytest.param("hp201ua", "HP20 1UA", id="small letters, no space"),
        pytest.param(" HP20 1UA ", "HP20 1UA", id="spaces around"),
        pytest.param("HP20  1UA", "HP20 1UA", id="two spaces"),
        pytest.param("HP20\u00a01UA", "HP20 1UA", id="a space that does not break"),
        pytest.param("w1a1aa", "W1A 1AA", id="a letter ends the district"),
        pytest.param("EC1A 1BB", "EC1A 1BB", id="the longest shape"),
        pytest.param("m11aa", "M1 1AA", id="the shortest shape"),
        pytest.param("gir0aa", "GIR 0AA", id="the one of no shape"),
        pytest.param("NPT 0AD", "NPT 0AD", id="the old area of Newport"),
        pytest.param("HP20", None, id="cut to its district"),
        pytest.param("HP20 1", None, id="cut to its sector"),
        pytest.param("QA1 1AA", None, id="no area begins with Q"),
        pytest.param("HP200 1UA", None, id="three figures in the district"),
        pytest.param("HP20 1UA1", None, id="more behind"),
        pytest.param("HP20-1UA", None, id="a dash"),
        pytest.param("HP２0 1UA", None, id="a wide figure"),
        pytest.param("90210", None, id="foreign"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_postcode_is_written_one_way_or_is_none(written, expected):
    assert normalised(written) == expected


@pytest.mark.parametrize(
    ("postcode", "expected"),
    [
        pytest.param("HP20 1UA", Place("HP20 1UA", 481976, 213538, "E06000060"), id="Aylesbury"),
        pytest.param("hp235aa", Place("HP23 5AA", 492403, 211409, HERTFORDSHIRE), id="Tring, HP but Hertfordshire"),
        pytest.param("MK9 3XL", Place("MK9 3XL", 485714, 239485, "E06000042"), id="Milton Keynes"),
        pytest.param("RG1 1AA", Place("RG1 1AA", 471321, 174026, "E06000038"), id="Reading"),
        pytest.param("SL6 1AA", Place("SL6 1AA", 489271, 180741, "E06000040"), id="Maidenhead"),
        pytest.param("NPT 0AD", Place("NPT 0AD", 331400, 188200, "W06000022"), id="ended long ago, kept"),
        pytest.param("AB1 0AA", Place("AB1 0AA", 385386, 801193, "S12000033"), id="ended, kept"),
        pytest.param("ZE1 0AA", Place("ZE1 0AA", 447759, 1141280, "S12000027"), id="Shetland"),
        pytest.param("BT1 5GS", Place("BT1 5GS", 146239, 529486, "N09000003"), id="Belfast, moved off the Irish Grid"),
    ],
)
def test_a_postcode_has_its_position_and_its_upper_tier_authority(postcode, expected):
    assert directory().find(postcode) == expected


@pytest.mark.parametrize(
    "postcode",
    [
        pytest.param("AB11 3AG", id="published without a position"),
        pytest.param("GIR 0AA", id="the one of no shape has no position"),
        pytest.param("JE2 3AA", id="Jersey"),
        pytest.param("GY1 1AA", id="Guernsey"),
        pytest.param("IM1 1AA", id="Isle of Man"),
        pytest.param("HP99 9ZZ", id="the shape, but no such postcode"),
        pytest.param("ZZ99 3CZ", id="a pseudo-postcode"),
        pytest.param("HP20", id="only a district"),
        pytest.param("", id="empty"),
        pytest.param(None, id="not given"),
    ],
)
def test_what_is_not_placed_is_not_known(postcode):
    assert directory().find(postcode) is None
    found = directory().find_all([postcode])
    assert (found.known.tolist(), found.authority) == ([False], (None,))


def test_many_keep_their_order_their_repeats_and_their_gaps():
    found = directory().find_all(["SL6 1AA", None, "HP20 1UA", "no", "sl61aa", "RG1 1AA"])
    assert found.known.tolist() == [True, False, True, False, True, True]
    assert found.easting.tolist() == [489271, 0, 481976, 0, 489271, 471321]
    assert found.northing.tolist() == [180741, 0, 213538, 0, 180741, 174026]
    assert found.authority == ("E06000040", None, "E06000060", None, "E06000040", "E06000038")
    assert found.easting.dtype == found.northing.dtype == np.dtype(np.int32)


def test_none_asked_none_found():
    assert len(directory().find_all([])) == 0


def test_what_was_found_cannot_be_written_over():
    with pytest.raises(ValueError, match="read-only"):
        directory().find_all(["HP20 1UA"]).easting[0] = 0


@given(st.lists(WORTH_ASKING, max_size=30))
def test_finding_all_is_finding_one_by_one(asked):
    found = directory().find_all(asked)
    rows = zip(found.known.tolist(), found.easting.tolist(), found.northing.tolist(), found.authority, strict=True)
    for postcode, (known, easting, northing, authority) in zip(asked, rows, strict=True):
        place = directory().find(postcode)
        assert known is (place is not None)
        assert place is None or (place.easting, place.northing, place.authority) == (easting, northing, authority)


@given(WORTH_ASKING)
def test_writing_a_postcode_the_one_way_twice_changes_nothing(written):
    once = normalised(written or "")
    assert once is None or normalised(once) == once


def test_every_placed_postcode_in_britain_is_found_where_it_was_published(published):
    chosen = np.flatnonzero(~np.isnan(published["easting"]) & ~np.char.startswith(published["laua"], b"N"))[::37]
    found = directory().find_all(published["pcd"][chosen].astype(str).tolist())
    assert found.known.all()
    assert (found.easting == published["easting"][chosen]).all()
    assert (found.northing == published["northing"][chosen]).all()


def test_threads_share_a_directory_and_each_file_is_read_once(monkeypatch):
    read: list[str] = []

    def read_and_noted(data: Path, letter: str) -> Shelf:
        read.append(letter)
        return read_shelf(data, letter)

    monkeypatch.setattr(postcodes, "read_shelf", read_and_noted)
    shared = PostcodeDirectory(folder())
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(shared.find, ["JE2 3AA", "ZE1 0AA", "YO1 7HH", "UB8 1UW"] * 8))
    assert sorted(read) == ["J", "U", "Y", "Z"]
    assert found == [shared.find(postcode) for postcode in ["JE2 3AA", "ZE1 0AA", "YO1 7HH", "UB8 1UW"] * 8]


def test_one_directory_serves_the_process():
    assert directory() is directory()


def test_there_is_a_file_for_every_first_letter_that_a_postcode_may_have():
    assert {file.name[10] for file in folder().glob("postcodes_?.msgpack.br")} == set(FIRST_LETTERS)
    may_begin = {letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if normalised(f"{letter}1 1AA")}
    assert may_begin == set(FIRST_LETTERS)
