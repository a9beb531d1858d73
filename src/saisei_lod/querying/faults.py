"""Say where and why a text is no SPARQL.

pyoxigraph's parser reports the end of the text for many faults of its middle. So the place is asked of a
second parser, rdflib's, which is exact to the line and imported only here; where both name one line,
pyoxigraph's column is the finer.
"""

import re
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError

__all__ = ["syntax_error"]

_ERROR: Final = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
#: The longest list of what could have followed that is shown: more would hide the place.
_SHOWN: Final = 100
#: Characters of the longest text that the second parser is asked about.
_LONGEST: Final = 20_000
_QUERY: Final = Bilingual("SPARQL 1.1 の問い合わせ", "a SPARQL 1.1 query")


class _Fault(NamedTuple):
    """Line and column from 1, and what would have been right there."""

    line: int
    column: int
    expected: Bilingual


def syntax_error(message: str, text: str, place: str) -> InputError:
    """Return the error for a text that pyoxigraph refused with a message; ``place`` names the text."""
    fault = _fault(message, text)
    rows = text.split("\n")
    near = rows[fault.line - 1].strip()[:80] if fault.line <= len(rows) else ""
    return InputError(
        Bilingual(f"SPARQL として読めません: {near}", f"This is not SPARQL: {near}"),
        where=f"{place}:{fault.line}:{fault.column}",
        expected=fault.expected,
        todo=Bilingual(
            "その行のその桁の前後を直してください。", "Correct the text about that line and column."
        ),
    )


def _fault(message: str, text: str) -> _Fault:
    found = _ERROR.match(message)
    first = _Fault(int(found[1]), int(found[2]), _expected(found[3])) if found else _Fault(1, 1, _QUERY)
    second = _second_opinion(text)
    return first if second is None or second.line == first.line else second


def _second_opinion(text: str) -> _Fault | None:
    """Return where rdflib's parser stops, None where it has no objection or is not asked."""
    if len(text) > _LONGEST:
        return None
    from pyparsing import ParseBaseException  # noqa: PLC0415 - after an error alone
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415 - after an error alone

    try:
        parseQuery(text)
    except ParseBaseException as error:
        return _Fault(error.lineno, error.column, _QUERY)
    except RecursionError:
        return None
    return None


def _expected(wanted: str) -> Bilingual:
    """Return what pyoxigraph's parser expected, without its list of characters."""
    if "Prefix not found" in wanted:
        return Bilingual("PREFIX で宣言された接頭辞", "a prefix that is declared by PREFIX")
    if "variable that is unbound" in wanted:
        return Bilingual(
            "SELECT の変数は GROUP BY にあるか集計されたもの",
            "variables of SELECT that are grouped by or aggregated",
        )
    shown = ", ".join(
        item for item in wanted.removeprefix("one of ").split(", ") if "[" not in item and "'" not in item
    )
    return Bilingual(shown, shown) if shown and len(shown) <= _SHOWN else _QUERY
