"""Compare files as graphs: whether all formats of a release say the same, and N-Triples canonically.

Files are parsed by pyoxigraph, whose N-Triples is canonical, and compared as sorted lines on disk, so
that memory stays flat. Without blank nodes those lines are the RDFC-1.0 form (RDF Dataset
Canonicalization, W3C 2024, section 4.4.3); a file with blank nodes is canonicalized whole, in memory.
"""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.serialization.runs import SortedLines
from saisei_lod.serialization.sink import disk_faults

if TYPE_CHECKING:
    import pyoxigraph

__all__ = [
    "Disagreement",
    "canonical_digest",
    "disagreement",
    "same_graph",
    "small_disagreement",
    "uncanonical_line",
    "unordered_line",
]


class Disagreement(NamedTuple):
    """Two files that do not say the same: a line of the canonical form of one that the other lacks."""

    holder: Path
    lacking: Path
    line: str


def same_graph(paths: Sequence[Path], *, scratch: Path) -> bool:
    """Return whether all files say the same graph; their syntax is told by their extension."""
    return disagreement(paths, scratch=scratch) is None


def disagreement(paths: Sequence[Path], *, scratch: Path) -> Disagreement | None:
    """Return how the first file that says another graph than ``paths[0]`` differs, None if none does.

    Sorted copies of two files at a time lie in a folder inside ``scratch``, removed at the end. Raises
    InputError for a file that cannot be parsed.
    """
    with _folder(scratch) as folder:
        first = folder / "first.nt"
        _canonicalize(paths[0], first, folder)
        for path in paths[1:]:
            other = folder / "other.nt"
            _canonicalize(path, other, folder)
            if found := _difference(first, other):
                of_first, line = found
                return Disagreement(*((paths[0], path) if of_first else (path, paths[0])), line)
    return None


def small_disagreement(paths: Sequence[Path]) -> Disagreement | None:
    """Return what :func:`disagreement` returns, for files without blank nodes that memory holds.

    Raises InputError for a file that cannot be parsed.
    """
    first, *others = [{f"{statement} ." for statement in _parsed(path)} for path in paths]
    for path, said in zip(paths[1:], others, strict=True):
        if line := min(first ^ said, default=None):
            return Disagreement(*((paths[0], path) if line in first else (path, paths[0])), line)
    return None


def canonical_digest(path: Path, *, scratch: Path) -> str:
    """Return the SHA-256 of the RDFC-1.0 form of a file, in hex, whatever its syntax."""
    with _folder(scratch) as folder:
        target = folder / "canonical.nt"
        _canonicalize(path, target, folder)
        with disk_faults(target), target.open("rb") as lines:
            return hashlib.file_digest(lines, "sha256").hexdigest()


def uncanonical_line(path: Path) -> int | None:
    """Return the number of the first line of an N-Triples file that its RDFC-1.0 form would not have there.

    None where the file is its own canonical form: sorted by code point, each line once and spelled
    canonically, no blank nodes.
    """
    previous = b""
    with path.open("rb") as lines:
        for number, (line, statement) in enumerate(zip_longest(lines, _parsed(path)), 1):
            if line != f"{statement} .\n".encode() or line <= previous:
                return number
            if b"_:" in line and _has_blank_node(statement):
                return number
            previous = line
    return None


def unordered_line(path: Path) -> int | None:
    """Return the number of the first line that is not greater, by its bytes, than the line before it."""
    previous = b""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line <= previous:
                return number
            previous = line
    return None


@contextlib.contextmanager
def _folder(scratch: Path) -> Iterator[Path]:
    with contextlib.ExitStack() as stack:
        with disk_faults(scratch):
            made = stack.enter_context(tempfile.TemporaryDirectory(prefix="equality-", dir=scratch))
        yield Path(made)


def _parsed(path: Path) -> Iterator["pyoxigraph.Quad"]:
    import pyoxigraph  # noqa: PLC0415 - used by the release check alone

    syntax = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if syntax is None:
        raise _unreadable(path, f"unknown extension {path.suffix!r}")
    try:
        if syntax == pyoxigraph.RdfFormat.JSON_LD:
            yield from _streamed(path)
        else:
            yield from pyoxigraph.parse(path=str(path), format=syntax)
    except (SyntaxError, ValueError, OSError) as fault:
        raise _unreadable(path, str(fault)) from fault


def _streamed(path: Path) -> Iterator["pyoxigraph.Quad"]:
    """Yield what a JSON-LD file says, without holding the file where it can be read as a stream.

    What its first part says comes twice where a later part is in another order than streams have.
    """
    import pyoxigraph  # noqa: PLC0415

    try:
        yield from pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.STREAMING_JSON_LD)
    except SyntaxError:
        yield from pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.JSON_LD)


def _unreadable(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual(f"RDF として読めません ({reason})。", f"The file cannot be read as RDF ({reason})."),
        where=str(path),
        expected=Bilingual("拡張子どおりの形式の RDF ファイル", "RDF in the format that the extension names"),
        todo=Bilingual("ファイルを作り直してください。", "Build the file again."),
    )


def _has_blank_node(statement: "pyoxigraph.Quad") -> bool:
    import pyoxigraph  # noqa: PLC0415

    blank = pyoxigraph.BlankNode
    return any(
        isinstance(term, blank) for term in (statement.subject, statement.object, statement.graph_name)
    )


def _canonicalize(path: Path, target: Path, folder: Path) -> None:
    """Write the RDFC-1.0 form of a file to ``target``."""
    lines = SortedLines(folder)
    for subject, statements in groupby(_parsed(path), key=lambda statement: statement.subject):
        together = {f"{statement} .\n": statement for statement in statements}
        if any("_:" in line and _has_blank_node(statement) for line, statement in together.items()):
            _canonicalize_whole(path, target)
            return
        said = sorted(together)
        name = str(subject)
        lines.add(name[: name.rfind("/") + 1], name, "".join(said).encode(), len(said))
    with disk_faults(target), target.open("wb") as out:
        lines.finish(out.write)


def _canonicalize_whole(path: Path, target: Path) -> None:
    import pyoxigraph  # noqa: PLC0415

    dataset = pyoxigraph.Dataset(_parsed(path))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    with disk_faults(target), target.open("wb") as out:
        out.writelines(sorted(f"{statement} .\n".encode() for statement in dataset))


def _difference(first: Path, other: Path) -> tuple[bool, str] | None:
    """Return the first line that only one of two sorted files holds, and whether it is the first's."""
    with first.open("rb") as left, other.open("rb") as right:
        for mine, theirs in zip_longest(left, right):
            if mine != theirs:
                of_first = theirs is None or (mine is not None and mine < theirs)
                return of_first, (mine if of_first else theirs).decode().rstrip("\n")
    return None
