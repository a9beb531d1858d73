"""Write descriptions as RDF/XML (W3C RDF 1.1 XML Syntax), for tools that read nothing else.

An element a subject, named for its first class, in the order given; a property a line. Everything that
the other syntaxes say is said, since no predicate of ours ends in a way that XML cannot name.
"""

import re
from typing import Final
from xml.sax.saxutils import escape

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.outline import SEVERAL, Outline, OutlinedBlock, PerOutline, pieces
from saisei_lod.serialization.sink import Target
from saisei_lod.terms import GAP, XSD, Iri, Property, Spelling

__all__ = ["RdfXmlWriter"]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_STRING: Final = f"{XSD}string"
#: What XML writes otherwise, and the backslash of what N-Triples escapes.
_SPECIAL: Final = re.compile(rb"[&<>\\]")
_ESCAPED: Final = re.compile(rb"&|<|>|\\(.)")
_PLAIN: Final = {b"&": b"&amp;", b"<": b"&lt;", b">": b"&gt;", b"\\n": b"\n", b"\\r": b"&#13;"}
#: A prefixed name that is an XML name too (Namespaces in XML 1.0, section 4).
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*:[A-Za-z_][A-Za-z0-9_-]*\Z")


class RdfXmlWriter:
    """Write each block as it comes; all prefixes given are declared, used or not."""

    __slots__ = ("_elements", "_sink")

    def __init__(self, sink: Target, frame: Frame) -> None:
        self._sink = sink
        self._elements = PerOutline(_element)
        prefixes = {**frame.prefixes, "rdf": _RDF}
        declared = [f'\n  xmlns:{name}="{escape(prefixes[name])}"' for name in sorted(prefixes)]
        sink.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{"".join(declared)}>\n'.encode())

    def block(self, block: OutlinedBlock) -> None:
        """Write an element for each description."""
        text: list[bytes] = []
        cores = block.cores
        if _SPECIAL.search(b"".join(cores)):
            cores = [_in_xml(core) for core in cores]
        for described, outline, subject, start, end in block.items:
            element = self._elements[outline].copy()
            element[1] = _in_xml(subject)
            element[3::2] = cores[start:end]
            for place in outline.several:
                name, values = described.statements[place]
                lines = [
                    _value(name, value.spelling).encode().replace(b"\0", _in_xml(value.core.encode()))
                    for value in values
                ]
                element[3 + 2 * place] = b"".join(lines)
            text += element
        self._sink.write(b"".join(text))

    def end(self) -> None:
        """Close the document."""
        self._sink.write(b"</rdf:RDF>\n")


def _in_xml(core: bytes) -> bytes:
    r"""Return a core, which N-Triples escapes, as XML has it.

    >>> _in_xml(rb'R&D \"a\"')
    b'R&amp;D "a"'
    """
    if not _SPECIAL.search(core):
        return core
    return _ESCAPED.sub(lambda found: _PLAIN.get(found[0]) or found[1], core)


def _name(term: Iri) -> str:
    if not _NAME.match(term.ttl):
        raise ValueError(f"XML has no name for {term.ttl}")
    return term.ttl


def _element(outline: Outline) -> list[bytes]:
    """Return the constant text of an element, its subject's gap first."""
    types = list(outline.types)
    name = _name(types.pop(0)) if types and _NAME.match(types[0].ttl) else "rdf:Description"
    lines = [f'\n<{name} rdf:about="{_iri(outline.subject)}">\n']
    lines += [f'  <rdf:type rdf:resource="{escape(kind.value)}"/>\n' for kind in types]
    for term, spelling in zip(outline.names, outline.spellings, strict=True):
        lines.append(GAP if spelling is SEVERAL else _value(term, spelling))
    return pieces(f"{''.join(lines)}</{name}>\n")


def _iri(spelling: Spelling) -> str:
    return escape(spelling.nt[1:-1])


def _value(term: Property, spelling: Spelling) -> str:
    """Return the line of a value with its gap."""
    name, kind = _name(term), spelling.kind
    if not kind:
        return f'  <{name} rdf:resource="{_iri(spelling)}"/>\n'
    if kind == _STRING:
        return f"  <{name}>{GAP}</{name}>\n"
    said = f'rdf:datatype="{escape(kind)}"' if ":" in kind else f'xml:lang="{kind}"'
    return f"  <{name} {said}>{GAP}</{name}>\n"
