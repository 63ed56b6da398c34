"""The faults of several things that are read one after another, told at once."""

from types import TracebackType

from matching.errors import Fault, InvalidInput


class Gathering:
    """Gathers the faults of what is read inside it, as often as it is entered; `refuse` tells them all."""

    def __init__(self) -> None:
        self.faults = list[Fault]()
        self.more = 0

    def __enter__(self) -> None:
        """Read something."""

    def __exit__(self, _: object, error: BaseException | None, __: TracebackType | None) -> bool:
        """Keep its faults for later; everything else goes on its way."""
        if not isinstance(error, InvalidInput):
            return False
        self.faults += error.faults
        self.more += error.more
        return True

    def refuse(self) -> None:
        """Raise InvalidInput where there was any fault."""
        if self.faults:
            raise InvalidInput(self.faults, self.more)
