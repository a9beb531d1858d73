"""Write a report for its readers: text, HTML and CSV for people, JSON and Turtle for programs.

Each form is one module and one row of ``REPORTS``. The same report always gives the same bytes.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from saisei_lod.errors import Language
from saisei_lod.validation.reporting.csv_form import as_csv
from saisei_lod.validation.reporting.entries import Entry, entries, people
from saisei_lod.validation.reporting.html_form import as_html
from saisei_lod.validation.reporting.json_form import as_json
from saisei_lod.validation.reporting.selecting import selected
from saisei_lod.validation.reporting.text_form import as_text
from saisei_lod.validation.reporting.turtle_form import as_turtle
from saisei_lod.validation.results import Report

__all__ = [
    "REPORTS",
    "SUFFIXES",
    "Entry",
    "Form",
    "as_csv",
    "as_html",
    "as_json",
    "as_text",
    "as_turtle",
    "entries",
    "people",
    "selected",
]


class Form(Protocol):
    """A form of a report: it yields the text in parts, in one language or, where it can, in both."""

    def __call__(self, report: Report, language: Language, *, verbose: bool = False) -> Iterator[str]:
        """Yield the report; ``verbose`` leaves nothing out."""
        ...


#: Forms of a report by the name that ``--report`` takes.
REPORTS: Final[Mapping[str, Form]] = {
    "csv": as_csv,
    "html": as_html,
    "json": as_json,
    "text": as_text,
    "turtle": as_turtle,
}
#: The form that a file name asks for.
SUFFIXES: Final[Mapping[str, str]] = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".ttl": "turtle",
    ".txt": "text",
}
