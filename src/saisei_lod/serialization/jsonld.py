"""Write descriptions as JSON-LD 1.1 (W3C 2020) that people can read: an object a block, children inside.

A description of the block is embedded where it is first referred to, as near to the block's first
description as can be: a node takes the nodes that it refers to itself before they take any. Later
references are identifiers. What nothing refers to follows as an object of its own.

Values stand as the context coerces them: a literal of its property's datatype as a string (numbers and
booleans bare), a reference as a string, everything else as a value object.
"""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import GAP, SEVERAL, Outline, Outlined, PerOutline, pieces
from saisei_lod.serialization.sink import Sink
from saisei_lod.terms import XSD, Description, Property, Term

__all__ = ["JsonLdWriter"]

#: Where the objects of @graph stand; an object further in than _LAST takes no others inside, so that no
#: chain of nodes exhausts the stack.
_ROOT: Final = 2
_LAST: Final = 24
_STRING: Final = f"{XSD}string"
_INDENTS: Final = tuple("\n" + " " * depth for depth in range(_LAST + 6))

#: Descriptions by the N-Triples spelling of their subjects; and by the place of a reference with it.
Nodes = dict[str, Outlined]
Owned = dict[tuple[int, str], Outlined]
Statement = tuple[Property, tuple[Term, ...]]


class JsonLdWriter:
    """Write a document with an inline context, object by object."""

    __slots__ = ("_objects", "_separator", "_sink")

    def __init__(self, sink: Sink, frame: Frame) -> None:
        self._sink = sink
        self._objects = [PerOutline(partial(_pieces, depth)) for depth in range(_LAST + 3)]
        self._separator = _INDENTS[_ROOT]
        context = json.dumps({**frame.context, "xsd": XSD}, ensure_ascii=False, indent=1)
        context = context.replace("\n", _INDENTS[1])
        sink.write(f'{{\n "@context": {context},\n "@graph": [')

    def block(self, block: Sequence[Outlined]) -> None:
        """Write the objects of a block."""
        pending: Nodes = {}
        again: list[Outlined] = []
        for outlined in block:
            node = outlined[0].subject.nt
            if node in pending:
                again.append(outlined)
            else:
                pending[node] = outlined
        while pending:
            self._write(pending.pop(next(iter(pending))), pending)
        for outlined in again:
            self._write(outlined, pending)

    def end(self) -> None:
        """Close the document."""
        self._sink.write("\n ]\n}\n")

    def _write(self, outlined: Outlined, pending: Nodes) -> None:
        self._sink.write(f"{self._separator}{self._object(outlined, pending, _ROOT)}")
        self._separator = f",{_INDENTS[_ROOT]}"

    def _object(self, outlined: Outlined, pending: Nodes, depth: int) -> str:
        """Return the object of a description, with the pending descriptions that it refers to inside."""
        described, outline, firsts = outlined
        said = [value.json for value in firsts]
        places: Iterable[int] = outline.several
        own: Owned = {}
        if pending and depth < _LAST:
            own = _claimed(described, outline, pending)
            places = sorted({*outline.several, *[place for place, _ in own]}) if own else places
        for place in places:
            if outline.kinds[place] == SEVERAL:
                said[place] = self._several(place, described.statements[place], own, pending, depth)
            else:
                said[place] = self._object(own[place, firsts[place].nt], pending, depth + 1)
        text = self._objects[depth][outline].copy()
        text[1::2] = [described.subject.json, *said]
        return "".join(text)

    def _several(self, place: int, statement: Statement, own: Owned, pending: Nodes, depth: int) -> str:
        """Return several values as an array or, where all have a language, as a language map."""
        name, values = statement
        if name.languages and all(value.kind and ":" not in value.kind for value in values):
            return _language_map(name, values)
        spelled = []
        for value in values:
            child = own.pop((place, value.nt), None)
            if child is not None:
                spelled.append(self._object(child, pending, depth + 1))
            else:
                spelled.append(_as_kind(name, value.kind).replace(GAP, value.json))
        return f"[{', '.join(spelled)}]"


def _claimed(described: Description, outline: Outline, pending: Nodes) -> Owned:
    """Take the pending descriptions that a node refers to itself, each at its first reference."""
    found = [
        (place, value.nt)
        for place in outline.references
        for value in described.statements[place][1]
        if value.nt in pending
    ]
    return {(place, node): pending.pop(node) for place, node in found if node in pending}


def _pieces(depth: int, outline: Outline) -> list[str]:
    """Return the constant text of an object that stands at a depth."""
    keys = [name.key for name in outline.names]
    if len(set(keys)) < len(keys):
        raise ValueError(f"two properties share a JSON-LD key: {sorted(keys)}")
    members = [f'"id": {GAP}']
    if outline.types:
        kinds = ", ".join([kind.json for kind in outline.types])
        members.append(f'"type": {kinds}' if len(outline.types) == 1 else f'"type": [{kinds}]')
    members += [
        f'"{name.key}": {_alone(name, kind)}' for name, kind in zip(outline.names, outline.kinds, strict=True)
    ]
    line = _INDENTS[depth + 1]
    return pieces(f"{{{line}{f',{line}'.join(members)}{_INDENTS[depth]}}}")


def _alone(name: Property, kind: str) -> str:
    """Return what stands around the only value of a property, or the bare gap for several."""
    if kind == SEVERAL:
        return GAP
    if name.languages and kind and ":" not in kind:
        return f'{{"{kind}": [{GAP}]}}' if name.repeated else f'{{"{kind}": {GAP}}}'
    spelled = _as_kind(name, kind)
    # A value object alone under the key of a language map would be read as such a map.
    return f"[{spelled}]" if name.repeated or name.languages else spelled


def _as_kind(name: Property, kind: str) -> str:
    """Return what stands around a value: nothing where the context says its kind, else an object."""
    if kind == name.kind_of_values:
        return GAP
    if kind == "":
        return f'{{"id": {GAP}}}'
    if kind == _STRING:
        return f'{{"@value": {GAP}}}'
    if ":" not in kind:
        return f'{{"@value": {GAP}, "@language": "{kind}"}}'
    datatype = f"xsd:{kind.removeprefix(XSD)}" if kind.startswith(XSD) else kind
    return f'{{"@value": {GAP}, "@type": "{datatype}"}}'


def _language_map(name: Property, values: Sequence[Term]) -> str:
    by_language: dict[str, list[str]] = {}
    for value in values:
        by_language.setdefault(value.kind, []).append(value.json)
    entries = [
        f'"{language}": [{", ".join(said)}]' if name.repeated or len(said) > 1 else f'"{language}": {said[0]}'
        for language, said in by_language.items()
    ]
    return f"{{{', '.join(entries)}}}"
