"""Write the graphs of a data folder: the plans, and what they refer to."""

from pathlib import Path

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.publishing.graphs import Writer
from saisei_lod.publishing.plans import PlanStream
from saisei_lod.publishing.references import write_references
from saisei_lod.records.streaming import stream
from saisei_lod.registry import schemes, tables

__all__ = ["data_folder", "write_graphs"]


def data_folder(data: Path) -> Path:
    """Return the folder of records; raise InputError where there is none."""
    if data.is_dir():
        return data
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


def write_graphs(data: Path, writer: Writer) -> PlanStream:
    """Write plans, registry, schemes and rounds, and return what was met among the plans."""
    codes, slugs = tables.load().governments.keys(), schemes.load_schemes().by_slug
    records = stream(data / "plans", scratch=writer.scratch, root=data.parent)
    plans = PlanStream(records, writer.minter, schemes=slugs, codes=codes)
    plans.triples = writer.write("plans", plans).triples
    write_references(writer)
    return plans
