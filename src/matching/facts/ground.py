"""What of homes a child's journeys, needs and length of stay are worked out from: of all homes, or of some."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from matching.facts.links import Rows
from matching.facts.stays import Stays
from matching.geography.postcodes import Places, PostcodeDirectory


class Ground(Protocol):
    """Homes, as far as they are places with skills that keep a child for so long; a register is one."""

    @property
    def size(self) -> int:
        """The number of homes."""

    @property
    def directory(self) -> PostcodeDirectory:
        """Where postcodes are."""

    @property
    def places(self) -> Places:
        """Where each home is."""

    @property
    def skills(self) -> Mapping[str, npt.NDArray[np.int8]]:
        """The skills of each home, by domain."""

    @property
    def stays(self) -> Stays:
        """For how long each home can keep a child."""


@dataclass(frozen=True, slots=True)
class SomeGround:
    """The same of some homes of a register, in the order of `rows`."""

    size: int
    directory: PostcodeDirectory
    places: Places
    skills: Mapping[str, npt.NDArray[np.int8]]
    stays: Stays

    @classmethod
    def of(cls, ground: Ground, rows: Rows) -> "SomeGround":
        """Those of some rows; whose areas they are in is left out."""
        places = Places(ground.places.known[rows], ground.places.easting[rows], ground.places.northing[rows], ())
        skills = {domain: levels[rows] for domain, levels in ground.skills.items()}
        return cls(len(rows), ground.directory, places, skills, ground.stays.part(rows))
