from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.registry.building.haichi import COLUMNS, HaichiRow, changes_told, names_told, read_haichi


def row(reason: str, date: str = "2006-03-01", code: str = "19201") -> HaichiRow:
    """Return a row of the list with a reason."""
    return HaichiRow(code, "山梨県", "", "", "甲府市", "こうふし", date, reason)


@pytest.mark.parametrize(
    ("reason", "kind", "before", "after"),
    [
        (
            "釧路市(01206)、阿寒町(01666)、音別町(01669)が合併し、釧路市を新設",
            "merger",
            "01206 01666 01669",
            "01206",
        ),
        ("木造町(02322)、柏村(02326)が合併し、つがる市(02209)を新設", "merger", "02322 02326", "02209"),
        ("高野町(01001)が高森市(20221)に市制施行", "city-status", "01001", "20221"),
        ("東野村(01001)が東野町(01001)に町制施行", "town-status", "01001", "01001"),
        ("篠山市(28221)が丹波篠山市(28221)に名称変更", "renaming", "28221", "28221"),
        ("須玉町(すだまちょう、19403)が須玉町(すたまちょう、19403)に名称変更", "renaming", "19403", "19403"),
        ("鹿島町(08405)が鹿嶋町に名称変更し、鹿嶋市(08222)に市制施行", "city-status", "08405", "08222"),
        ("北方町(45426)、北浦町(45428)が延岡市(45203)に編入", "absorption", "45203 45426 45428", "45203"),
        ("相模原市(14209)の相模原市(14150)への政令指定都市移行", "designation", "14209", "14150"),
        ("緑区(14151)、中央区(14152)、南区(14153)の新設", "ward-reorganisation", "", "14151 14152 14153"),
        (
            "北区(27101)と大淀区(27112)が統合し、北区(27127)を新設",
            "ward-reorganisation",
            "27101 27112",
            "27127",
        ),
        ("留萌支庁幌延町(01488)が宗谷支庁幌延町(01520)に区域変更", "county-change", "01488", "01520"),
        (
            "上九一色村(19341)大字梯及び古関が甲府市(19201)に編入し、大字精進、本栖が富士河口湖町(19430)に編入",
            "split",
            "19201 19341 19430",
            "19201 19430",
        ),
        (
            "中道町(19326)と上九一色村(19341)大字梯及び古関が甲府市(19201)に編入",
            "absorption",
            "19201 19326",
            "19201",
        ),
        (
            "浜松市（22130）の区の再編\u3000北区（22135）（三方原地区以外）、浜北区（22136）を浜名区（22139）に再編",
            "ward-reorganisation",
            "22135 22136",
            "22139",
        ),
    ],
)
def test_sentence_is_understood(reason: str, kind: str, before: str, after: str) -> None:
    """Each form of sentence gives its kind of change and the codes before and after."""
    changes, findings = changes_told([row(reason)], "2005-01-01")
    assert not findings
    assert [(kind, before, after)] == [(c.kind, " ".join(c.before), " ".join(c.after)) for c in changes]


def test_one_county_change_of_two_towns_is_two_changes() -> None:
    """Towns that move to another county together move in a change each."""
    reason = "鳳至郡穴水町(17421)、門前町(17422)が鳳珠郡穴水町(17461)、門前町(17462)に郡の区域変更"
    changes, _ = changes_told([row(reason)], "2005-01-01")
    assert [(c.before, c.after) for c in changes] == [(("17421",), ("17461",)), (("17422",), ("17462",))]


@pytest.mark.parametrize(
    "reason",
    [
        "西八代郡(19340)の廃止",
        "鳳珠郡(17460)の新設",
        "甲府市(19201)が特例市から中核市に移行",
        "鳥取市(31201)が特例市に移行",
    ],
)
def test_what_the_registry_does_not_hold_is_left_aside(reason: str) -> None:
    """Counties and the rank of 中核市 or 特例市 are neither changes nor findings."""
    assert changes_told([row(reason)], "2005-01-01") == ([], [])


def test_unknown_sentence_is_a_finding_with_its_text() -> None:
    """A sentence of an unknown form is named, not lost."""
    changes, findings = changes_told([row("甲府市(19201)が月へ移転")], "2005-01-01")
    assert changes == []
    assert [(f.code, f.text) for f in findings] == [
        ("registry-reason-not-understood", "甲府市(19201)が月へ移転")
    ]


def test_sentence_of_many_rows_is_one_change() -> None:
    """The same sentence in the rows of all areas is one change, and absorptions of a day are joined."""
    rows = [row("中道町(19326)が甲府市(19201)に編入"), row("三珠町(19341)が甲府市(19201)に編入")] * 2
    changes, _ = changes_told(rows, "2005-01-01")
    assert [change.before for change in changes] == [("19201", "19326", "19341")]


def test_renaming_on_the_day_of_city_status_is_part_of_it() -> None:
    """三好町 was renamed みよし町 and made みよし市 on one day: one change."""
    reason = "三好町(23521)がみよし町(23521)に名称変更\nみよし町(23521)がみよし市(23236)に市制施行"
    changes, _ = changes_told([row(reason)], "2005-01-01")
    assert [change.kind for change in changes] == ["city-status"]


def test_new_name_stands_in_the_sentence() -> None:
    """A row of a renamed city bears the old name: the new one is read from the sentence, without kana."""
    told = names_told([row("篠山市(28221)が丹波篠山市(28221)に名称変更", code="28221")])
    assert told["28221"][:2] == ("丹波篠山市", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_export_is_read_in_every_encoding(fixtures: Path, tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without BOM, and CP932 as Excel saves it, give the same rows."""
    source = fixtures / "haichi_2027.csv"
    copy = tmp_path / "export.csv"
    copy.write_bytes(source.read_text(encoding="utf-8").encode(encoding))
    assert read_haichi(source) == read_haichi(copy)


def test_row_with_two_sentences_keeps_both(fixtures: Path) -> None:
    """A line end within a quoted cell does not cut the row."""
    assert len(read_haichi(fixtures / "haichi_2027.csv")[0].reason.splitlines()) == 2


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", ",".join(COLUMNS[:-1]) + "\n"])
def test_other_table_is_refused_with_the_columns(tmp_path: Path, content: str) -> None:
    """A file without the columns of the export is refused, and the message lists them."""
    path = tmp_path / "other.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="改正事由"):
        read_haichi(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x81", b"\x81\x00\xfd"])
def test_other_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    """Bytes that are neither UTF-8 nor CP932 are refused, not guessed."""
    path = tmp_path / "binary.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match="CP932"):
        read_haichi(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A path that does not exist is named in the error."""
    with pytest.raises(InputError, match=r"none\.csv"):
        read_haichi(tmp_path / "none.csv")
