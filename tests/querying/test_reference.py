"""The reference of the pack names every query of it."""

import re
from pathlib import Path

from saisei_lod.querying import pack

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "queries.md"


def test_every_query_has_its_row() -> None:
    """A row has the question's number, the name, the titles and the parameters."""
    rows = dict(
        re.findall(
            r"^\| \d+ \| \[`([\w-]+)`\]\(\S+\) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert list(rows) == [query.name for query in pack()]
    for query in pack():
        assert rows[query.name].startswith(f"{query.title.ja} · {query.title.en} |")
        assert all(parameter.name in rows[query.name] for parameter in query.parameters)
