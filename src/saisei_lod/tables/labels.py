"""Read what the vocabulary calls its terms, for cells that say in Japanese what a code means."""

from collections.abc import Iterator
from pathlib import Path

from saisei_lod import vocabulary as v
from saisei_lod.terms import Description, text

__all__ = ["term_labels"]


def term_labels(ontology: Path) -> Iterator[list[Description]]:
    """Yield a block a label of the vocabulary's own terms, Japanese and English in one description."""
    import pyoxigraph  # noqa: PLC0415 - only a build reads the vocabulary

    own = v.SAISEI.base
    said: dict[str, dict[str, str]] = {}
    for quad in pyoxigraph.parse(path=str(ontology / "saisei.ttl")):
        subject, label = quad.subject, quad.object
        if quad.predicate.value != v.RDFS_LABEL.value or not isinstance(label, pyoxigraph.Literal):
            continue
        if isinstance(subject, pyoxigraph.NamedNode) and subject.value.startswith(own):
            said.setdefault(subject.value.removeprefix(own), {})[label.language or ""] = label.value
    for name, labels in sorted(said.items()):
        described = Description(v.SAISEI(name))
        described.add(v.RDFS_LABEL, *[text(labels[tag], tag) for tag in sorted(labels) if tag])
        yield [described]
