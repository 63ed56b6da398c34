"""Where a rule comes from: the instrument, the provision in it, and the address at which it can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How the text of a rule was confirmed. A lawyer reads first what was not confirmed."""

    PRIMARY = "primary text"
    SECONDARY = "secondary source"
    MEMORY = "from memory"
    LOCAL = "local policy"


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument and the provision in it; `address` is None for what is not published."""

    instrument: str
    provision: str
    address: str | None = None

    def __str__(self) -> str:
        return f"{self.instrument} {self.provision}".strip()


def _published(instrument: str, at: str) -> Callable[[str, str], Citation]:
    """Cites a provision of an instrument, with the path of the provision below the instrument's address."""
    return lambda provision, path: Citation(instrument, provision, f"https://www.legislation.gov.uk/{at}/{path}")


CHILDREN_ACT_1989 = _published("Children Act 1989", "ukpga/1989/41")
CARE_STANDARDS_ACT_2000 = _published("Care Standards Act 2000", "ukpga/2000/14")
SI_2010_959 = _published("Care Planning, Placement and Case Review (England) Regulations 2010", "uksi/2010/959")
SI_2015_541 = _published("Children's Homes (England) Regulations 2015", "uksi/2015/541")


def local_policy(provision: str) -> Citation:
    """Cites local policy or practice, which is not law."""
    return Citation("Local policy", provision)
