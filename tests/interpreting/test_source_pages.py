"""The two real pages, read where they are at hand: facts by value, sentences by their SHA-256."""

import hashlib
from pathlib import Path

import pytest

from saisei_lod.interpreting import Reading, as_json, read_record
from saisei_lod.records.model import Amendment, PlanRecord

PAGES = Path(__file__).resolve().parents[3] / "shared" / "pages"
TITLES = {
    "asahikawa.txt": [
        "ニューノーマル時代を切り拓く地域の稼ぐ力向上プロジェクト",
        "新時代に飛躍する新・大雪圏域観光振興プロジェクト",
        "旭川市まち・ひと・しごと創生推進計画",
        "青少年ICTパークプロジェクト",
        "あらゆる世代の働き手と地域中小企業を繋ぐ!”旭川圏トライアルワーク”連携支援プロジェクト",
        "ものづくり企業のデザイン力向上による持続可能な都市創造プロジェクト",
        "まちを支える産業人材の育成・確保を核とした選ばれるまちづくりプロジェクト",
    ],
    "nagai.txt": [
        "水と歴史と公共交通を活かす 最上川「山の港町」長井市地域再生計画",
        "地域連携DMOを中心とした観光地域づくり計画",
        "地域一体で行う6次産業化商品販路拡大プロジェクト",
        "パラレルワークを中心とした人材誘致計画",
        "長井市まちなか交流施設整備計画",
        "「山の港町」長井市・しごと創出イノベーション計画",
    ],
}
CERTIFIED = {
    "asahikawa.txt": [
        ("2021-03-30", 59),
        ("2021-03-30", 59),
        ("2020-07-03", 56),
        ("2020-03-30", 55),
        ("2020-03-30", 55),
        ("2020-03-30", 55),
        ("2019-03-29", 51),
    ],
    "nagai.txt": [
        ("2016-03-15", 36),
        ("2019-03-29", 51),
        ("2019-03-29", 51),
        ("2020-03-30", 55),
        ("2019-03-29", 51),
        ("2016-12-13", 40),
    ],
}
SEVEN = ["01204", "01452", "01453", "01455", "01456", "01457", "01458"]
FOUR = ["06209", "06213", "06402", "06403"]
MAKERS = {
    "asahikawa.txt": [["01204"], SEVEN, ["01204"], ["01204"], ["01000", "01204"], ["01204"], ["01204"]],
    "nagai.txt": [["06209"], FOUR, ["06209"], ["06209"], ["06209"], ["06209"]],
}
LINES = {
    "asahikawa.txt": [(32, 35), (37, 40), (42, 45), (47, 51), (52, 54), (56, 61), (63, 66)],
    "nagai.txt": [(9, 34), (36, 54), (56, 74), (76, 90), (92, 108), (112, 128)],
}
SUMMARIES = {
    "asahikawa.txt": [
        "e50f08f694637938",
        "82e912d95ecdef2a",
        "8bdf88e9fe1f2932",
        "b1b28d4a4a822332",
        "e1c0c1c8edd862ae",
        "cdec8e336986dfc1",
        "0553197afa137053",
    ],
    "nagai.txt": [
        "85cb70f8dc39b080",
        "b1f74494ef33c502",
        "9527df6107455462",
        "22b02f15f1e3c199",
        "eb1e997f18d4adca",
        "99b55c89b57a9a45",
    ],
}


@pytest.fixture(scope="module", params=["asahikawa.txt", "nagai.txt"])
def page(request: pytest.FixtureRequest) -> tuple[str, Reading]:
    """The name of a page and its reading."""
    path = PAGES / request.param
    if not path.is_file():
        pytest.skip("the source pages are not at hand")
    return path.name, read_record(path.read_bytes(), name=path.name, publisher=None, url=None, retrieved=None)


def plans_of(page: tuple[str, Reading]) -> list[PlanRecord]:
    """Return the plans of a page."""
    return page[1].record.plans


