"""Made-up authorities, each written once for all tests."""

from pathlib import Path

import pytest

from tests.demo.made import SIZES, Made, make


@pytest.fixture(scope="session")
def buckinghamshire(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """As many children as Buckinghamshire looked after, and 420 homes."""
    return make(tmp_path_factory.mktemp("buckinghamshire"), 522, 420)


@pytest.fixture(scope="session", params=SIZES, ids=str)
def of_a_size(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """An authority of each of some sizes."""
    children, homes = request.param
    return make(tmp_path_factory.mktemp("small"), children, homes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "made-up"
