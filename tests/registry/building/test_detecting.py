from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.registry.building.detecting import list_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("haichi_2027.csv", "haichi"),
        ("wikidata.json", "wikidata"),
        ("wikidata.csv", "wikidata"),
        ("sac.json", "sac"),
        ("sac.ttl", "sac"),
        ("codes.xlsx", "ministry"),
    ],
)
def test_list_is_told_by_what_stands_in_it(fixtures: Path, name: str, kind: str) -> None:
    """Each list that can be imported is recognised without being told."""
    assert kind == list_kind(fixtures / name)


def test_other_file_is_refused(tmp_path: Path) -> None:
    """A file that is none of the lists is refused with what they are."""
    path = tmp_path / "other.csv"
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match="none of the lists"):
        list_kind(path)
