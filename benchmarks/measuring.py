"""Times, memory and the machine, said in one way."""

import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path
from time import perf_counter

import numpy as np

WARMING_UP = 10
"""Rounds that are run first and not counted."""

SETTLED = 40
"""Beds agreed and approvals given that a panel has before it; the made-up worlds hold thousands, to try the rules."""


def machine() -> str:
    """The machine and what runs on it, on one line."""
    parts = ", ".join(f"{part} {version(part)}" for part in ("polars", "numpy", "pydantic"))
    return f"{_processor()}, {cpu_count()} cores; Python {platform.python_version()}, {parts}"


def _processor() -> str:
    """The processor's name where the system tells it, else its kind."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def peak_of(process: int | str = "self") -> float | None:
    """The most megabytes that a process ever held; None where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    peaks = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
    return peaks[0] / 1024 if peaks else None


def megabytes(peak: float | None) -> str:
    """A peak in words."""
    return "not told by this system" if peak is None else f"{peak:.0f} MB"


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1_000


def table(title: str, milliseconds: Mapping[str, Sequence[float]]) -> str:
    """The median and the 99th percentile of each row, in milliseconds."""
    lines = [f"{title}", f"  {'':<10}{'p50':>9}{'p99':>9}  ms"]
    for name, took in milliseconds.items():
        middle, most = np.percentile(took, (50, 99))
        lines.append(f"  {name:<10}{middle:>9.2f}{most:>9.2f}")
    return "\n".join(lines)


def write_world(file: Path, homes: int, children: int) -> None:
    """Write a made-up case, in a process of its own so that its making counts for nothing here."""
    writer = get_context("spawn").Process(target=_write, args=(file, homes, children))
    writer.start()
    writer.join()
    if writer.exitcode:
        sys.exit("the made-up case could not be written")


def _write(file: Path, homes: int, children: int) -> None:
    import json  # noqa: PLC0415 - in the process that writes

    from tests.peer.made_up import world  # noqa: PLC0415 - in the process that writes

    made = world(homes, children, seed=1)
    settled = {table: made[table][:SETTLED] for table in ("decided", "approvals") if table in made}
    file.write_text(json.dumps({**made, **settled}), encoding="utf-8")
