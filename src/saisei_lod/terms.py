"""RDF terms and descriptions (RDF 1.1 Concepts, section 3), spelled for every syntax.

A term is a *core*, which is the same in N-Triples, Turtle and JSON-LD (a local name, an escaped text, a
number), and a *spelling*, which says what each syntax puts around the core. All IRIs of a namespace
share one spelling, and so do all texts of a language and all literals of a datatype: the writers spell
what is around once and then only join cores. Two terms are the same term where their N-Triples
spelling is the same.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from saisei_lod.errors import Bilingual, InputError

__all__ = [
    "Description",
    "Iri",
    "Literal",
    "Namespace",
    "Property",
    "Spelling",
    "Term",
    "boolean",
    "date",
    "decimal",
    "integer",
    "plain",
    "text",
    "typed",
]

#: Where the core goes in what is around it; no term may hold this character.
GAP: Final = "\0"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_CONTROL: Final = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: An absolute IRI as RFC 3987, section 2.2 has it; parsers refuse others, and with them the whole file.
#: Square brackets, legal around an IPv6 address alone, and private characters are left out.
_ABSOLUTE: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:"
    r"(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"\\U{plane:04x}0000-\\U{plane:04x}fffd" for plane in range(1, 14))
    + r"\U000e1000-\U000efffd])*\Z"
)
_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_-])?\Z")


class Spelling:
    """What each syntax puts around the terms of one kind; GAP stands where the core goes.

    ``kind`` is "" for IRIs, the language tag for tagged strings, and the datatype IRI for all other
    literals.
    """

    __slots__ = ("json", "kind", "nt", "ttl")

    def __init__(self, kind: str, nt: str, ttl: str, json: str) -> None:
        self.kind = kind
        self.nt = nt
        self.ttl = ttl
        self.json = json


class Term:
    """An RDF term; ``nt``, ``ttl`` and ``json`` are how N-Triples, Turtle and JSON-LD write it."""

    __slots__ = ("core", "spelling")

    core: str
    spelling: Spelling

    @property
    def nt(self) -> str:
        """The term in N-Triples."""
        return self.spelling.nt.replace(GAP, self.core)

    @property
    def ttl(self) -> str:
        """The term in Turtle: an IRI with its prefix where it has one, a number bare."""
        return self.spelling.ttl.replace(GAP, self.core)

    @property
    def json(self) -> str:
        """The term as a JSON value that the context turns into it."""
        return self.spelling.json.replace(GAP, self.core)

    @property
    def kind(self) -> str:
        """Nothing for an IRI, the language tag of a tagged string, else the datatype IRI."""
        return self.spelling.kind

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Term) and self.nt == other.nt

    def __hash__(self) -> int:
        return hash(self.nt)

    def __repr__(self) -> str:
        return self.nt


class Iri(Term):
    """An IRI: a local name in a namespace, or a whole IRI."""

    __slots__ = ()

    def __init__(self, core: str, spelling: Spelling) -> None:
        self.core = core
        self.spelling = spelling

    @classmethod
    def absolute(cls, value: str) -> "Iri":
        """Return the term of a full IRI, which is spelled without a prefix; refuse what is none.

        >>> Iri.absolute("https://example.org/a").ttl
        '<https://example.org/a>'
        """
        if not _ABSOLUTE.match(value):
            raise InputError(
                Bilingual(
                    f"IRI として使えない文字列です: {value!r}", f"This is not an absolute IRI: {value!r}"
                ),
                expected=Bilingual(
                    '空白や <>"{}|^` を含まない https://… の形',
                    'a form like https://…, without spaces or <>"{}|^`',
                ),
                todo=Bilingual(
                    "URL を % 符号化して書き直してください。",
                    "Percent-encode the address and write it again.",
                ),
            )
        return cls(value, _WHOLE)

    @property
    def value(self) -> str:
        """The IRI itself, without angle brackets."""
        return self.nt[1:-1]


class Literal(Term):
    """A literal: lexical form and either a language tag or a datatype IRI (RDF 1.1, section 3.3)."""

    __slots__ = ("lexical",)

    def __init__(self, lexical: str, core: str, spelling: Spelling) -> None:
        self.lexical = lexical
        self.core = core
        self.spelling = spelling

    @property
    def language(self) -> str:
        """The language tag, "" where there is none."""
        return "" if ":" in self.kind else self.kind

    @property
    def datatype(self) -> str:
        """The datatype IRI, rdf:langString for a tagged string."""
        return self.kind if ":" in self.kind else _LANG_STRING


class Namespace:
    """A namespace with the prefix that every syntax uses for it.

    ``in_context`` is false where JSON-LD spells the IRIs in full, as it does for resources: a prefix
    such as ``version:`` would be the key of a property there, and the base is the publisher's.
    """

    __slots__ = ("base", "prefix", "spelling")

    def __init__(self, prefix: str, base: str, *, in_context: bool = True) -> None:
        self.prefix = prefix
        self.base = base
        start = f"{prefix}:" if in_context else base
        self.spelling = Spelling("", f"<{base}{GAP}>", f"{prefix}:{GAP}", f'"{start}{GAP}"')

    def __call__(self, local: str) -> Iri:
        """Return the IRI of a local name of ASCII letters, digits, ``-`` and ``_``.

        The caller vouches for the local name (keys and codes are checked when a record is read).
        """
        return Iri(local, self.spelling)

    def checked(self, local: str) -> Iri:
        """Return the IRI of a local name; one that no prefixed name can hold is spelled in full."""
        if _LOCAL.match(local):
            return self(local)
        return Iri.absolute(self.base + local)


class Property(Iri):
    """A predicate with its key in JSON-LD and how its values stand there.

    ``languages`` is true where the values are a language map; ``repeated`` where they always stand in
    an array, so that readers of the JSON meet one shape only. ``datatype`` is what the context says of
    the values: ``@id`` for IRIs, the local name of an XSD datatype, the IRI of another
    datatype, or nothing for plain strings; a value of any other kind is written out as an object.
    ``kind_of_values`` is the kind of the values that need no object of their own (see
    :class:`Spelling`), ``*`` where that is any language; ``predicate`` is its N-Triples, made once.
    """

    __slots__ = ("datatype", "key", "kind_of_values", "languages", "predicate", "repeated")

    def __init__(  # noqa: PLR0913 - the parts of a property
        self,
        namespace: Namespace,
        local: str,
        key: str,
        *,
        datatype: str = "",
        languages: bool = False,
        repeated: bool = False,
    ) -> None:
        super().__init__(local, namespace.spelling)
        self.predicate = self.nt
        self.key = key
        self.datatype = datatype
        self.kind_of_values = "*" if languages else _kind_of_values(datatype)
        self.languages = languages
        self.repeated = repeated


def _kind_of_values(datatype: str) -> str:
    if datatype == "@id":
        return ""
    return datatype if ":" in datatype else XSD + (datatype or "string")


class Description:
    """A subject with its classes and the values of its properties, in the order that readers meet them."""

    __slots__ = ("statements", "subject", "types")

    def __init__(self, subject: Iri, *types: Iri) -> None:
        self.subject = subject
        self.types = types
        self.statements: list[tuple[Property, tuple[Term, ...]]] = []

    def add(self, predicate: Property, *values: Term | None) -> None:
        """State the values of a property; None among them is silence and adds nothing."""
        if len(values) == 1 and values[0] is not None:  # nearly always: no second tuple is made
            self.statements.append((predicate, values))  # type: ignore[arg-type]
            return
        said = tuple([value for value in values if value is not None])
        if said:
            self.statements.append((predicate, said))

    def values(self, predicate: Property) -> tuple[Term, ...]:
        """Return the values stated for a property."""
        return next((values for name, values in self.statements if name is predicate), ())

    def triples(self) -> Iterator[tuple[str, str, str]]:
        """Yield the triples in N-Triples spelling, classes first."""
        subject = self.subject.nt
        for kind in self.types:
            yield subject, _RDF_TYPE, kind.nt
        for predicate, values in self.statements:
            for value in values:
                yield subject, predicate.predicate, value.nt


_RDF_TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LANG_STRING: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
#: Readers of JSON may take a number for a double, which is exact up to here (RFC 8259, section 6).
_EXACT_IN_JSON: Final = 2**53 - 1


def _of_datatype(datatype: str, *, bare: bool = False, bare_in_json: bool = False) -> Spelling:
    """Return the spelling of a datatype's literals, which Turtle or JSON may write without quotes."""
    quoted = f'"{GAP}"'
    short = f"xsd:{datatype.removeprefix(XSD)}" if datatype.startswith(XSD) else f"<{datatype}>"
    ttl = GAP if bare else f"{quoted}^^{short}"
    return Spelling(datatype, f"{quoted}^^<{datatype}>", ttl, GAP if bare_in_json else quoted)


