"""Say in words what a constraint of a shape expects (W3C SHACL, section 4), in Japanese and English.

What a shape says itself (``shapes:expected``) goes before what its parameters tell. Where it has conditions
of several kinds, the exact ones still tell their own: how many values, and of what datatype or language.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from saisei_lod.errors import Bilingual
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH, SHAPES, shortened
from saisei_lod.validation.paths import sparql_path

__all__ = ["expectations", "said_in_both"]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_DEPTH: Final = 4
_DATATYPES: Final[Mapping[str, Bilingual]] = {
    "anyURI": Bilingual("アドレス", "an address"),
    "boolean": Bilingual("true か false", "true or false"),
    "date": Bilingual("実在する年月日（2020-03-30 の形）", "an existing date like 2020-03-30"),
    "decimal": Bilingual("数", "a number"),
    "gYear": Bilingual("年（2020 の形）", "a year like 2020"),
    "gYearMonth": Bilingual("年月（2020-03 の形）", "a year and month like 2020-03"),
    "hexBinary": Bilingual("16進の値", "hex digits"),
    "integer": Bilingual("整数", "a whole number"),
    "nonNegativeInteger": Bilingual("0 以上の整数", "a whole number, 0 or more"),
    "string": Bilingual("言語タグのない文字列", "a text without a language tag"),
}
_NODE_KINDS: Final[Mapping[str, Bilingual]] = {
    "BlankNode": Bilingual("空白ノード", "a blank node"),
    "BlankNodeOrIRI": Bilingual("IRI または空白ノード", "an IRI or a blank node"),
    "BlankNodeOrLiteral": Bilingual("文字や数の値、または空白ノード", "a literal or a blank node"),
    "IRI": Bilingual("IRI", "an IRI"),
    "IRIOrLiteral": Bilingual("IRI、または文字や数の値", "an IRI or a literal"),
    "Literal": Bilingual("文字や数の値", "a literal"),
}
#: Conditions whose parameters say all that they expect.
_EXACT: Final = frozenset(
    {"minCount", "maxCount", "datatype", "languageIn", "uniqueLang", "nodeKind", "closed"}
)

_Say = Callable[[Term, Term, Triples, int], Bilingual]


def expectations(shape: Term, conditions: Collection[str], shapes: Triples) -> Mapping[str, Bilingual]:
    """Return what a shape expects by each of its conditions (``minCount``, ``or``); empty where nothing tells."""
    written = said_in_both(shape, f"{SHAPES}expected", shapes)
    ours = set(conditions) - _EXACT or set(conditions)
    return {
        name: written if written.ja and name in ours else _expected(shape, name, shapes, 0)
        for name in conditions
    }


def said_in_both(subject: Term, predicate: str, shapes: Triples) -> Bilingual:
    """Return a text in both languages; what is said in one language alone stands for both, "" for nothing."""
    said = {
        (term.language or "").lower(): term.value
        for term in shapes.objects(subject, predicate)
        if isinstance(term, Literal)
    }
    first = said.get("", next(iter(said.values()), ""))
    return Bilingual(said.get("ja", said.get("en", first)), said.get("en", first))


def _expected(shape: Term, condition: str, shapes: Triples, depth: int) -> Bilingual:
    say = _WORDS.get(condition)
    values = shapes.objects(shape, SH + condition)
    if say is None or depth > _DEPTH:
        return Bilingual("", "")
    return _joined([say(shape, value, shapes, depth) for value in values], Bilingual("、", " and "))


def _joined(parts: list[Bilingual], between: Bilingual) -> Bilingual:
    said = [part for part in parts if part.ja]
    return Bilingual(between.ja.join(part.ja for part in said), between.en.join(part.en for part in said))


def _inner(shape: Term, shapes: Triples, depth: int) -> Bilingual:
    """Say all that a nested shape expects, behind the path that it is about."""
    names = [name.removeprefix(SH) for name in shapes.predicates(shape) if name.startswith(SH)]
    parts = [_expected(shape, name, shapes, depth + 1) for name in sorted(names)]
    said = _joined(parts, Bilingual("、", ", "))
    path = next(iter(shapes.objects(shape, f"{SH}path")), None)
    if path is None or not said.ja:
        return said
    shown = sparql_path(path, shapes)
    return Bilingual(f"{shown}: {said.ja}", f"{shown}: {said.en}")


def _nested(_: Term, value: Term, shapes: Triples, depth: int) -> Bilingual:
    return _inner(value, shapes, depth)


def _negated(_: Term, value: Term, shapes: Triples, depth: int) -> Bilingual:
    said = _inner(value, shapes, depth)
    return Bilingual(f"「{said.ja}」でないこと", f"not ({said.en})") if said.ja else said


def _listed(head: Bilingual, between: Bilingual) -> _Say:
    def say(_: Term, value: Term, shapes: Triples, depth: int) -> Bilingual:
        inner = _joined([_inner(member, shapes, depth) for member in shapes.members(value)], between)
        return Bilingual(head.ja + inner.ja, head.en + inner.en) if inner.ja else inner

    return say


def _counted(least: Bilingual, most: Bilingual | None = None) -> _Say:
    """Return a say for a number: ``least`` is filled with it, ``most`` stands for 0."""

    def say(_: Term, value: Term, __: Triples, ___: int) -> Bilingual:
        number = str(value.value)
        if most is not None and number == "0":
            return most
        return least.filled(n=number, s="" if number == "1" else "s")

    return say


def _named_count(shape: Term, value: Term, shapes: Triples, _: int) -> Bilingual:
    """Ask for values of a property by its name."""
    name, number = said_in_both(shape, f"{SH}name", shapes), str(value.value)
    of = Bilingual(f"{name.ja}の", f": {name.en}") if name.ja else Bilingual("", "")
    plural = "" if number == "1" else "s"
    return Bilingual(f"{of.ja}値が{number}つ以上", f"at least {number} value{plural}{of.en}")


def _qualified(template: Bilingual) -> _Say:
    def say(shape: Term, value: Term, shapes: Triples, depth: int) -> Bilingual:
        inner = [_inner(v, shapes, depth) for v in shapes.objects(shape, f"{SH}qualifiedValueShape")]
        said = _joined(inner, Bilingual("、", " and "))
        return template.filled(n=value.value, ja=said.ja, en=said.en)

    return say


def _related(template: Bilingual) -> _Say:
    def say(shape: Term, value: Term, shapes: Triples, _: int) -> Bilingual:
        shown = _term(value)
        name = _name_beside(shape, value, shapes)
        both = (
            Bilingual(f"{name.ja}（{shown}）", f"{name.en} ({shown})") if name.ja else Bilingual(shown, shown)
        )
        return template.filled(ja=both.ja, en=both.en)

    return say


def _name_beside(shape: Term, predicate: Term, shapes: Triples) -> Bilingual:
    """Return what a shape of the same class calls a property."""
    holders = set(shapes.with_object(f"{SH}property", shape))
    for other in shapes.with_object(f"{SH}path", predicate):
        if holders & set(shapes.with_object(f"{SH}property", other)):
            return said_in_both(other, f"{SH}name", shapes)
    return Bilingual("", "")


def _datatype(_: Term, value: Term, __: Triples, ___: int) -> Bilingual:
    iri = str(value.value)
    shown = _term(value)
    return _DATATYPES.get(iri.removeprefix(_XSD), Bilingual(shown, shown))


def _class(_: Term, value: Term, shapes: Triples, __: int) -> Bilingual:
    """Call a class by the name of the shape that describes its members."""
    for shape in shapes.with_object(f"{SH}targetClass", value):
        name = said_in_both(shape, f"{SH}name", shapes)
        if name.ja and shapes.objects(shape, f"{SH}closed"):
            return Bilingual(f"{name.ja}として記述されたもの", f"something described as: {name.en}")
    shown = _term(value)
    return Bilingual(f"{shown} として記述されたもの", f"something described as {shown}")


def _choices(_: Term, value: Term, shapes: Triples, __: int) -> Bilingual:
    shown = [_term(member) for member in shapes.members(value)]
    if len(shown) == 1:
        return Bilingual(shown[0], shown[0])
    return Bilingual(f"次のどれか: {'、'.join(shown)}", f"one of: {', '.join(shown)}")


def _languages(_: Term, value: Term, shapes: Triples, __: int) -> Bilingual:
    tags = [str(member.value) for member in shapes.members(value)]
    return Bilingual(
        f"言語タグ {'・'.join(tags)} のある文字列", f"a text with the language tag {' or '.join(tags)}"
    )


def _closed(shape: Term, _: Term, shapes: Triples, __: int) -> Bilingual:
    """Name the properties that a closed shape provides for."""
    paths = {p for held in shapes.objects(shape, f"{SH}property") for p in shapes.objects(held, f"{SH}path")}
    shown = sorted(shortened(path.value) for path in paths if isinstance(path, NamedNode))
    return Bilingual(f"次の項目だけ: {'、'.join(shown)}", f"only: {', '.join(shown)}")


def _kind(_: Term, value: Term, __: Triples, ___: int) -> Bilingual:
    name = str(value.value).removeprefix(SH)
    return _NODE_KINDS.get(name, Bilingual(name, name))


def _shown(template: Bilingual) -> _Say:
    def say(_: Term, value: Term, __: Triples, ___: int) -> Bilingual:
        return template.filled(value=_term(value))

    return say


def _term(term: Term) -> str:
    return shortened(term.value) if isinstance(term, NamedNode) else str(term.value)


_WORDS: Final[Mapping[str, _Say]] = {
    "and": _listed(Bilingual("", ""), Bilingual("、かつ ", "; and ")),
    "class": _class,
    "closed": _closed,
    "datatype": _datatype,
    "disjoint": _related(Bilingual("{ja}と違う値", "another value than {en}")),
    "equals": _related(Bilingual("{ja}と同じ値", "the same values as {en}")),
    "hasValue": _shown(Bilingual("{value}", "{value}")),
    "in": _choices,
    "languageIn": _languages,
    "lessThan": _related(Bilingual("{ja}より前の値", "a value before {en}")),
    "lessThanOrEquals": _related(Bilingual("{ja}以前の値", "a value not after {en}")),
    "maxCount": _counted(Bilingual("値は{n}つまで", "at most {n} value{s}"), Bilingual("値なし", "no value")),
    "maxExclusive": _counted(Bilingual("{n} より小さい値", "less than {n}")),
    "maxInclusive": _counted(Bilingual("{n} 以下の値", "{n} at most")),
    "maxLength": _counted(Bilingual("{n} 字以下", "at most {n} characters")),
    "minCount": _named_count,
    "minExclusive": _counted(Bilingual("{n} より大きい値", "more than {n}")),
    "minInclusive": _counted(Bilingual("{n} 以上の値", "{n} at least")),
    "minLength": _counted(Bilingual("{n} 字以上", "at least {n} characters")),
    "node": _nested,
    "nodeKind": _kind,
    "not": _negated,
    "or": _listed(Bilingual("次のどれか: ", "one of: "), Bilingual(" / ", " / ")),
    "pattern": _shown(Bilingual("正規表現 {value} に合う文字列", "a text that matches {value}")),
    "property": _nested,
    "qualifiedMaxCount": _qualified(Bilingual("「{ja}」の値は{n}つまで", "at most {n}: {en}")),
    "qualifiedMinCount": _qualified(Bilingual("「{ja}」の値が{n}つ以上", "at least {n}: {en}")),
    "uniqueLang": lambda *_: Bilingual("言語ごとに1つまで", "at most one in each language"),
    "xone": _listed(Bilingual("次のちょうど1つ: ", "exactly one of: "), Bilingual(" / ", " / ")),
}
