"""Show an answer: a table for people, tables for Excel, CSV, TSV, JSON and XML of SPARQL 1.1, Turtle for a graph."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from saisei_lod.errors import Bilingual, Language, UsageError
from saisei_lod.iris import Minter
from saisei_lod.querying.answers import Answer, Rows
from saisei_lod.querying.table import as_table
from saisei_lod.vocabulary import namespaces

if TYPE_CHECKING:
    from saisei_lod.querying.answers import Cell

__all__ = ["FORMATS", "Format", "render"]

Format = Literal["table", "csv", "csv-excel", "xlsx", "tsv", "json", "xml", "turtle"]

#: The formats in which an answer can be shown; the first is that for people.
FORMATS: Final[tuple[Format, ...]] = ("table", "csv", "csv-excel", "xlsx", "tsv", "json", "xml", "turtle")
_RESULTS: Final = {"csv": "CSV", "tsv": "TSV", "json": "JSON", "xml": "XML"}
_SUFFIX: Final[dict[Language, str]] = {"ja": "_ja", "en": "_en"}
_WORDS: Final = {
    "yes": Bilingual("はい", "yes"),
    "no": Bilingual("いいえ", "no"),
    "unknown": Bilingual("不明", "unknown"),
}


def render(answer: Answer, form: Format, language: Language, width: int | None = None) -> str | bytes:
    """Return an answer in a format: text for a table, UTF-8 bytes for the others.

    A table shows of each pair of columns ``…_ja`` and ``…_en`` the one in the reader's language, with the
    other where that is empty, and is cut to ``width`` columns where one is given. CSV, TSV, JSON and XML are those
    of SPARQL 1.1 (W3C, 2013) and hold every column; csv-excel and xlsx have them under headings in the
    language. A graph is written as Turtle. UsageError where a format cannot hold the answer.
    """
    if answer.form == "graph":
        return _graph(answer, form)
    if form == "turtle":
        raise _unfit(form, "table, csv, tsv, json, xml")
    if form in {"csv-excel", "xlsx"}:
        from saisei_lod.querying.workbook import as_excel_csv, as_workbook  # noqa: PLC0415 - loaded when asked

        return (as_workbook if form == "xlsx" else as_excel_csv)(answer, language)
    if form != "table":
        return _results(answer, form)
    if answer.form == "truth":
        return _WORDS["yes" if answer.truth else "no"].in_language(language) + "\n"
    return _table(answer, language, width)


def _unfit(form: str, fit: str) -> UsageError:
    return UsageError(
        Bilingual(f"この答えは {form} にできません。", f"This answer cannot be written as {form}."),
        expected=Bilingual(fit, fit),
        todo=Bilingual("別の --format を指定してください。", "Choose another --format."),
    )


def _results(answer: Answer, form: Format) -> bytes:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, parse_query_results  # noqa: PLC0415 - loaded when asked

    found = parse_query_results(answer.body, QueryResultsFormat.JSON)
    wanted: QueryResultsFormat = getattr(QueryResultsFormat, _RESULTS[form])
    body = found.serialize(format=wanted) or b""
    ends = body.endswith(b"\n") or not (isinstance(found, QueryBoolean) or form in {"json", "xml"})
    return body if ends else body + b"\n"


def _graph(answer: Answer, form: Format) -> bytes:
    from pyoxigraph import RdfFormat, parse, serialize  # noqa: PLC0415 - loaded when asked

    if form not in {"table", "turtle"}:
        raise _unfit(form, "turtle")
    triples = [quad.triple for quad in parse(answer.body, RdfFormat.N_TRIPLES)]
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(_prefixes())) or b""


@cache
def _prefixes() -> Mapping[str, str]:
    """Return the prefixes of the vocabulary and of the releases under the reference base."""
    known = {name: getattr(namespaces, name) for name in namespaces.__all__}
    vocabularies = {namespace.prefix: namespace.base for namespace in known.values()}
    return {**vocabularies, **{name: space.base for name, space in Minter().namespaces.items()}}


def _table(answer: Answer, language: Language, width: int | None) -> str:
    found = answer.rows
    kept = [place for place, name in enumerate(found.columns) if not _is_other(name, found.columns, language)]
    headings = {column.name: column.heading.in_language(language) for column in answer.query.columns}
    names = [headings.get(found.columns[place], found.columns[place]) for place in kept]
    rows = [[_shown(found, row, place, language, bool(headings)) for place in kept] for row in found.rows]
    count = Bilingual(f"({len(rows)} 行)", f"({len(rows)} row{'' if len(rows) == 1 else 's'})").in_language(
        language
    )
    return f"{as_table(names, rows, width)}{count}\n"


def _is_other(name: str, names: tuple[str, ...], language: Language) -> bool:
    """Tell whether a column is the other language's of a pair."""
    own, other = _SUFFIX[language], _SUFFIX["en" if language == "ja" else "ja"]
    return name.endswith(other) and name.removesuffix(other) + own in names


def _shown(found: Rows, row: "tuple[Cell, ...]", place: int, language: Language, is_pack: bool) -> str:  # noqa: FBT001
    name = found.columns[place]
    cell = row[place]
    if cell is None and name.endswith(_SUFFIX[language]):
        other = name.removesuffix(_SUFFIX[language]) + _SUFFIX["en" if language == "ja" else "ja"]
        cell = row[found.columns.index(other)] if other in found.columns else None
    text = _text(cell)
    return _WORDS[text].in_language(language) if is_pack and name == "answer" and text in _WORDS else text


def _text(cell: "Cell") -> str:
    from pyoxigraph import NamedNode, Triple  # noqa: PLC0415 - loaded when asked

    if cell is None:
        return ""
    if isinstance(cell, NamedNode):
        return _compact(cell.value)
    return str(cell) if isinstance(cell, Triple) else cell.value


def _compact(iri: str) -> str:
    """Return the prefixed name of an IRI of a release or the vocabulary, else the IRI.

    >>> _compact("https://w3id.org/saisei/id/local-government/06209")
    'local-government:06209'
    """
    base = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
    prefix = _by_base().get(base)
    return f"{prefix}:{iri[len(base) :]}" if prefix else iri


@cache
def _by_base() -> Mapping[str, str]:
    return {base: prefix for prefix, base in _prefixes().items()}
