"""What a finding is made of."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["SEVERITY_NAMES", "Finding", "Kind", "Place", "Severity", "by_place", "worst"]


class Severity(StrEnum):
    """How bad a finding is; the names are those of SHACL (W3C SHACL, section 2.1.4)."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


#: What people read for each severity, in every report and message.
SEVERITY_NAMES: Final = {
    Severity.VIOLATION: Bilingual("違反", "violation"),
    Severity.WARNING: Bilingual("注意", "warning"),
    Severity.INFO: Bilingual("参考", "info"),
}
_RANK: Final = {Severity.VIOLATION: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Place(NamedTuple):
    """Where a finding was made: a file and line, or a node of the graph and a path from it."""

    file: str = ""
    line: int | None = None
    column: int | None = None
    node: str = ""
    path: str = ""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return (
            ":".join([self.file, *numbers]) if self.file else " ".join(filter(None, (self.node, self.path)))
        )


class Finding(NamedTuple):
    """One thing that is wrong, odd or not understood, with its place and what to do about it.

    ``text`` is the offending source text as it stands in the source; ``fix`` says what a person
    should do.
    """

    code: str
    severity: Severity
    message: Bilingual
    place: Place = Place()
    text: str = ""
    fix: Bilingual = Bilingual("", "")


class Kind(NamedTuple):
    """A kind of finding: its stable code (kebab-case), severity, and message and fix as templates."""

    code: str
    severity: Severity
    message: Bilingual
    fix: Bilingual

    def at(self, place: Place, text: str = "", **data: object) -> Finding:
        """Return a finding of this kind; ``text`` and ``data`` fill the ``{name}`` places."""
        filled = {"text": text, **data}
        return Finding(
            self.code, self.severity, self.message.filled(**filled), place, text, self.fix.filled(**filled)
        )


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the highest severity among the findings, None where there are none."""
    return min((finding.severity for finding in findings), key=_RANK.__getitem__, default=None)


def by_place(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in a stable order: by place, then severity, code and text."""
    return sorted(
        findings,
        key=lambda f: (
            f.place.file,
            f.place.line or 0,
            f.place.node,
            f.place.path,
            _RANK[f.severity],
            f.code,
            f.text,
        ),
    )
