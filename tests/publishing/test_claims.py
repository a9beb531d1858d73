"""Claims are validated by their forms, and what is wrong in any one of them is found all the same."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from saisei_lod.publishing.claim_forms import form, groups
from saisei_lod.publishing.claims import validate_claims
from saisei_lod.serialization import SortedFile
from saisei_lod.validation import validate

SHAPES = Path(__file__).resolve().parents[1] / "shapes"
ID = "https://w3id.org/saisei/id/"
GRAPH = f"<{ID}snapshot/01204-plans-0f1e2d3c>"
CLAIM = "00aa11bb22cc33dd"


def good() -> list[str]:
    """Return the claims of the good graph of the shapes as triples in N-Triples."""
    triples = pyoxigraph.parse(path=str(SHAPES / "good.ttl"), format=RdfFormat.TURTLE)
    return [f"{quad.triple} " for quad in triples if "/claim/" in str(quad.subject)]


def bad(path: Path) -> Iterator[list[str]]:
    """Yield the claims of the good graph as each section of a bad example spoils them."""
    text = (SHAPES / "good.ttl").read_text(encoding="utf-8")
    prefixes = "".join(re.findall(r"^@prefix.*\n", text, re.MULTILINE))

    def parsed(turtle: str) -> list[str]:
        quads = pyoxigraph.parse((prefixes + turtle).encode(), format=RdfFormat.TURTLE)
        return [f"{quad.triple} " for quad in quads]

    for section in path.read_text(encoding="utf-8").split("\n\n"):
        lines = good()
        for change in (line[2:] for line in section.split("\n") if line.startswith("- ")):
            names = [parsed(f"{word} a {word} .")[0].split(" ")[0] for word in change.split()[:3]]
            gone = tuple(" ".join(names[: min(len(names), 3)]).split(" "))
            lines = [line for line in lines if tuple(line.split(" ")[: len(gone)]) != gone]
        added = "\n".join(line[2:] for line in section.split("\n") if line.startswith("+ "))
        yield [*lines, *(line for line in parsed(added) if "/claim/" in line.split(" ")[0])]


EXAMPLES = sorted(
    path
    for pattern in ("claim-*", "target-*", "position-*", "quote-*")
    for path in (SHAPES / "bad").glob(f"{pattern}.patch")
)


@pytest.fixture
def snapshots(tmp_path: Path) -> Path:
    """A file that describes the snapshot of the good graph."""
    path = tmp_path / "snapshots.nt"
    path.write_text(
        f"{GRAPH} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/saisei/ns#Snapshot> .\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write triples as a sorted file of quads."""

    def write(*parts: list[str]) -> Path:
        path = tmp_path / "provenance.nq"
        lines = sorted({f"{line}{GRAPH} .\n".encode() for part in parts for line in part})
        path.write_bytes(b"".join(lines))
        return path

    return write


def renamed(lines: list[str], digit: str) -> list[str]:
    """Return the claims under names that begin with another digit."""
    return [re.sub(r"/claim/[0-9a-f]", f"/claim/{digit}", line) for line in lines]


def codes(report: Any) -> list[tuple[str, str]]:
    """Return code and focus node of each result."""
    return sorted((result.code, result.focus) for result in report.results)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_bad_claim_among_good_ones_is_found_as_if_all_were_validated(
    example: Path, snapshots: Path, written: Callable[..., Path], tmp_path: Path
) -> None:
    """Good claims of the same kind come first in the file, so that only another form makes the bad one seen.

    A shape that looks at more than forms keep would fail here, by its own bad example.
    """
    for spoiled in bad(example):
        # "0…" and "4…" are the good ones; the spoiled ones come behind, under names of their own.
        path = written(good(), renamed(good(), "1"), renamed(spoiled, "e"))
        by_form = validate_claims(path, snapshots, tmp_path, lambda _: None)
        assert codes(by_form) == codes(validate([path], background=[snapshots]))
        assert example.stem in {code for code, _ in codes(by_form)}


def test_good_claims_are_one_form_for_each_kind(snapshots: Path, written: Callable[..., Path]) -> None:
    """A thousand claims that differ in names, texts and places have the form of one."""
    chance = random.Random(7)  # noqa: S311 - a seed, no cryptography
    many = []
    for _ in range(1000):
        name, start = f"{chance.getrandbits(64):016x}", chance.randrange(10_000)
        words = '計\\"\\\\画'[: chance.choice((1, 3, 5, 6))]
        length = len(words.replace('\\"', '"').replace("\\\\", "\\"))
        own = [line.replace(CLAIM, name) for line in good() if CLAIM in line.split(" ")[0]]
        many.append([
            line.replace('"120"', f'"{start}"').replace('"126"', f'"{start + length}"')
            .replace('exact> "見本共同計画"', f'exact> "{words}"').replace('claimValue> "見本共同計画"', f'claimValue> "{start}"')
            for line in own
        ])  # fmt: skip
    path = written(*many)
    described = {snapshots.read_bytes().partition(b" ")[0]}
    with SortedFile(path) as claims:
        forms = {form(group, described, claims) for group in groups(path)}
    assert len(list(groups(path))) == 1000
    assert len(forms) == 1


def test_every_fault_of_a_form_is_reported(
    snapshots: Path, written: Callable[..., Path], tmp_path: Path
) -> None:
    """Where the first claim of a form is at fault, the others of that form are reported too."""
    spoiled = [line for line in good() if "claimBasis" not in line]
    path = written(*[renamed(spoiled, digit) for digit in "123"])
    report = validate_claims(path, snapshots, tmp_path, lambda _: None)
    assert [code for code, _ in codes(report)] == ["claim-basis-missing"] * 6


def test_a_release_without_plans_has_no_claims(
    snapshots: Path, written: Callable[..., Path], tmp_path: Path
) -> None:
    """An empty file is fine, and every shape of claims is without target."""
    report = validate_claims(written(), snapshots, tmp_path, lambda _: None)
    assert report.results == ()
    assert "claim-rule-missing" in report.untargeted or "claim-property-unknown" in report.untargeted


def test_a_snapshot_that_nobody_describes_is_found(
    snapshots: Path, written: Callable[..., Path], tmp_path: Path
) -> None:
    """A claim that is good but for its source has a form of its own."""
    path = written(good())
    elsewhere = path.read_text(encoding="utf-8").replace("0f1e2d3c>", "ffffffff>")
    path.write_bytes(path.read_bytes() + re.sub(r"/claim/[04]", "/claim/f", elsewhere).encode())
    found = validate_claims(path, snapshots, tmp_path, lambda _: None)
    assert {code for code, _ in codes(found)} == {"claim-source-invalid", "target-source-invalid"}


def test_a_reversed_place_without_words_is_found(
    snapshots: Path, written: Callable[..., Path], tmp_path: Path
) -> None:
    """Where no words tell the length, start and end alone are compared."""
    silent = [line for line in good() if "-quote-" not in line]
    spoiled = [line.replace('"120"', '"126"') for line in silent]
    path = written(silent, renamed(spoiled, "e"))
    found = validate_claims(path, snapshots, tmp_path, lambda _: None)
    assert [code for code, _ in codes(found)] == ["position-reversed"]
