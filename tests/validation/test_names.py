import pytest

from saisei_lod.validation.names import local_name, shortened


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        ("https://w3id.org/saisei/ns#validFrom", "saisei:validFrom"),
        ("http://purl.org/dc/terms/", "<http://purl.org/dc/terms/>"),
        ("http://purl.org/dc/terms/a/b", "<http://purl.org/dc/terms/a/b>"),
        ("http://purl.org/dc/terms/é", "<http://purl.org/dc/terms/é>"),
    ],
)
def test_an_iri_is_shortened_where_turtle_can_read_it(iri: str, shown: str) -> None:
    """What is no plain local name stays whole."""
    assert shortened(iri) == shown


@pytest.mark.parametrize(
    "iri", ["https://example.org/a#name", "https://example.org/name", "https://example.org/name/"]
)
def test_the_local_name_is_the_last_part(iri: str) -> None:
    """After hash or slash."""
    assert local_name(iri) == "name"
