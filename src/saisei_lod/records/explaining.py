"""Turn a type error of msgspec into a message that a person can act on.

msgspec says what is wrong where; what would have been right is read from the type of that place, so
that a message never disagrees with the model.
"""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final

import msgspec
from msgspec import inspect

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.records.model import PageRecord

__all__ = ["explained", "scalar_fields"]

_MESSAGE: Final = re.compile(r"(?P<what>.*?)(?: - at (?P<key>`key` in )?`\$\.?(?P<path>.*)`)?\Z", re.DOTALL)
_STEP: Final = re.compile(r"([^.\[\]]+)|\[([^\]]*)\]")
_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*)`\Z", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(.*)`\Z", re.DOTALL)
_LONGEST_SHOWN: Final = 60

_OR_NOTHING: Final = Bilingual("(分からないときは行ごと省く)", " (leave the line out where it is not known)")
#: A field of each form, and the form in words; all fields of the same pattern share it.
_FORMS: Final = {
    "page.publisher.code": Bilingual(
        '5桁の団体コード(例 "01204"。6桁なら検査数字の正しいもの)。連合などは法人番号13桁',
        'a code of 5 digits like "01204" (of 6: with the right check digit), or 13 digits for a union',
    ),
    "page.last_updated": Bilingual('日付(例 "2020-03-30")', 'a date like "2020-03-30"'),
    "plans[0].certification.date": Bilingual(
        '日付、年月または年(例 "2020-03-30"、"2020-03")', 'a date, month or year: "2020-03-30", "2020-03"'
    ),
    "page.sha256": Bilingual(
        "SHA-256 の16進64桁(小文字)", "a SHA-256 of 64 hexadecimal digits in lower case"
    ),
    "page.source": Bilingual("団体コード-英数字(例 01204-054421)", "code-name, like 01204-054421"),
    "plans[0].schemes[0]": Bilingual("支援措置の識別名(例 suishin)", "the slug of a scheme, like suishin"),
}


def explained(
    error: msgspec.ValidationError, kind: type, where: Callable[[str], str], value: object = None
) -> RecordError:
    """Return the error of a value that is not of its type.

    ``kind`` is the type that was asked for, ``where`` gives ``file:line`` for a field's path, ``value``
    is the whole as it was read.
    """
    match = _MESSAGE.match(str(error))
    what, path = (match["what"], match["path"] or "") if match else (str(error), "")
    here = _type_at(kind, path)
    if unknown := _UNKNOWN.match(what):
        return _unknown_field(unknown[1], path, here, where)
    if missing := _MISSING.match(what):
        return _missing_field(missing[1], path, here, where)
    return _wrong_value(path, here, where, _shown(_value_at(value, path)))


def _wrong_value(path: str, here: inspect.Type, where: Callable[[str], str], shown: Bilingual) -> RecordError:
    field = path.removesuffix("[...]")
    bare = _bare(here)
    choices = [str(choice) for choice in bare.values] if isinstance(bare, inspect.LiteralType) else []
    near = get_close_matches(shown.en.strip('"'), choices, n=1)
    return RecordError(
        Bilingual(
            f"{field or '記録'} に{shown.ja}は書けません。", f"{field or 'The record'} cannot be {shown.en}."
        ),
        where=where(field),
        expected=_expected(here),
        todo=Bilingual(f"{near[0]} に直してください。", f"Write {near[0]}.")
        if near
        else Bilingual("値を直してください。", "Correct the value."),
    )


def _value_at(value: object, path: str) -> object:
    """Return the part of a read value that a path names; the item of a mapping is the first wrong one."""
    for name, index in _STEP.findall(path):
        if isinstance(value, list) and index.isdecimal():
            value = value[int(index)]
        elif isinstance(value, dict):
            value = (
                value.get(name) if name else next((v for v in value.values() if not isinstance(v, str)), None)
            )
    return value


def _shown(value: object) -> Bilingual:
    if value is None:
        return Bilingual("空の値", "empty")
    if isinstance(value, list):
        return Bilingual("このリスト", "this list")
    if isinstance(value, dict):
        return Bilingual("「項目: 値」の並び", "a set of fields")
    text = f'"{value[:_LONGEST_SHOWN]}"' if isinstance(value, str) else str(value)[:_LONGEST_SHOWN]
    return Bilingual(f" {text} ", text)


def _unknown_field(name: str, path: str, here: inspect.Type, where: Callable[[str], str]) -> RecordError:
    names = _field_names(here)
    shown = name[:_LONGEST_SHOWN]
    near = get_close_matches(shown, names, n=1)
    todo = (
        Bilingual(f"{near[0]} の書き間違いなら直してください。", f"If you mean {near[0]}, correct the name.")
        if near
        else Bilingual(
            "この行を取り除くか、正しい項目名にしてください。", "Remove the line or use one of the names."
        )
    )
    return RecordError(
        Bilingual(
            f"{path or '記録'} に {shown} という項目はありません。",
            f"There is no field {shown} in {path or 'a record'}.",
        ),
        where=where(f"{path}.{name}" if path else name),
        expected=Bilingual(f"次のどれか: {', '.join(names)}", f"one of: {', '.join(names)}"),
        todo=todo,
    )


