"""Pages: what stands in their record, and that no page breaks the interpreting."""

import json
import subprocess
import sys
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.errors import InputError, UsageError
from saisei_lod.findings import by_place
from saisei_lod.interpreting import Reading, as_json, read_record
from saisei_lod.records.model import PageRecord

Read = Callable[..., Reading]
PIECES = [
    "認定年月日 (認定回) 作成主体 計画の名称 計画の概要 支援措置",
    "令和3年3月30日(第59回) 旭川市 海の計画(PDF形式 3キロバイト) 海を生かす。 地方創生推進交付金",
    "平成32年3月1日",
    "(第5回)",
    "旭川市並びに北海道上川郡鷹栖町及びほげ町の全域 山の計画",
    "題名の計画",
    "(1)計画の認定日及び変更日",
    "平成28年3月15日(第36回)認定",
    "令和9年13月1日変更",
    "(2)計画期間",
    "平成28年3月15日(認定日)から平成33年3月31日まで",
    "(3)支援措置",
    "ほげ交付金及び企業版ふるさと納税",
    "お問い合わせ先",
    "〒070-8525 旭川市7条通9丁目",
    "",
]


@pytest.mark.parametrize(
    ("name", "text", "source"),
    [
        ("page.txt", "旭川市の計画\nページID 054421", "01204-054421"),
        ("pages/Nagai page_2.txt", "長井市の計画", "06209-Nagai-page-2"),
        ("page.txt", "計画", "x-page"),
    ],
)
def test_the_source_is_named_by_code_and_slug(read: Read, name: str, text: str, source: str) -> None:
    """The printed page id, else the file's name; x where the publisher is unknown."""
    assert read(text, name=name).record.page.source == source


def test_a_name_without_ascii_letters_gives_way_to_the_hash(read: Read) -> None:
    """Standard input and Japanese file names have no slug of their own."""
    for name in ("-", "長井市.txt"):
        page = read("長井市の計画", name=name).record.page
        assert page.source == f"06209-{(page.sha256 or '')[:8]}"


def test_address_and_day_of_retrieval_are_the_caller_s() -> None:
    """They stand in the record as given."""
    page = read_record(
        "計画".encode(), name="p.txt", publisher=None, url="https://example.jp/p.html", retrieved="2024-04-01"
    ).record.page
    assert (page.url, page.retrieved) == ("https://example.jp/p.html", "2024-04-01")


def test_a_wrong_day_of_retrieval_is_refused() -> None:
    """It must be an ISO date."""
    with pytest.raises(UsageError, match="2024-13-01"):
        read_record(b"a", name="p.txt", publisher=None, url=None, retrieved="2024-13-01")


@pytest.mark.parametrize(
    ("printed", "day", "codes"),
    [
        ("2023年7月14日", "2023-07-14", []),
        ("令和5年7月", None, ["date-not-understood"]),
        ("きのう", None, ["date-not-understood"]),
        ("令和5年13月1日", None, ["date-impossible"]),
    ],
)
def test_the_last_update_is_a_day_or_a_finding(
    read: Read, printed: str, day: str | None, codes: list[str]
) -> None:
    """Only a whole day of the calendar is one."""
    found = read(f"計画\n更新日:{printed}", publisher="06209")
    assert found.record.page.last_updated == day
    assert [f.code for f in found.findings if f.code != "no-plan-found"] == codes


def test_a_page_without_a_plan_is_a_record_without_plans(read: Read) -> None:
    """It is no error."""
    found = read("長井市の祭り")
    assert (found.record.plans, found.findings[0].code) == ([], "no-plan-found")


def test_the_json_of_a_reading_is_as_the_interface_says(read: Read) -> None:
    """Keys of page, plan and finding; what only people write is left out."""
    made = json.loads(json.dumps(as_json(read("長井市\n海の計画\n■認定日:令和2年3月30日"))))
    assert set(made) == {"page", "plans", "coverage_of_page", "findings"}
    assert {"title", "publisher", "page_id", "last_updated", "url", "contact"} <= set(made["page"])
    assert not {"own", "former_ids", "combined_into"} & set(made["plans"][0])
    assert made["plans"][0]["certification"] == {
        "date": "2020-03-30",
        "date_basis": "stated",
        "round": 55,
        "round_basis": "inferred",
    }
    assert set(made["findings"][0]) == {"code", "severity", "message", "line", "text"}
    assert set(made["findings"][0]["message"]) == {"ja", "en"}


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), min_size=1, max_size=25))
def test_no_page_breaks_the_interpreting(pieces: list[str]) -> None:
    """Any page gives a record that the model accepts and findings in order, or an InputError."""
    data = "\n".join(pieces).encode("utf-8", "replace")
    try:
        found = read_record(data, name="page.txt", publisher="01204", url=None, retrieved=None)
    except InputError:
        return
    assert msgspec.convert(msgspec.to_builtins(found.record), PageRecord) == found.record
    assert found.findings == by_place(found.findings)
    for plan in found.record.plans:
        assert plan.id is None or (plan.title and plan.makers)


def test_reading_imports_no_rdf_library_of_weight() -> None:
    """Reading a page needs neither rdflib nor pySHACL."""
    code = (
        "import sys; from saisei_lod.interpreting import read_record; "
        "read_record('長井市'.encode(), name='p', publisher=None, url=None, retrieved=None); "
        "print({'rdflib', 'pyshacl', 'yaml', 'jinja2'} & sys.modules.keys())"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.city.example.lg.jp/700/735/42311/d054421.html", "06209-d054421"),
        ("https://www.city.example.lg.jp/kiji0038130/index.html", "06209-kiji0038130"),
        ("https://www.city.example.lg.jp/index2.php?id=6385", "06209-id-6385"),
        ("https://www.city.example.lg.jp/plan/3.html?utm_source=a&utm_medium=b&utm_id=12345", "06209-plan-3"),
        ("https://www.city.example.lg.jp/", "06209-saved"),
        ("http://[", "06209-saved"),
    ],
)
def test_the_source_is_named_by_its_address_before_its_file(url: str, source: str) -> None:
    """A file may be named anyhow; its address stays."""
    text = "計画\n".encode()
    reading = read_record(text, name="saved.txt", publisher="06209", url=url, retrieved=None)
    assert reading.record.page.source == source


def test_a_printed_number_comes_before_the_address() -> None:
    """What the page calls itself names it."""
    text = "計画\nページID 054421\n".encode()
    reading = read_record(
        text, name="saved.txt", publisher="01204", url="https://a.jp/b/c1.html", retrieved=None
    )
    assert reading.record.page.source == "01204-054421"
