"""What the linker answers: who is named where in a text, why, and what could not be decided."""

import re
from typing import Final, NamedTuple

from saisei_lod.findings import Finding

__all__ = ["Ambiguous", "Match", "Resolution", "as_json"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Match(NamedTuple):
    """A local government (or ward) that a text names, at its first mention.

    ``name`` is the name in the registry, ``text`` the words of the source; ``prefecture`` and
    ``current`` are 5-digit codes, ``current`` what it is today. ``start`` and ``end`` are offsets in
    code points, half-open; ``mentions`` holds those of every mention. ``valid_from`` and
    ``valid_until`` tell when the government bore the name (half-open; empty: before 2005-01-01, still).
    ``reason`` is one of unique, stated-prefecture, stated-city, county, publisher, co-mention, context,
    same-name; a reader that knows more may add printed-code. ``scope`` is whole (の全域), part (の区域の一部) or empty.
    """

    code: str
    name: str
    prefecture: str
    start: int
    end: int
    valid_from: str
    valid_until: str
    current: tuple[str, ...]
    reason: str
    scope: str
    text: str
    mentions: tuple[tuple[int, int], ...] = ()


class Ambiguous(NamedTuple):
    """A name whose bearer nothing decides, with the codes of all that may be meant, ascending."""

    text: str
    start: int
    end: int
    candidates: tuple[str, ...]


class Resolution(NamedTuple):
    """The answer for one text: matches in the order of first mention, one a government.

    ``outdated`` are names that no government bears on the day asked for, with the one that bore it on
    another day: they are told, and no answer.
    """

    text: str
    matches: tuple[Match, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    findings: tuple[Finding, ...] = ()
    outdated: tuple[Match, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the matches, in the order of first mention."""
        return tuple(match.code for match in self.matches)


def as_json(resolution: Resolution) -> dict[str, object]:
    """Return the resolution as the JSON object of ``saisei resolve`` (docs/how-to/resolve.md).

    A lone surrogate, which UTF-8 cannot hold, is written as U+FFFD; offsets stay as they are.

    >>> as_json(Resolution("大雪圏域"))["matches"]
    []
    """
    return {
        "text": _writable(resolution.text),
        "matches": [_match(match) for match in resolution.matches],
        "ambiguous": [
            {**item._asdict(), "text": _writable(item.text), "candidates": list(item.candidates)}
            for item in resolution.ambiguous
        ],
        "outdated": [_match(match) for match in resolution.outdated],
        "findings": [_finding(finding) for finding in resolution.findings],
    }


def _match(match: Match) -> dict[str, object]:
    return {
        **match._asdict(),
        "text": _writable(match.text),
        "current": list(match.current),
        "mentions": [list(span) for span in match.mentions],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message._asdict(),
        "fix": finding.fix._asdict(),
        "text": _writable(finding.text),
    }


def _writable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
