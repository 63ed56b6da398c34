"""A page of text for people: wrapped, indented, with bars; readable without colour and in any encoding."""

import sys
from collections.abc import Sequence
from functools import cached_property

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from matching.cli.streams import PLAIN
from matching.domain.ranking import Interval

NARROWEST, WIDEST = 72, 100
INDENT, AT = 5, 19
"""Where a row's label stands, and where what it says begins."""

LEVELS = "█▓▒·"
PLAIN_LEVELS = "#=-."
"""A bar's cells: surely there, there as things are known, perhaps there, not there."""


class Quiet(Console):
    """A console that leaves it to the command to end where nobody reads any more."""

    def on_broken_pipe(self) -> None:
        """Say so, as every other writer does."""
        raise BrokenPipeError


class Page:
    """What a command writes for people, line after line, on standard output."""

    def __init__(self) -> None:
        self.console = Quiet(file=sys.stdout, highlight=False, markup=False, emoji=False)

    @cached_property
    def width(self) -> int:
        """How many characters a line may have."""
        return max(NARROWEST, min(self.console.width, WIDEST))

    @cached_property
    def levels(self) -> str:
        """The cells of a bar, in what the terminal can show."""
        return LEVELS if self.shown(LEVELS) == LEVELS else PLAIN_LEVELS

    def shown(self, text: str) -> str:
        """The text as the terminal can show it, without what could steer it: a register's names may hold anything."""
        harmless = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
        return harmless.encode(self.console.encoding, PLAIN).decode(self.console.encoding)

    def line(self, text: Text | str = "", style: str = "") -> None:
        """Write one line as it stands."""
        said = self._text(text, style)
        said.rstrip()
        self.console.print(said, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)

    def title(self, text: str) -> None:
        """Write what the page is about."""
        lines = self._wrapped(text, self.width)
        for line in lines:
            self.line(line.plain, "bold")
        self.line("═" * max(cell_len(line.plain) for line in lines))
        self.line()

    def heading(self, text: str, note: str = "") -> None:
        """Write a heading after an empty line, with a note on its right."""
        self.line()
        room = self.width - cell_len(note)
        self.line(Text.assemble((set_cell_size(text, room) if note else text, "bold"), note))
        self.line("─" * self.width)

    def between(self) -> None:
        """Write what parts one answer from the next."""
        self.line()
        self.line("═" * self.width)
        self.line()

    def paragraph(self, text: Text | str, *, indent: int = 0, style: str = "") -> None:
        """Write text, wrapped."""
        self.beside("", text, indent=indent, at=indent, style=style)

    def hanging(self, text: str, *, by: int = 4) -> None:
        """Write text, wrapped, each line but the first further in."""
        for number, line in enumerate(self._wrapped(text, self.width - by)):
            self.line(Text(" " * by if number else "") + line)

    def bullet(self, text: str, *, indent: int = 2) -> None:
        """Write a point of a list."""
        self.beside("-", text, indent=indent, at=indent + 2)

    def row(self, label: str, text: Text | str) -> None:
        """Write a label and what it says, wrapped beside it."""
        self.beside(label, text, indent=INDENT, at=AT)

    def beside(self, label: str, text: Text | str, *, indent: int, at: int, style: str = "") -> None:
        """Write a label at one column and text wrapped at another; below it where the label is too long."""
        before = f"{' ' * indent}{self.shown(label)} " if label else ""
        if cell_len(before) > max(at, indent):
            self.line(before, style)
            before = ""
        for line in self._wrapped(text, self.width - at):
            said = Text(before + " " * (at - cell_len(before))) + line
            said.stylize(style)
            self.line(said)
            before = ""

    def bar(self, points: Interval, cells: int = 20) -> str:
        """Points as a bar: what is sure, what is known, what may be."""
        ends = [round(level * cells / 100) for level in (points.low, points.central, points.high, 100)]
        starts = [0, *ends[:-1]]
        return "".join(c * (end - start) for c, start, end in zip(self.levels, starts, ends, strict=True))

    def columns(self, cells: Sequence[str], widths: Sequence[int]) -> str:
        """Cells side by side, each cut or filled to its width; one of a negative width stands on the right."""
        return " ".join(_cell(self.shown(c), w) for c, w in zip(cells, widths, strict=True)).rstrip()

    def _wrapped(self, text: Text | str, width: int) -> list[Text]:
        return list(self._text(text).wrap(self.console, max(width, 20), overflow="fold")) or [Text()]

    def _text(self, text: Text | str, style: str = "") -> Text:
        said = Text(text, style=style) if isinstance(text, str) else text
        shown = self.shown(said.plain)
        return said if shown == said.plain else Text(shown, style=said.style)


def _cell(text: str, width: int) -> str:
    text = set_cell_size(text, abs(width)) if cell_len(text) > abs(width) else text
    gap = " " * (abs(width) - cell_len(text))
    return gap + text if width < 0 else text + gap
