"""The landing page, the sources and the licence of a release."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from saisei_lod.catalog import DATASETS, File, Release
from saisei_lod.catalog.ckan import ckan_packages
from saisei_lod.catalog.landing import landing_page
from saisei_lod.catalog.schema_org import schema_org
from saisei_lod.catalog.sources import REGISTRY_SOURCES, licence_text, page_sources, sources_text
from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.records.model import Page, Publisher
from saisei_lod.records.publication import LICENCES, Publication, Terms, load_publication

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def publication() -> Publication:
    """The publication of the committed data."""
    return load_publication(ROOT / "data" / "publication.toml")


class _Read(HTMLParser):
    """What a browser finds in a page: links, languages, and the data in its script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.languages: set[str] = set()
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and languages."""
        said = dict(attrs)
        self.links += [target for name in ("href", "src") if (target := said.get(name))]
        self.languages.update([language] if (language := said.get("lang")) else [])
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        """Leave the script."""
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        """Note what the script holds."""
        if self._in_script:
            self.scripts.append(data)


def test_every_link_of_the_page_leads_somewhere(release: Path) -> None:
    """Relative links to files of the release, the workbook too; ja and en."""
    read = _Read((release / "index.html").read_text(encoding="utf-8"))
    relative = [link for link in read.links if "://" not in link]
    assert [link for link in relative if not (release / link).is_file()] == []
    assert {"tables/saisei.xlsx", "catalog.ttl", "SOURCES.md", "tables/plans.csv", "plans.nt"} <= {*relative}
    assert read.languages == {"ja", "en"}


def test_the_page_holds_what_google_needs(release: Path) -> None:
    """Name, a description of 50 to 5000 characters, and an address, type and hash of every file."""
    (script,) = _Read((release / "index.html").read_text(encoding="utf-8")).scripts
    about: dict[str, Any] = json.loads(script)
    catalog, *datasets = about["@graph"]
    assert (catalog["@type"], len(datasets)) == ("DataCatalog", len(DATASETS))
    for one in datasets:
        assert one["@type"] == "Dataset"
        assert one["name"]
        assert 50 <= len(one["description"]) <= 5000
        assert one["distribution"]
        for file in one["distribution"]:
            path = release / file["contentUrl"].removeprefix("https://w3id.org/saisei/data/")
            assert file["contentSize"] == f"{path.stat().st_size} B"
            assert file["sha256"] in (release / "SHA256SUMS").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ['</script><script>alert("x")</script>', "<!-- & <b>", "a\u2028b"])
def test_words_of_the_publisher_cannot_leave_their_place(publication: Publication, words: str) -> None:
    """Whatever titles and names hold, the page has one script, and its data are those that were given."""
    changed = publication._replace(title=Bilingual(words, words), publisher=Bilingual(words, words))
    release = Release(changed, "2026-11-21", [File("plans.nt", 1, "ab" * 32)], "")
    read = _Read(landing_page(release, Minter(), {}))
    assert [json.loads(one) for one in read.scripts] == [schema_org(release, Minter())]


@pytest.mark.parametrize("licence", sorted(LICENCES))
def test_every_licence_that_can_be_named_is_described(publication: Publication, licence: str) -> None:
    """In the text of the licence, and by an id of CKAN's register in the packages."""
    release = Release(publication._replace(licence=licence), "2026-11-21", [], "")
    assert licence in licence_text(release)
    packages = [json.loads(line) for line in ckan_packages(release, Minter()).splitlines()]
    assert {one["license_id"] for one in packages} <= {"cc-by", "cc-by-sa", "cc-zero", "other-at"}


def test_an_organisation_of_the_portal_is_named_where_given(publication: Publication) -> None:
    """A portal takes a dataset for one of its organisations alone."""
    release = Release(publication._replace(ckan_organization="nagai-city"), "2026-11-21", [], "")
    packages = [json.loads(line) for line in ckan_packages(release, Minter()).splitlines()]
    assert {one["owner_org"] for one in packages} == {"nagai-city"}
    assert packages[0]["name"] == "w3id-org-saisei-plans"


def test_the_sources_name_every_page_and_that_it_was_edited(release: Path) -> None:
    """What PDL 1.0 asks for: name, address, terms, and a statement of its own on editing."""
    text = (release / "SOURCES.md").read_text(encoding="utf-8")
    for word in (
        "city.nagai.yamagata.jp",
        "city.asahikawa.hokkaido.jp",
        "加工",
        "Statement of editing",
        "CODH",
    ):
        assert word in text, word


def test_terms_of_pages_are_those_that_the_publication_names(publication: Publication) -> None:
    """Where the terms of a city are known they stand with its pages; a stroke stays in its cell."""
    pages = [
        Page(
            title="計画|一覧",
            source="06209-680",
            publisher=Publisher("06209", "長井市"),
            url="https://e.org/a",
        ),
        Page(title="計画", source="01204-1", publisher=Publisher("01204", "旭川市"), url="https://e.org/b"),
    ]
    pdl = Terms("06209", Bilingual("公共データ利用規約(第1.0版)", "PDL 1.0"), "https://e.org/terms")
    sources = page_sources(pages, [pdl])
    assert [(one.publisher, one.terms_url) for one in sources] == [
        ("旭川市", ""),
        ("長井市", "https://e.org/terms"),
    ]
    text = sources_text(Release(publication, "2026-11-21", [], ""), sources)
    assert "[公共データ利用規約(第1.0版) · PDL 1.0](https://e.org/terms)" in text
    assert "計画\\|一覧" in text


def test_the_registrys_sources_are_those_of_the_attribution() -> None:
    """What the release says of its registry, the repository says too."""
    text = (ROOT / "docs" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    for source in REGISTRY_SOURCES:
        assert source.title.split(" の")[0] in text.replace("place names of IPADIC", "IPADIC")
        assert source.url in text
