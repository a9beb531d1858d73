"""Read the head of a query: the comment block that says its title, note, parameters and columns.

A head is the run of comment lines at the start of a file whose first line is ``# saisei query``. Each
further line is ``# field: value``; a value goes on in lines that begin with ``#`` and three spaces. A
parameter is ``name | type | required EXAMPLE or default VALUE or optional | ja | en``; a column is
``name | ja | en``. Comments of a query without that first line are only comments.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, cast

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.querying.model import KINDS, Column, Keywords, Need, Parameter, Query

__all__ = ["MARK", "read_head"]

#: The first line of a query that has a head.
MARK: Final = "# saisei query"
_FIELD: Final = re.compile(r"# ([a-z-]+): (\S.*)\Z")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*\Z")
_SINGLE: Final = ("question", "title-ja", "title-en", "note-ja", "note-en", "keywords-ja", "keywords-en")
_REPEATED: Final = ("parameter", "column")
_EXPECTED: Final = Bilingual(
    f"「# 項目: 値」の行。項目は {'、'.join((*_SINGLE, *_REPEATED))}",
    f"lines of '# field: value' with the fields {', '.join((*_SINGLE, *_REPEATED))}",
)
_TODO: Final = Bilingual(
    "queries/ にある問い合わせの先頭を見て書き直してください。",
    "Write it as the heads of the queries in queries/ are written.",
)


class _Field:
    """A field of a head with the line that it begins on."""

    __slots__ = ("line", "name", "value")

    def __init__(self, line: int, name: str, value: str) -> None:
        self.line = line
        self.name = name
        self.value = value

    def go_on(self, more: str) -> None:
        """Add a further line; lines of Japanese join without a space."""
        self.value += more if self.name.endswith("-ja") else f" {more}"

    @property
    def parts(self) -> list[str]:
        """The parts of a value between bars."""
        return [part.strip() for part in self.value.split("|")]


def read_head(text: str, name: str, place: str) -> Query:
    """Return the query of a text with what its head says; InputError naming the line where that is damaged.

    >>> read_head("SELECT * {}", "mine", "mine.rq").parameters
    ()
    """
    if text.split("\n", 1)[0].rstrip() != MARK:
        return Query(name, text, place, title=Bilingual(name, name))
    fields = list(_fields(text, place))
    single = {field.name: field.value for field in fields if field.name in _SINGLE}
    missing = [wanted for wanted in _SINGLE if wanted not in single]
    if missing or not single["question"].isdecimal():
        raise _damaged(place, 1, ", ".join(missing) or single["question"])
    return Query(
        name,
        text,
        place,
        int(single["question"]),
        Bilingual(single["title-ja"], single["title-en"]),
        Bilingual(single["note-ja"], single["note-en"]),
        Keywords(_listed(single["keywords-ja"]), _listed(single["keywords-en"])),
        tuple(_parameter(field, place) for field in fields if field.name == "parameter"),
        tuple(_column(field, place) for field in fields if field.name == "column"),
    )


def _fields(text: str, place: str) -> Iterator[_Field]:
    field: _Field | None = None
    seen: set[str] = set()
    lines = takewhile(lambda line: line.startswith("#"), text.split("\n")[1:])
    for number, line in enumerate(lines, 2):
        found = _FIELD.match(line.rstrip())
        if found is None and field is not None and line.startswith("#   "):
            field.go_on(line[4:].strip())
            continue
        if field is not None:
            yield field
        if found is None or found[1] in seen or found[1] not in _SINGLE + _REPEATED:
            raise _damaged(place, number, line)
        if found[1] in _SINGLE:
            seen.add(found[1])
        field = _Field(number, found[1], found[2])
    if field is not None:
        yield field


def _listed(value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(","))


def _parameter(field: _Field, place: str) -> Parameter:
    parts = field.parts
    if len(parts) == len(("name", "kind", "need", "ja", "en")):
        name, kind, need, ja, en = parts
        word, _, value = need.partition(" ")
        has_value = bool(value) == (word != "optional")
        if _NAME.match(name) and kind in KINDS and word in {"required", "default", "optional"} and has_value:
            return Parameter(name, kind, cast("Need", word), value, Bilingual(ja, en))
    raise _damaged(place, field.line, field.value)


def _column(field: _Field, place: str) -> Column:
    parts = field.parts
    if len(parts) == len(("name", "ja", "en")) and all(parts):
        return Column(parts[0], Bilingual(parts[1], parts[2]))
    raise _damaged(place, field.line, field.value)


def _damaged(place: str, line: int, text: str) -> InputError:
    return InputError(
        Bilingual(
            f"問い合わせの見出しが読めません: {text[:80]}", f"The head of a query cannot be read: {text[:80]}"
        ),
        where=f"{place}:{line}",
        expected=_EXPECTED,
        todo=_TODO,
    )
