"""Tell what changed of what plans refer to: sources, local governments, schemes, rounds and terms."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from saisei_lod.changes.facts import facts, values
from saisei_lod.changes.flattening import flat
from saisei_lod.changes.model import Change
from saisei_lod.changes.plans import Between
from saisei_lod.errors import Bilingual

__all__ = ["other_changes"]

#: What a change event says of governments, and a transition of schemes: it is told with the event.
_BY_EVENTS: Final = frozenset(["changedBy", "resultedFrom", "replaces", "isReplacedBy"])
#: What of a government follows from the events that touch it.
_FOLLOWS: Final = ("existsFrom", "existsUntil", "state", "prefLabel", "county", "unitOf")
_MERGERS: Final = frozenset(["Absorption", "Merger"])


class _Class(NamedTuple):
    """The kinds of changes of a class of entities."""

    added: str
    corrected: str
    withdrawn: str


_SOURCE: Final = _Class("source-added", "source-corrected", "source-withdrawn")
_GOVERNMENT: Final = _Class("municipality-added", "municipality-corrected", "municipality-withdrawn")
_SCHEME: Final = _Class("scheme-added", "scheme-corrected", "scheme-withdrawn")
_ROUND: Final = _Class("round-added", "round-corrected", "round-withdrawn")
_TERM: Final = _Class("term-added", "term-changed", "term-withdrawn")
_CLASSES: Final[Mapping[str, _Class]] = {
    "plans": _SOURCE,
    "registry": _GOVERNMENT,
    "schemes": _SCHEME,
    "rounds": _ROUND,
    "vocabulary": _TERM,
}
_DAYS: Final = {"rounds": ("certificationDay",), "schemes": ("existsFrom",)}


def other_changes(graph: str, iri: str, old: bytes, new: bytes, between: Between) -> Iterator[Change]:
    """Yield what changed of an entity that is no plan; the text of the release that lacks it is empty."""
    special = _SPECIAL.get(iri.split("/")[-2] if "/" in iri else "")
    if special is not None and new and not old:
        yield special(iri, new, between)
        return
    kinds, label = _CLASSES[graph], between.names.label(iri)
    if not new:
        yield Change(kinds.withdrawn, iri, label)
    elif not old:
        yield from _added(graph, iri, new, between)
    else:
        yield from _differing(graph, iri, old, new, between)


def _added(graph: str, iri: str, new: bytes, between: Between) -> Iterator[Change]:
    found = facts(new)
    if graph == "registry" and values(found, iri, ["resultedFrom"]):
        return  # the event that made the government tells of it
    when = min(values(found, iri, _DAYS.get(graph, ())), default="")
    late = graph in _DAYS and between.is_late(when)
    yield Change(_CLASSES[graph].added, iri, between.names.label(iri), when, late)


def _differing(graph: str, iri: str, old: bytes, new: bytes, between: Between) -> Iterator[Change]:
    before, after, label = facts(old), facts(new), between.names.label(iri)
    if graph == "plans" and any("/snapshot/" in subject and subject not in before for subject in after):
        yield Change("source-read-again", iri, label)
        return
    left_out = _BY_EVENTS
    events = set(values(after, iri, _BY_EVENTS)) - set(values(before, iri, _BY_EVENTS))
    if graph == "registry" and events:
        left_out |= frozenset(_FOLLOWS)
    details = between.names.details(flat(before, iri, left_out), flat(after, iri, left_out))
    if details:
        yield Change(_CLASSES[graph].corrected, iri, label, details=details)


def _municipal(iri: str, new: bytes, between: Between) -> Change:
    """Return a change of governments: who was there before, and who after."""
    found, names = facts(new), between.names
    label, when = names.label(iri), next(iter(values(found, iri, ["date"])), "")
    before = [names.label(one) for one in values(found, iri, ["originalOrganization"])]
    after = [names.label(one) for one in values(found, iri, ["resultingOrganization"])]
    told = Bilingual(
        f"{'・'.join(one.ja for one in before)} → {'・'.join(one.ja for one in after)}",
        f"{', '.join(one.en for one in before)} → {', '.join(one.en for one in after)}",
    )
    kind = "municipalities-merged" if label.en in _MERGERS else "municipality-changed"
    return Change(kind, iri, label, when, between.is_late(when), note=told)


def _transition(iri: str, new: bytes, between: Between) -> Change:
    """Return that a scheme replaced another."""
    when = next(iter(values(facts(new), iri, ["transitionDate"])), "")
    return Change("scheme-replaced", iri, between.names.label(iri), when, between.is_late(when))


_SPECIAL: Final[Mapping[str, Callable[[str, bytes, Between], Change]]] = {
    "change-event": _municipal,
    "scheme-transition": _transition,
}
