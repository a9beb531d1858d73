"""The parts of a YAML text with the exact places where they begin and end (YAML 1.2, chapters 6 to 8).

PyYAML marks the end of a block behind the blank lines that follow it, and the beginning of a list's item
behind its dash; here an entry is what a person would mark with the mouse.
"""

from typing import Final, NamedTuple

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

__all__ = ["Edit", "Entry", "Source", "entries", "is_flow", "is_null", "plain", "root"]

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


class Source(NamedTuple):
    """A text and how its lines end."""

    text: str
    newline: str

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its line break."""
        found = self.text.find("\n", place)
        end = len(self.text) if found < 0 else found
        return end - 1 if self.text[place:end].endswith("\r") else end

    def indent(self, place: int) -> str:
        """Return as many spaces as stand before a place on its line, dashes counted as spaces."""
        return " " * (place - self.line_start(place))


class Edit(NamedTuple):
    """A span of the text, half-open, and what stands there afterwards."""

    start: int
    end: int
    text: str


class Entry(NamedTuple):
    """An entry of a mapping (by name) or list (by index as text): from its name or dash to its last character."""

    name: str
    start: int
    end: int
    value: Node


def root(text: str) -> Node | None:
    """Return the node of a document, None where it says nothing."""
    return yaml.compose(text, Loader=_LOADER)


def plain(node: Node) -> object:
    """Return a node as mappings, lists and scalars, which are texts or None."""
    if isinstance(node, MappingNode):
        return {name.value: plain(value) for name, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain(part) for part in node.value]
    return None if is_null(node) else node.value


def is_null(node: Node) -> bool:
    """Tell whether a node is a scalar that says nothing."""
    return isinstance(node, ScalarNode) and node.style is None and node.value in _NULLS


def is_flow(node: Node) -> bool:
    """Tell whether a mapping or list stands within braces or brackets."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def entries(source: Source, node: Node) -> list[Entry]:
    """Return the entries of a mapping or list in the order of the text."""
    if isinstance(node, MappingNode):
        return [_entry(source, name.value, name.start_mark.index, value) for name, value in node.value]
    found: list[Entry] = []
    for number, value in enumerate(node.value):
        start = value.start_mark.index
        if not is_flow(node):
            start = _dash(source.text, found[-1].end) if found else node.start_mark.index
        found.append(_entry(source, str(number), start, value))
    return found


def _entry(source: Source, name: str, start: int, value: Node) -> Entry:
    said = source.text[start : _end(value)].rstrip()
    return Entry(name, start, start + len(said), value)


def _end(node: Node) -> int:
    if isinstance(node, ScalarNode) or is_flow(node) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, MappingNode) else last)


def _dash(text: str, after: int) -> int:
    """Return where the dash of the next item stands, past comments and blank lines."""
    while True:
        after = text.index("\n", after) + 1
        end = text.find("\n", after)
        line = text[after : end if end >= 0 else len(text)]
        if line.lstrip(" ").startswith("-"):
            return after + len(line) - len(line.lstrip(" "))
