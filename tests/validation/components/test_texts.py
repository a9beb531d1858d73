from typing import Any

import pytest


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        ("sh:minLength 2", ['"a"@ja', "_:b"]),
        ("sh:minLength 0", ["_:b"]),
        ("sh:maxLength 2", ['"長い名"', "_:b", "e:abc"]),
        ('sh:pattern "^[a-z]$"', ['"長い名"', "_:b", "e:abc"]),
        ('sh:pattern "ABC" ; sh:flags "i"', ['"a"@ja', '"長い名"', "_:b"]),
        ('sh:pattern "a", "c"', ['"a"@ja', '"長い名"', '"長い名"', "_:b", "_:b"]),
        ('sh:languageIn ( "ja" "en" )', ['"長い名"', "_:b", "e:abc"]),
    ],
)
def test_texts(values: Any, parameters: str, wrong: list[str]) -> None:
    """IRIs have a text and blank nodes have none, not even for a length of 0 (section 4.4.1)."""
    assert values('"a"@ja, "長い名", e:abc, _:b', parameters) == wrong


@pytest.mark.parametrize(
    ("ranges", "wrong"),
    [
        ('"en"', []),
        ('"en-GB"', ['"a"@en', '"a"@en-us']),
        ('"*"', []),
        ('"e"', ['"a"@en', '"a"@en-gb', '"a"@en-us']),
    ],
)
def test_tags_match_ranges(values: Any, ranges: str, wrong: list[str]) -> None:
    """As langMatches of SPARQL: the tag, or the tag and a hyphen, in any case."""
    assert values('"a"@en, "a"@en-GB, "a"@en-US', f"sh:languageIn ( {ranges} )") == wrong


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ('"a"@en, "b"@EN, "c"@en, "a"@ja, "d"@ja', 2),
        ('"a"@en, "b"@ja, "c", "d"', 0),
        ('"a"@en, "b"@en-gb', 0),
    ],
)
def test_unique_lang(hits: Any, said: str, count: int) -> None:
    """One result a tag that stands more than once, and none for texts without tag."""
    shape = "e:s sh:targetNode e:a ; sh:path e:p ; sh:uniqueLang true ."
    assert [hit.value for hit in hits(f"e:a e:p {said} .", shape)] == [None] * count


@pytest.mark.parametrize("value", ["false", '"1"^^xsd:boolean', '"true"'])
def test_unique_lang_is_asked_for_by_true_alone(hits: Any, value: str) -> None:
    """``true`` is a term (section 1.1); the W3C suite has a case of it that pySHACL fails."""
    shape = f"e:s sh:targetNode e:a ; sh:path e:p ; sh:uniqueLang {value} ."
    assert hits('e:a e:p "a"@en, "b"@en .', shape) == []
