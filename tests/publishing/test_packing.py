"""Packed copies: promised by content, checked whole."""

import gzip
import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from saisei_lod.publishing.checksums import check_checksums, write_checksums
from saisei_lod.publishing.packing import check_packed, is_packed, write_packed


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a large file, a small one and a workbook, packed."""
    folder = tmp_path_factory.mktemp("packed")
    chance = random.Random(1)  # noqa: S311 - a seeded text
    lines = [f"<x:{chance.getrandbits(32)}> <x:p> <x:o> .\n" for _ in range(60_000)]
    (folder / "plans.nt").write_text("".join(lines), encoding="utf-8", newline="\n")
    (folder / "rounds.nt").write_text(lines[0], encoding="utf-8", newline="\n")
    (folder / "saisei.xlsx").write_bytes(b"x" * (1 << 20))
    write_packed(folder)
    return folder


def test_large_texts_have_a_packed_copy(packed: Path) -> None:
    """From 1 MiB on, and texts alone; any gzip reader gives the very file."""
    assert sorted(path.name for path in packed.glob("*.gz")) == ["plans.nt.gz"]
    assert gzip.decompress((packed / "plans.nt.gz").read_bytes()) == (packed / "plans.nt").read_bytes()
    assert (packed / "plans.nt.gz").stat().st_size < (packed / "plans.nt").stat().st_size / 2


def test_a_copy_names_no_file_and_no_time(packed: Path) -> None:
    """The header of RFC 1952: deflate, no flags, time 0, an unknown system."""
    assert (packed / "plans.nt.gz").read_bytes()[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


def test_hashes_are_stated_of_what_is_the_same_everywhere(packed: Path) -> None:
    """The list names the file and not its packed copy, which is no unknown file either."""
    write_checksums(packed)
    assert ".gz" not in (packed / "SHA256SUMS").read_text(encoding="utf-8")
    assert check_checksums(packed) == []
    assert check_packed(packed) == []


@pytest.mark.parametrize("place", [0, 4, 9, 10, 5_000, -9, -8, -5, -1])
def test_a_changed_byte_is_found_wherever_it_is(packed: Path, tmp_path: Path, place: int) -> None:
    """Header, packed bytes, checksum and size."""
    copy = shutil.copytree(packed, tmp_path / "copy")
    content = bytearray((copy / "plans.nt.gz").read_bytes())
    content[place] ^= 0x41
    (copy / "plans.nt.gz").write_bytes(content)
    assert [(found.code, found.place.file) for found in check_packed(copy)] == [
        ("file-changed", "plans.nt.gz")
    ]


def _gzip(text: bytes) -> bytes:
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + gzip.compress(text, mtime=0)[10:]


BROKEN: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "nothing": lambda _: b"",
    "a header alone": lambda _: b"\x1f\x8b\x08\0\0\0\0\0\0\xff",
    "half of it": lambda whole: _gzip(whole)[:-20_000],
    "something behind it": lambda whole: _gzip(whole) + b"x",
    "a second member": lambda whole: _gzip(whole) + _gzip(b""),
    "another content": lambda whole: _gzip(whole.replace(b"<x:o>", b"<x:p>", 1)),
    "less content": lambda whole: _gzip(whole[:-1]),
    "more content": lambda whole: _gzip(whole + b"\n"),
    "no packed bytes": lambda whole: whole,
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_copy_that_is_something_else_is_found(packed: Path, tmp_path: Path, name: str) -> None:
    """Whatever unpacks to anything but the file, or to more than it, is named."""
    copy = shutil.copytree(packed, tmp_path / "copy")
    (copy / "plans.nt.gz").write_bytes(BROKEN[name]((copy / "plans.nt").read_bytes()))
    assert [found.place.file for found in check_packed(copy)] == ["plans.nt.gz"]


def test_another_packer_may_say_the_same(packed: Path, tmp_path: Path) -> None:
    """Packed harder, the copy is as good: its content is what is promised."""
    copy = shutil.copytree(packed, tmp_path / "copy")
    (copy / "plans.nt.gz").write_bytes(_gzip((copy / "plans.nt").read_bytes()))
    assert check_packed(copy) == []


def test_a_packed_file_beside_nothing_is_unknown(packed: Path, tmp_path: Path) -> None:
    """What has no file beside it is no copy of ours, and the list of hashes does not name it."""
    copy = shutil.copytree(packed, tmp_path / "copy")
    write_checksums(copy)
    (copy / "other.nt.gz").write_bytes(_gzip(b"x"))
    assert not is_packed(copy / "other.nt.gz")
    assert [(found.code, found.place.file) for found in check_checksums(copy)] == [
        ("file-unknown", "other.nt.gz")
    ]
