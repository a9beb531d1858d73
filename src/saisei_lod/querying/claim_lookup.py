"""Look up what the sorted files of a release say of some nodes, and what nodes are called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from saisei_lod import resources
from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual
from saisei_lod.serialization import SortedFile

__all__ = ["Told", "labels_of", "told_by"]

Told = Mapping[str, Sequence[str]]
"""The values of the properties of a node, IRIs and texts alike."""

_LANGUAGES: Final = ("ja", "en")


def told_by(file: SortedFile, nodes: Iterable[str]) -> dict[str, Told]:
    """Return what a file says of the nodes that it describes."""
    lines = (line for node in dict.fromkeys(nodes) for line in file.beginning_with(f"<{node}> ".encode()))
    told: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value, _ in _quads(b"".join(lines)):
        told.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return dict(told)


def labels_of(nodes: Iterable[str], files: Sequence[SortedFile]) -> dict[str, Bilingual]:
    """Return what nodes are called: terms by the vocabulary, others by the files given."""
    wanted = [node for node in dict.fromkeys(nodes) if "://" in node and " " not in node]
    found: dict[str, dict[str, str]] = {}
    own = [node for node in wanted if node.startswith(v.SAISEI.base)]
    for subject, predicate, value, language in _vocabulary() if own else ():
        if subject in own and predicate == v.RDFS_LABEL.value:
            found.setdefault(subject, {}).setdefault(language, value)
    for node in wanted:
        start = f"<{node}> {v.SKOS_PREF_LABEL.predicate} ".encode()
        lines = b"".join(line for file in files for line in file.beginning_with(start))
        for _, _, value, language in _quads(lines):
            found.setdefault(node, {}).setdefault(language, value)
    return {node: _bilingual(names) for node, names in found.items()}


def _bilingual(names: Mapping[str, str]) -> Bilingual:
    first = next(iter(names.values()))
    return Bilingual(*(names.get(language, first) for language in _LANGUAGES))


def _quads(lines: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Yield subject, predicate, value and language of lines of N-Triples or N-Quads."""
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415 - help must not pay for it

    for quad in parse(lines, RdfFormat.N_QUADS):
        value = quad.object
        language = getattr(value, "language", None) or ""
        yield str(quad.subject)[1:-1], quad.predicate.value, getattr(value, "value", ""), language


def _vocabulary() -> Iterator[tuple[str, str, str, str]]:
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415

    text = (resources.ontology() / "saisei.ttl").read_bytes()
    for quad in parse(text, RdfFormat.TURTLE):
        language = getattr(quad.object, "language", None) or ""
        yield str(quad.subject)[1:-1], quad.predicate.value, getattr(quad.object, "value", ""), language
