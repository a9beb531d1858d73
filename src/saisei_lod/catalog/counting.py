"""Count what a graph holds in one pass over its sorted lines (N-Triples or N-Quads, a statement a line)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.serialization.sink import disk_faults

__all__ = ["Counts", "count_graph"]

_BLOCK: Final = 1 << 20
#: A line's subject, its predicate, and an object that is an IRI: the part up to its last ``/`` or ``#``, the rest.
_LINE: Final = re.compile(rb"^<([^>]*)> <([^>]*)> (?:<([^>]*[/#])?([^>]*)>)?", re.MULTILINE)
_TYPE: Final = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Counts(NamedTuple):
    """What a graph holds: statements, distinct subjects, members of each class, statements of each property.

    ``links`` counts the statements that lead to IRIs, by property and by the part of the IRI up to its last
    ``/`` or ``#``.
    """

    triples: int
    subjects: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    links: Mapping[tuple[str, str], int]


def count_graph(path: Path, at_once: int = _BLOCK) -> Counts:
    """Count a file of sorted lines without blank nodes; memory holds ``at_once`` bytes of it.

    Sorting keeps the lines of a subject together and lets no statement stand twice, so a subject is new
    where it differs from that of the line before. In N-Quads the subjects of several graphs are counted once.
    Raises EnvironmentFault where the file cannot be read.
    """
    links: Counter[tuple[bytes, bytes]] = Counter()
    classes: Counter[bytes] = Counter()
    subjects = 0
    last = b""
    for block in _blocks(path, at_once):
        found = _LINE.findall(block)
        distinct = {subject for subject, _, _, _ in found}
        subjects += len(distinct) - (last in distinct)
        last = found[-1][0]
        links.update([(name, space) for _, name, space, _ in found])
        classes.update([space + local for _, name, space, local in found if name == _TYPE and space + local])
    properties: Counter[str] = Counter()
    for (name, _), count in links.items():
        properties[name.decode()] += count
    return Counts(
        properties.total(),
        subjects,
        {name.decode(): count for name, count in sorted(classes.items())},
        dict(sorted(properties.items())),
        {(name.decode(), space.decode()): count for (name, space), count in sorted(links.items()) if space},
    )


def _blocks(path: Path, size: int) -> Iterator[bytes]:
    """Yield a file in large blocks of whole lines."""
    with disk_faults(path), path.open("rb") as file:
        while block := file.read(size):
            yield block + file.readline()
