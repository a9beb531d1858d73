"""Entities of a sorted file."""

from pathlib import Path

import pytest

from saisei_lod.changes.entities import Entities, owner

ID = "https://example.org/id/"
KEY = "r055-06209-0a0a0a0a"


@pytest.mark.parametrize(
    ("subject", "entity"),
    [
        (f"plan/{KEY}", f"plan/{KEY}"),
        (f"version/{KEY}-20200330", f"plan/{KEY}"),
        (f"event/{KEY}-20200330-2", f"plan/{KEY}"),
        (f"event/{KEY}-2020", f"plan/{KEY}"),
        (f"event/{KEY}-r055", f"plan/{KEY}"),
        (f"version/{KEY}-2-20200330", f"plan/{KEY}-2"),
        (f"coverage/{KEY}-undated", f"plan/{KEY}"),
        (f"indicator/{KEY}-20200330-1-2", f"plan/{KEY}"),
        ("amount/d202003-u00001-0a0a0a0a-undated-1", "plan/d202003-u00001-0a0a0a0a"),
        (f"listing/06209-plans-2-6c47037a-{KEY}", f"plan/{KEY}"),
        (f"listing/06209-plans-6c47037a-{KEY}-2", f"plan/{KEY}-2"),
        ("snapshot/06209-plans-6c47037a", "source/06209-plans"),
        ("contact/06209-plans", "source/06209-plans"),
        ("round-day/d20200821-20200821", "round/d20200821"),
        ("local-government/06209", "local-government/06209"),
        ("change-event/20200821-06209", "change-event/20200821-06209"),
    ],
)
def test_what_a_subject_belongs_to(subject: str, entity: str) -> None:
    """Told by its IRI, numbers of keys and years kept apart."""
    assert owner(ID + subject) == ID + entity


def test_a_state_belongs_to_what_it_says(tmp_path: Path) -> None:
    """A code is a ward's or a government's; a code may begin another, longer one."""
    path = tmp_path / "a.nt"
    path.write_text(
        f"<{ID}local-government-period/12345-20050101> <p#stateOf> <{ID}ward/12345> .\n"
        f"<{ID}local-government/1234567890123> <p> <o> .\n"
        f"<{ID}local-government/12345> <p> <o> .\n"
        f'<{ID}ward/12345> <p> "a" .\n'
        f'<{ID}ward/12345> <p> "b" .\n',
        encoding="utf-8",
    )
    with Entities(path) as entities:
        assert [iri.removeprefix(ID) for iri in entities] == [
            "local-government/12345",
            "local-government/1234567890123",
            "ward/12345",
        ]
        assert entities.text(f"{ID}ward/12345").count(b"\n") == 3


def test_an_empty_file_has_no_entities(tmp_path: Path) -> None:
    """It can be opened all the same."""
    (tmp_path / "a.nt").touch()
    with Entities(tmp_path / "a.nt") as entities:
        assert (list(entities), entities.text("a")) == ([], b"")
