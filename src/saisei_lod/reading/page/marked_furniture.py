"""Furniture that the container's marks tell: links to other pages, headings of sections, imprints."""

import re
from collections.abc import Container
from typing import Final

from saisei_lod.reading.model import Line, Link, PageText, Use
from saisei_lod.reading.page.furniture import tells_of_plans
from saisei_lod.reading.page.link_files import is_file_link
from saisei_lod.reading.wording.attachments import attachment_in

__all__ = ["marked_furniture"]

_IMPRINT: Final = re.compile(r"©|\(C\)|Copyright|All Rights Reserved|法人番号", re.IGNORECASE)
_LONGEST: Final = 200


def marked_furniture(page: PageText, used: Container[int]) -> dict[int, Use]:
    """Return the use of the lines left over that are nothing but links to pages, headings or an imprint.

    A line that tells of a plan is none of these, whatever its mark.
    """
    links: dict[int, list[Link]] = {}
    for link in page.links:
        links.setdefault(link.line, []).append(link)
    headings = {heading.line for heading in page.headings}
    found: dict[int, Use] = {}
    for line in page.lines:
        if line.number in used or len(line.level) > _LONGEST:
            continue
        name = _name(line, links.get(line.number, []), is_heading=line.number in headings)
        if name and not tells_of_plans(line):
            found[line.number] = Use("furniture", name)
    return found


def _name(line: Line, links: list[Link], *, is_heading: bool) -> str | None:
    if _IMPRINT.search(line.level):
        return "imprint"
    if links and _is_covered(line, links):
        return "link"
    return "heading" if is_heading else None


def _is_covered(line: Line, links: list[Link]) -> bool:
    """Tell whether all words of a line lead to other pages."""
    if any(is_file_link(link.url) for link in links) or attachment_in(line.level, 0, len(line.level)):
        return False
    rest = list(line.level)
    for link in links:
        rest[link.start : link.end] = " " * len(rest[link.start : link.end])
    return not "".join(rest).strip(" |/>・»›<-")