def _missing_field(name: str, path: str, here: inspect.Type, where: Callable[[str], str]) -> RecordError:
    field = f"{path}.{name}" if path else name
    return RecordError(
        Bilingual(f"必要な項目 {field} がありません。", f"The field {field} is needed and missing."),
        where=where(path),
        expected=_expected(_step(here, name, "")),
        todo=Bilingual(f"{name} の行を加えてください。", f"Add a line for {name}."),
    )


@cache
def _root(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def _bare(kind: inspect.Type) -> inspect.Type:
    """Return a type without its metadata and without null."""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        else:
            kind = next(part for part in kind.types if not isinstance(part, inspect.NoneType))
    return kind


def _type_at(kind: type, path: str) -> inspect.Type:
    found = _root(kind)
    for name, index in _STEP.findall(path):
        found = _step(found, name, index)
    return found


def _step(kind: inspect.Type, name: str, index: str) -> inspect.Type:
    bare = _bare(kind)
    if isinstance(bare, inspect.StructType):
        return next((field.type for field in bare.fields if field.encode_name == name), inspect.AnyType())
    if isinstance(bare, inspect.ListType):
        return bare.item_type
    if isinstance(bare, inspect.TupleType):
        return bare.item_types[int(index or 0)]
    return bare.value_type if isinstance(bare, inspect.DictType) else inspect.AnyType()


def _field_names(kind: inspect.Type) -> list[str]:
    bare = _bare(kind)
    return [field.encode_name for field in bare.fields] if isinstance(bare, inspect.StructType) else []


def _expected(kind: inspect.Type) -> Bilingual:
    said = _form(_bare(kind))
    optional = isinstance(kind, inspect.UnionType)
    return Bilingual(said.ja + _OR_NOTHING.ja, said.en + _OR_NOTHING.en) if optional else said


def _form(kind: inspect.Type) -> Bilingual:
    if isinstance(kind, inspect.LiteralType):
        values = ", ".join(str(value) for value in kind.values)
        return Bilingual(f"次のどれか: {values}", f"one of: {values}")
    if isinstance(kind, inspect.StructType):
        names = ", ".join(field.encode_name for field in kind.fields)
        return Bilingual(f"「項目: 値」の並び(項目: {names})", f"fields with values ({names})")
    if isinstance(kind, inspect.StrType):
        return _text_form(kind)
    return _plain_form(kind)


def _text_form(kind: inspect.StrType) -> Bilingual:
    if kind.pattern is None:
        return (
            Bilingual("文字列", "text")
            if not kind.min_length
            else Bilingual("空でない文字列", "text that is not empty")
        )
    return _forms().get(kind.pattern, Bilingual(f"{kind.pattern} の形", f"the form {kind.pattern}"))


@cache
def _forms() -> dict[str, Bilingual]:
    """Return the words for each pattern of the model."""
    found = {}
    for path, form in _FORMS.items():
        kind = _bare(_type_at(PageRecord, path))
        if isinstance(kind, inspect.StrType) and kind.pattern:
            found[kind.pattern] = form
    return found


def _plain_form(kind: inspect.Type) -> Bilingual:
    if isinstance(kind, inspect.IntType):
        span = f"{kind.ge} - {kind.le}" if kind.le is not None else ""
        return Bilingual(
            f"整数 {span}(引用符や先頭の 0 なし)", f"a whole number {span}, without quotes or leading zeros"
        )
    if isinstance(kind, inspect.TupleType):
        size = len(kind.item_types)
        return Bilingual(f"{size}個の整数のリスト(例 [1, 5])", f"a list of {size} whole numbers, like [1, 5]")
    texts: dict[type[inspect.Type], Bilingual] = {
        inspect.BoolType: Bilingual("true または false", "true or false"),
        inspect.ListType: Bilingual(
            "リスト(なければ行ごと省く)", "a list (leave the line out where there is none)"
        ),
        inspect.DictType: Bilingual("「名前: 文字列」の並び", "names with texts"),
        inspect.DateType: Bilingual("日付(例 2026-11-21)", "a date like 2026-11-21"),
    }
    return texts.get(type(kind), Bilingual("別の値", "another value"))


@cache
def scalar_fields(kind: type) -> dict[str, str]:
    """Return the fields of a record type that hold no text: paths with ``[]``, to ``int`` or ``bool``.

    The type of a field decides how an unquoted YAML scalar is understood, never its looks: ``01204``
    is a code and ``55`` is a round.
    """
    return dict(_scalars(_root(kind), ""))


def _scalars(kind: inspect.Type, path: str) -> Iterator[tuple[str, str]]:
    bare = _bare(kind)
    if isinstance(bare, inspect.IntType):
        yield path, "int"
    elif isinstance(bare, inspect.BoolType):
        yield path, "bool"
    elif isinstance(bare, inspect.StructType):
        for field in bare.fields:
            yield from _scalars(field.type, f"{path}.{field.encode_name}" if path else field.encode_name)
    elif isinstance(bare, inspect.ListType):
        yield from _scalars(bare.item_type, f"{path}[]")
    elif isinstance(bare, inspect.TupleType):
        yield from _scalars(bare.item_types[0], f"{path}[]")
