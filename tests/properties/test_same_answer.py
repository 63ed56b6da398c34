"""The same question has the same answer, to the byte, whatever the process, its threads, or the order of the file."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from matching.domain.ranking import Ranking
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

ASK = """
import sys
from pathlib import Path
from matching.data.case_files import load
from matching.engine import Engine
engine = Engine.of(load(Path(sys.argv[1])).case)
for referral in engine.case.referrals:
    print(engine.rank(referral.id).model_dump_json())
"""


@pytest.fixture(scope="module")
def case() -> dict[str, Any]:
    """A register with gaps, and several referrals."""
    return world(400, 8, seed=11)


def in_a_process(file: Path, **environment: str) -> str:
    """All the answers that a process of its own gives to a case file."""
    asked = [sys.executable, "-c", ASK, str(file)]
    return subprocess.run(asked, env=os.environ | environment, capture_output=True, text=True, check=True).stdout


def test_another_process_with_other_hashes_and_threads_gives_the_same_bytes(case, tmp_path):
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case))
    one = in_a_process(file, PYTHONHASHSEED="1", POLARS_MAX_THREADS="1")
    other = in_a_process(file, PYTHONHASHSEED="2", POLARS_MAX_THREADS="2")
    assert len(one.splitlines()) == len(case["referrals"])
    assert one == other


def test_asking_again_gives_the_same_bytes(case):
    engine, again = engine_of(case), engine_of(case)
    for referral in engine.case.referrals:
        first = engine.rank(referral.id).model_dump_json()
        assert first == engine.rank(referral.id).model_dump_json() == again.rank(referral.id).model_dump_json()


@pytest.fixture(scope="module")
def in_two_orders(case) -> list[tuple[Ranking, Ranking]]:
    """Each answer, and the answer where the file lists the same homes in another order."""
    homes = Random(5).sample(case["homes"], len(case["homes"]))  # noqa: S311 - any other order will do
    engine, other = engine_of(case), engine_of(case | {"homes": homes})
    return [(engine.rank(r.id), other.rank(r.id)) for r in engine.case.referrals]


def test_only_the_hash_of_the_facts_tells_in_which_order_a_file_lists_its_homes(in_two_orders):
    for one, other in in_two_orders:
        assert one.facts_hash != other.facts_hash
        assert one.model_dump_json(exclude={"facts_hash"}) == other.model_dump_json(exclude={"facts_hash"})
