"""Reading publication.toml."""

from pathlib import Path

import pytest

from saisei_lod.errors import Bilingual, InputError, RecordError
from saisei_lod.records.publication import LICENCES, Publication, load_publication

_GOOD = """\
base = "https://data.pref.example.jp/saisei/id/"
vocabulary = "https://w3id.org/saisei/ns#"
homepage = "https://data.pref.example.jp/saisei"
download = "https://data.pref.example.jp/saisei/data/"
contact = "opendata@pref.example.jp"
licence = "https://creativecommons.org/licenses/by/4.0/"
languages = ["ja", "en"]
issued = 2026-11-21
version = "0.1.0"

[title]
ja = "地域再生計画 LOD"
en = "Plans"
[description]
ja = "説明"
en = "About"
[publisher]
ja = "某県"
en = "Some Prefecture"
"""


def _loaded(tmp_path: Path, text: str) -> Publication:
    path = tmp_path / "publication.toml"
    path.write_text(text, encoding="utf-8")
    return load_publication(path)


def test_a_publication_is_read_whole(tmp_path: Path) -> None:
    """Every field of the file is a field of the publication."""
    assert _loaded(tmp_path, _GOOD) == Publication(
        base="https://data.pref.example.jp/saisei/id/",
        vocabulary="https://w3id.org/saisei/ns#",
        title=Bilingual("地域再生計画 LOD", "Plans"),
        description=Bilingual("説明", "About"),
        publisher=Bilingual("某県", "Some Prefecture"),
        homepage="https://data.pref.example.jp/saisei",
        download="https://data.pref.example.jp/saisei/data/",
        contact="opendata@pref.example.jp",
        licence="https://creativecommons.org/licenses/by/4.0/",
        languages=("ja", "en"),
        issued="2026-11-21",
        version="0.1.0",
    )


@pytest.mark.parametrize("licence", sorted(LICENCES))
def test_the_known_licences_are_accepted(licence: str, tmp_path: Path) -> None:
    """Each licence of the list can be named."""
    text = _GOOD.replace("https://creativecommons.org/licenses/by/4.0/", licence)
    assert _loaded(tmp_path, text).licence == licence


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('en = "Plans"', "", 11, "title.en is needed and missing"),
        ("[title]", "[titel]", 11, "no field titel"),
        ('ja = "説明"', 'ja = ""', 15, "description.ja cannot be"),
        ('base = "https://data.pref.example.jp/saisei/id/"', 'base = "id/"', 1, 'base cannot be "id/"'),
        ("saisei/id/", "saisei/id", 1, "base cannot be"),
        ("saisei/id/", "saisei/ id/", 1, "base cannot be"),
        ("ns#", "ns", 2, "vocabulary cannot be"),
        ("https://data.pref.example.jp/saisei/data/", "ftp://x/", 4, "download cannot be"),
        ("opendata@pref.example.jp", "opendata", 5, "contact cannot be"),
        ("https://creativecommons.org", "http://creativecommons.org", 6, "The licence is not known"),
        ("licence =", "license =", 6, "no field license"),
        ('["ja", "en"]', '["ja", "fr"]', 7, '"fr"'),
        ('["ja", "en"]', "[]", 7, "languages cannot be"),
        ("2026-11-21", "2026-11-31", 8, "This is not TOML"),
        ("2026-11-21", '"2026-11-31"', 8, "issued cannot be"),
        ("2026-11-21", "20261121", 8, "issued cannot be"),
        ('"0.1.0"', '"1"', 9, 'version cannot be "1"'),
        ('"0.1.0"', "0.1", 9, "version cannot be"),
        ('"0.1.0"', '"0.1.0', 9, "This is not TOML"),
        ('"0.1.0"', '"0.1.0"\nversion = "2"', 10, "This is not TOML"),
        ('"Some Prefecture"', '"""', 19, "This is not TOML"),
        ("説明", "説\\u0007明", 15, "control character"),
    ],
)
def test_what_is_wrong_is_refused_with_line_and_field(
    old: str, new: str, line: int, words: str, tmp_path: Path
) -> None:
    """Each mistake names file, line, field, what was expected and what to do."""
    assert old in _GOOD
    with pytest.raises(RecordError) as caught:
        _loaded(tmp_path, _GOOD.replace(old, new, 1))
    assert words in caught.value.text("en")
    assert caught.value.where == f"{tmp_path}/publication.toml:{line}"
    assert caught.value.expected is not None
    assert caught.value.todo is not None


def test_a_near_name_is_offered(tmp_path: Path) -> None:
    """A misspelt field is answered with the right name."""
    with pytest.raises(RecordError) as caught:
        _loaded(tmp_path, _GOOD.replace("licence", "license"))
    assert caught.value.todo is not None
    assert "licence" in caught.value.todo.en


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", "title = 題".encode("cp932")])
def test_files_that_are_no_text_are_refused(content: bytes, tmp_path: Path) -> None:
    """Empty files and other encodings are input errors."""
    path = tmp_path / "publication.toml"
    path.write_bytes(content)
    with pytest.raises(InputError):
        load_publication(path)


def test_a_missing_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    """The message names the path."""
    for path in (tmp_path, tmp_path / "publication.toml"):
        with pytest.raises(InputError) as caught:
            load_publication(path)
        assert caught.value.where == str(path)


_MORE = """
[[terms]]
code = "06209"
name = { ja = "公共データ利用規約", en = "PDL 1.0" }
url = "https://city.example.jp/terms"
"""


def test_what_may_be_left_out_is_read_where_it_is_given(tmp_path: Path) -> None:
    """The kind of publisher, its organisation on a CKAN portal, and the terms of the pages that were read."""
    named = 'version = "0.1.0"\npublisher_kind = "regional-authority"\nckan_organization = "some-pref"'
    loaded = _loaded(tmp_path, _GOOD.replace('version = "0.1.0"', named) + _MORE)
    assert (loaded.publisher_kind, loaded.ckan_organization) == ("regional-authority", "some-pref")
    terms = [(one.code, one.name.en, one.url) for one in loaded.terms]
    assert terms == [("06209", "PDL 1.0", "https://city.example.jp/terms")]


def test_wrong_terms_are_refused_with_their_line(tmp_path: Path) -> None:
    """An address that is none, in the second of two entries."""
    text = _GOOD + _MORE + _MORE.replace("https://city.example.jp/terms", "city.example.jp")
    with pytest.raises(RecordError) as caught:
        _loaded(tmp_path, text)
    assert "terms[1].url cannot be" in caught.value.text("en")
    assert caught.value.where == f"{tmp_path}/publication.toml:{text.rstrip().count(chr(10)) + 1}"


_SHORTEST = """\
base = "https://data.pref.example.jp/saisei/id/"
licence = "https://creativecommons.org/licenses/by/4.0/"
issued = 2026-11-21
version = "0.1.0"
title = { ja = "計画", en = "Plans" }
publisher = { ja = "某県", en = "Some Prefecture" }
"""


def test_what_is_left_out_follows_from_the_rest(tmp_path: Path) -> None:
    """Base, title, publisher, licence, date and version are enough."""
    loaded = _loaded(tmp_path, _SHORTEST)
    assert loaded.homepage == loaded.contact == loaded.base
    assert loaded.download == f"{loaded.base}data/"
    assert "某県" in loaded.description.ja
    assert "Some Prefecture" in loaded.description.en
    assert loaded.languages == ("ja", "en")
