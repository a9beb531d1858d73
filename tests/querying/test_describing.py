"""Telling people of the pack."""

import pytest

from saisei_lod.errors import Language
from saisei_lod.querying import describe_text, find, list_text, pack
from saisei_lod.querying.table import columns_of


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_list_names_every_query_with_its_title(language: Language) -> None:
    """A line a query, names first."""
    lines = list_text(language).splitlines()
    for query, line in zip(pack(), lines, strict=False):
        assert line.split()[0] == query.name
        assert line.endswith(query.title.in_language(language))


def test_the_list_is_laid_out_in_columns() -> None:
    """Titles stand in line."""
    lines = list_text("ja").splitlines()[: len(pack())]
    starts = {
        columns_of(line) - columns_of(query.title.ja) for query, line in zip(pack(), lines, strict=True)
    }
    assert len(starts) == 1


def test_the_list_shows_what_must_be_given() -> None:
    """Parameters that may be left out stand in brackets."""
    line = next(line for line in list_text("en").splitlines() if line.startswith("plans-ending-soon"))
    assert "date [months] [maker]" in line


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_description_tells_title_note_parameters_columns_and_use(language: Language) -> None:
    """What a head says is told whole."""
    query = find("plans-ending-soon")
    text = describe_text(query, language)
    told = [
        query.title,
        *(p.about for p in query.parameters),
        *(c.heading for c in query.columns),
    ]
    assert [words for words in told if words.in_language(language) not in text] == []
    assert query.note.in_language(language) in text.replace("\n", " " if language == "en" else "")
    assert max(map(columns_of, text.splitlines())) <= 140
    assert "saisei query plans-ending-soon --param date=2020-10-01" in text
    assert " 6" in text


def test_a_query_without_a_head_is_told_by_its_name() -> None:
    """A query of one's own has a name and nothing more."""
    query = find("datasets")._replace(name="mine", note=find("datasets").note._replace(en=""), columns=())
    assert describe_text(query, "en").splitlines()[0].startswith("mine: ")
