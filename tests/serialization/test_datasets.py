from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.serialization.datasets import dataset_disagreement, write_dataset
from saisei_lod.serialization.equality import Disagreement
from saisei_lod.terms import Iri

#: Objects of which one begins another one, and subjects that interleave.
_TRIPLES = st.builds(
    "<x:{}> <x:p> {} .\n".format,
    st.sampled_from(["a", "a-1", "a1", "b"]),
    st.sampled_from(['"a"', '"a"@ja', '"a"@ja-hira', '"a"^^<x:t>', '"a b"', "<x:a>", "<x:ab>"]),
)
_GRAPHS = st.lists(st.sets(_TRIPLES, max_size=12), min_size=1, max_size=3)


def written(graphs: list[set[str]], folder: Path) -> tuple[Path, dict[str, Path]]:
    """Write graphs as sorted files and as a dataset of them."""
    paths = {f"g{number}": folder / f"g{number}.nt" for number in range(len(graphs))}
    for path, lines in zip(paths.values(), graphs, strict=True):
        path.write_text("".join(sorted(lines)), encoding="utf-8")
    dataset = folder / "dataset.nq"
    write_dataset([(Iri.absolute(f"https://e.org/{name}"), path) for name, path in paths.items()], dataset)
    return dataset, paths


@given(graphs=_GRAPHS)
def test_the_dataset_is_its_own_canonical_form(
    tmp_path_factory: pytest.TempPathFactory, graphs: list[set[str]]
) -> None:
    """Merging sorted files gives the sorted canonical lines of all quads, whatever objects they have."""
    dataset, paths = written(graphs, tmp_path_factory.mktemp("g"))
    quads = pyoxigraph.Dataset(pyoxigraph.parse(path=dataset))
    quads.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    assert dataset.read_text(encoding="utf-8") == "".join(sorted(f"{quad} .\n" for quad in quads))
    assert len(quads) == sum(map(len, graphs))
    assert dataset_disagreement(dataset, paths) is None


def test_a_line_that_one_lacks_is_found(tmp_path: Path) -> None:
    """A triple taken out of a graph or out of the dataset, at the beginning and at the end, is named."""
    graphs = [{"<x:a> <x:p> <x:o> .\n", "<x:b> <x:p> <x:o> .\n"}, {"<x:c> <x:p> <x:o> .\n"}]
    dataset, paths = written(graphs, tmp_path)
    whole = dataset.read_text(encoding="utf-8").splitlines(keepends=True)
    dataset.write_text("".join(whole[1:]), encoding="utf-8")
    assert dataset_disagreement(dataset, paths) == Disagreement(paths["g0"], dataset, "<x:a> <x:p> <x:o> .")
    dataset.write_text("".join(whole[:-1]), encoding="utf-8")
    assert dataset_disagreement(dataset, paths) == Disagreement(paths["g1"], dataset, "<x:c> <x:p> <x:o> .")
    dataset.write_text("".join(whole), encoding="utf-8")
    paths["g0"].write_text("<x:b> <x:p> <x:o> .\n", encoding="utf-8")
    found = dataset_disagreement(dataset, paths)
    assert found == Disagreement(dataset, paths["g0"], whole[0].rstrip("\n"))


def test_a_quad_of_an_unknown_graph_is_found(tmp_path: Path) -> None:
    """Nothing may stand in the dataset that no file of the release holds."""
    dataset, paths = written([{"<x:a> <x:p> <x:o> .\n"}], tmp_path)
    line = "<x:b> <x:p> <x:o> <https://e.org/other> ."
    dataset.write_text(f"{dataset.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    assert dataset_disagreement(dataset, paths) == Disagreement(dataset, dataset, line)
