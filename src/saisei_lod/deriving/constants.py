"""Derive src/saisei_lod/vocabulary: a constant a term, so that a misspelt one fails before anything runs."""

from collections.abc import Iterable, Mapping
from typing import Final

from saisei_lod.deriving.naming import constants, json_keys, usage
from saisei_lod.deriving.ontology import SOURCES, Kind, Ontology, Term

__all__ = ["FOLDER", "vocabulary_modules"]

FOLDER: Final = "src/saisei_lod/vocabulary"
_NOTICE: Final = f"# Derived from {SOURCES[0]} and {SOURCES[1].rpartition('/')[2]} by `saisei derive`; never edited by hand.\n"
#: The formatter's: a longer line is broken inside its brackets.
_WIDTH: Final = 110
_LITERAL: Final = '"{}"'


def vocabulary_modules(ontology: Ontology) -> dict[str, str]:
    """Return the modules of the package by path, formatted as the formatter leaves them."""
    own = [term for term in ontology.terms if term.is_own]
    reused = [term for term in ontology.terms if not term.is_own]
    modules = {
        "classes": _names_module(ontology, own, "The classes of saisei and the members of its code lists."),
        "namespaces": _namespaces_module(ontology.prefixes),
        "properties": _properties_module(ontology, own, "The properties of saisei."),
        "reused_classes": _names_module(
            ontology, reused, "The classes and individuals of others that we use."
        ),
        "reused_properties": _properties_module(ontology, reused, "The properties of others that we use."),
    }
    return {f"{FOLDER}/{name}.py": text for name, text in {**modules, "__init__": _package(modules)}.items()}


def _package(modules: Iterable[str]) -> str:
    names = sorted(modules)
    stars = "".join(f"from saisei_lod.vocabulary.{name} import *\n" for name in names)
    adding = "".join(f"__all__ += {name}.__all__\n" for name in names)
    return (
        f'{_NOTICE}"""The terms of our graphs as constants, so that a misspelt term is an error before anything runs."""\n'
        "# ruff: noqa: F403 - every name of the modules below, each of which lists its own\n\n"
        f"from saisei_lod.vocabulary import {', '.join(names)}\n{stars}\n__all__ = []\n{adding}"
    )


def _module(docstring: str, imports: Iterable[str], lines: Mapping[str, str]) -> str:
    listed = "".join(f'    "{name}",\n' for name in sorted(lines))
    body = "".join(f"{line}\n" for line in lines.values())
    return f'{_NOTICE}"""{docstring}"""\n\n{"".join(imports)}\n__all__ = [\n{listed}]\n\n{body}'


def _namespaces_module(prefixes: Mapping[str, str]) -> str:
    lines = {
        prefix.upper(): f'{prefix.upper()}: Final = Namespace("{prefix}", "{base}")'
        for prefix, base in prefixes.items()
    }
    imports = ["from typing import Final\n\n", "from saisei_lod.terms import Namespace\n"]
    return _module(
        "The namespaces of the vocabulary, each with the prefix that every syntax uses.", imports, lines
    )


def _names_module(ontology: Ontology, terms: Iterable[Term], docstring: str) -> str:
    names = constants(ontology)
    lines = {
        names[term.name]: f'{names[term.name]}: Final = {_namespace(term)}("{term.local}")'
        for term in terms
        if term.kind in {Kind.CLASS, Kind.INDIVIDUAL}
    }
    return _module(docstring, ["from typing import Final\n\n", _IMPORT], dict(sorted(lines.items())))


def _properties_module(ontology: Ontology, terms: Iterable[Term], docstring: str) -> str:
    names, keys = constants(ontology), json_keys(ontology)
    lines = {
        names[term.name]: _property(names[term.name], term, keys[term.name], ontology)
        for term in terms
        if term.kind.is_property
    }
    imports = ["from typing import Final\n\n", "from saisei_lod.terms import Property\n", _IMPORT]
    return _module(docstring, imports, dict(sorted(lines.items())))


_IMPORT: Final = "from saisei_lod.vocabulary import namespaces as ns\n"


def _namespace(term: Term) -> str:
    return f"ns.{term.prefix.upper()}"


def _property(constant: str, term: Term, key: str, ontology: Ontology) -> str:
    stands = usage(term, ontology.prefixes)
    arguments = [_namespace(term), _LITERAL.format(term.local), _LITERAL.format(key)]
    if stands.datatype:
        arguments.append(f'datatype="{stands.datatype}"')
    arguments += [f"{flag}=True" for flag in ("languages", "repeated") if getattr(stands, flag)]
    line = f"{constant}: Final = Property({', '.join(arguments)})"
    return line if len(line) <= _WIDTH else f"{constant}: Final = Property(\n    {', '.join(arguments)}\n)"
