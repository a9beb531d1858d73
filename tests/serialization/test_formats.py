import pyoxigraph

from saisei_lod.serialization import FORMATS


def test_each_format_stands_under_its_name() -> None:
    """The table is keyed by name, and no two formats share a name, media type, extension or IRI."""
    assert [row.name for row in FORMATS.values()] == list(FORMATS)
    for field in ("name", "label", "media_type", "extension", "iri"):
        assert len({getattr(row, field) for row in FORMATS.values()}) == len(FORMATS)


def test_pyoxigraph_knows_each_format_by_the_same_media_type() -> None:
    """Media types, extensions and W3C's format IRIs are those that another implementation uses."""
    for row in FORMATS.values():
        known = pyoxigraph.RdfFormat.from_extension(row.extension)
        assert known is not None
        assert (known.media_type, known.file_extension) == (row.media_type, row.extension)
