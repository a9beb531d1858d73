import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from saisei_lod import resources
from saisei_lod.findings import Place
from saisei_lod.iris import Minter
from saisei_lod.mapping.concepts import concept_blocks
from saisei_lod.mapping.governments import Links, government_blocks
from saisei_lod.mapping.plans import plan_block
from saisei_lod.mapping.rounds import round_blocks
from saisei_lod.mapping.sources import source_block
from saisei_lod.merging import merge
from saisei_lod.records.streaming import stream
from saisei_lod.registry import tables
from saisei_lod.registry.rounds import load_rounds
from saisei_lod.terms import Description, Iri
from saisei_lod.validation import Report, Validation, validate

ROOT = Path(__file__).resolve().parents[2]
MINTER = Minter()
Blocks = list[list[Description]]


@cache
def shared() -> dict[str, Blocks]:
    """The local governments of two prefectures, schemes and rounds, as blocks."""
    registry = tables.load()
    codes = {one.code for one in registry.governments.values() if one.prefecture in {"01000", "06000"}}
    return {
        "registry": list(government_blocks(registry, codes, Links({}, {}, {}), MINTER)),
        "schemes": list(concept_blocks(resources.ontology() / "schemes.ttl", MINTER)),
        "rounds": list(round_blocks(load_rounds(), MINTER)),
    }


@pytest.fixture
def plans(tmp_path: Path) -> Blocks:
    """The committed plans, then their sources."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    records = stream(ROOT / "data" / "plans", scratch=scratch)
    return [
        *(plan_block(merge(sources), MINTER) for sources in records),
        *(source_block([sourced.page], MINTER) for sourced in records.pages),
    ]


def written(folder: Path, name: str, blocks: Iterable[list[Description]]) -> Path:
    """Write blocks as N-Triples."""
    path = folder / f"{name}.nt"
    lines = (
        f"{' '.join(triple)} .\n" for block in blocks for described in block for triple in described.triples()
    )
    path.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")
    return path


def run(
    folder: Path, plans: Blocks, others: dict[str, Blocks], *, shapes: Path | None = None, anew: bool = False
) -> tuple[Report, int]:
    """Validate blocks while they pass, with a cache; return the report, and how many blocks were recalled."""
    validation = Validation(folder / "cache", shapes=shapes, anew=anew)
    files = []
    for name, blocks in others.items():
        seen = list(validation.shared(name, blocks))
        assert seen == blocks
        files.append(written(folder, name, seen))
    list(validation.shared("plans", [block for block in plans if "/source/" in block[0].subject.nt]))
    file = written(folder, "plans", validation.blocks(plans))
    return validation.report(
        file, files, lambda node: Place(file=validation.graph_of(node))
    ), validation.recalled


def test_a_release_is_validated_while_it_is_written(tmp_path: Path, plans: Blocks) -> None:
    """The report is that of all files together; a result is placed in the graph of its node."""
    report, _ = run(tmp_path, plans, shared())
    whole = validate([tmp_path / f"{name}.nt" for name in ("plans", *shared())])
    assert report.results == whole.results
    assert report.untargeted == whole.untargeted
    assert {finding.code: finding.place.file for finding in report.findings}["round-day-missing"] == "rounds"
    assert {finding.code: finding.place.file for finding in report.findings}["plan-period-missing"] == ""


def test_nothing_is_validated_twice(tmp_path: Path, plans: Blocks) -> None:
    """Each plan is recalled, and the shared graph as one; all are validated again where that is asked for."""
    count = sum("/plan/" in block[0].subject.nt for block in plans)
    first, recalled = run(tmp_path, plans, shared())
    assert recalled == 0
    assert run(tmp_path, plans, shared()) == (first, count + 1)
    assert run(tmp_path, plans, shared(), anew=True) == (first, 0)


def changed(blocks: Blocks, subject: str) -> Blocks:
    """Return blocks without the first statement about a subject."""
    found = []
    for block in blocks:
        for described in block:
            copied = Description(described.subject, *described.types)
            copied.statements = described.statements[described.subject.nt.endswith(f"{subject}>") :]
            found.append([copied])
    return found


@pytest.mark.parametrize(
    ("graph", "subject", "of_plan"),
    [
        ("registry", "local-government/06209", "-06209-"),
        ("schemes", "scheme/suishin", ""),
        ("rounds", "round/55", ""),
    ],
)
def test_a_change_in_what_plans_refer_to_is_validated_with_them(
    tmp_path: Path, plans: Blocks, graph: str, subject: str, of_plan: str
) -> None:
    """A municipality, a scheme, a round: plans that name it, and no others."""
    run(tmp_path, plans, shared())
    others = {
        name: changed(blocks, subject) if name == graph else blocks for name, blocks in shared().items()
    }
    naming = sum(any(subject in triple[2] for one in block for triple in one.triples()) for block in plans
                 if "/plan/" in block[0].subject.nt)  # fmt: skip
    count = sum("/plan/" in block[0].subject.nt for block in plans)
    report, recalled = run(tmp_path, plans, others)
    assert 0 < naming < count
    assert recalled == count - naming
    assert of_plan in "".join(result.focus for result in report.results)
    assert report.results == validate([tmp_path / f"{name}.nt" for name in ("plans", *others)]).results


def test_a_change_of_a_plan_is_validated_alone(tmp_path: Path, plans: Blocks) -> None:
    """The others, and what they refer to, are not."""
    run(tmp_path, plans, shared())
    count = sum("/plan/" in block[0].subject.nt for block in plans)
    first = next(number for number, block in enumerate(plans) if "/plan/" in block[0].subject.nt)
    wrong = [*plans]
    wrong[first] = changed([plans[first]], plans[first][0].subject.nt[1:-1])[0] + plans[first][1:]
    report, recalled = run(tmp_path, wrong, shared())
    assert recalled == count
    assert "plan-identifier-missing" in report.counts


def test_a_change_of_a_shape_validates_all_again(tmp_path: Path, plans: Blocks) -> None:
    """One byte in any file of shapes is enough."""
    shapes = shutil.copytree(resources.shapes(), tmp_path / "shapes")
    first, _ = run(tmp_path, plans, shared(), shapes=shapes)
    path = shapes / "plans.ttl"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run(tmp_path, plans, shared(), shapes=shapes) == (first, 0)


def test_what_blocks_cannot_tell_is_validated_as_a_whole(tmp_path: Path, plans: Blocks) -> None:
    """An event that points to another plan."""
    event = next(one for block in plans for one in block if "/event/" in one.subject.nt)
    other = next(
        block[0].subject for block in plans if block[0].subject not in event.values(event.statements[0][0])
    )
    assert isinstance(other, Iri)
    stray = Description(Iri.absolute(f"{event.subject.value}-9"), *event.types)
    stray.statements = [(event.statements[0][0], (other,)), *event.statements[1:]]
    strange = [[*block, stray] if event in block else block for block in plans]
    report, _ = run(tmp_path, strange, shared())
    assert "plan-events-differ" in report.counts
    assert report.results == validate([tmp_path / f"{name}.nt" for name in ("plans", *shared())]).results


def test_nothing_at_all_is_in_order(tmp_path: Path) -> None:
    """No blocks, no shared graph."""
    validation = Validation(None)
    list(validation.blocks([]))
    report = validation.report(written(tmp_path, "plans", []), [], lambda _: None)
    assert report.conforms
    assert len(report.untargeted) > 50
