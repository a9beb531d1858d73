"""Write the graphs of a data folder: the plans, where each statement was read, and what plans refer to."""

from collections import deque
from pathlib import Path
from typing import Final

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.plans import PlanStream, References
from saisei_lod.publishing.references import write_references
from saisei_lod.records.streaming import stream
from saisei_lod.serialization import QuadFile
from saisei_lod.tables import TableFiles
from saisei_lod.validation import Validation

__all__ = ["PROVENANCE", "data_folder", "write_graphs"]

#: The file of claims, a named graph for each snapshot.
PROVENANCE: Final = "provenance.nq"


def data_folder(data: Path) -> Path:
    """Return the folder of records under its own name; raise InputError where there is none.

    The name of the folder stands in reports: ``.`` says nothing there.
    """
    if data.is_dir():
        return data.resolve() if data.name in {"", ".."} else data
    raise InputError(
        Bilingual("記録のフォルダーがありません。", "There is no such folder of records."),
        where=str(data),
        expected=Bilingual(
            "publication.toml と plans/ を含むフォルダー", "a folder with publication.toml and plans/"
        ),
        todo=Bilingual(
            "フォルダーの場所を指定してください: saisei build データのフォルダー",
            "Name it: saisei build FOLDER",
        ),
    )


def write_graphs(
    data: Path, writer: Writer, validation: Validation, tables: TableFiles | None = None
) -> PlanStream:
    """Write plans, claims, registry, schemes and rounds; return what was met among the plans.

    All but the claims pass by the validation. References come first, since plans and rows of ``tables``
    name them.
    """
    folder = data_folder(data)
    records = stream(folder / "plans", scratch=writer.scratch, root=folder.parent)
    with QuadFile(writer.folder / PROVENANCE, writer.scratch) as claims:
        plans = PlanStream(records, writer.minter, References.load(), claims.add)
        if tables is not None:
            tables.know(plans.sources())
            writer = writer._replace(watchers=(*writer.watchers, tables))
        write_references(writer, validation.shared)
        deque(validation.shared("plans", plans.sources()), maxlen=0)
        plans.triples = writer.write("plans", validation.blocks(plans)).triples
        claims.end()
    return plans
