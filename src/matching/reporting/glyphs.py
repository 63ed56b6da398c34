"""What a page on paper can show: the letters of the fonts that it is set in; of any other, what it was, in words."""

import re
import unicodedata
from itertools import groupby

NARROW = ((0x20, 0x24F), (0x2010, 0x2027), (0x20AC, 0x20AC))
"""Latin letters and what stands between them."""

WIDE = (
    (0x20, 0x4FF),
    (0x531, 0x60C),
    (0x61B, 0x61B),
    (0x61F, 0x61F),
    (0x621, 0x63A),
    (0x640, 0x655),
    (0x660, 0x66D),
    (0x67E, 0x67E),
    (0x686, 0x686),
    (0x698, 0x698),
    (0x6A9, 0x6A9),
    (0x6AF, 0x6AF),
    (0x6BE, 0x6BE),
    (0x6CC, 0x6CC),
    (0x6F0, 0x6F9),
    (0x10D0, 0x10FF),
    (0x1E00, 0x1FFF),
    (0x2000, 0x2040),
    (0x20AC, 0x20AC),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x2606),
)
"""Greek, Cyrillic, Armenian, Hebrew, Arabic, Persian, Georgian and signs too: all that was tried in these fonts."""

Ranges = tuple[tuple[int, int], ...]
LONGEST = 30
NEVER_SEEN = ("C", "Z", "M")
LONG_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


def shown(text: str, letters: Ranges = WIDE) -> str:
    """The text, each run of letters that no font has replaced by what they are, and long runs able to break."""
    whole = unicodedata.normalize("NFC", text)
    runs = groupby(whole, key=lambda letter: _has(letter, letters))
    said = "".join("".join(run) if has else _instead("".join(run)) for has, run in runs)
    return LONG_RUN.sub(_breaking, said)


def _has(letter: str, letters: Ranges) -> bool:
    if unicodedata.category(letter)[0] == "C" or letter in "\u2028\u2029":
        return False
    return any(first <= ord(letter) <= last for first, last in letters)


def _instead(run: str) -> str:
    """What stands for letters that cannot be shown: the name of a sign, or the script; what only steers is dropped."""
    seen = [letter for letter in run if unicodedata.category(letter)[0] not in NEVER_SEEN]
    if not seen:
        return "" if run.strip() else " "
    if all(unicodedata.category(letter)[0] == "S" for letter in seen):
        return f"[{', '.join(_name(letter) for letter in seen)}]"
    return f"[{_script(seen[0])} letters, in review.xlsx]"


def _name(letter: str) -> str:
    return unicodedata.name(letter, "a sign").lower()


def _script(letter: str) -> str:
    return unicodedata.name(letter, "other").partition(" ")[0].capitalize()


def _breaking(run: re.Match[str]) -> str:
    """A run without a space, with places where a line may end that nobody sees."""
    letters = run.group()
    return "\u200b".join(letters[k : k + LONGEST] for k in range(0, len(letters), LONGEST))
