"""Read plain queries (SPARQL 1.1, section 19.8): what the parts of a query are, and how they hang together."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

from saisei_lod.validation.names import RDF_TYPE
from saisei_lod.validation.paths import Path
from saisei_lod.validation.sparql.tokens import OutsideError, Token, tokens
from saisei_lod.validation.spelled import XSD, text_of, typed

__all__ = [
    "Bind",
    "Call",
    "Exists",
    "Expression",
    "Filter",
    "Item",
    "Optional",
    "OutsideError",
    "Pattern",
    "Query",
    "Variable",
    "parse",
]


class Variable(NamedTuple):
    """A variable by its name."""

    name: str


Item = Variable | str
"""A variable, or a term in N-Triples."""


class Call(NamedTuple):
    """An operator or a function with its arguments."""

    name: str
    arguments: tuple["Expression", ...]


class Exists(NamedTuple):
    """EXISTS { group }, or NOT EXISTS."""

    group: tuple["Element", ...]
    wanted: bool


Expression = Variable | str | Call | Exists


class Pattern(NamedTuple):
    """A triple pattern, its predicate being a path."""

    subject: Item
    path: Path
    object: Item


class Bind(NamedTuple):
    """BIND (expression AS ?name)."""

    expression: Expression
    name: str


class Filter(NamedTuple):
    """FILTER (expression)."""

    expression: Expression


class Optional(NamedTuple):
    """OPTIONAL { group }."""

    group: tuple["Element", ...]


Element = Pattern | Bind | Filter | Optional


class Query(NamedTuple):
    """The names that a query projects, and its group."""

    names: tuple[str, ...]
    group: tuple[Element, ...]


_RELATIONS: Final = frozenset({"=", "!=", "<", ">", "<=", ">="})


def parse(query: str) -> Query:
    """Return a query read; OutsideError where it has any form that is not compiled here."""
    reader = _Reader(tokens(query))
    reader.prologue()
    reader.expect("SELECT")
    reader.take("DISTINCT")
    names = []
    while reader.kind == "variable":
        names.append(reader.next().text[1:])
    reader.take("WHERE")
    group = reader.group()
    if not names or not reader.is_done:
        raise OutsideError(reader.text)
    return Query(tuple(names), group)


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = [*found, Token("end", "")]
        self._at = 0
        self._prefixes: dict[str, str] = {}

    @property
    def kind(self) -> str:
        return self._tokens[self._at].kind

    @property
    def text(self) -> str:
        return self._tokens[self._at].text

    @property
    def is_done(self) -> bool:
        return self.kind == "end"

    def next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def take(self, *texts: str) -> bool:
        """Go on if the next tokens are words or signs with these texts."""
        following = self._tokens[self._at : self._at + len(texts)]
        if [token.text for token in following] != list(texts):
            return False
        if any(token.kind not in {"word", "sign"} for token in following):
            return False
        self._at += len(texts)
        return True

    def expect(self, text: str) -> None:
        if not self.take(text):
            raise OutsideError(f"{self.text} for {text}")

    def prologue(self) -> None:
        while self.take("PREFIX"):
            name, iri = self.next(), self.next()
            if name.kind != "name" or iri.kind != "iri" or not name.text.endswith(":"):
                raise OutsideError(name.text)
            self._prefixes[name.text[:-1]] = iri.text[1:-1]

    def iri(self) -> str:
        """Read an IRI, in full or with its prefix."""
        token = self.next()
        if token.kind == "iri" and ":" in token.text:
            return token.text[1:-1]
        prefix, _, local = token.text.partition(":")
        if token.kind != "name" or prefix not in self._prefixes:
            raise OutsideError(token.text)
        return self._prefixes[prefix] + local

    # Groups (section 5)

    def group(self, *, inside: bool = False) -> tuple[Element, ...]:
        """Read a group; one ``inside`` of another holds patterns and filters alone."""
        self.expect("{")
        found: list[Element] = []
        while not self.take("}"):
            if self.take("FILTER"):
                found.append(Filter(self._primary()))
            elif not inside and self.take("BIND"):
                found.append(self._bind())
            elif not inside and self.take("OPTIONAL"):
                found.append(Optional(self.group(inside=True)))
            elif not self.take("."):
                found += self._triples()
        return tuple(found)

    def _bind(self) -> Bind:
        self.expect("(")
        expression = self._expression()
        self.expect("AS")
        name = self.next()
        if name.kind != "variable":
            raise OutsideError(name.text)
        self.expect(")")
        return Bind(expression, name.text[1:])

    def _triples(self) -> list[Element]:
        """Read the triples of one subject."""
        found: list[Element] = []
        subject = self._item()
        while True:
            path = self._alternative()
            found.append(Pattern(subject, path, self._item()))
            while self.take(","):
                found.append(Pattern(subject, path, self._item()))
            if not self.take(";"):
                return found

    def _item(self) -> Item:
        if self.kind == "variable":
            return Variable(self.next().text[1:])
        if self.kind in {"iri", "name"}:
            return f"<{self.iri()}>"
        return self._literal()

    def _literal(self) -> str:
        token = self.next()
        if token.kind == "number":
            return typed(token.text, f"{XSD}{'decimal' if '.' in token.text else 'integer'}")
        if token.kind == "word" and token.text in {"TRUE", "FALSE"}:
            return typed(token.text.lower(), f"{XSD}boolean")
        if token.kind != "string":
            raise OutsideError(token.text)
        lexical = text_of(f'"{token.text[1:-1]}"')
        if self.kind == "language":
            return typed(lexical, f"{XSD}string") + self.next().text.lower()
        return typed(lexical, self.iri() if self.take("^^") else f"{XSD}string")

    # Paths (section 9.1)

    def _alternative(self) -> Path:
        parts = [self._sequence()]
        while self.take("|"):
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else Path("alternativePath", parts=tuple(parts))

    def _sequence(self) -> Path:
        parts = [self._step()]
        while self.take("/"):
            parts.append(self._step())
        return parts[0] if len(parts) == 1 else Path("sequence", parts=tuple(parts))

    def _step(self) -> Path:
        if self.take("^"):
            return Path("inversePath", parts=(self._step(),))
        if self.take("("):
            path = self._alternative()
            self.expect(")")
        else:
            path = Path("", RDF_TYPE if self.take("a") else self.iri())
        for sign, kind in (("*", "zeroOrMorePath"), ("+", "oneOrMorePath"), ("?", "zeroOrOnePath")):
            if self.take(sign):
                return Path(kind, parts=(path,))
        return path

    # Expressions (section 17)

    def _expression(self) -> Expression:
        return self._joined("||", self._conjunction)

    def _conjunction(self) -> Expression:
        return self._joined("&&", self._relation)

    def _joined(self, sign: str, part: Callable[[], Expression]) -> Expression:
        left = part()
        while self.take(sign):
            left = Call(sign, (left, part()))
        return left

    def _relation(self) -> Expression:
        left = self._sum()
        if self.kind == "sign" and self.text in _RELATIONS:
            return Call(self.next().text, (left, self._sum()))
        if self.take("NOT", "IN"):
            return Call("!", (Call("IN", (left, *self._arguments())),))
        return Call("IN", (left, *self._arguments())) if self.take("IN") else left

    def _sum(self) -> Expression:
        return self._left_to_right(("+", "-"), self._product)

    def _product(self) -> Expression:
        return self._left_to_right(("*", "/"), self._unary)

    def _left_to_right(self, signs: Collection[str], part: Callable[[], Expression]) -> Expression:
        left = part()
        while self.kind == "sign" and self.text in signs:
            left = Call(self.next().text, (left, part()))
        return left

    def _unary(self) -> Expression:
        if self.take("!"):
            return Call("!", (self._unary(),))
        if self.take("-"):
            return Call("-", (typed("0", f"{XSD}integer"), self._unary()))
        return self._primary()

    def _primary(self) -> Expression:
        if self.take("("):
            inner = self._expression()
            self.expect(")")
            return inner
        if self.take("EXISTS"):
            return Exists(self.group(inside=True), wanted=True)
        if self.take("NOT", "EXISTS"):
            return Exists(self.group(inside=True), wanted=False)
        if self.kind == "word" and self.text not in {"TRUE", "FALSE"}:
            return Call(self.next().text, self._arguments())
        if self.kind in {"iri", "name"}:
            iri = self.iri()
            return Call(iri, self._arguments()) if self.text == "(" else f"<{iri}>"
        return self._item()

    def _arguments(self) -> tuple[Expression, ...]:
        self.expect("(")
        found = [self._expression()]
        while self.take(","):
            found.append(self._expression())
        self.expect(")")
        return tuple(found)
