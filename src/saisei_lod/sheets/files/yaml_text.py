"""Lay a patch over the text of a YAML record file: what the patch does not name keeps its bytes.

Comments, quotes, order and blank lines stay. A scalar is exchanged where it stands; a field or item of a
block takes or loses whole lines; within braces and brackets only the text of an entry changes. Whoever
calls compares the record that the new text holds with the one that was meant: this module only edits.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from msgspec import inspect
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from saisei_lod.records.model import Evidence, PageRecord
from saisei_lod.records.writing import field_lines, flow_text, item_lines, scalar_text
from saisei_lod.sheets.files.patches import Change, Fields, Items, Put, Removed, settled
from saisei_lod.sheets.files.yaml_nodes import Edit, Entry, Source, entries, is_flow, plain, root

__all__ = ["patched_yaml"]


class _New(NamedTuple):
    """A field to add, or an item, which has no name."""

    name: str
    value: object


class _Restructuring(NamedTuple):
    """What goes out of a mapping or list, by name, and what comes in; ``holder`` is the field that holds it."""

    gone: Collection[str]
    added: Sequence[_New]
    holder: str


def patched_yaml(text: str, change: Change) -> str:
    r"""Return the text of a record file with a change of its root mapping laid over it.

    ``text`` is one that :func:`saisei_lod.records.loading.load_text` reads.

    >>> patched_yaml("page: {title: 計画}  # 仮\n", Fields({"page": Fields({"title": Put("港の計画")})}))
    'page: {title: 港の計画}  # 仮\n'
    """
    node = root(text)
    if node is None:
        return text
    source = Source(text, "\r\n" if "\r\n" in text else "\n")
    found = _edits(source, node, settled(plain(node), change), "")
    pieces = []
    place = 0
    for edit in sorted(found, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:]])


def _edits(source: Source, node: Node, change: Change, holder: str) -> Iterator[Edit]:
    """Yield the edits of a mapping or list; ``holder`` is the name of the field that holds it."""
    found = entries(source, node)
    named, added = _by_name(change)
    for entry in found:
        inner = named.pop(entry.name, None)
        if inner is not None and not isinstance(inner, Removed):
            yield from _changed(source, node, entry, inner, holder)
        elif inner is not None:
            named[entry.name] = inner
    gone = {name for name, inner in named.items() if isinstance(inner, Removed)}
    added += [_New(name, inner.value) for name, inner in named.items() if isinstance(inner, Put)]
    yield from _restructured(source, node, found, _Restructuring(gone, added, holder))


def _by_name(change: Change) -> tuple[dict[str, Change], list[_New]]:
    """Return the changes of a mapping or list by the names of entries, and the items to add."""
    if isinstance(change, Fields):
        return dict(change.changes), []
    if isinstance(change, Items):
        named: dict[str, Change] = {str(number): inner for number, inner in change.changes.items()}
        named |= {str(number): Removed() for number in change.removed}
        return named, [_New("", value) for value in change.added]
    return {}, []


def _changed(source: Source, node: Node, entry: Entry, change: Change, holder: str) -> Iterator[Edit]:
    if not isinstance(change, Put):
        yield from _edits(
            source, entry.value, change, holder if isinstance(node, SequenceNode) else entry.name
        )
    elif _takes_lines(entry) or isinstance(change.value, dict | list):
        yield _whole(source, node, entry, change.value)
    else:
        yield _behind_colon(source, entry, scalar_text(change.value))


def _takes_lines(entry: Entry) -> bool:
    """Tell whether a value is more than a scalar on its line: a mapping, a list, a literal."""
    return not isinstance(entry.value, ScalarNode) or entry.value.style in {"|", ">"}


def _whole(source: Source, node: Node, entry: Entry, value: object) -> Edit:
    """Write an entry anew: in a block from its name on, within brackets its value."""
    if is_flow(node):
        return _behind_colon(source, entry, flow_text(value))
    return _exchanged_lines(source, entry, _lines_of(source, node, entry.start, _New(entry.name, value)))


def _behind_colon(source: Source, entry: Entry, written: str) -> Edit:
    """Exchange a value, with a space before it where nothing separated it from its colon."""
    start = min(entry.value.start_mark.index, entry.end)
    space = " " if source.text[start - 1 : start] == ":" else ""
    return Edit(start, entry.end, f"{space}{written}")


@cache
def _orders() -> Mapping[str, tuple[str, ...]]:
    """Return the order of fields by the name of what holds them; the paths of evidence have none."""
    found: dict[str, tuple[str, ...]] = {}

    def walk(kind: inspect.Type, holder: str) -> None:
        if isinstance(kind, inspect.StructType):
            found[holder] = kind.cls.__struct_fields__
            for field in kind.fields:
                walk(field.type, field.name)
        elif isinstance(kind, inspect.ListType):
            walk(kind.item_type, holder)
        elif isinstance(kind, inspect.UnionType):
            for part in kind.types:
                walk(part, holder)

    walk(inspect.type_info(PageRecord), "")
    return found | {"evidence": ()}


def _lines_of(source: Source, node: Node, start: int, new: _New) -> str:
    """Return an entry of a block as it is written from its name or dash on."""
    indent = source.indent(start)
    is_field = isinstance(node, MappingNode)
    lines = field_lines(new.name, new.value, indent) if is_field else item_lines(new.value, indent)
    # A text of several lines holds line feeds alone, whatever the file's line breaks are.
    return source.newline.join(lines).removeprefix(indent)


def _restructured(
    source: Source, node: Node, found: Sequence[Entry], asked: _Restructuring
) -> Iterator[Edit]:
    """Yield the edits that take entries out of a mapping or list and put new ones in; ``found`` are its entries."""
    gone, added = asked.gone, asked.added
    kept = [entry for entry in found if entry.name not in gone]
    placed = _placed(kept, added, _orders().get(asked.holder, Evidence.__struct_fields__))
    if not gone and not added:
        return
    if not kept:
        yield _exchanged(source, node, found, added)
        yield from () if is_flow(node) else _taken_lines(source, found[1:], gone)
    elif is_flow(node):
        yield from (_put(node, kept[0], before, new) for before, new in placed)
        yield from _taken(found, gone, kept[-1])
    else:
        yield from (_put_lines(source, node, kept[0], before, new) for before, new in placed)
        yield from _taken_lines(source, found, gone)


def _placed(
    kept: Sequence[Entry], added: Sequence[_New], order: Sequence[str]
) -> list[tuple[Entry | None, list[_New]]]:
    """Return new entries with the entry that each run of them follows, None for those that come first."""
    ranks = {name: rank for rank, name in enumerate(order)}
    last = len(order)

    def before(new: _New) -> Entry | None:
        rank = ranks.get(new.name, last)
        lower = [entry for entry in kept if ranks.get(entry.name, last) <= rank]
        highest = max((ranks.get(entry.name, last) for entry in lower), default=None)
        return next((entry for entry in reversed(lower) if ranks.get(entry.name, last) == highest), None)

    runs: dict[Entry | None, list[_New]] = {}
    for new in sorted(added, key=lambda new: ranks.get(new.name, last)):
        runs.setdefault(before(new) if new.name or not kept else kept[-1], []).append(new)
    return list(runs.items())


def _exchanged(source: Source, node: Node, found: Sequence[Entry], added: Sequence[_New]) -> Edit:
    """Return the edit that puts new entries in the place of all that were there: in a block, of the first."""
    if is_flow(node):
        return Edit(found[0].start, found[-1].end, ", ".join(_in_brackets(node, new) for new in added))
    start, between = found[0].start, source.newline + source.indent(found[0].start)
    return _exchanged_lines(
        source, found[0], between.join(_lines_of(source, node, start, new) for new in added)
    )


def _exchanged_lines(source: Source, entry: Entry, written: str) -> Edit:
    """Return the edit that exchanges an entry of a block; a comment behind it cannot stand behind several lines."""
    return Edit(entry.start, source.line_end(entry.end) if "\n" in written else entry.end, written)


def _put(node: Node, first: Entry, before: Entry | None, added: Sequence[_New]) -> Edit:
    texts = [_in_brackets(node, new) for new in added]
    if before is None:
        return Edit(first.start, first.start, "".join(f"{text}, " for text in texts))
    return Edit(before.end, before.end, "".join(f", {text}" for text in texts))


def _in_brackets(node: Node, new: _New) -> str:
    written = flow_text(new.value)
    return f"{scalar_text(new.name)}: {written}" if isinstance(node, MappingNode) else written


def _taken(found: Sequence[Entry], gone: Collection[str], last_kept: Entry) -> Iterator[Edit]:
    """Take entries out of brackets, each with the comma behind it; those at the end with the one before."""
    for entry, following in pairwise(found):
        if entry.name in gone and entry.start < last_kept.start:
            yield Edit(entry.start, following.start, "")
    if found[-1].name in gone:
        yield Edit(last_kept.end, found[-1].end, "")


def _put_lines(source: Source, node: Node, first: Entry, before: Entry | None, added: Sequence[_New]) -> Edit:
    """Put entries of a block behind the line, comment included, that the entry before them ends on."""
    between = source.newline + source.indent(first.start)
    lines = [_lines_of(source, node, first.start, new) for new in added]
    if before is None:
        return Edit(first.start, first.start, "".join(f"{line}{between}" for line in lines))
    place = source.line_end(before.end)
    return Edit(place, place, "".join(f"{between}{line}" for line in lines))


def _taken_lines(source: Source, found: Sequence[Entry], gone: Collection[str]) -> Iterator[Edit]:
    """Take the lines of entries out of a block; the first entries of an item leave its dash to the next."""
    is_dashed = bool(found) and _is_dashed(source, found[0])
    dashed = list(takewhile(lambda entry: entry.name in gone, found)) if is_dashed else []
    for entry in dashed:
        yield Edit(entry.start, _next_said(source.text, source.line_end(entry.end)), "")
    for entry in found[len(dashed) :]:
        if entry.name in gone:
            start, end = source.line_start(entry.start), source.line_end(entry.end)
            after = source.text.find("\n", end) + 1
            yield Edit(start, after, "") if after else Edit(start - len(source.newline), end, "")


def _next_said(text: str, place: int) -> int:
    """Return where the next comment or entry begins."""
    return place + len(text[place:]) - len(text[place:].lstrip())


def _is_dashed(source: Source, entry: Entry) -> bool:
    """Tell whether an entry stands on the line of its item's dash."""
    return bool(source.text[source.line_start(entry.start) : entry.start].strip())
