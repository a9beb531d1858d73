"""Check that links inside a release lead somewhere: IRIs that it names, and files that its pages refer to."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from saisei_lod import vocabulary as v
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.verifying import IRI_NOT_DESCRIBED, LINK_BROKEN
from saisei_lod.iris import REFERENCE_BASE

__all__ = ["check_iris", "check_pages"]

#: The file that repeats what the others say.
_DATASET: Final = "dataset.nq"
#: Findings of one kind are no more telling when there are thousands of them.
_MOST: Final = 20
_TERM: Final = re.compile(rb"<([^>]*)>")
_HREF: Final = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"<(script|style)\b.*?</\1>", re.IGNORECASE | re.DOTALL)
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|#|\?")
#: The JSON documents whose members name files, and the members.
_NAMING: Final = re.compile(r"(?:.*csv-metadata|datapackage|croissant)\.json\Z")
_MEMBERS: Final = frozenset({"url", "path", "contentUrl"})


def check_iris(release: Path, base: str) -> Iterator[Finding]:
    """Yield a finding for each IRI of ours that the graphs name and no graph describes.

    Ours is what begins with ``base``, the reference base, or the vocabulary's namespace. Memory holds a
    number for each IRI.
    """
    files = [
        path for path in sorted(release.iterdir()) if path.suffix in {".nt", ".nq"} and path.name != _DATASET
    ]
    ours = (base.encode(), REFERENCE_BASE.encode(), v.SAISEI.base.encode())
    described = {hash(term.encode()) for term in _vocabulary(release)}
    named: set[int] = set()
    for path in files:
        for subject, others in _terms(path, ours):
            described.add(hash(subject))
            named.update(map(hash, others))
    if lost := named - described:
        yield from _undescribed(files, ours, lost)


def _undescribed(files: Iterable[Path], ours: tuple[bytes, ...], lost: set[int]) -> Iterator[Finding]:
    """Find the places of IRIs of which only numbers are known."""
    left = _MOST
    for path in files:
        for number, (_, others) in enumerate(_terms(path, ours), 1):
            for term in others:
                if hash(term) in lost and left:
                    lost.discard(hash(term))
                    left -= 1
                    yield IRI_NOT_DESCRIBED.at(Place(file=path.name, line=number), text=term.decode())


def _terms(path: Path, ours: tuple[bytes, ...]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Yield for each line its subject, and the other IRIs of it that are ours."""
    with path.open("rb") as lines:
        for line in lines:
            subject, rest = line.split(b" ", 1)
            # An IRI that stands in a literal is words; a literal's own datatype is no IRI of ours.
            bare = rest[: rest.find(b'"')] + rest[rest.rfind(b'"') + 1 :] if b'"' in rest else rest
            yield subject[1:-1], [term for term in _TERM.findall(bare) if term.startswith(ours)]


def _vocabulary(release: Path) -> Iterator[str]:
    """Yield the terms that the vocabulary files of a release describe."""
    import pyoxigraph  # noqa: PLC0415 - for this check alone

    for path in sorted((release / "ontology").glob("*.ttl")):
        for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            if isinstance(quad.subject, pyoxigraph.NamedNode):
                yield quad.subject.value


def check_pages(release: Path, download: str, base: str) -> Iterator[Finding]:
    """Yield a finding for each link of a page or of a description of files that leads to no file.

    Checked are relative links, and those under ``download``, the address of the release; not those under
    ``base``, which are of things.
    """
    for path in sorted(release.rglob("*")):
        if path.suffix == ".html":
            targets = _of_html(path.read_text(encoding="utf-8", errors="replace"))
        elif _NAMING.match(path.name):
            targets = _of_json(json.loads(path.read_text(encoding="utf-8")))
        else:
            continue
        for target in dict.fromkeys(targets):
            if not (target.startswith(base) or _leads(target, path, release, download)):
                yield LINK_BROKEN.at(Place(file=path.relative_to(release).as_posix()), text=target)


def _of_html(text: str) -> Iterator[str]:
    for quoted, single in _HREF.findall(_SCRIPT.sub("", text)):
        yield quoted or single


def _of_json(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any form
    if isinstance(value, dict):
        for key, member in value.items():
            if key in _MEMBERS and isinstance(member, str):
                yield member
            else:
                yield from _of_json(member)
    elif isinstance(value, list):
        for member in value:
            yield from _of_json(member)


def _leads(target: str, page: Path, release: Path, download: str) -> bool:
    if target.startswith(download):
        goal = release / _plain(target.removeprefix(download))
    elif _ABSOLUTE.match(target) or not target:
        return True  # elsewhere, or within the page
    else:
        goal = page.parent / _plain(target)
    goal = goal.resolve()
    return goal.is_relative_to(release.resolve()) and (goal.is_file() or goal.is_dir())


def _plain(reference: str) -> str:
    return unquote(re.split(r"[?#]", reference, maxsplit=1)[0])
