"""Tell which claims are alike in all that the shapes look at, so that one of them is validated for all.

A national release holds hundreds of thousands of claims, made by one program: most differ in nothing but
names and texts. The *form* of a claim is its lines with everything replaced that no shape can object to:
the claim's own hash, IRIs where any IRI will do, texts where any text will do, and places whose start,
end and words fit each other. What is not as it should be stays as it is, and so makes a form of its own.

That no shape looks at more than forms keep is tested with the bad example of every condition.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.serialization import SortedFile

__all__ = ["Group", "form", "groups", "outweighing"]

_QUAD: Final = re.compile(rb"(<[^>]*>) (<[^>]*>) (.*) (<[^>]*>) \.\n\Z", re.DOTALL)
_OWN: Final = re.compile(rb"<[^>]*/claim/([0-9a-f]{16})[>-]")
_IRI: Final = re.compile(rb"<[^>\x00-\x20]+>\Z")
_TEXT: Final = re.compile(rb'"(?:[^"\\]|\\.)+"\Z', re.DOTALL)
_NUMBER: Final = re.compile(rb'"([0-9]{1,18})"\^\^<http://www\.w3\.org/2001/XMLSchema#nonNegativeInteger>\Z')
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_ANY_IRI: Final = frozenset(p.predicate.encode() for p in (v.CLAIM_SUBJECT, v.CLAIM_OBJECT))
_ANY_TEXT: Final = frozenset({v.CLAIM_VALUE.predicate.encode()})
_PLACES: Final = tuple(p.predicate.encode() for p in (v.OA_START, v.OA_END, v.OA_EXACT))
_OUTWEIGHED: Final = v.OUTWEIGHED_BY.predicate.encode()
_PUBLISHED: Final = f" {v.OUTCOME.predicate} {v.PUBLISHED.nt} ".encode()


class Group(NamedTuple):
    """A claim: its hash, and its lines with those of its targets and selectors."""

    name: bytes
    lines: Sequence[bytes]


def groups(path: Path) -> Iterator[Group]:
    """Yield the claims of a sorted file; lines that belong to no claim come together under no name."""
    with path.open("rb") as file:
        for name, lines in groupby(file, key=_name):
            yield Group(name, list(lines))


def _name(line: bytes) -> bytes:
    found = _OWN.match(line)
    return found[1] if found else b""


def form(group: Group, snapshots: Container[bytes], claims: SortedFile) -> bytes:
    """Return the form of a claim, given the snapshots that are described, and the file for other claims."""
    quads = [quad.groups() for line in group.lines if (quad := _QUAD.match(line))]
    if not group.name or len(quads) < len(group.lines):
        return b"".join(group.lines)
    fitting = _fitting(quads, group.name)
    graph = quads[0][3]
    lines = []
    for subject, predicate, value, name in quads:
        place = fitting.get(subject.replace(b"-quote-", b"-position-"), False)
        kept = _kept(predicate, value, claims, place=place)
        lines.append(b"%b %b %b %b\n" % (subject, predicate, kept, name))
    text = b"".join(lines).replace(group.name, b"*")
    return text.replace(graph, b"<snapshot>") if graph in snapshots else text


def _kept(predicate: bytes, value: bytes, claims: SortedFile, *, place: bool) -> bytes:
    """Return a value, or what stands for all values that are as good."""
    if predicate in _ANY_IRI and _IRI.match(value):
        return b"<any>"
    if predicate in _ANY_TEXT and _TEXT.match(value):
        return b'"any"'
    if predicate in _PLACES and place:
        return b'"fits"'
    if predicate == _OUTWEIGHED and any(_PUBLISHED in line for line in claims.beginning_with(value + b" ")):
        return b"<published>"
    return value


def _fitting(quads: Iterable[tuple[bytes, ...]], name: bytes) -> Mapping[bytes, bool]:
    """Return the positions of a claim, and whether each fits the words that are quoted for it, if any are."""
    told: dict[bytes, dict[bytes, list[bytes]]] = {}
    for subject, predicate, value, _ in quads:
        if predicate in _PLACES and name in subject:
            place = subject.replace(b"-quote-", b"-position-")
            told.setdefault(place, {}).setdefault(predicate, []).append(value)
    return {place: _fits(*(said.get(part, []) for part in _PLACES)) for place, said in told.items()}


def _fits(starts: Sequence[bytes], ends: Sequence[bytes], words: Sequence[bytes]) -> bool:
    if len(starts) != 1 or len(ends) != 1 or len(words) > 1:
        return False
    start, end = _NUMBER.match(starts[0]), _NUMBER.match(ends[0])
    if not start or not end or int(start[1]) >= int(end[1]):
        return False
    length = int(end[1]) - int(start[1])
    return not words or (
        bool(_TEXT.match(words[0])) and len(_ESCAPED.sub(rb"\1", words[0][1:-1]).decode()) == length
    )


def outweighing(lines: Iterable[bytes], claims: SortedFile) -> Iterator[bytes]:
    """Yield what a file says of the claims that outweigh others, given the lines of these."""
    named = {quad[3] for line in lines if _OUTWEIGHED in line and (quad := _QUAD.match(line))}
    for name in sorted(named):
        yield from claims.beginning_with(name + b" ")
