import pytest

from saisei_lod.registry import Change, english_name, event_code, load


@pytest.mark.parametrize(
    ("romaji", "kind", "expected"),
    [
        ("Asahikawa", "city", "Asahikawa City"),
        ("Takasu", "town", "Takasu Town"),
        ("Hokkaido", "prefecture", "Hokkaido"),
        ("Tokyo", "prefecture", "Tokyo"),
        ("Yamagata", "prefecture", "Yamagata Prefecture"),
        ("Chuo", "ward", "Chuo Ward"),
        ("Sapporo", "designated-city", "Sapporo City"),
        ("", "village", ""),
    ],
)
def test_english_name_follows_the_kind(romaji: str, kind: str, expected: str) -> None:
    """The English name is the bare name and a word for the kind; without romaji there is none."""
    assert expected == english_name(romaji, kind)


def test_event_code_is_the_smallest_that_ended() -> None:
    """A merger that keeps a code is named by the smallest code that ended."""
    change = Change("2005-10-11", "merger", ("01206", "01666", "01669"), ("01206",), "")
    assert event_code(change) == "01666"


def test_event_codes_are_unique_on_their_day() -> None:
    """No two changes share day and code, so that each has an IRI of its own."""
    keys = [(change.date, event_code(change)) for change in load().changes]
    assert sorted(set(keys)) == sorted(keys)