def test_titles_certifications_and_lines(page: tuple[str, Reading]) -> None:
    """7 and 6 plans, each with its title, day, stated round and lines; the page's heading is none of them."""
    plans = plans_of(page)
    assert TITLES[page[0]] == [plan.title for plan in plans]
    assert CERTIFIED[page[0]] == [(plan.certification.date, plan.certification.round) for plan in plans]
    assert {(plan.certification.date_basis, plan.certification.round_basis) for plan in plans} == {
        ("stated", "stated")
    }
    assert LINES[page[0]] == [plan.lines for plan in plans]


def test_makers_are_codes_with_their_basis(page: tuple[str, Reading]) -> None:
    """Joint plans state their makers; the other plans of Nagai imply the publisher."""
    plans = plans_of(page)
    assert MAKERS[page[0]] == [[maker.code for maker in plan.makers] for plan in plans]
    implied = [all(maker.basis == "implied" for maker in plan.makers) for plan in plans]
    assert implied == ([False] * 7 if page[0] == "asahikawa.txt" else [True, False, True, True, True, True])


def test_keys_are_minted_from_round_maker_and_title(page: tuple[str, Reading]) -> None:
    """Each plan has its own key; the lead is the smallest code."""
    keys = [plan.id or "" for plan in plans_of(page)]
    assert len(set(keys)) == len(keys)
    expected = [
        f"r{number:03d}-{min(makers)}"
        for (_, number), makers in zip(CERTIFIED[page[0]], MAKERS[page[0]], strict=True)
    ]
    assert expected == [key.rpartition("-")[0] for key in keys]


def test_amendments(page: tuple[str, Reading]) -> None:
    """One certified change at Asahikawa, eight of unknown kind at Nagai, their rounds inferred."""
    found = {n: plan.amendments for n, plan in enumerate(plans_of(page)) if plan.amendments}

    def change(day: str, number: int, kind: str) -> Amendment:
        return Amendment(
            date=day,
            date_basis="stated",
            round=number,
            round_basis="inferred",
            kind=kind,  # type: ignore[arg-type]
        )

    last = change("2020-03-30", 55, "unspecified")
    nagai = {
        0: [
            change("2016-08-30", 39, "unspecified"),
            change("2017-02-24", 41, "unspecified"),
            change("2017-05-30", 43, "unspecified"),
            change("2019-03-29", 51, "unspecified"),
            last,
        ],
        1: [last],
        2: [last],
        5: [change("2017-05-30", 43, "unspecified")],
    }
    expected = {"asahikawa.txt": {3: [change("2020-08-21", 57, "amendment")]}, "nagai.txt": nagai}
    assert expected[page[0]] == found


def test_periods(page: tuple[str, Reading]) -> None:
    """Asahikawa prints none; Nagai prints six, to the day."""
    found = [
        (plan.period.start, plan.period.end, plan.period.precision) for plan in plans_of(page) if plan.period
    ]
    nagai = [
        ("2016-03-15", "2021-03-31", "day"),
        ("2019-03-29", "2022-03-31", "day"),
        ("2019-03-29", "2022-03-31", "day"),
        ("2020-03-30", "2023-03-31", "day"),
        ("2019-03-29", "2024-03-31", "day"),
        ("2016-12-13", "2019-03-31", "day"),
    ]
    assert {"asahikawa.txt": [], "nagai.txt": nagai}[page[0]] == found


def test_schemes(page: tuple[str, Reading]) -> None:
    """Eight links at Asahikawa; Nagai names no scheme."""
    both = [
        ["suishin"],
        ["suishin"],
        ["kigyou"],
        ["suishin", "kigyou"],
        ["suishin"],
        ["suishin"],
        ["suishin"],
    ]
    expected = {"asahikawa.txt": both, "nagai.txt": [[]] * 6}[page[0]]
    assert expected == [plan.schemes for plan in plans_of(page)]


