"""Placing 10,000 postcodes at once, beside a Polars join on the same data in the same run.

The join makes its index anew at every call; the directory sorted its own once, when it read the data.
"""

import gc
from collections.abc import Callable
from random import Random
from time import perf_counter

import numpy as np
import polars as pl
import psutil  # type: ignore[import-untyped]

from matching.geography.postcode_files import FIRST_LETTERS, columns, folder
from matching.geography.postcodes import PostcodeDirectory

ASKED = 10_000
TIMES = 15


def seconds(work: Callable[[], object]) -> float:
    """The median time of one call, once warm."""
    work()
    took = []
    for _ in range(TIMES):
        began = perf_counter()
        work()
        took.append(perf_counter() - began)
    return sorted(took)[TIMES // 2]


def resident() -> float:
    """Megabytes that the process holds now."""
    gc.collect()
    return float(psutil.Process().memory_info().rss / 1e6)


def loaded() -> PostcodeDirectory:
    """A directory with every letter read, its times and its memory printed."""
    directory, before, began = PostcodeDirectory(folder()), resident(), perf_counter()
    for letter in FIRST_LETTERS:
        started = perf_counter()
        directory.find(f"{letter}1 1AA")
        if letter in "HMS":
            print(f"reading the letter {letter}: {perf_counter() - started:.2f} s")
    print(f"reading every letter: {perf_counter() - began:.2f} s, {resident() - before:.0f} MB more held")
    return directory


def published() -> pl.DataFrame:
    """The peer's table: every placed postcode as published, without its spaces."""
    files = [pl.DataFrame(dict(columns(folder(), letter)), strict=False) for letter in FIRST_LETTERS]
    rows = pl.concat(files, how="vertical_relaxed").filter(pl.col("oseast1m").is_not_nan())
    return rows.with_columns(pl.col("pcd").str.replace_all(" ", ""))


def joined(asked: list[str], table: pl.DataFrame) -> pl.DataFrame:
    """The peer's answer: the same postcodes, tidied and joined, in their order."""
    frame = pl.DataFrame({"pcd": asked}).with_columns(pl.col("pcd").str.replace_all(r"\s", "").str.to_uppercase())
    return frame.join(table, on="pcd", how="left", maintain_order="left")


def main() -> None:
    """Print the times, and how many times as long the peer takes."""
    directory, table = loaded(), published()
    asked = Random(7).sample(table["pcd"].to_list(), ASKED)
    asked = [f"{postcode[:-3]} {postcode[-3:]}" for postcode in asked]
    ours, peer = seconds(lambda: directory.find_all(asked)), seconds(lambda: joined(asked, table))
    one = seconds(lambda: directory.find(asked[0]))
    found, answer = directory.find_all(asked), joined(asked, table)
    in_britain = ~answer["laua"].str.starts_with("N").to_numpy()
    assert found.known.all()
    assert np.array_equal(found.easting[in_britain], answer["oseast1m"].to_numpy()[in_britain])
    print(f"{ASKED:,} distinct postcodes of {table.height:,}: {ours * 1000:.1f} ms; one: {one * 1e6:.0f} µs")
    print(f"the same by a Polars join: {peer * 1000:.1f} ms, {peer / ours:.1f} times as long")


if __name__ == "__main__":
    main()
