"""What `saisei verify` finds: a changed byte anywhere, and statements that are not so."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.publishing.cataloguing import check_catalog
from saisei_lod.publishing.checksums import write_checksums
from saisei_lod.publishing.folder import MANIFEST
from saisei_lod.publishing.signing import new_key, sign
from saisei_lod.publishing.stating import Manifest, check_manifest, load_manifest
from saisei_lod.publishing.verifying import verify
from saisei_lod.sums import CHECKSUMS, read_sums


@pytest.fixture(scope="module")
def signed(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed copy of the release; whoever changes it puts it back."""
    folder = tmp_path_factory.mktemp("signed")
    copy = shutil.copytree(release, folder / "dist")
    new_key(folder / "key.pem")
    sign(copy, folder / "key.pem")
    return copy


def named(release: Path) -> set[str]:
    """Return the files that violations name."""
    found = verify(release)
    return {finding.place.file for finding in found if finding.severity == "violation"}


def spoilt(path: Path, place: int, release: Path) -> set[str]:
    """Change a byte of a file; return the files that are named, and put the byte back."""
    content = path.read_bytes()
    changed = bytearray(content)
    changed[place % len(content)] ^= 1
    path.write_bytes(bytes(changed))
    try:
        return named(release)
    finally:
        path.write_bytes(content)


SMALL = [
    "plans.ttl",
    MANIFEST,
    "report.html",
    "tables/makers-excel.csv",
    "tables/saisei.xlsx",
    "context.jsonld",
]


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(SMALL), st.integers(0, 1 << 40))
def test_a_changed_byte_is_found_and_named(signed: Path, name: str, place: int) -> None:
    """Any byte of any of some files; the signature, which covers them all, is still that of the list."""
    assert spoilt(signed / name, place, signed) == {name}


@pytest.mark.slow
def test_a_changed_byte_is_found_in_every_file(signed: Path) -> None:
    """One byte of each file of a release, the list of hashes and the signature among them."""
    chance = random.Random(1)  # noqa: S311 - a seeded choice of places
    silent = []
    for path in sorted(signed.rglob("*")):
        name = path.relative_to(signed).as_posix()
        if path.is_file() and path.name not in {CHECKSUMS, f"{CHECKSUMS}.pub"}:
            places = spoilt(path, chance.randrange(path.stat().st_size), signed)
            silent += [name] if name not in places else []
    assert silent == []
    assert not named(signed)


@pytest.mark.parametrize("place", [0, 63, 64, 65, 66, 700, -1, -2, -100])
def test_a_changed_byte_of_the_list_of_hashes_is_found(signed: Path, place: int) -> None:
    """The signature does not fit it any more."""
    path = signed / CHECKSUMS
    content = path.read_bytes()
    changed = bytearray(content)
    changed[place] ^= 4
    path.write_bytes(bytes(changed))
    try:
        places = {finding.place.file for finding in verify(signed)}
    except InputError as error:  # a line that cannot be read is refused, with its place
        places = {Path(error.where.rpartition(":")[0]).name}
    finally:
        path.write_bytes(content)
    assert places & {CHECKSUMS, f"{CHECKSUMS}.sig"}


@pytest.fixture
def unsigned(release: Path, tmp_path: Path) -> Path:
    """A copy of the release that may be changed."""
    return shutil.copytree(release, tmp_path / "dist")


def test_a_changed_hash_is_told_from_a_changed_file(unsigned: Path) -> None:
    """Where the manifest knows the file as it is, the list is named, not the file."""
    path = unsigned / CHECKSUMS
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"{'0' * 64}  plans.ttl\n" if line.endswith(" plans.ttl\n") else line for line in lines]
    path.write_text("".join(changed), encoding="utf-8")
    assert [(one.place.file, one.text) for one in verify(unsigned)] == [(CHECKSUMS, "plans.ttl")]


@pytest.mark.parametrize("end", ["\r\n", "\x0b", "\u2028"])
def test_another_end_of_line_in_the_list_is_found(unsigned: Path, end: str) -> None:
    """Nobody signed it like that."""
    path = unsigned / CHECKSUMS
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode(), 1))
    assert CHECKSUMS in named(unsigned)


def restated(release: Path, change: Callable[[dict], None]) -> Path:  # type: ignore[type-arg]
    """Change what the manifest states, and the list of hashes with it."""
    path = release / MANIFEST
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    write_checksums(release)
    return release


