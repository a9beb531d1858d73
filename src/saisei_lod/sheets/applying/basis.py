"""Keep the evidence of a record true when a person corrects values: what was read stays, and shows the difference.

A value that a person changed keeps its evidence, with value and words as they were read; so does one that a
person took away, unless its path now names another. A value that no evidence spoke of gets evidence of the
rule ``corrected-by-hand`` whose value is empty: nothing was read. Evidence goes with an item whose identity
is corrected, so that it still says which value was read there.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from saisei_lod.records.evidence import CORRECTED, as_read
from saisei_lod.records.model import Evidence, Page, PlanRecord
from saisei_lod.records.values import amendment_paths, group, page_values, plan_values
from saisei_lod.sheets.files.patches import REMOVED, Change, Fields, Put

__all__ = ["Alignment", "evidence_change"]

_BY_HAND: Final = Evidence(rule=CORRECTED, value="")
#: Where each item of a list was before, None for a new one; by the path of the list.
Alignment = Mapping[str, Sequence[int | None]]
_ITEM: Final = re.compile(r"\[(\d+)\]")


class _Leaf(NamedTuple):
    """A value that evidence may speak of: the evidence's path, and the value as text."""

    path: str
    value: str


def evidence_change(
    before: PlanRecord | Page, after: PlanRecord | Page, alignment: Alignment
) -> Change | None:
    """Return what changes in the evidence of a plan or page when a person corrects it, None for nothing."""
    new = _evidence(before, after, alignment)
    changes: dict[str, Change] = {path: REMOVED for path in before.evidence if path not in new}
    for path, said in new.items():
        old = before.evidence.get(path)
        if old is None:
            changes[path] = Put(_tree(said))
        elif old != said:
            changes[path] = Fields(
                {name: Put(value) for name, value in _tree(said).items() if value != getattr(old, name)}
            )
    return Fields({"evidence": Fields(changes)}) if changes else None


def _evidence(
    before: PlanRecord | Page, after: PlanRecord | Page, alignment: Alignment
) -> dict[str, Evidence]:
    old = dict(_leaves(before))
    new = [(leaf, old.get(_origin(place, alignment))) for place, leaf in _leaves(after)]
    went_on = {was.path for _, was in new if was}
    found = _kept(before.evidence, {leaf.path: leaf for leaf in old.values()}, went_on)
    for leaf, was in new:
        said = before.evidence.get(was.path) if was else None
        if was and was.value == leaf.value:
            found |= {leaf.path: said} if said else {}
        else:
            found[leaf.path] = as_read(said, was.value) if said and was else _BY_HAND
    return found


def _kept(
    evidence: Mapping[str, Evidence], old: Mapping[str, _Leaf], went_on: Collection[str]
) -> dict[str, Evidence]:
    """Return the evidence of what no value came of: of other things, and of values that were taken away."""
    found = {}
    for path, said in evidence.items():
        if path not in old:
            found[path] = said
        elif path not in went_on and said.rule != CORRECTED:
            found[path] = as_read(said, old[path].value)
    return found


def _tree(said: Evidence) -> dict[str, object]:
    """Return evidence as it is written: without its empty fields, an empty value apart."""
    fields = msgspec.structs.asdict(said)
    return {name: value for name, value in fields.items() if value or (name == "value" and value is not None)}


def _origin(place: str, alignment: Alignment) -> str:
    """Return where a value was before, "" where its item is new."""
    origin = ""
    for step in _ITEM.split(place):
        moved = alignment.get(origin) if step.isdecimal() else None
        at = moved[int(step)] if moved is not None else step
        if at is None:
            return ""
        origin += f"[{at}]" if step.isdecimal() else step
    return origin


def _leaves(part: PlanRecord | Page) -> Iterator[tuple[str, _Leaf]]:
    """Yield the values of a plan or page with their places, which tell items by number: ``makers[0]``."""
    if isinstance(part, Page):
        yield from ((value.path, _Leaf(value.path, value.said)) for value in page_values(part))
        return
    events = {path: f"amendments[{number}]" for number, (path, _) in enumerate(amendment_paths(part))}
    met: Counter[str] = Counter()
    for value in plan_values(part):
        place, kind = value.path, group(value.path)
        if kind.startswith("amendments."):
            event, _, name = value.path.rpartition(".")
            place = f"{events[event]}.{name}"
        elif kind:
            place = f"{kind}[{met[kind]}]"
            met[kind] += 1
        yield place, _Leaf(value.path, value.said or value.also)
