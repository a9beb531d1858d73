"""The few pages of the server, small and without scripts, in Japanese or English."""

import base64
import functools
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from saisei_lod.errors import Bilingual, Language
from saisei_lod.serving.addresses import Addresses
from saisei_lod.serving.forms import GRAPH

if TYPE_CHECKING:
    from jinja2 import Environment

    from saisei_lod.serving.reading import Reader

__all__ = ["entity_page", "page", "policy", "vocabulary_page"]

_TEMPLATES: Final = Path(__file__).parent / "templates"
_TERMS: Final = "https://w3id.org/saisei/ns#"
_COMMENT: Final = "http://www.w3.org/2000/01/rdf-schema#comment"


@functools.cache
def _style() -> str:
    return (_TEMPLATES / "style.css").read_text(encoding="utf-8")


@functools.cache
def policy() -> str:
    """Return the Content-Security-Policy of every page: its own style and nothing else, from nowhere."""
    digest = base64.b64encode(sha256(_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


@functools.cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - for pages alone

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, language: Language, addresses: Addresses, **data: Any) -> str:  # noqa: ANN401 - what it shows
    """Return a page from a template, in which ``t(ja, en)`` chooses a text and ``path(iri)`` the address to show."""

    def told(ja: str, en: str) -> str:
        return Bilingual(ja, en).in_language(language)

    other = "en" if language == "ja" else "ja"
    loaded = _environment().get_template(template)
    return loaded.render(t=told, language=language, other=other, style=_style(), path=addresses.local, **data)


def entity_page(iri: str, reader: "Reader", addresses: Addresses) -> str:
    """Return the page of an entity: what the release says of it, and what names it."""
    return page(
        "entity.html",
        reader.language,
        addresses,
        iri=iri,
        title=reader.label(iri),
        properties=reader.properties(iri),
        mentions=reader.mentions(iri),
        forms=GRAPH,
    )


def vocabulary_page(graph: str, reader: "Reader", addresses: Addresses) -> str:
    """Return the page of a vocabulary: each of its terms with label and meaning."""
    from pyoxigraph import NamedNode  # noqa: PLC0415 - in a worker alone

    quads = reader.store.quads_for_pattern(None, None, None, NamedNode(graph))
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    terms = [
        (iri.removeprefix(_TERMS), reader.label(iri), reader.texts(iri, _COMMENT))
        for iri in sorted(subjects)
        if iri.startswith(_TERMS)
    ]
    return page(
        "vocabulary.html",
        reader.language,
        addresses,
        iri=graph,
        title=reader.label(graph),
        terms=terms,
        forms=GRAPH,
    )
