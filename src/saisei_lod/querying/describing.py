"""Tell people which queries there are and what one of them asks."""

import re

from saisei_lod.errors import Bilingual, Language
from saisei_lod.querying.model import KINDS, Parameter, Query
from saisei_lod.querying.pack import pack
from saisei_lod.querying.table import columns_of, padded

__all__ = ["describe_text", "list_text", "wrapped"]

#: Columns of a line of a note.
_WIDTH = 96
#: What is never broken: a word with the space after it, or a wide character with the marks that may not begin a line.
_PIECE = re.compile(r"[!-~]+[、。」)]*\s*|[^!-~\s][、。」)・]*\s*|\s+")

_USE = Bilingual(
    "使い方: saisei query 名前 --param 名前=値。角括弧のパラメーターは省けます。",
    "Use: saisei query NAME --param name=value. Parameters in brackets may be left out.",
)


def list_text(language: Language) -> str:
    """Return the queries of the pack, a line each with name, parameters and title, and how to use them."""
    rows = [(query.name, _signature(query), query.title.in_language(language)) for query in pack()]
    widths = [max(columns_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(padded, row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, "", _USE.in_language(language), ""])


def _signature(query: Query) -> str:
    return " ".join(p.name if p.need == "required" else f"[{p.name}]" for p in query.parameters)


def describe_text(query: Query, language: Language) -> str:
    """Return a query's title, note, parameters, columns and an example of its use."""
    lines = [f"{query.name}: {query.title.in_language(language)}"]
    if note := query.note.in_language(language):
        lines += ["", *wrapped(note)]
    if query.parameters:
        lines += ["", Bilingual("パラメーター", "Parameters").in_language(language)]
        lines += [f"  {_parameter(parameter, language)}" for parameter in query.parameters]
    if query.columns:
        lines += ["", Bilingual("列", "Columns").in_language(language)]
        lines += [f"  {column.name}: {column.heading.in_language(language)}" for column in query.columns]
    example = "".join(f" --param {p.name}={p.value}" for p in query.parameters if p.need == "required")
    label = Bilingual("例", "For example").in_language(language)
    return "\n".join([*lines, "", f"{label}: saisei query {query.name}{example}", ""])


def _parameter(parameter: Parameter, language: Language) -> str:
    need = {
        "required": Bilingual("必須", "required"),
        "default": Bilingual(f"既定値 {parameter.value}", f"default {parameter.value}"),
        "optional": Bilingual("省略可", "optional"),
    }[parameter.need].in_language(language)
    about = parameter.about.in_language(language)
    stop = Bilingual("。", "; ").in_language(language)
    return f"{parameter.name} ({need}): {about}{stop}{KINDS[parameter.kind].in_language(language)}"


def wrapped(text: str) -> list[str]:
    """Return the lines of a text broken at spaces, and between characters of a script that is written without them."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if columns_of(lines[-1] + piece.rstrip()) > _WIDTH:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]