_WHOLE: Final = Spelling("", f"<{GAP}>", f"<{GAP}>", f'"{GAP}"')
_STRING: Final = Spelling(f"{XSD}string", f'"{GAP}"', f'"{GAP}"', f'"{GAP}"')
_INTEGER: Final = _of_datatype(f"{XSD}integer", bare=True, bare_in_json=True)
_LARGE_INTEGER: Final = _of_datatype(f"{XSD}integer", bare=True)
_BOOLEAN: Final = _of_datatype(f"{XSD}boolean", bare=True, bare_in_json=True)


@lru_cache(maxsize=256)  # bounds what hostile input can keep; a release has a handful
def _of_language(language: str) -> Spelling:
    tagged = f'"{GAP}"@{language}'
    return Spelling(language, tagged, tagged, f'"{GAP}"')


@lru_cache(maxsize=256)
def _typed(datatype: str) -> Spelling:
    return _of_datatype(datatype if ":" in datatype else XSD + datatype)


def _escaped(lexical: str) -> str:
    # Most texts need no escape. str.isprintable is false for every control character and for more.
    if lexical.isprintable() and '"' not in lexical and "\\" not in lexical:
        return lexical
    if _CONTROL.search(lexical):
        raise InputError(
            Bilingual(
                f"制御文字を含む文字列です: {lexical[:60]!r}",
                f"The text holds a control character: {lexical[:60]!r}",
            ),
            expected=Bilingual(
                "改行のほかに制御文字のない文字列", "text without control characters other than line breaks"
            ),
            todo=Bilingual("その文字を取り除いてください。", "Remove the character."),
        )
    return lexical.translate(_ESCAPES)


