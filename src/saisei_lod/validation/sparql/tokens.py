"""The tokens of SPARQL (SPARQL 1.1, section 19.8), as far as plain queries have them."""

import re
from typing import Final, NamedTuple

__all__ = ["OutsideError", "Token", "tokens"]

_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|\#[^\n]*)
  | (?P<iri><[^<>"{}|^`\\\s]*>)
  | (?P<variable>[?$][A-Za-z_0-9]+)
  | (?P<string>"(?!"")(?:[^"\\\n\r]|\\.)*"|'(?!'')(?:[^'\\\n\r]|\\.)*')
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>[0-9]+\.[0-9]+(?![0-9eE.])|[0-9]+(?![0-9eE]))
  | (?P<name>[A-Za-z][A-Za-z0-9_-]*:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?|[A-Za-z][A-Za-z0-9_-]*:)
  | (?P<word>[A-Za-z_]+)
  | (?P<sign>&&|\|\||!=|<=|>=|\^\^|\.(?![0-9])|[{}();,=<>!*/+|^?-])
    """,
    re.VERBOSE,
)


class OutsideError(Exception):
    """A query has a form that is not compiled here."""


class Token(NamedTuple):
    """A token: the kind of it, and its text; words are in capitals."""

    kind: str
    text: str


def tokens(query: str) -> list[Token]:
    """Return the tokens of a query; OutsideError for what is none of these."""
    found: list[Token] = []
    at = 0
    while at < len(query):
        match = _TOKEN.match(query, at)
        if match is None or match.lastgroup is None:
            raise OutsideError(query[at : at + 20])
        at = match.end()
        if match.lastgroup == "word":
            found.append(Token("word", match[0] if match[0] == "a" else match[0].upper()))
        elif match.lastgroup != "space":
            found.append(Token(match.lastgroup, match[0]))
    return found
