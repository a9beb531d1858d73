"""A new publisher's folder: complete, valid, never over something that is there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.cli.commands import init
from saisei_lod.errors import Bilingual, EnvironmentFault, UsageError
from saisei_lod.records.publication import LICENCES, load_publication
from saisei_lod.starting import LICENCE_NAMES, Start, publisher_names, start, whole_base


def wanted(**given: object) -> Start:
    """What a city says, but for what is given."""
    said = Start(
        Bilingual("長井市の計画 LOD", "Plans of Nagai LOD"),
        "06209",
        "https://www.example.jp/id/",
        LICENCE_NAMES["cc-by-4.0"],
        "2026-11-22",
    )
    return said._replace(**given)  # type: ignore[arg-type]


def test_the_folder_holds_what_a_publisher_needs(tmp_path: Path) -> None:
    """Every file that is named is there, and publication.toml says what was said."""
    names = start(tmp_path / "city", wanted())
    present = {
        path.relative_to(tmp_path / "city") for path in (tmp_path / "city").rglob("*") if path.is_file()
    }
    assert present == set(names)
    publication = load_publication(tmp_path / "city" / "data" / "publication.toml")
    assert publication.base == "https://www.example.jp/id/"
    assert publication.download == publication.homepage == "https://www.example.jp/"
    assert publication.publisher == Bilingual("長井市", "Nagai City")
    assert publication.vocabulary == "https://w3id.org/saisei/ns#"
    assert publication.issued == "2026-11-22"
    readme = (tmp_path / "city" / "README.md").read_text(encoding="utf-8")
    assert "--publisher 06209" in readme
    assert "$" not in readme.replace("```console", "")
    assert [path.name for path in tmp_path.iterdir()] == ["city"]


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60).filter(str.strip)
)
def test_any_title_is_kept_as_it_is(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """Quotes, backslashes, dollars, brackets and letters of any script; what cannot be said is refused whole."""
    folder = tmp_path_factory.mktemp("title") / "city"
    try:
        start(folder, wanted(title=Bilingual(title, title)))
    except UsageError:
        assert not folder.exists()
    else:
        assert load_publication(folder / "data" / "publication.toml").title.ja == title


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_nothing_is_overwritten(tmp_path: Path, kind: str) -> None:
    """A file, a folder with something in it, a link that leads nowhere: all stay."""
    place = tmp_path / "city"
    if kind == "file":
        place.write_text("mine", encoding="utf-8")
    elif kind == "folder":
        place.mkdir()
        (place / "thesis.txt").write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(tmp_path / "nowhere")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(EnvironmentFault, match="city"):
        start(place, wanted())
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    """Whoever made it first."""
    (tmp_path / "city").mkdir()
    start(tmp_path / "city", wanted())
    assert (tmp_path / "city" / "README.md").is_file()


@pytest.mark.parametrize(
    "base", ["x/id/", "ftp://example.org/id/", "https://exa mple.org/id/", "https:///id/"]
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, base: str) -> None:
    """Nothing is left."""
    with pytest.raises(UsageError, match="base"):
        start(tmp_path / "city", wanted(base=base))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["https://a.jp", "https://a.jp/", "https://a.jp/id", "https://a.jp/id/"])
def test_bases_end_where_entities_lie(address: str) -> None:
    """With or without the end."""
    assert whole_base(address) == "https://a.jp/id/"


@pytest.mark.parametrize("code", ["99999", "062091", "nagai", "01101"])
def test_codes_that_name_no_government_are_refused(code: str) -> None:
    """Unknown, with a wrong check digit, no code, a ward."""
    with pytest.raises(UsageError):
        publisher_names(code)


def test_six_digits_are_understood() -> None:
    """As the ministry prints them."""
    assert publisher_names("062090") == ("06209", Bilingual("長井市", "Nagai City"))


def test_licences_have_short_names() -> None:
    """One for each licence that a catalogue can name; help shows them all."""
    assert set(LICENCE_NAMES.values()) == set(LICENCES)
    assert tuple(LICENCE_NAMES) == init._LICENCES  # noqa: SLF001 - help must not import the registry
