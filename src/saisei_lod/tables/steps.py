"""Say how rows are found at a node, and how cells are found from a row."""

from collections.abc import Callable, Iterator, Sequence

from saisei_lod import vocabulary as v
from saisei_lod.tables.model import Row, Step
from saisei_lod.tables.nodes import Node, Nodes
from saisei_lod.terms import Iri, Property, Term

__all__ = [
    "each",
    "is_latest",
    "is_lead",
    "links_of",
    "one_of",
    "or_itself",
    "pairs_of",
    "successors",
    "values_of",
    "with_class",
]


def each(node: Node, _: Nodes) -> Iterator[Row]:
    """Yield the row of a node itself."""
    yield {"row": node}


def values_of(name: Property) -> Callable[[Node, Nodes], Iterator[Row]]:
    """Return what yields a row for each value of a property: ``row``, ``item``, and ``plan``, the block's first."""

    def rows(node: Node, nodes: Nodes) -> Iterator[Row]:
        for item in nodes.follow([node], name):
            yield {"row": node, "item": item, "plan": nodes.main}

    return rows


def links_of(name: Property) -> Callable[[Node, Nodes], Iterator[Row]]:
    """Return what yields, for a plan, a row for each value that a version or the plan alone states.

    Roles: ``plan``, ``version`` (missing where only the plan states it), ``item``, and ``teller``, which
    of the two states it.
    """

    def rows(plan: Node, nodes: Nodes) -> Iterator[Row]:
        latest = nodes.follow([plan], v.LATEST_VERSION)
        told = {term.nt for version in latest for term in version.values(name)}
        for item in nodes.follow([plan], name):
            if item.iri.nt not in told:
                yield {"plan": plan, "item": item, "teller": plan}
        for version in nodes.follow([plan], v.VERSION):
            for item in nodes.follow([version], name):
                yield {"plan": plan, "version": version, "item": item, "teller": version}

    return rows


def pairs_of(one: Property, other: Property) -> Callable[[Node, Nodes], Iterator[Row]]:
    """Return what yields a row for each pair of values of two properties: ``row``, ``before``, ``after``.

    Where one of the properties says nothing, its role is missing.
    """

    def rows(node: Node, nodes: Nodes) -> Iterator[Row]:
        befores = [{"before": found} for found in nodes.follow([node], one)] or [{}]
        afters = [{"after": found} for found in nodes.follow([node], other)] or [{}]
        for before in befores:
            for after in afters:
                yield {"row": node, **before, **after}

    return rows


def is_latest(row: Row, _: Nodes) -> bool:
    """Tell whether the plan as it is latest known states the row's item."""
    plan, teller = row["plan"], row["teller"]
    return teller is plan or teller.iri in plan.values(v.LATEST_VERSION)


def is_lead(row: Row, nodes: Nodes) -> bool:
    """Tell whether the row's item leads the joint making."""
    return any(row["item"].iri in one.values(v.LEAD) for one in nodes.follow([row["teller"]], v.JOINT_MAKING))


def one_of(*classes: Iri) -> Step:
    """Return the step to the first of some classes that a node has."""

    def step(node: Node, _: Nodes) -> Sequence[Term]:
        return [kind for kind in classes if node.is_a(kind)][:1]

    return step


def with_class(name: Property, kind: Iri) -> Step:
    """Return the step along a property to nodes of one class alone."""

    def step(node: Node, nodes: Nodes) -> Sequence[Term]:
        return [found.iri for found in nodes.follow([node], name) if found.is_a(kind)]

    return step


def or_itself(name: Property) -> Step:
    """Return the step along a property that stays where the property says nothing."""

    def step(node: Node, _: Nodes) -> Sequence[Term]:
        return node.values(name) or [node.iri]

    return step


def successors(node: Node, nodes: Nodes) -> Sequence[Term]:
    """Return what an ended local government became on its last day."""
    last = node.values(v.EXISTS_UNTIL)
    changes = [one for one in nodes.follow([node], v.ORG_CHANGED_BY) if one.values(v.DCTERMS_DATE) == last]
    return [term for change in changes for term in change.values(v.ORG_RESULTING_ORGANIZATION)]