def test_documents(page: tuple[str, Reading]) -> None:
    """Sizes as printed at Asahikawa; at Nagai the sentence that points to files whose links are lost."""
    plans = plans_of(page)
    sizes = [f"{n}キロバイト" for n in (351, 389, 292, 310, 421, 349, 168)]
    expected: dict[str, list[tuple[str | None, str | None]]] = {
        "asahikawa.txt": [("PDF", size) for size in sizes],
        "nagai.txt": [],
    }
    assert expected[page[0]] == [(d.format, d.size_text) for plan in plans for d in plan.documents]
    assert all(plan.printed["documents"] for plan in plans)


def test_status_and_heading(page: tuple[str, Reading]) -> None:
    """現在進めている is current for all of Asahikawa; 終了した計画 holds for Nagai's last plan alone."""
    expected: dict[str, list[str | None]] = {
        "asahikawa.txt": ["current"] * 7,
        "nagai.txt": [None, None, None, None, None, "ended"],
    }
    assert expected[page[0]] == [plan.status for plan in plans_of(page)]


def test_coverage(page: tuple[str, Reading]) -> None:
    """The cell of makers of one plan says の全域; all others say nothing of an area."""
    plans = plans_of(page)
    found = {
        n: (plan.coverage.kind, plan.coverage.codes) for n, plan in enumerate(plans) if plan.coverage.text
    }
    assert {"asahikawa.txt": {1: ("whole", SEVEN)}, "nagai.txt": {}}[page[0]] == found
    assert all(plan.coverage.kind == "unknown" for n, plan in enumerate(plans) if n not in found)


def test_summaries(page: tuple[str, Reading]) -> None:
    """Each summary is whole, its broken lines joined without a space."""
    found = [hashlib.sha256((plan.summary or "").encode()).hexdigest()[:16] for plan in plans_of(page)]
    assert SUMMARIES[page[0]] == found


def test_the_page_itself(page: tuple[str, Reading]) -> None:
    """Title, publisher, page id, last update, contact and source id."""
    record = page[1].record.page
    facts = (record.title, record.publisher.code, record.page_id, record.last_updated, record.source)
    expected = {
        "asahikawa.txt": ("地域再生計画", "01204", "054421", "2023-07-14", "01204-054421"),
        "nagai.txt": ("「長井市地域再生計画」が認定されました", "06209", None, None, "06209-nagai"),
    }
    assert expected[page[0]] == facts
    contacts = {
        "asahikawa.txt": (
            "旭川市総合政策部政策調整課",
            "〒070-8525 旭川市7条通9丁目 総合庁舎6階",
            "0166-25-5358",
            "0166-24-7833",
        ),
        "nagai.txt": (
            "総合政策課 総合戦略室",
            "〒993-8601 山形県長井市ままの上5番1号",
            "0238-87-0714",
            "0238-83-1070",
        ),
    }
    contact = record.contact
    assert contact is not None
    assert contacts[page[0]] == (contact.name, contact.address, contact.phone, contact.fax)


def test_nothing_is_left_to_report_but_what_was_concluded(page: tuple[str, Reading]) -> None:
    """Both pages are understood whole: the findings say what was concluded, all of severity info."""
    area = ["area-phrase-in-maker-cell"] if page[0] == "asahikawa.txt" else []
    assert [*area, "publisher-found-on-page"] == sorted(finding.code for finding in page[1].findings)


def test_the_json_has_the_keys_of_the_interface(page: tuple[str, Reading]) -> None:
    """Scripts rely on the names of the interface."""
    made = as_json(page[1])
    plans = made["plans"]
    assert isinstance(plans, list)
    keys = "id title status certification amendments period makers coverage schemes documents indicators amounts summary lines printed"
    assert set(keys.split()) <= set(plans[0])
    assert list(made) == ["page", "plans", "coverage_of_page", "findings"]