def stated(release: Path, name: str, member: str, value: object) -> None:
    """Change a member of a named file or graph in the manifest."""

    def change(document: dict) -> None:  # type: ignore[type-arg]
        entries = [*document["files"], *document["graphs"]]
        next(one for one in entries if name in (one["id"], one.get("name")))[member] = value

    restated(release, change)


LIES = [
    ("plans.nt", "bytes", "1"),
    ("plans.nt", "sha256", "0" * 64),
    ("plans.nt", "id", "plan.nt"),
    ("plans", "sha256", "0" * 64),
    ("plans", "forms", ["plans.nt"]),
    ("shapes/plans", "sha256", "0" * 64),
    ("rounds", "name", "round"),
]


@pytest.mark.parametrize(("name", "member", "value"), LIES)
def test_what_the_manifest_states_is_checked(
    unsigned: Path, tmp_path: Path, name: str, member: str, value: object
) -> None:
    """Sizes, hashes and names of files; hashes, forms and names of graphs."""
    stated(unsigned, name, member, value)
    manifest = load_manifest(unsigned)
    assert isinstance(manifest, Manifest)
    found = list(check_manifest(unsigned, manifest, read_sums(unsigned / CHECKSUMS), tmp_path))
    assert {finding.code for finding in found} == {"manifest-wrong"}
    assert name in {finding.text for finding in found}


def test_a_release_of_a_newer_version_is_told(unsigned: Path) -> None:
    """A warning beside whatever else is found, also where the newer form cannot be read."""

    def newer(document: dict) -> None:  # type: ignore[type-arg]
        document["made"]["software"]["version"] = "12.0.0"

    found = verify(restated(unsigned, newer))
    assert [(one.code, one.text) for one in found] == [("release-newer", "12.0.0")]

    def strange(document: dict) -> None:  # type: ignore[type-arg]
        document["files"] = {"plans.nt": "in another form"}

    found = verify(restated(unsigned, strange))
    assert [one.code for one in found] == ["release-newer", "manifest-wrong"]


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"{}", b"\xff"])
def test_a_release_without_a_manifest_that_can_be_read_is_not_whole(
    unsigned: Path, content: bytes | None
) -> None:
    """The manifest is named, and nothing breaks."""
    (unsigned / MANIFEST).unlink()
    if content is not None:
        (unsigned / MANIFEST).write_bytes(content)
    write_checksums(unsigned)
    assert [(one.code, one.place.file) for one in verify(unsigned)] == [("manifest-wrong", MANIFEST)]


def recatalogued(release: Path, old: str, new: str) -> list[tuple[str, str]]:
    """Change the first place of a text in catalog.nt; return codes and texts of what is found."""
    manifest = load_manifest(release)
    assert isinstance(manifest, Manifest)
    path = release / "catalog.nt"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    found = check_catalog(release, manifest, read_sums(release / CHECKSUMS))
    return [(finding.code, finding.text) for finding in found]


def test_the_catalogue_is_true_to_the_files(unsigned: Path) -> None:
    """Size, hash, and that each file is there."""
    size, digest = (unsigned / "plans.nt").stat().st_size, read_sums(unsigned / CHECKSUMS)["plans.nt"]
    assert recatalogued(unsigned, f'"{size}"', '"7"') == [("catalogue-wrong", "plans.nt")]
    assert recatalogued(unsigned, digest, "0" * 64) == [("catalogue-wrong", "plans.nt")] * 2
    (unsigned / "plans.rdf").unlink()
    assert ("link-broken", "plans.rdf") in recatalogued(unsigned, "", "")


def test_the_dates_of_the_catalogue_are_checked(unsigned: Path) -> None:
    """Changed before it was issued; another day or version than the manifest's."""
    day = '"2026-11-21"^^'
    lines = (unsigned / "catalog.nt").read_text(encoding="utf-8")
    modified = next(line for line in lines.splitlines() if "dc/terms/modified" in line and "/plans>" in line)
    found = recatalogued(unsigned, modified, modified.replace(day, '"2001-01-01"^^'))
    assert [code for code, _ in found] == ["catalogue-wrong"]
    version = next(
        line for line in lines.splitlines() if "catalog/catalog>" in line and "dcat#version" in line
    )
    found = recatalogued(unsigned, version, version.replace("0.1.0", "9.9.9"))
    assert ("catalogue-wrong", MANIFEST) in found
