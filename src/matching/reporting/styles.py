"""How a workbook looks: dark on light, readable where it is printed in grey, and nothing said by colour alone."""

from dataclasses import dataclass
from typing import Any

DARK, LIGHT, INK, RULE = "#1D3F5E", "#C9D7E4", "#1A1A1A", "#9AA5AF"


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a workbook."""

    title: Any
    part: Any
    line: Any
    strong: Any
    heading: Any
    heading_right: Any
    label: Any
    text: Any
    unknown: Any
    note: Any
    whole: Any
    number: Any
    change: Any
    change_of_number: Any
    day: Any


def styles(book: Any) -> Styles:
    """Every format of one workbook."""
    plain = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
    wrapped = plain | {"text_wrap": True}
    cell = wrapped | {"bottom": 1, "bottom_color": RULE}
    heading = wrapped | {"bold": True, "bg_color": LIGHT, "bottom": 2, "bottom_color": DARK}
    right = cell | {"align": "right", "indent": 1}

    def made(**of: Any) -> Any:
        return book.add_format(of)

    return Styles(
        title=made(**plain | {"bold": True, "font_size": 16, "font_color": DARK}),
        part=made(**plain | {"bold": True, "font_size": 12, "font_color": DARK}),
        line=made(**wrapped),
        strong=made(**wrapped | {"bold": True}),
        heading=made(**heading),
        heading_right=made(**heading | {"align": "right", "indent": 1}),
        label=made(**cell | {"bold": True}),
        text=made(**cell),
        unknown=made(**cell | {"italic": True}),
        note=made(**plain | {"italic": True}),
        whole=made(**right | {"num_format": "#,##0"}),
        number=made(**right | {"num_format": "#,##0.0"}),
        change=made(**right | {"num_format": "+#,##0;-#,##0;0"}),
        change_of_number=made(**right | {"num_format": "+#,##0.0;-#,##0.0;0"}),
        day=made(**cell | {"num_format": "d mmm yyyy", "align": "left"}),
    )
