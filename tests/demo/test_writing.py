"""The same seed writes the same files, and nothing is ever half written or written over what is not ours."""

import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from matching.demo import writing
from matching.demo.world import Asking
from matching.demo.writing import write
from matching.errors import InvalidInput
from tests.demo.made import Made

FILES = ("case.json", "case.toml", "README.md")


def digest(folder: Path) -> list[str]:
    return [sha256((folder / name).read_bytes()).hexdigest() for name in FILES]


@pytest.mark.parametrize("hashing", ["0", "4711"])
def test_another_process_writes_the_same_bytes(hashing: str, folder: Path, tmp_path: Path) -> None:
    """However Python orders what it hashes: nothing of the generator rests on that."""
    write(Asking(60, 40, 5), tmp_path / "here")
    code = (
        "from pathlib import Path; from matching.demo.world import Asking; from matching.demo.writing import write;"
        f"write(Asking(60, 40, 5), Path({str(folder)!r}))"
    )
    path = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": hashing}
    subprocess.run([sys.executable, "-c", code], check=True, env=path)
    assert digest(folder) == digest(tmp_path / "here")


def test_what_was_asked_before_in_a_process_changes_nothing(buckinghamshire: Made, folder: Path) -> None:
    write(Asking(522, 420, 1), folder)
    assert digest(folder) == digest(buckinghamshire.folder)


def test_another_seed_writes_other_files(tmp_path: Path) -> None:
    write(Asking(5, 12, 1), tmp_path / "one")
    write(Asking(5, 12, 2), tmp_path / "two")
    assert not set(digest(tmp_path / "one")) & set(digest(tmp_path / "two"))


def test_an_earlier_demo_is_replaced_with_all_its_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Asking(5, 12, 1), folder)
    monkeypatch.setattr(writing, "MOST_IN_TOML", 11)
    write(Asking(5, 12, 2), folder)
    assert sorted(entry.name for entry in folder.iterdir()) == ["README.md", "case.json"]


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda f: (f / "notes.txt").write_text("mine"), id="another file"),
        pytest.param(lambda f: (f / "README.md").write_text("# Mine"), id="another page"),
        pytest.param(lambda f: (f / "case.json").write_text('{"as_of": "2026-11-24"}'), id="another case"),
        pytest.param(lambda f: (f / "case.toml").write_text("as_of = 2026-11-24"), id="another case in TOML"),
    ],
)
def test_a_folder_with_other_things_is_refused_and_left_as_it_was(
    spoil: Callable[[Path], object], folder: Path
) -> None:
    folder.mkdir()
    spoil(folder)
    before = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    with pytest.raises(InvalidInput) as refused:
        write(Asking(5, 12, 1), folder)
    assert "nothing was written" in refused.value.faults[0].remedy
    assert {entry.name: entry.read_bytes() for entry in folder.iterdir()} == before


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Path) -> None:
    folder.write_text("mine")
    with pytest.raises(InvalidInput):
        write(Asking(5, 12, 1), folder)
    assert folder.read_text() == "mine"


def test_what_fails_half_way_leaves_nothing_in_a_new_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "page", fail)
    with pytest.raises(OSError, match="full"):
        write(Asking(5, 12, 1), folder)
    assert not folder.exists()


def test_what_fails_half_way_leaves_an_earlier_demo_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Asking(5, 12, 1), folder)
    before = digest(folder)
    monkeypatch.setattr(writing, "page", fail)
    with pytest.raises(OSError, match="full"):
        write(Asking(5, 12, 2), folder)
    assert digest(folder) == before
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(FILES)


def test_what_another_run_left_unfinished_or_is_writing_is_left_alone(folder: Path) -> None:
    (folder / ".unfinished-0").mkdir(parents=True)
    (folder / ".unfinished-0" / "children.json").write_text("half")
    write(Asking(5, 12, 1), folder)
    assert sorted(entry.name for entry in folder.iterdir()) == sorted([".unfinished-0", *FILES])


def test_a_run_that_fails_takes_with_it_what_it_wrote_and_nothing_else(folder: Path) -> None:
    write(Asking(5, 12, 1), folder)
    before = {entry.name: entry.read_bytes() for entry in folder.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        write(Asking(6, 13, 2), folder, _stopped)
    assert {entry.name: entry.read_bytes() for entry in folder.iterdir()} == before


def _stopped(_: int) -> None:
    raise KeyboardInterrupt


def test_the_page_shows_every_published_share_beside_the_one_made(buckinghamshire: Made) -> None:
    page = (buckinghamshire.folder / "README.md").read_text(encoding="utf-8")
    assert "**Everybody here is made up.**" in page
    assert "by the seed 1" in page
    assert "| foster homes | 57 | 57" in page
    assert "–" not in page


def fail(*_: object, **__: object) -> str:
    raise OSError(28, "full")
