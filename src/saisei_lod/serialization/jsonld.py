"""Write descriptions as JSON-LD 1.1 (W3C 2020) that people can read: an object a block, children inside.

A description of the block is embedded where it is first referred to, as near to the block's first
description as can be: a node takes the nodes that it refers to itself before they take any. Later
references are identifiers. What nothing refers to follows as an object of its own.

Values stand as the context coerces them: a literal of its property's datatype as a string (numbers and
booleans bare), a reference as a string, everything else as a value object.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import GAP, SEVERAL, Item, Outline, OutlinedBlock, PerOutline, pieces
from saisei_lod.serialization.sink import Sink
from saisei_lod.terms import XSD, Property, Term

__all__ = ["JsonLdWriter"]

#: Where the objects of @graph stand; an object further in than _LAST takes no others inside, so that no
#: chain of nodes exhausts the stack.
_ROOT: Final = 2
_LAST: Final = 24
_STRING: Final = f"{XSD}string"
_INDENTS: Final = tuple("\n" + " " * depth for depth in range(_LAST + 6))

#: Descriptions by the N-Triples spelling of their subjects; and by the place of a reference with it.
Nodes = dict[str, Item]
Owned = dict[tuple[int, str], Item]
Statement = tuple[Property, tuple[Term, ...]]


class JsonLdWriter:
    """Write a document with an inline context, object by object."""

    __slots__ = ("_objects", "_separator", "_sink")

    def __init__(self, sink: Sink, frame: Frame) -> None:
        self._sink = sink
        self._objects = [PerOutline(partial(_pieces, depth)) for depth in range(_LAST + 2)]
        self._separator = _INDENTS[_ROOT]
        context = json.dumps({**frame.context, "xsd": XSD}, ensure_ascii=False, indent=1)
        context = context.replace("\n", _INDENTS[1])
        sink.write(f'{{\n "@context": {context},\n "@graph": [')

    def block(self, block: OutlinedBlock) -> None:
        """Write the objects of a block."""
        for text in _Nesting(block, self._objects).objects():
            self._sink.write(f"{self._separator}{text}")
            self._separator = f",{_INDENTS[_ROOT]}"

    def end(self) -> None:
        """Close the document."""
        self._sink.write("\n ]\n}\n")


class _Nesting:
    """One block while its descriptions are put inside one another; ``pending`` are those to be put."""

    __slots__ = ("_again", "_firsts", "_objects", "_pending", "_spelled")

    def __init__(self, block: OutlinedBlock, objects: list[PerOutline[list[str]]]) -> None:
        self._objects = objects
        self._firsts = block.firsts
        self._spelled = [value.json for value in block.firsts]
        self._again: list[Item] = []
        self._pending = {item[0].subject.nt: item for item in block.items}
        if len(self._pending) < len(block.items):
            self._part_repetitions(block.items)

    def _part_repetitions(self, items: list[Item]) -> None:
        """Keep the first description of each subject pending; others of the subject come at the end."""
        self._pending.clear()
        for item in items:
            if self._pending.setdefault(item[0].subject.nt, item) is not item:
                self._again.append(item)

    def objects(self) -> Iterator[str]:
        """Yield the outermost objects."""
        pending = self._pending
        while pending:
            yield self._object(pending.pop(next(iter(pending))), _ROOT)
        for item in self._again:
            yield self._object(item, _ROOT)

    def _object(self, item: Item, depth: int) -> str:
        """Return the object of a description, with the pending descriptions that it refers to inside."""
        described, outline, start, end = item
        text = self._objects[depth][outline].copy()
        text[1] = described.subject.json
        text[3::2] = self._spelled[start:end]
        own = self._claimed(item) if self._pending and outline.references and depth < _LAST else {}
        for place in sorted({*outline.several, *[place for place, _ in own]}) if own else outline.several:
            if outline.kinds[place] == SEVERAL:
                said = self._several(place, described.statements[place], own, depth)
            else:
                said = self._object(own[place, self._firsts[start + place].nt], depth + 1)
            text[3 + 2 * place] = said
        return "".join(text)

    def _claimed(self, item: Item) -> Owned:
        """Take the pending descriptions that a node refers to itself, each at its first reference."""
        described, outline, start, _ = item
        pending, firsts = self._pending, self._firsts
        if outline.several:
            found = [
                (place, value.nt)
                for place in outline.references
                for value in described.statements[place][1]
                if value.nt in pending
            ]
        else:
            found = [
                (place, node) for place in outline.references if (node := firsts[start + place].nt) in pending
            ]
        if not found:
            return {}
        return {(place, node): pending.pop(node) for place, node in found if node in pending}

    def _several(self, place: int, statement: Statement, own: Owned, depth: int) -> str:
        """Return several values as an array or, where all have a language, as a language map."""
        name, values = statement
        if name.languages and all(value.kind and ":" not in value.kind for value in values):
            return _language_map(name, values)
        spelled = []
        for value in values:
            child = own.pop((place, value.nt), None)
            if child is not None:
                spelled.append(self._object(child, depth + 1))
            else:
                spelled.append(_as_kind(name, value.kind).replace(GAP, value.json))
        return f"[{', '.join(spelled)}]"


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
