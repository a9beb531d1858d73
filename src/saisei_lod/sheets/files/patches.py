"""What is to change in a record, as a tree that leaves out all that stays.

The same patch is laid over the plain values of a record (``patched``) and over the text of its file
(:mod:`saisei_lod.sheets.files.yaml_text`), so that one can be checked against the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

__all__ = [
    "REMOVED",
    "Change",
    "Fields",
    "Items",
    "Put",
    "Removed",
    "at_path",
    "joined",
    "moved",
    "patched",
    "settled",
    "sparse",
]


class Put(NamedTuple):
    """Write a value, plain mappings, lists and scalars, in the place of whatever stands there."""

    value: object


class Removed(NamedTuple):
    """Leave a field out."""


class Fields(NamedTuple):
    """Changes of some fields of a mapping, by name."""

    changes: "Mapping[str, Change]"


class Items(NamedTuple):
    """Changes of some items of a list, by index; indices to leave out; plain values to add at the end."""

    changes: "Mapping[int, Change]"
    removed: frozenset[int] = frozenset()
    added: Sequence[object] = ()


Change = Put | Removed | Fields | Items
REMOVED: Final = Removed()


def at_path(path: str, change: Change) -> Change:
    """Return a change of a field within mappings: ``certification.date``.

    >>> at_path("own.title_en", Put("Plan"))
    Fields(changes={'own': Fields(changes={'title_en': Put(value='Plan')})})
    """
    for name in reversed(path.split(".")):
        change = Fields({name: change})
    return change


def joined(changes: Sequence[Change]) -> Fields:
    """Return the changes of one mapping as one; changes of different fields of a part are joined.

    >>> joined([at_path("period.start", Put("2020")), at_path("period.end", REMOVED)]).changes["period"]
    Fields(changes={'start': Put(value='2020'), 'end': Removed()})
    """
    found: dict[str, Change] = {}
    for change in changes:
        for name, inner in change.changes.items() if isinstance(change, Fields) else ():
            before = found.get(name)
            found[name] = joined([before, inner]) if isinstance(before, Fields) else inner
    return Fields(found)


def patched(value: object, change: Change) -> object:
    """Return a plain value with a change laid over it; nothing of the value itself is touched.

    >>> patched({"codes": ["a", "b"]}, at_path("codes", Items({}, frozenset({0}), ["c"])))
    {'codes': ['b', 'c']}
    """
    if isinstance(change, Put):
        return change.value
    if isinstance(change, Items):
        kept = [
            patched(part, change.changes[number]) if number in change.changes else part
            for number, part in enumerate(value if isinstance(value, list) else ())
            if number not in change.removed
        ]
        return [*kept, *change.added]
    found = dict(value) if isinstance(value, dict) else {}
    for name, inner in change.changes.items() if isinstance(change, Fields) else ():
        if isinstance(inner, Removed):
            found.pop(name, None)
        else:
            found[name] = patched(found.get(name), inner)
    return found


def moved(value: object, change: Change, path: str = "") -> Iterator[tuple[str, list[int | None]]]:
    """Yield for each list that a change touches its path, and where each item of the new list was before.

    >>> list(moved(["a", "b"], Items({}, frozenset({0}), ["c"])))
    [('', [1, None])]
    """
    if isinstance(change, Items):
        parts = value if isinstance(value, list) else []
        kept: list[int | None] = [number for number in range(len(parts)) if number not in change.removed]
        yield path, [*kept, *(None for _ in change.added)]
        for number, inner in change.changes.items():
            yield from moved(parts[number], inner, f"{path}[{number}]")
    elif isinstance(change, Fields):
        fields = value if isinstance(value, dict) else {}
        for name, inner in change.changes.items():
            yield from moved(fields.get(name), inner, f"{path}.{name}".lstrip("."))


def sparse(value: object) -> object:
    """Return plain values without what says nothing: null, false, empty lists and mappings.

    >>> sparse({"period": {"start": None}, "codes": ["06209"], "lead": False})
    {'codes': ['06209']}
    """
    if isinstance(value, dict):
        said = ((name, sparse(part)) for name, part in value.items())
        return {
            name: part
            for name, part in said
            if part is not None and part is not False and part not in ([], {})
        }
    return [sparse(part) for part in value] if isinstance(value, list) else value


def settled(value: object, change: Change) -> Change:
    """Return a change as it is best written over a value: no part is left empty, none is changed in nothing.

    A mapping or list of which everything goes is removed; one that is not there yet is put as a whole.
    """
    if isinstance(change, Put | Removed):
        return change
    after = patched(value, change)
    if not value:
        return Put(after) if after else REMOVED
    if not after:
        return REMOVED
    if isinstance(change, Items):
        parts = cast("list[object]", value)
        return change._replace(
            changes={number: _settled_part(parts[number], inner) for number, inner in change.changes.items()}
        )
    fields = cast("dict[str, object]", value)
    return Fields({name: settled(fields.get(name), inner) for name, inner in change.changes.items()})


def _settled_part(value: object, change: Change) -> Change:
    """Return the change of an item of a list, which stays in its place even where nothing is left of it."""
    inner = settled(value, change)
    return Put({}) if isinstance(inner, Removed) else inner
