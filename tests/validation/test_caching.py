import os
from collections.abc import Callable
from pathlib import Path

import pytest

from saisei_lod.findings import Place
from saisei_lod.validation import cache_folder, validate, validate_cached
from saisei_lod.validation.caching import digest

Write = Callable[[str, str], Path]

SHAPES = (
    'e:n a sh:PropertyShape ; sh:targetClass e:C ; sh:path e:p ; sh:minCount 1 ; shapes:code "p-missing" .'
)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder for kept reports that does not exist yet."""
    return tmp_path / "cache" / "validation"


def test_a_kept_report_is_the_same_report(turtle: Write, cache: Path) -> None:
    """From the cache or not, and as without a cache."""
    data, shapes = turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)
    first = validate_cached([data], shapes=shapes, cache=cache)
    kept = list(cache.iterdir())
    assert validate_cached([data], shapes=shapes, cache=cache) == first == validate([data], shapes=shapes)
    assert list(cache.iterdir()) == kept
    assert len(kept) == 1


def test_a_kept_report_is_used(turtle: Write, cache: Path) -> None:
    """What lies in the cache is the answer: the second time nothing is validated."""
    data, shapes = turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)
    validate_cached([data], shapes=shapes, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("p-missing", "from-the-cache"), encoding="utf-8")
    assert list(validate_cached([data], shapes=shapes, cache=cache).counts) == ["from-the-cache"]


def test_places_are_those_of_now(turtle: Write, cache: Path) -> None:
    """The same content in another file, and a caller who knows the records."""
    shapes = turtle("s.ttl", SHAPES)
    first, moved = turtle("1.ttl", "e:a a e:C ."), turtle("2.ttl", "e:a a e:C .")
    validate_cached([first], shapes=shapes, cache=cache)
    assert [f.place.file for f in validate_cached([moved], shapes=shapes, cache=cache).findings] == [
        str(moved)
    ]
    located = validate_cached([moved], shapes=shapes, cache=cache, locate=lambda _: Place("r.yaml", 2))
    assert [str(finding.place) for finding in located.findings] == ["r.yaml:2"]
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("changed", ["data", "shapes", "background"])
def test_any_change_is_validated_again(turtle: Write, cache: Path, changed: str) -> None:
    """Data, shapes and background: each is part of what a report depends on."""
    paths = {
        name: turtle(f"{name}.ttl", text)
        for name, text in (("data", "e:a a e:C ."), ("shapes", SHAPES), ("background", "e:b a e:C ."))
    }

    def run() -> None:
        validate_cached(
            [paths["data"]], shapes=paths["shapes"], background=[paths["background"]], cache=cache
        )

    run()
    with paths[changed].open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    run()
    assert len(list(cache.iterdir())) == 2


def test_roles_of_files_are_told_apart(turtle: Write) -> None:
    """A file as data is not the same file as background."""
    one, two = turtle("1.ttl", ""), turtle("2.ttl", "e:a a e:C .")
    assert digest([one, two], [], []) != digest([one], [two], [])
    assert digest([one], [two], []) != digest([one], [], [two])
    assert digest([one], [], []) == digest([one], [], [])


def test_no_cache_leaves_nothing(turtle: Write, tmp_path: Path) -> None:
    """None means none."""
    before = sorted([*tmp_path.iterdir(), turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)])
    assert not validate_cached([tmp_path / "d.ttl"], shapes=tmp_path / "s.ttl", cache=None).conforms
    assert sorted(tmp_path.iterdir()) == before


def test_a_cache_that_cannot_be_used_is_done_without(turtle: Write, tmp_path: Path) -> None:
    """A file in the place of the folder."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    data, shapes = turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)
    report = validate_cached([data], shapes=shapes, cache=tmp_path / "cache" / "validation")
    assert list(report.counts) == ["p-missing"]
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "in the way"


@pytest.mark.parametrize("damage", [b"", b"{", b'{"results": 1}', b'[[], [], {"<x>": "9"}]'])
def test_a_damaged_report_is_made_anew(turtle: Write, cache: Path, damage: bytes) -> None:
    """Half a file, another layout, a file number that does not exist."""
    data, shapes = turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)
    expected = validate_cached([data], shapes=shapes, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(damage)
    assert validate_cached([data], shapes=shapes, cache=cache) == expected
    assert kept.read_bytes() != damage


def test_the_cache_stays_small(turtle: Write, cache: Path) -> None:
    """The reports used last are kept."""
    cache.mkdir(parents=True)
    for number in range(80):
        (cache / f"{number}.json").write_text("{}", encoding="utf-8")
        os.utime(cache / f"{number}.json", ns=(number, number))
    validate_cached([turtle("d.ttl", "e:a a e:C .")], shapes=turtle("s.ttl", SHAPES), cache=cache)
    left = {path.name for path in cache.iterdir()}
    assert len(left) == 64
    assert {"79.json", "17.json"} <= left
    assert "16.json" not in left


def test_a_report_that_is_used_is_kept(turtle: Write, cache: Path) -> None:
    """Age is counted from the last use, not from the making."""
    data, shapes = turtle("d.ttl", "e:a a e:C ."), turtle("s.ttl", SHAPES)
    validate_cached([data], shapes=shapes, cache=cache)
    (kept,) = cache.iterdir()
    os.utime(kept, ns=(1, 1))
    validate_cached([data], shapes=shapes, cache=cache)
    assert kept.stat().st_mtime_ns > 1


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/saisei-lod/validation"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/saisei-lod/validation"),
        ({"HOME": "/h"}, "/h/.cache/saisei-lod/validation"),
        ({"USERPROFILE": "/u"}, "/u/.cache/saisei-lod/validation"),
        ({"HOME": "relative"}, None),
        ({}, None),
    ],
)
def test_the_folder_is_that_of_the_user(environment: dict[str, str], folder: str | None) -> None:
    """A relative XDG_CACHE_HOME is ignored, as its specification asks; without a home there is no cache."""
    assert cache_folder(environment) == (Path(folder) if folder else None)
