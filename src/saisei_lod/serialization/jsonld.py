"""Write descriptions as JSON-LD 1.1 (W3C 2020) that people can read: an object a block, children inside.

A description of the block is embedded where it is first referred to, as near to the block's first
description as can be: a node takes the nodes that it refers to itself before they take any. Later
references are identifiers. What nothing refers to follows as an object of its own.

Context, type and identifier come first, in this order, so that parsers need not hold the document
(Streaming JSON-LD, W3C 2020, section 3).

Values stand as the context coerces them: a literal of its property's datatype as a string (numbers and
booleans bare), a reference as a string, everything else as a value object.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import SEVERAL, Item, Outline, OutlinedBlock, PerOutline, pieces
from saisei_lod.serialization.sink import Target
from saisei_lod.terms import GAP, XSD, Description, Property, Spelling, Term

__all__ = ["JsonLdWriter"]

#: Where the objects of @graph stand; an object further in than _LAST takes no others inside, so that no
#: chain of nodes exhausts the stack.
_ROOT: Final = 2
_LAST: Final = 24
_STRING: Final = f"{XSD}string"
_INDENTS: Final = tuple("\n" + " " * depth for depth in range(_LAST + 6))

#: Places of properties under which an object stands instead of its identifier.
Places = tuple[int, ...]
#: Objects to be put inside, by the place of the property and the number of the value.
Owned = dict[tuple[int, int], Item]


class JsonLdWriter:
    """Write a document with an inline context, object by object."""

    __slots__ = ("_constants", "_separator", "_sink")

    def __init__(self, sink: Target, frame: Frame) -> None:
        self._sink = sink
        self._constants: list[PerOutline[_Constant]] = [
            PerOutline(partial(_Constant, depth)) for depth in range(_LAST + 2)
        ]
        self._separator = _INDENTS[_ROOT].encode()
        context = json.dumps({**frame.context, "xsd": XSD}, ensure_ascii=False, indent=1)
        context = context.replace("\n", _INDENTS[1])
        sink.write(f'{{\n "@context": {context},\n "@graph": ['.encode())

    def block(self, block: OutlinedBlock) -> None:
        """Write the objects of a block."""
        for text in _Nesting(block, self._constants).objects():
            self._sink.write(self._separator + text)
            self._separator = f",{_INDENTS[_ROOT]}".encode()

    def end(self) -> None:
        """Close the document."""
        self._sink.write(b"\n ]\n}\n")


class _Constant:
    """The constant text of objects of one outline at one depth, with none or some objects inside."""

    __slots__ = ("_depth", "_outline", "_with_inside", "alone")

    def __init__(self, depth: int, outline: Outline) -> None:
        self._depth = depth
        self._outline = outline
        self._with_inside: dict[Places, list[bytes]] = {}
        self.alone = _pieces(outline, depth, ())

    def with_inside(self, places: Places) -> list[bytes]:
        """Return the text with objects at some places."""
        found = self._with_inside.get(places)
        if found is None:
            found = self._with_inside[places] = _pieces(self._outline, self._depth, places)
        return found


class _Nesting:
    """One block while its descriptions are put inside one another.

    ``_pending`` are those to be put, by the spelling and the core of their subjects.
    """

    __slots__ = ("_again", "_block", "_constants", "_pending")

    def __init__(self, block: OutlinedBlock, constants: list[PerOutline[_Constant]]) -> None:
        self._block = block
        self._constants = constants
        self._pending: dict[Spelling, dict[str, Item]] = {}
        self._again: list[Item] = []
        for item in block.items:
            subject = item[0].subject
            of_space = self._pending.get(subject.spelling)
            if of_space is None:
                self._pending[subject.spelling] = {subject.core: item}
            elif of_space.setdefault(subject.core, item) is not item:
                self._again.append(item)

    def objects(self) -> Iterator[bytes]:
        """Yield the outermost objects."""
        for item in self._block.items:
            if not self._pending:
                break
            subject = item[0].subject
            if self._pending.get(subject.spelling, {}).get(subject.core) is item:
                self._take(subject)
                yield self._object(item, _ROOT)
        for item in self._again:
            yield self._object(item, _ROOT)

    def _take(self, node: Term) -> Item | None:
        """Return the pending description of a node, which is then no longer pending."""
        of_space = self._pending.get(node.spelling)
        if of_space is None:
            return None
        found = of_space.pop(node.core, None)
        if not of_space:
            del self._pending[node.spelling]
        return found

    def _object(self, item: Item, depth: int) -> bytes:
        """Return the object of a description, with the pending descriptions that it refers to inside."""
        _, outline, subject, start, end = item
        said = self._block.cores[start:end]
        constant = self._constants[depth][outline]
        own = self._claimed(item) if self._may_hold(outline, depth) else {}
        if own:
            places = tuple([place for place, _ in own if outline.spellings[place] is not SEVERAL])
            text = constant.with_inside(places).copy()
        else:
            places, text = (), constant.alone.copy()
        for place in sorted(outline.several + places):
            if outline.spellings[place] is SEVERAL:
                said[place] = self._several(item[0], place, own, depth)
            else:
                said[place] = self._object(own[place, 0], depth + 1)
        text[1] = subject
        text[3::2] = said
        return b"".join(text)

    def _may_hold(self, outline: Outline, depth: int) -> bool:
        """Whether a description of this outline can refer to one that is pending: mostly it cannot."""
        return depth < _LAST and bool(outline.several or not outline.targets.isdisjoint(self._pending))

    def _claimed(self, item: Item) -> Owned:
        """Take the pending descriptions that a node refers to itself, each at its first reference."""
        described, outline, _, start, _ = item
        own: Owned = {}
        for place, spelling in outline.references:
            if spelling in self._pending:
                child = self._take(self._block.firsts[start + place])
                if child is not None:
                    own[place, 0] = child
            elif spelling is SEVERAL:
                for number, value in enumerate(described.statements[place][1]):
                    child = self._take(value)
                    if child is not None:
                        own[place, number] = child
        return own

    def _several(self, described: Description, place: int, own: Owned, depth: int) -> bytes:
        """Return several values as an array or, where all have a language, as a language map."""
        name, values = described.statements[place]
        if name.languages and all(value.kind and ":" not in value.kind for value in values):
            return _language_map(name, values).encode()
        spelled = [
            self._object(own[place, number], depth + 1)
            if (place, number) in own
            else _as_kind(name, value.spelling).replace(GAP, value.core).encode()
            for number, value in enumerate(values)
        ]
        return b"[" + b", ".join(spelled) + b"]"


def _pieces(outline: Outline, depth: int, inside: Places) -> list[bytes]:
    """Return the constant text of an object that stands at a depth."""
    keys = [name.key for name in outline.names]
    if len(set(keys)) < len(keys):
        raise ValueError(f"two properties share a JSON-LD key: {sorted(keys)}")
    members = [f'"id": {outline.subject.json}']
    if outline.types:
        kinds = ", ".join([kind.json for kind in outline.types])
        members.insert(0, f'"type": {kinds}' if len(outline.types) == 1 else f'"type": [{kinds}]')
    for place, (name, spelling) in enumerate(zip(outline.names, outline.spellings, strict=True)):
        whole = spelling is SEVERAL or place in inside
        members.append(f'"{name.key}": {_bare(name, spelling) if whole else _alone(name, spelling)}')
    line = _INDENTS[depth + 1]
    return pieces(f"{{{line}{f',{line}'.join(members)}{_INDENTS[depth]}}}")


def _bare(name: Property, spelling: Spelling) -> str:
    """Return the gap of an object or of several values, which bring what stands around them."""
    return f"[{GAP}]" if name.repeated and spelling is not SEVERAL else GAP


def _alone(name: Property, spelling: Spelling) -> str:
    """Return the only value of a property with its gap."""
    kind = spelling.kind
    if name.languages and kind and ":" not in kind:
        return f'{{"{kind}": [{spelling.json}]}}' if name.repeated else f'{{"{kind}": {spelling.json}}}'
    spelled = _as_kind(name, spelling)
    # A value object alone under the key of a language map would be read as such a map.
    return f"[{spelled}]" if name.repeated or name.languages else spelled


def _as_kind(name: Property, spelling: Spelling) -> str:
    """Return a value with its gap: alone where the context says its kind, else as an object."""
    kind = spelling.kind
    if kind == name.kind_of_values:
        return spelling.json
    if kind == "":
        return f'{{"id": {spelling.json}}}'
    if kind == _STRING:
        return f'{{"@value": {spelling.json}}}'
    if ":" not in kind:
        return f'{{"@value": {spelling.json}, "@language": "{kind}"}}'
    datatype = f"xsd:{kind.removeprefix(XSD)}" if kind.startswith(XSD) else kind
    return f'{{"@type": "{datatype}", "@value": {spelling.json}}}'


def _language_map(name: Property, values: Sequence[Term]) -> str:
    by_language: dict[str, list[str]] = {}
    for value in values:
        by_language.setdefault(value.kind, []).append(value.json)
    entries = [
        f'"{language}": [{", ".join(said)}]' if name.repeated or len(said) > 1 else f'"{language}": {said[0]}'
        for language, said in by_language.items()
    ]
    return f"{{{', '.join(entries)}}}"
