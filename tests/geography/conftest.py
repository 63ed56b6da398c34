"""The published postcodes, read once for the tests that walk over all of them."""

import numpy as np
import pytest

from matching.geography.postcode_files import FIRST_LETTERS, columns, folder


@pytest.fixture(scope="session")
def published():
    """Every row as published: postcode, authority code ("" for none), easting and northing, one array each."""
    files = [columns(folder(), letter) for letter in FIRST_LETTERS]
    codes = [code if isinstance(code, str) else "" for file in files for code in file["laua"]]
    return {
        "pcd": np.array([postcode for file in files for postcode in file["pcd"]], dtype="S7"),
        "laua": np.array(codes, dtype="S9"),
        "easting": np.concatenate([file["oseast1m"] for file in files]),
        "northing": np.concatenate([file["osnrth1m"] for file in files]),
    }
