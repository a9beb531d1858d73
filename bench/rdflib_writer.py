"""Write generated plans by rdflib: our mapping, an rdflib Graph, and its own three serializers."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from saisei_lod.iris import Minter
from saisei_lod.mapping.plans import plan_block
from saisei_lod.merging import MergedPlan
from saisei_lod.serialization import to_rdflib

__all__ = ["write"]


def write(
    plans: Iterable[MergedPlan], folder: Path, prefixes: Mapping[str, str], context: Mapping[str, object]
) -> None:
    """Write plans.nt, plans.ttl and plans.jsonld into ``folder``."""
    minter = Minter()
    graph = to_rdflib(chain.from_iterable(plan_block(plan, minter) for plan in plans))
    for prefix, base in prefixes.items():
        graph.bind(prefix, base)
    graph.serialize(folder / "plans.nt", format="nt", encoding="utf-8")
    graph.serialize(folder / "plans.ttl", format="turtle", encoding="utf-8")
    graph.serialize(folder / "plans.jsonld", format="json-ld", encoding="utf-8", context=dict(context))
