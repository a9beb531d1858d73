"""Write packed copies of large files, promised by their content, and check that they hold it.

Compressors differ in how they say the same, and so do versions of one. The bytes of a gzip file are
therefore those of the machine that made it, and no list of hashes names them: ``plans.nt.gz`` is to unpack
to ``plans.nt``, byte for byte, and around the packed bytes stands what can stand there alone.
"""

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.publishing import FILE_CHANGED
from saisei_lod.serialization.sink import Sink, disk_faults

__all__ = ["check_packed", "is_packed", "write_packed"]

_PACKED: Final = ".gz"
#: Bytes from which on a copy is packed.
_LARGE: Final = 1 << 20
_PACKABLE: Final = frozenset({".csv", ".jsonld", ".nq", ".nt", ".rdf", ".ttl"})
#: Deflate, no name, no time, an unknown system (RFC 1952, section 2.3).
_HEADER: Final = bytes.fromhex("1f8b08000000000000ff")
_TRAILER: Final = struct.Struct("<II")
_LEVEL: Final = 6
_BARE: Final = -15
_BLOCK: Final = 1 << 20


def is_packed(path: Path) -> bool:
    """Tell whether a file is the packed copy of the file beside it."""
    return path.suffix == _PACKED and path.with_suffix("").is_file()


def write_packed(release: Path) -> None:
    """Write a gzip copy (RFC 1952) beside each large file of text.

    Raises EnvironmentFault where the disk fails.
    """
    large = [
        path
        for path in sorted(release.rglob("*"))
        if path.suffix in _PACKABLE and path.stat().st_size >= _LARGE
    ]
    with ThreadPoolExecutor(max_workers=2) as threads:
        for done in [threads.submit(_pack, path) for path in large]:
            done.result()


def _pack(path: Path) -> None:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _BARE)
    checksum = size = 0
    with disk_faults(path), path.open("rb") as source, Sink(path.with_name(path.name + _PACKED)) as sink:
        sink.write(_HEADER)
        while block := source.read(_BLOCK):
            checksum, size = zlib.crc32(block, checksum), size + len(block)
            sink.write(packer.compress(block))
        sink.write(packer.flush() + _trailer(checksum, size))


def _trailer(checksum: int, size: int) -> bytes:
    return _TRAILER.pack(checksum, size & 0xFFFFFFFF)


def check_packed(release: Path) -> list[Finding]:
    """Return a finding for each packed copy that is not what the file beside it unpacked would be."""
    return [
        FILE_CHANGED.at(Place(file=path.relative_to(release).as_posix()))
        for path in sorted(release.rglob(f"*{_PACKED}"))
        if is_packed(path) and not _holds(path, path.with_suffix(""))
    ]


def _holds(packed: Path, plain: Path) -> bool:
    """Tell whether a gzip file holds a file and nothing else, comparing both piece by piece."""
    unpacker = zlib.decompressobj(_BARE)
    checksum = size = 0
    with packed.open("rb") as source, plain.open("rb") as expected:
        if source.read(len(_HEADER)) != _HEADER:
            return False
        while not unpacker.eof:
            try:
                piece = unpacker.decompress(unpacker.unconsumed_tail or source.read(_BLOCK), _BLOCK)
            except zlib.error:
                return False
            if expected.read(len(piece)) != piece or not (piece or unpacker.eof or unpacker.unconsumed_tail):
                return False
            checksum, size = zlib.crc32(piece, checksum), size + len(piece)
        rest = unpacker.unused_data + source.read(_TRAILER.size + 1)
        return rest == _trailer(checksum, size) and not expected.read(1)
