"""Addresses of the reference pages that say what a rule or a kind of finding is about."""

from typing import Final

from saisei_lod.validation.names import SHAPES
from saisei_lod.validation.results import Result

__all__ = ["PAGES", "link"]

#: Where docs/reference is published; each code is an anchor of its page.
PAGES: Final = "https://w3id.org/saisei/docs/reference/"


def link(code: str, result: Result | None) -> str:
    """Return the address of what is said about a code, "" for the shapes of others.

    >>> link("record-period-reversed", None)
    'https://w3id.org/saisei/docs/reference/findings#record-period-reversed'
    """
    if result is None:
        return f"{PAGES}findings#{code}"
    return f"{PAGES}rules#{code}" if result.shape.startswith(f"<{SHAPES}") else ""
