"""Read a YAML record file, whose every value remembers its line.

The small part of YAML 1.2 that records need: mappings, lists and scalars. Anchors, aliases, tags and
merge keys are refused, so that a small file stays small; so is a name that stands twice in one mapping.
The type of a field decides what an unquoted scalar is: ``01204`` is text where a code is asked for,
and ``no`` is never a boolean.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.records.checking import CONTROL
from saisei_lod.records.places import Places

__all__ = ["parsed"]

#: libyaml's parser where PyYAML was built with it, some ten times faster.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST: Final = 20
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS: Final = {"true": True, "false": False}
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_INDEX: Final = re.compile(r"\[\d+\]")
_PLAIN_TODO: Final = Bilingual("値をそのまま書いてください。", "Write the value itself.")


def parsed(text: str, file: str, scalars: Mapping[str, str]) -> tuple[object, Places]:
    """Return the value of a YAML text and the line of each of its fields.

    ``scalars`` names the fields that hold no text (:func:`~saisei_lod.records.explaining.scalar_fields`).
    Raises RecordError with the line for what is no YAML and for the parts of YAML that records do not use.
    """
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), file, scalars).document()
    except yaml.YAMLError as error:
        raise _malformed(error, text, file) from error


def _malformed(error: Exception, text: str, file: str) -> RecordError:
    mark = getattr(error, "problem_mark", None)
    position = getattr(error, "position", None)  # of a character that YAML does not allow
    line = (
        min(mark.line, text.rstrip("\n").count("\n")) if mark else None
    )  # the end lies behind the last line
    if isinstance(position, int):
        line = text.count("\n", 0, position)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    return RecordError(
        Bilingual(f"YAML の書き方に誤りがあります({problem})。", f"This is not YAML: {problem}."),
        where=file if line is None else f"{file}:{line + 1}",
        expected=Bilingual(
            "「項目: 値」の行と「- 」で始まるリスト",
            'lines "field: value", and lists whose items begin with "- "',
        ),
        todo=Bilingual(
            "その行と前の行の字下げ、引用符、コロンのあとの空白を確かめてください。",
            "Check indentation, quotes and the space behind colons, on this line and the one before.",
        ),
    )


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Build plain Python values from YAML events and note the line of each field."""

    def __init__(self, events: Iterator[Event], file: str, scalars: Mapping[str, str]) -> None:
        self._events = events
        self._file = file
        self._scalars = scalars
        self._lines: dict[str, int] = {}

    def document(self) -> tuple[object, Places]:
        """Return the one document of the stream, with its places."""
        next(self._events)  # the start of the stream
        start = next(self._events)
        if not isinstance(start, DocumentStartEvent):
            raise self._refused(start, Bilingual("記録がありません。", "There is no record."), _PLAIN_TODO)
        value = self._value(next(self._events), "", 0)
        next(self._events)  # the end of the document
        if not isinstance(following := next(self._events), StreamEndEvent):
            raise self._refused(
                following,
                Bilingual(
                    "1つのファイルに文書が2つあります(---)。", "The file holds a second document (---)."
                ),
                Bilingual("出典ごとにファイルを分けてください。", "Write one file for each source."),
            )
        return value, Places(self._file, self._lines)

    def _value(self, event: Event, path: str, depth: int) -> object:
        self._check(event, depth)
        self._lines.setdefault(path, _line(event))
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path, depth)
        return self._sequence(path, depth)

    def _mapping(self, path: str, depth: int) -> dict[str, object]:
        built: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            name = self._name(event, depth)
            field = f"{path}.{name}" if path else name
            if name in built:
                raise self._named_twice(event, name, self._lines[field])
            self._lines[field] = _line(event)
            built[name] = self._value(next(self._events), field, depth + 1)
        return built

    def _sequence(self, path: str, depth: int) -> list[object]:
        built: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            built.append(self._value(event, f"{path}[{len(built)}]", depth + 1))
        return built

    def _name(self, event: Event, depth: int) -> str:
        self._check(event, depth)
        if not isinstance(event, ScalarEvent):
            raise self._refused(
                event,
                Bilingual("項目名が文字列ではありません。", "A field's name is not a text."),
                Bilingual("「項目: 値」の形に直してください。", 'Write it as "field: value".'),
            )
        if event.value == "<<" and event.implicit[0]:
            raise self._refused(
                event,
                Bilingual("マージキー << は使えません。", "Merge keys (<<) are not allowed."),
                _PLAIN_TODO,
            )
        self._check_characters(event)
        return event.value

    def _scalar(self, event: ScalarEvent, path: str) -> object:
        self._check_characters(event)
        text = event.value
        if not event.implicit[0]:  # quoted, or a block
            return text
        if text in _NULLS:
            return None
        kind = self._scalars.get(_INDEX.sub("[]", path))
        if kind == "int" and _INTEGER.match(text):
            return int(text)
        return _BOOLEANS.get(text, text) if kind == "bool" else text

    def _check_characters(self, event: ScalarEvent) -> None:
        if found := CONTROL.search(event.value):
            raise self._refused(
                event,
                Bilingual(
                    f"制御文字 U+{ord(found[0]):04X} を含む文字列です。",
                    f"The text holds the control character U+{ord(found[0]):04X}.",
                ),
                Bilingual("その文字を取り除いてください。", "Remove the character."),
            )

    def _check(self, event: Event, depth: int) -> None:
        if depth > _DEEPEST:
            what = Bilingual("入れ子が深すぎます。", "The nesting is too deep.")
        elif isinstance(event, AliasEvent):
            what = Bilingual(
                f"別名 *{event.anchor} は使えません。", f"Aliases (*{event.anchor}) are not allowed."
            )
        elif anchor := getattr(event, "anchor", None):
            what = Bilingual(f"アンカー &{anchor} は使えません。", f"Anchors (&{anchor}) are not allowed.")
        elif tag := getattr(event, "tag", None):
            what = Bilingual(f"タグ {tag} は使えません。", f"Tags ({tag}) are not allowed.")
        else:
            return
        raise self._refused(event, what, _PLAIN_TODO)

    def _named_twice(self, event: Event, name: str, first: int) -> RecordError:
        second = _line(event)
        return self._refused(
            event,
            Bilingual(
                f"項目 {name} が2回あります({first}行目と{second}行目)。",
                f"The field {name} stands twice (lines {first} and {second}).",
            ),
            Bilingual("どちらかを取り除いてください。", "Remove one of them."),
        )

    def _refused(self, event: Event, what: Bilingual, todo: Bilingual) -> RecordError:
        return RecordError(
            what,
            where=f"{self._file}:{_line(event)}",
            expected=Bilingual(
                "「項目: 値」、リスト、文字列、数だけの YAML",
                "YAML of fields, lists, texts and numbers alone",
            ),
            todo=todo,
        )
