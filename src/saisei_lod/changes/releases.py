"""Open a release as what is compared: its graphs as entities, its date, version and base."""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import resources
from saisei_lod.changes.entities import Entities
from saisei_lod.changes.facts import facts, values
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.serialization.sink import disk_faults

__all__ = ["GRAPHS", "VOCABULARY", "Head", "State", "opened", "read_head", "write_vocabulary"]

#: The graphs that are compared and replayed, in the order in which people read their changes.
GRAPHS: Final = ("plans", "registry", "schemes", "rounds", "vocabulary")
VOCABULARY: Final = "vocabulary"
_ONTOLOGY: Final = Path("ontology") / "saisei.ttl"
_CATALOG: Final = "catalog/catalog"
_VERSION: Final = re.compile(r'owl:versionInfo\s+"([0-9]+(?:\.[0-9]+)*)"')


class Head(NamedTuple):
    """What a release says of itself: the base of its IRIs, its ISO date, its version."""

    base: str
    issued: str
    version: str


class State(NamedTuple):
    """A release that is open: its head, and its graphs by name; a graph that it lacks is not among them."""

    head: Head
    graphs: Mapping[str, Entities]

    def text(self, iri: str) -> bytes:
        """Return the lines of an entity, in whichever graph it stands."""
        return next((graph.text(iri) for graph in self.graphs.values() if iri in graph), b"")


@contextmanager
def opened(head: Head, files: Mapping[str, Path]) -> Iterator[State]:
    """Open the sorted N-Triples files of a release, given by the names of their graphs.

    Raises InputError for a file that is no N-Triples.
    """
    with ExitStack() as stack:
        graphs = {}
        for name in GRAPHS:
            if name in files and files[name].is_file():
                try:
                    graphs[name] = stack.enter_context(Entities(files[name]))
                except (ValueError, IndexError) as fault:
                    raise _not_lines(files[name], str(fault)) from fault
        yield State(head, graphs)


def read_head(release: Path) -> Head:
    """Return what a release folder says of itself.

    Raises InputError for a folder that is no release, and for one whose vocabulary is newer than ours.
    """
    catalog, plans = release / "catalog.nt", release / "plans.nt"
    if not (catalog.is_file() and plans.is_file()):
        raise _no_release(release)
    _check_age(release / _ONTOLOGY)
    with catalog.open("rb") as lines:
        text = b"".join(line for line in lines if line.split(b" ", 1)[0].endswith(f"/{_CATALOG}>".encode()))
    found = facts(text)
    for subject in found:
        issued, version = values(found, subject, ["issued"]), values(found, subject, ["version"])
        if issued and version:
            return Head(subject.removesuffix(_CATALOG), issued[0], version[0])
    raise _no_release(release)


def _check_age(ontology: Path) -> None:
    theirs, ours = _version_of(ontology), _version_of(resources.ontology() / "saisei.ttl")
    if theirs > ours:
        shown = ".".join(str(number) for number in theirs)
        raise InputError(
            Bilingual(
                f"新しいプログラムで作られた公開データです(語彙 {shown})。",
                f"The release was made by a newer program (vocabulary {shown}).",
            ),
            where=str(ontology),
            expected=Bilingual(
                f"語彙の版 {'.'.join(map(str, ours))} まで",
                f"a vocabulary of version {'.'.join(map(str, ours))} or older",
            ),
            todo=Bilingual("saisei-lod を新しくしてください。", "Install a newer saisei-lod."),
        )


def _version_of(ontology: Path) -> tuple[int, ...]:
    """Return the version that a vocabulary states, nothing where the file is not there."""
    if not ontology.is_file():
        return ()
    found = _VERSION.search(ontology.read_text(encoding="utf-8", errors="replace"))
    return tuple(int(number) for number in found[1].split(".")) if found else ()


def write_vocabulary(release: Path, target: Path) -> None:
    """Write what a release's vocabulary says of its terms as sorted N-Triples, nothing where it has none.

    Statements with blank nodes, such as a domain of several classes, are left out: they have no names
    that would stay the same. Raises InputError for a vocabulary that is no Turtle.
    """
    import pyoxigraph  # noqa: PLC0415 - comparing alone needs it

    if not (release / _ONTOLOGY).is_file():
        return
    try:
        parsed = [str(quad) for quad in pyoxigraph.parse(path=str(release / _ONTOLOGY)) if _is_named(quad)]
    except (SyntaxError, OSError) as fault:
        raise _not_lines(release / _ONTOLOGY, str(fault)) from fault
    with disk_faults(target):
        target.write_bytes("".join(sorted({f"{line} .\n" for line in parsed})).encode())


def _is_named(quad: object) -> bool:
    import pyoxigraph  # noqa: PLC0415

    parts = (getattr(quad, "subject", None), getattr(quad, "object", None))
    return not any(isinstance(part, pyoxigraph.BlankNode) for part in parts)


def _no_release(folder: Path) -> InputError:
    return InputError(
        Bilingual("公開用フォルダーではありません。", "This is not a release folder."),
        where=str(folder),
        expected=Bilingual(
            "saisei build が作った、plans.nt と catalog.nt を含むフォルダー",
            "a folder made by saisei build, which holds plans.nt and catalog.nt",
        ),
        todo=Bilingual("フォルダーの場所を確かめてください。", "Check the path."),
    )


def _not_lines(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual(f"RDF として読めません({reason})。", f"The file cannot be read as RDF ({reason})."),
        where=str(path),
        expected=Bilingual("saisei build が書いたファイル", "a file that saisei build wrote"),
        todo=Bilingual("公開データを取り直してください。", "Get the release again."),
    )
