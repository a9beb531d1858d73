import re
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import Graph

from saisei_lod import terms
from saisei_lod.errors import InputError
from saisei_lod.serialization import FORMATS, to_rdflib, write
from saisei_lod.terms import Description, Literal, plain, text

if TYPE_CHECKING:
    from tests.serialization.conftest import Vocabulary


#: What titles and summaries hold: everything but the control characters that terms.py refuses.
_REFUSED = terms._CONTROL  # noqa: SLF001 - the very set that this module checks
_TEXTS = st.one_of(
    st.text(max_size=20),
    st.text("\"\\\n\r'計画〜～\u2028\u2029\u3000\xa0\ufeff\U00020bb7\U0001f600 ", max_size=20),
).map(lambda drawn: _REFUSED.sub("", drawn))


def _described(vocabulary: "Vocabulary", title: str, note: str) -> Description:
    described = Description(vocabulary.place("a"))
    described.add(vocabulary.title, text(title, "ja"), text(note, "ja-hira"))
    described.add(vocabulary.note, plain(note))
    return described


def _written(vocabulary: "Vocabulary", described: Description, folder: Path) -> dict[str, Path]:
    paths = {name: folder / f"g.{row.extension}" for name, row in FORMATS.items()}
    write([[described]], paths, prefixes=vocabulary.prefixes, context=vocabulary.context, scratch=folder)
    return paths


@given(title=_TEXTS, note=_TEXTS)
@example(title='\\"', note="\u2028\x85"[:1])
@example(title="\\\\n", note="\r\n")
def test_any_text_comes_back_from_every_format_in_both_libraries(
    tmp_path_factory: pytest.TempPathFactory, vocabulary: "Vocabulary", title: str, note: str
) -> None:
    """The library rdflib and pyoxigraph read from all three files what was written, character by character."""
    described = _described(vocabulary, title, note)
    paths = _written(vocabulary, described, tmp_path_factory.mktemp("g"))
    expected = set(to_rdflib([described]))
    lexical = {
        value.lexical for _, values in described.statements for value in values if isinstance(value, Literal)
    }
    for path in paths.values():
        assert set(Graph().parse(path)) == expected
        read = pyoxigraph.parse(path=path)
        assert {quad.object.value for quad in read} == lexical


def test_every_character_that_is_not_refused_is_spelled_as_rdfc_spells_it() -> None:
    """All of Unicode: our N-Triples of a character is pyoxigraph's canonical one, or terms.py refuses it."""
    accepted = [chr(code) for code in range(0x110000) if not _REFUSED.match(chr(code))]
    for start in range(0, len(accepted), 4096):
        several = "".join(accepted[start : start + 4096])
        assert plain(several).nt == str(pyoxigraph.Literal(several))


def test_what_is_refused_is_control_characters_and_what_no_rdf_may_hold() -> None:
    """The refused set: C0 and C1 but line breaks, DEL, surrogates, and the two noncharacters of RDFC-1.0."""
    refused = {code for code in range(0x110000) if _REFUSED.match(chr(code))}
    control = {*range(0x20), *range(0x7F, 0xA0)} - {0x0A, 0x0D}
    assert refused == control | {*range(0xD800, 0xE000), 0xFFFE, 0xFFFF}


def test_every_character_that_rdfc_escapes_otherwise_is_refused() -> None:
    """No character is written raw that the canonical form escapes; those are exactly among the refused."""
    escaped = re.compile(r"\\[^nr\"\\]")
    for code in [*range(0xD800), *range(0xE000, 0x110000)]:
        if escaped.search(str(pyoxigraph.Literal(chr(code)))):
            assert _REFUSED.match(chr(code)), hex(code)


def test_an_absolute_iri_is_one_that_parsers_accept() -> None:
    """What Iri.absolute lets through pyoxigraph takes too, so that no value spoils a whole file."""
    for code in range(0x20000):
        address = f"https://example.org/a{chr(code)}b"
        try:
            made = terms.Iri.absolute(address)
        except InputError:
            continue
        assert str(pyoxigraph.NamedNode(made.value)) == made.nt
