"""Terms as N-Triples spells them: the data of the fast engine are plain strings.

A string knows its hash, costs nothing to compare, and keeps the lexical form that the file has. Spellings
are those of pyoxigraph: language tags in lower case, xsd:string without its datatype.
"""

import re
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from saisei_lod.validation.graphs import Term

__all__ = ["LANG_STRING", "XSD", "datatype_of", "from_term", "language_of", "text_of", "to_term", "typed"]

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
LANG_STRING: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def text_of(term: str) -> str:
    """Return an IRI or a lexical form, as STR of SPARQL 1.1 (section 17.4.2.5) does.

    >>> text_of("<https://example.org/>"), text_of('"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    ('https://example.org/', '2020')
    """
    if term[0] != '"':
        return term[1:-1] if term[0] == "<" else term
    lexical = term[1 : term.rindex('"')]
    return _ESCAPE.sub(_unescaped, lexical) if "\\" in lexical else lexical


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _NAMED.get(found[3], found[3])


def datatype_of(term: str) -> str:
    """Return the datatype IRI of a literal, "" for what is none.

    >>> datatype_of('"長井市"@ja')
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'
    """
    if term[0] != '"':
        return ""
    last = term[-1]
    if last == '"':
        return f"{XSD}string"
    return term[term.rindex('"') + 4 : -1] if last == ">" else LANG_STRING


def language_of(term: str) -> str:
    """Return the language tag of a literal, "" where there is none."""
    if term[0] != '"' or term[-1] in '">':
        return ""
    return term[term.rindex('"') + 2 :]


def typed(lexical: str, datatype: str) -> str:
    """Return the literal of a lexical form and a datatype.

    >>> typed("5", XSD + "integer"), typed("a", XSD + "string")
    ('"5"^^<http://www.w3.org/2001/XMLSchema#integer>', '"a"')
    """
    quoted = f'"{lexical.translate(_ESCAPES)}"'
    return quoted if datatype == f"{XSD}string" else f"{quoted}^^<{datatype}>"


def from_term(term: Term) -> str:
    """Return the spelling of a term of pyoxigraph."""
    return str(term)


def to_term(spelled: str) -> Term:
    """Return the term of pyoxigraph that a spelling stands for."""
    if spelled[0] == "<":
        return NamedNode(spelled[1:-1])
    if spelled[0] == "_":
        return BlankNode(spelled[2:])
    language = language_of(spelled)
    if language:
        return Literal(text_of(spelled), language=language)
    return Literal(text_of(spelled), datatype=NamedNode(datatype_of(spelled)))
