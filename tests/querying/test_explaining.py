"""Where the values of a plan were read, looked up in the sorted files of a release."""

import shutil
from pathlib import Path

import msgspec
import pytest

from saisei_lod.errors import InputError, UsageError
from saisei_lod.querying.explained import as_json, as_text
from saisei_lod.querying.explaining import Explanation, Words, explain

N1 = "r036-06209-c6e55eea"
DMO = "r051-06209-379e24d8"


def test_every_field_of_a_plan_is_explained_in_order(release: Path) -> None:
    """Nagai's first plan: its title, six days, period, implied maker, heading."""
    found = explain(N1, None, release)
    paths = list(dict.fromkeys(said.field.path for said in found.said))
    assert (found.key, found.title[:4]) == (N1, "水と歴史")
    assert paths[:3] == ["title", "certification.date", "certification.round"]
    assert paths[-5:] == ["period.start", "period.end", "makers.06209", "makers.basis", "heading"]
    assert len([path for path in paths if path.startswith("amendments.")]) == 15


def test_a_value_has_its_words_and_where_they_stand(release: Path) -> None:
    """The round of the certification: its label, its rule, the words, the page."""
    (said,) = explain(N1, "certification.round", release).said
    assert (said.value, said.label.ja, said.basis, said.rule) == ("36", "第36回", "Stated", "round-number")
    assert [words.exact for words in said.words] == ["第36回"]
    assert said.source.url.startswith("https://www.city.nagai.yamagata.jp/")
    assert said.is_published


def test_a_maker_that_no_words_name_says_so(release: Path) -> None:
    """Implied by the page's publisher: a rule and a basis, but no words."""
    (said,) = explain(N1, "makers.06209", release).said
    assert (said.label.en, said.basis, said.words) == ("Nagai City", "Implied", ())


@pytest.mark.parametrize(
    ("field", "count"), [("period", 2), ("period.end", 1), ("makers", 5), ("makers.062138", 1)]
)
def test_a_field_is_named_by_its_path_or_a_beginning_of_it(release: Path, field: str, count: int) -> None:
    """Four makers and how they are known; a code may have its check digit."""
    assert len(explain(DMO, field, release).said) == count


@pytest.mark.parametrize("field", ["perio", "period.ending", "", ".", "\x00", "x" * 10_000])
def test_an_unknown_field_brings_the_nearest(release: Path, field: str) -> None:
    """The message names fields that the plan has."""
    with pytest.raises(UsageError) as caught:
        explain(DMO, field, release)
    assert caught.value.exit_code == 2
    assert caught.value.expected is not None
    assert "period" in caught.value.expected.en


def test_a_value_that_is_computed_is_said_to_be(release: Path) -> None:
    """No page prints a fiscal year of a certification."""
    with pytest.raises(UsageError, match="computed"):
        explain(DMO, "fiscalYear", release)


@pytest.mark.parametrize(
    "key", ["r036-06209-c6e55eeb", "", 'r036"', "計画", "r036-06209-c6e55eea-20160315", "\x00"]
)
def test_an_unknown_plan_brings_the_nearest(release: Path, key: str) -> None:
    """Also where the text is nothing like a key."""
    with pytest.raises(UsageError) as caught:
        explain(key, None, release)
    assert caught.value.expected is not None
    assert "r036-06209-c6e55eea" in caught.value.expected.en


def test_a_former_key_is_followed(release: Path, tmp_path: Path) -> None:
    """The plan is found by a key that it had before."""
    dist = shutil.copytree(release, tmp_path / "dist")
    lines = (dist / "plans.nt").read_bytes().splitlines(keepends=True)
    plan = f"<https://w3id.org/saisei/id/plan/{N1}>"
    former = f'{plan} <https://w3id.org/saisei/ns#formerKey> "d20160315-06209-c6e55eea" .\n'
    (dist / "plans.nt").write_bytes(b"".join(sorted([*lines, former.encode()])))
    assert explain("d20160315-06209-c6e55eea", "title", dist).key == N1


@pytest.mark.parametrize("name", ["plans.nt", "provenance.nq"])
def test_a_release_without_claims_says_what_to_do(release: Path, tmp_path: Path, name: str) -> None:
    """In a repository some files are not committed: make build brings them."""
    dist = shutil.copytree(release, tmp_path / "dist")
    (dist / name).unlink()
    with pytest.raises(InputError, match=rf"(?s){name}.*make build"):
        explain(N1, None, dist)


def test_it_works_without_the_files_that_only_give_labels(release: Path, tmp_path: Path) -> None:
    """Plans and claims are enough; codes then stand without names."""
    (tmp_path / "dist").mkdir()
    for name in ("plans.nt", "provenance.nq"):
        shutil.copy(release / name, tmp_path / "dist")
    (said,) = explain(N1, "makers.06209", tmp_path / "dist").said
    assert (said.value, said.label.ja) == ("06209", "")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_people_read_it_in_their_language(release: Path, language: str) -> None:
    """Labels, rule and basis are of one language; words and titles are those of the page."""
    text = as_text(explain(DMO, "makers.06213", release), "ja" if language == "ja" else "en")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[1] == {"ja": "makers.06213: 06213 南陽市", "en": "makers.06213: 06213 Nanyo City"}[language]
    assert lines[2].split()[:2] == [{"ja": "語句", "en": "words"}[language], "南陽市"]
    assert ("government-name" in lines[4], lines[-1].split()) == (
        True,
        {"ja": ["根拠", "明記"], "en": ["basis", "stated"]}[language],
    )


def test_json_holds_both_languages(release: Path) -> None:
    """One object with a list of values."""
    found: Explanation = explain(DMO, "period.end", release)
    document = msgspec.json.decode(as_json(found))
    (value,) = document["values"]
    assert (document["plan"], value["field"], value["value"]) == (DMO, "period.end", "2022-03-31")
    assert (value["basis"], value["published"], value["choice"]) == ("stated", True, None)
    assert value["words"] == [found.said[0].words[0]._asdict()]
    assert set(value["rule"]) == {"name", "ja", "en"}


def test_what_other_sources_say_instead_is_shown(release: Path) -> None:
    """A value that was not published says which one was, and why."""
    (said,) = explain(DMO, "period.end", release).said
    other = said._replace(
        value="2023-03-31", is_published=False, preferred=("2022-03-31",), choice="latest-source",
        words=(Words(1, 3, ""),),
    )  # fmt: skip
    text = as_text(Explanation(DMO, "計画", (said, other)), "en")
    assert "period.end: 2023-03-31 (not published)" in text
    assert "instead   2022-03-31: The source of the latest date was preferred. [latest-source]" in text
    assert "(the words were not kept)  characters 1-3" in text
