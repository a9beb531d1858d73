"""Say which statement the claims of a report are about, so that they lead to the record that makes it."""

import re
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph

from saisei_lod import vocabulary as v
from saisei_lod.serialization import SortedFile
from saisei_lod.validation import Report
from saisei_lod.validation.names import shortened

__all__ = ["Told", "told"]

_CLAIM: Final = re.compile(r".*/claim/[0-9a-f]{16}(?=-|\Z)")


class Told(NamedTuple):
    """The statement of a claim: the IRIs of its subject and snapshot, its property, its value in N-Triples."""

    subject: str
    about: str
    value: str
    snapshot: str


def told(path: Path, report: Report) -> dict[str, Told]:
    """Return the statement of each claim that a report has a result at, or at a part of, by the result's node.

    ``path`` is the sorted file of claims. A claim without subject or property has none.
    """
    claims = {result.node: found[0] for result in report.results if (found := _CLAIM.match(result.node))}
    if not claims:
        return {}
    with SortedFile(path) as file:
        return {node: said for node, claim in claims.items() if (said := _told(file, claim)) is not None}


def _told(file: SortedFile, claim: str) -> Told | None:
    lines = b"".join(file.beginning_with(f"<{claim}> ".encode()))
    quads = list(pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS))
    said = {str(quad.predicate): quad.object for quad in quads}
    subject, about = (said.get(one.predicate) for one in (v.CLAIM_SUBJECT, v.CLAIM_PREDICATE))
    if not isinstance(subject, pyoxigraph.NamedNode) or not isinstance(about, pyoxigraph.NamedNode):
        return None
    value = said.get(v.CLAIM_OBJECT.predicate) or said.get(v.CLAIM_VALUE.predicate) or ""
    graph = quads[0].graph_name
    snapshot = graph.value if isinstance(graph, pyoxigraph.NamedNode) else ""
    return Told(subject.value, shortened(about.value), str(value), snapshot)
