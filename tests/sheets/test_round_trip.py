"""Any records: written into a workbook and applied untouched, they keep their bytes."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec import inspect

from saisei_lod.records.model import Page, PageRecord, PlanRecord
from saisei_lod.records.writing import to_yaml
from saisei_lod.sheets import gather, propose, store, to_xlsx

ROOT = Path(__file__).resolve().parent.parent.parent

_TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], include_characters="\n_x0041=+-@'", exclude_characters="\ufffe\uffff"
    ),
    max_size=8,
) | st.sampled_from(
    ["=1+1", "_x000D_", "x005F_", "01204", "1e5", "2021-03", "#N/A", " 空白　", "甲\n乙", "1,200"]
)
_DAYS = st.dates().map(str)
_KEYS = st.from_regex(r"\Ar[0-9]{3}-[0-9]{5}-[0-9a-f]{8}\Z")
_BY_NAME: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(
        ("date", "start", "end"), _DAYS | _DAYS.map(lambda day: day[:7]) | _DAYS.map(lambda day: day[:4])
    ),
    **dict.fromkeys(("last_updated", "retrieved"), _DAYS),
    **dict.fromkeys(("code", "codes"), st.from_regex(r"\A[0-9]{5}\Z") | st.just("9000020012041")),
    **dict.fromkeys(("id", "combined_into", "former_ids"), _KEYS),
    "schemes": st.sampled_from(["suishin", "kigyou", "unheard-of"]),
    "source": st.just("06209-680"),
    "sha256": st.just("0" * 64),
    "yen": st.integers(-5, 10**18 - 1),
    "evidence": st.just({}),
}


def _structs(kind: inspect.StructType) -> st.SearchStrategy[object]:
    return st.builds(kind.cls, **{field.name: _values(field.type, field.name) for field in kind.fields})


_BY_TYPE: dict[type[inspect.Type], Callable[..., st.SearchStrategy[object]]] = {
    inspect.Metadata: lambda kind, name: _values(kind.type, name),
    inspect.UnionType: lambda kind, name: st.one_of(*(_values(part, name) for part in kind.types)),
    inspect.NoneType: lambda _, __: st.none(),
    inspect.StructType: lambda kind, _: _structs(kind),
    inspect.ListType: lambda kind, name: st.lists(_values(kind.item_type, name), max_size=2),
    inspect.TupleType: lambda _, __: st.tuples(st.integers(1, 9), st.integers(1, 9)),
    inspect.DictType: lambda _, name: _BY_NAME.get(name, st.just({})),
    inspect.LiteralType: lambda kind, _: st.sampled_from(kind.values),
    inspect.StrType: lambda _, name: _BY_NAME.get(name, _TEXTS),
    inspect.IntType: lambda _, name: _BY_NAME.get(name, st.integers(1, 999)),
    inspect.BoolType: lambda _, __: st.booleans(),
}


def _values(kind: inspect.Type, name: str = "") -> st.SearchStrategy[object]:
    """Return a strategy for any value of a type of the model."""
    return _BY_TYPE[type(kind)](kind, name)


_RECORDS = st.builds(
    PageRecord,
    page=_values(inspect.type_info(Page)),
    plans=st.lists(_values(inspect.type_info(PlanRecord)), min_size=1, max_size=3),
)


@settings(max_examples=30, deadline=None)
@given(_RECORDS, st.booleans())
def test_an_untouched_workbook_changes_no_byte(record: PageRecord, is_bulk: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever the texts look like: formulas, numbers, dates, spellings of characters."""
    keys = [plan.id for plan in record.plans if plan.id]
    assume(len(keys) == len(set(keys)))
    assume(all(plan.id is None or plan.combined_into != plan.id for plan in record.plans))
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "plans").mkdir()
        path = data / "plans" / ("a.jsonl" if is_bulk else "a.yaml")
        path.write_bytes(_bulk(record) if is_bulk else to_yaml(record).encode())
        before = path.read_bytes()
        (data / "F.xlsx").write_bytes(to_xlsx(gather(data)))
        proposal = propose(data / "F.xlsx", data)
        assert (proposal.corrections, proposal.findings) == ((), ())
        store(proposal.files)
        assert before == path.read_bytes()


def _bulk(record: PageRecord) -> bytes:
    lines = [{"page": record.page}, *({"plan": plan} for plan in record.plans)]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def test_the_data_of_the_project_come_back_untouched(tmp_path: Path) -> None:
    """All records of data/, in one workbook."""
    file = tmp_path / "F.xlsx"
    file.write_bytes(to_xlsx(gather(ROOT / "data")))
    proposal = propose(file, ROOT / "data")
    assert (proposal.corrections, proposal.findings) == ((), ())
