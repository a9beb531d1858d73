"""Read the lines of one entity as facts: what each subject says, by the last part of the property's name."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["TYPE", "Facts", "facts", "local", "said", "values"]

#: What an entity says: values in N-Triples, sorted, by subject and by property.
Facts = Mapping[str, Mapping[str, tuple[str, ...]]]
_TEXT: Final = re.compile(r'"(.*)"(?:@[a-z-]+|\^\^<[^>]*>)?\Z', re.DOTALL)
_ESCAPED: Final = re.compile(r'\\(["\\nrt])')
_PLAIN: Final = {"n": "\n", "r": "\r", "t": "\t"}
TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def facts(text: bytes) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return what lines of canonical N-Triples say, by subject and property; IRIs without their brackets."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in text.decode().split("\n"):
        if line:
            subject, predicate, value = line.removesuffix(" .").split(" ", 2)
            properties = found.setdefault(subject[1:-1], {})
            name = predicate[1:-1]
            properties[name] = (*properties.get(name, ()), value)
    return found


def local(iri: str) -> str:
    """Return the last part of an IRI, given with or without its brackets.

    >>> local("<https://w3id.org/saisei/ns#periodEnd>")
    'periodEnd'
    """
    return re.split("[/#]", iri.strip("<>"))[-1]


def said(value: str) -> str:
    r"""Return a value of N-Triples as a person reads it: the text of a literal, an IRI without brackets.

    >>> said('"2020-03-30"^^<http://www.w3.org/2001/XMLSchema#date>')
    '2020-03-30'
    """
    if value.startswith("<"):
        return value[1:-1]
    found = _TEXT.match(value)
    return _ESCAPED.sub(lambda m: _PLAIN.get(m[1], m[1]), found[1] if found else value)


def values(found: Facts, subject: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the readable values that a subject states for properties, given by their last parts."""
    wanted = frozenset(names)
    stated = found.get(subject, {})
    return tuple(said(value) for name in stated if local(name) in wanted for value in stated[name])