def text(lexical: str, language: str) -> Literal:
    """Return a language-tagged string; the tag is in lower case, since engines disagree on case.

    >>> text("長井市", "ja").nt
    '"長井市"@ja'
    """
    return Literal(lexical, _escaped(lexical), _of_language(language))


def plain(lexical: str) -> Literal:
    """Return an xsd:string, written without its datatype as N-Triples' canonical form asks.

    >>> plain("012041").nt
    '"012041"'
    """
    return Literal(lexical, _escaped(lexical), _STRING)


def typed(lexical: str, datatype: str) -> Literal:
    """Return a literal of a datatype: an IRI, or the local name of an XSD one, for example ``gYearMonth``.

    >>> typed("2021-03", "gYearMonth").ttl
    '"2021-03"^^xsd:gYearMonth'
    """
    return Literal(lexical, _escaped(lexical), _typed(datatype))


@lru_cache(maxsize=4096)  # a few thousand days stand in any number of plans
def date(iso: str) -> Literal:
    """Return an xsd:date, xsd:gYearMonth or xsd:gYear by the length of an ISO 8601 text already checked."""
    return typed(iso, {10: "date", 7: "gYearMonth", 4: "gYear"}[len(iso)])


@lru_cache(maxsize=4096)  # years, lines and sizes come again and again
def integer(value: int) -> Literal:
    """Return an xsd:integer, a bare number in Turtle and JSON.

    >>> integer(55).ttl
    '55'
    """
    bare = str(value)
    return Literal(bare, bare, _INTEGER if abs(value) <= _EXACT_IN_JSON else _LARGE_INTEGER)


def decimal(lexical: str) -> Literal:
    """Return an xsd:decimal from its lexical form."""
    return typed(lexical, "decimal")


def boolean(value: bool) -> Literal:  # noqa: FBT001 - the value is the whole point
    """Return an xsd:boolean, bare in Turtle and JSON."""
    bare = "true" if value else "false"
    return Literal(bare, bare, _BOOLEAN)
