"""Compare two releases entity by entity: what differs, and what that means."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from saisei_lod.changes.entities import Entities
from saisei_lod.changes.facts import facts, local, values
from saisei_lod.changes.model import KINDS, Change, Detail
from saisei_lod.changes.naming import Names
from saisei_lod.changes.others import other_changes
from saisei_lod.changes.plans import Between, plan_changes
from saisei_lod.changes.releases import GRAPHS, Head, State
from saisei_lod.errors import Bilingual, InputError

__all__ = ["Changes", "Difference", "changes_of", "compared", "differences"]

_END: Final = re.compile(rb'periodEnd> "(\d{4}-\d\d-\d\d)"')
_DATE_AND_CODE: Final = re.compile(r"(.*/change-event/)(\d{8})(-.*)\Z")


_TITLES: Final = {
    "registry": Bilingual("地方公共団体", "local governments"),
    "schemes": Bilingual("支援措置", "funding schemes"),
    "rounds": Bilingual("認定回", "certification rounds"),
    "vocabulary": Bilingual("語彙", "vocabulary"),
}


class Difference(NamedTuple):
    """An entity with its lines in two releases; the text of the one that lacks it is empty."""

    graph: str
    entity: str
    old: bytes
    new: bytes


class Changes(NamedTuple):
    """What changed from one release to another, and which graphs could not be compared.

    ``old`` is None where there is no former release. Changes stand in the order of KINDS, then by date
    and IRI.
    """

    old: Head | None
    new: Head
    changes: Sequence[Change]
    names: Names
    left_out: Sequence[str] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each kind that occurs, in the order of KINDS."""
        counted = Counter(change.kind for change in self.changes)
        return {kind: counted[kind] for kind in KINDS if counted[kind]}


def differences(old: State | None, new: State) -> Iterator[Difference]:
    """Yield the entities whose lines differ, by graph and IRI, over the graphs that both releases hold."""
    for name in GRAPHS:
        if name in new.graphs and (old is None or name in old.graphs):
            yield from _in_graph(name, old.graphs[name] if old else None, new.graphs[name])


def _in_graph(name: str, old: Entities | None, new: Entities) -> Iterator[Difference]:
    for entity in sorted({*new, *(old or ())}):
        before, after = old.text(entity) if old else b"", new.text(entity)
        if before != after:
            yield Difference(name, entity, before, after)


def compared(old: State, new: State) -> Changes:
    """Return what changed between two releases. Raises InputError for releases of two publishers."""
    if old.head.base != new.head.base:
        raise _other_base(old.head, new.head)
    left_out = [name for name in GRAPHS if (name in old.graphs) != (name in new.graphs)]
    return changes_of(old, new, differences(old, new))._replace(left_out=left_out)


def changes_of(old: State | None, new: State, differing: Iterable[Difference]) -> Changes:
    """Return what differences between two releases mean; without a former release all is newly recorded."""
    names = Names(new, old)
    if old is None:
        found = [*_first(new, names)]
        for _ in differing:
            pass
    else:
        found = list(_told(old, new, differing, Between(old.head.issued, new.head.issued, names)))
    order = {kind: number for number, kind in enumerate(KINDS)}
    found.sort(key=lambda change: (order[change.kind], change.date, change.entity))
    return Changes(old.head if old else None, new.head, found, names)


def _first(new: State, names: Names) -> Iterator[Change]:
    """Yield what the first release holds: each plan, and of the other graphs how much they hold."""
    between = Between("9999", "9999", names)
    for name, graph in new.graphs.items():
        if name == "plans":
            for entity in graph:
                if "/plan/" in entity:
                    yield from plan_changes(entity, b"", graph.text(entity), between)
            continue
        note = Bilingual(f"{len(graph):,} 件", f"{len(graph):,} entities")
        yield Change("graph-added", f"{new.head.base}catalog/{name}", _TITLES[name], note=note)


def _told(old: State, new: State, differing: Iterable[Difference], between: Between) -> Iterator[Change]:
    renamed = _renamed(old, new)
    moved = _moved_events(old, new)
    met: set[str] = set()
    for graph, entity, before, after in differing:
        met.add(entity)
        if entity in moved or entity in moved.values():
            if after:
                yield _event_moved(entity, moved, between)
        elif graph == "plans" and "/plan/" in entity:
            if entity in renamed.values():
                continue  # told with the plan that took its place
            if entity in renamed and not before:
                yield _plan_renamed(entity, renamed[entity], between)
            else:
                yield from plan_changes(entity, before, after, between)
        else:
            yield from other_changes(graph, entity, before, after, between)
    yield from _passed(new, between, met)


def _passed(new: State, between: Between, met: set[str]) -> Iterator[Change]:
    """Yield plans whose period ended between the releases although nothing is said otherwise of them."""
    plans = new.graphs.get("plans")
    for entity in plans or ():
        if plans is None or entity in met or "/plan/" not in entity:
            continue
        text = plans.text(entity)
        if any(between.old <= end.decode() < between.new for end in _END.findall(text)):
            yield from (
                change for change in plan_changes(entity, text, text, between) if change.kind == "plan-ended"
            )


def _renamed(old: State, new: State) -> dict[str, str]:
    """Return the plans that are new under their key, by the former plan that they name and that is gone."""
    before, after = old.graphs.get("plans"), new.graphs.get("plans")
    if before is None or after is None:
        return {}
    found = {}
    for entity in after:
        if "/plan/" in entity and entity not in before:
            base = entity.removesuffix(local(entity))
            for key in values(facts(after.text(entity)), entity, ["formerKey"]):
                if base + key in before and base + key not in after:
                    found[entity] = base + key
    return found


def _plan_renamed(entity: str, former: str, between: Between) -> Change:
    keys = [Bilingual(key, key) for key in (local(former), local(entity))]
    label = between.names.label(entity)
    return Change("plan-renamed", entity, label, details=(Detail("key", (keys[0],), (keys[1],)),))


def _moved_events(old: State, new: State) -> dict[str, str]:
    """Return the changes of governments that stand under another day now, with what they were called."""
    before, after = old.graphs.get("registry"), new.graphs.get("registry")
    if before is None or after is None:
        return {}
    gone = {_code(entity): entity for entity in before if entity not in after and _code(entity)}
    come = {_code(entity): entity for entity in after if entity not in before and _code(entity)}
    return {come[code]: gone[code] for code in come.keys() & gone.keys()}


def _code(entity: str) -> str:
    found = _DATE_AND_CODE.match(entity)
    return found[3] if found else ""


def _event_moved(entity: str, moved: dict[str, str], between: Between) -> Change:
    days = [local(one).split("-")[0] for one in (moved[entity], entity)]
    shown = [Bilingual(day, day) for day in (f"{one[:4]}-{one[4:6]}-{one[6:]}" for one in days)]
    label = between.names.label(entity)
    return Change(
        "municipality-corrected", entity, label, details=(Detail("date", (shown[0],), (shown[1],)),)
    )


def _other_base(old: Head, new: Head) -> InputError:
    return InputError(
        Bilingual(
            "2 つの公開データは発行者の IRI が違い、比べられません。",
            "The two releases name things under different bases, so nothing in them is the same.",
        ),
        where=f"{old.base} / {new.base}",
        expected=Bilingual("同じ base の公開データ", "releases of one base (publication.toml)"),
        todo=Bilingual("同じ発行者の公開データを指定してください。", "Name releases of one publisher."),
    )
